import { invalidField, invalidForm, type FieldFault } from '../errors.ts';
import { numberOf, objectOf, objectsOf, textOf, withoutNulls, type JsonObject } from '../json.ts';
import { lengthOf } from './form.ts';

/** Limits that hold for a whole tree of components, and the numbering Discord adds. */

const MOST_COMPONENTS = 40;
const MOST_TEXT = 4000;

type Path = readonly (string | number)[];

/** Every component with its path, parents first. */
export function walk(
  components: readonly JsonObject[],
  path: Path = ['components'],
): readonly (readonly [JsonObject, Path])[] {
  return components.flatMap((component, index) => {
    const at = [...path, index];
    const inside = walk(objectsOf(component, 'components'), [...at, 'components']);
    const accessory = objectOf(component, 'accessory');
    const labelled = objectOf(component, 'component');
    return [
      [component, at] as const,
      ...inside,
      ...(accessory === null ? [] : [[accessory, [...at, 'accessory']] as const]),
      ...(labelled === null ? [] : [[labelled, [...at, 'component']] as const]),
    ];
  });
}

/** @throws ApiError 50035 when a custom id or a component id comes twice */
export function checkUnique(components: readonly JsonObject[]): void {
  const faults: FieldFault[] = [];
  const customIds = new Set<string>();
  const ids = new Set<number>();
  for (const [component, path] of walk(components)) {
    const customId = textOf(component, 'custom_id');
    if (customId !== null && customIds.has(customId)) {
      faults.push({
        path: [...path, 'custom_id'],
        code: 'COMPONENT_CUSTOM_ID_DUPLICATED',
        message: 'Component custom id cannot be duplicated',
      });
    }
    if (customId !== null) customIds.add(customId);
    const id = numberOf(component, 'id') ?? 0;
    if (id !== 0 && ids.has(id)) {
      faults.push({
        path: [...path, 'id'],
        code: 'COMPONENT_ID_DUPLICATED',
        message: 'Component id cannot be duplicated',
      });
    }
    ids.add(id);
  }
  if (faults.length > 0) throw invalidForm(faults);
}

/** @throws ApiError 50035 when there are more than 40 components or 4,000 characters in all */
export function checkTotals(components: readonly JsonObject[]): void {
  const all = walk(components);
  if (all.length > MOST_COMPONENTS) {
    throw invalidField(
      ['components'],
      'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
      `The total number of components cannot exceed ${MOST_COMPONENTS}`,
    );
  }
  const characters = all.reduce((sum, [component]) => sum + lengthOf(textOf(component, 'content') ?? ''), 0);
  if (characters > MOST_TEXT) {
    throw invalidField(
      ['components'],
      'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
      `Displayable components' text size exceeds maximum size of ${MOST_TEXT}`,
    );
  }
}

/** The components as Discord stores them: numbered, without nulls, with the defaults it fills in. */
export function stored(components: readonly JsonObject[]): readonly JsonObject[] {
  const taken = new Set(walk(components).map(([component]) => numberOf(component, 'id') ?? 0));
  let last = 0;
  const next = (): number => {
    do last += 1;
    while (taken.has(last));
    return last;
  };
  const number = (component: JsonObject): JsonObject => {
    const own = numberOf(component, 'id') ?? 0;
    const id = own === 0 ? next() : own;
    const children = objectsOf(component, 'components').map(number);
    const accessory = objectOf(component, 'accessory');
    const labelled = objectOf(component, 'component');
    return {
      ...component,
      id,
      ...('components' in component ? { components: children } : {}),
      ...(accessory === null ? {} : { accessory: number(accessory) }),
      ...(labelled === null ? {} : { component: number(labelled) }),
    };
  };
  return components.map((component) => number(filled(withoutNulls(component))));
}

/** Media of a stored message carries more than its address. */
function filled(component: JsonObject): JsonObject {
  if (numberOf(component, 'type') !== 14) return component;
  return { divider: true, spacing: 1, ...component };
}

/** Names of files the components show by `attachment://`. */
export function shownFiles(components: readonly JsonObject[]): readonly string[] {
  return walk(components).flatMap(([component]) => {
    const items = objectsOf(component, 'items').map((item) => objectOf(item, 'media'));
    const media = [objectOf(component, 'media'), objectOf(component, 'file'), ...items];
    return media.flatMap((entry) => {
      const url = entry === null ? null : textOf(entry, 'url');
      return url?.startsWith('attachment://') === true ? [url.slice('attachment://'.length)] : [];
    });
  });
}

/** Everything a reader can read in the components, top to bottom. */
export function readableText(components: readonly JsonObject[]): readonly string[] {
  return walk(components).flatMap(([component]) => textOf(component, 'content') ?? []);
}
