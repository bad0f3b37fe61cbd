import { ComponentType as C } from '../discord-codes.ts';
import type { ModalFields, SubmitModal } from '../control-api.ts';
import { flagOf, numberOf, objectOf, objectsOf, textOf, type JsonObject, type Wire } from '../json.ts';
import { lengthOf } from '../validation/form.ts';
import { walk } from '../validation/component-tree.ts';
import { checkChoice, isSelect, preset } from './component-press.ts';
import { notPossible, startInteraction } from './interaction-start.ts';
import type { Channel } from './model.ts';
import type { World } from './world.ts';

type Given = ModalFields[string] | undefined;

/** Sends a form the person has open. @throws ApiError 400 when Discord's client would not let it be sent */
export async function submitForm(world: World, userId: string, { interactionId, fields }: SubmitModal) {
  const form = world.interactions.form(interactionId);
  if (form?.by.userId !== userId) throw notPossible('this form is not open');
  const known = new Set(walk(form.components).flatMap(([component]) => textOf(component, 'custom_id') ?? []));
  const stranger = Object.keys(fields).find((customId) => !known.has(customId));
  if (stranger !== undefined) throw notPossible(`the form has no field «${stranger}»`);
  const channel = world.channel(form.by.channelId);
  const resolved: Wire = {};
  const components = form.components.map((component) => filledTop(world, channel, component, fields, resolved));
  const anyResolved = Object.keys(resolved).length > 0;
  world.interactions.closeForm(interactionId);
  return startInteraction(world, {
    userId,
    channel,
    type: 5,
    data: { custom_id: form.customId, components, ...(anyResolved ? { resolved } : {}) },
    source: form.by.source,
  });
}

function filledTop(world: World, channel: Channel, component: JsonObject, fields: ModalFields, resolved: Wire): Wire {
  const frame = { type: numberOf(component, 'type'), id: numberOf(component, 'id') };
  const labelled = objectOf(component, 'component');
  if (labelled !== null) return { ...frame, component: filled(world, channel, labelled, fields, resolved) };
  const inside = objectsOf(component, 'components');
  if (inside.length === 0) return frame;
  return { ...frame, components: inside.map((field) => filled(world, channel, field, fields, resolved)) };
}

function filled(world: World, channel: Channel, field: JsonObject, fields: ModalFields, resolved: Wire): Wire {
  const customId = textOf(field, 'custom_id') ?? '';
  const type = numberOf(field, 'type') ?? 0;
  const given = fields[customId];
  const answer = { type, id: numberOf(field, 'id'), custom_id: customId };
  if (isSelect(type)) {
    const values = several(given) ?? preset(field);
    if (values.length > 0 || flagOf(field, 'required') !== false) {
      for (const [kind, found] of Object.entries(checkChoice(world, channel, field, values))) {
        resolved[kind] = Object.assign(resolved[kind] ?? {}, found);
      }
    }
    return { ...answer, values };
  }
  switch (type) {
    case C.TextInput:
      return { ...answer, value: textFor(field, given) };
    case C.Checkbox:
      return { ...answer, value: typeof given === 'boolean' ? given : (flagOf(field, 'default') ?? false) };
    case C.RadioGroup:
      return { ...answer, value: radioFor(field, given) };
    case C.CheckboxGroup:
      return { ...answer, values: checksFor(field, given) };
    case C.FileUpload:
      if (flagOf(field, 'required') !== false) throw notPossible('the sandbox has no files to upload');
      return { ...answer, values: [] };
    default:
      throw notPossible(`no field of type ${type}`);
  }
}

function several(given: Given): readonly string[] | null {
  if (given === undefined || typeof given === 'boolean') return null;
  return typeof given === 'string' ? [given] : given;
}

function textFor(field: JsonObject, given: Given): string {
  if (given !== undefined && typeof given !== 'string') throw notPossible('this field takes text');
  const value = given ?? textOf(field, 'value') ?? '';
  const required = flagOf(field, 'required') !== false;
  const least = Math.max(numberOf(field, 'min_length') ?? 0, required ? 1 : 0);
  const length = lengthOf(value);
  if (required && value.trim() === '') throw notPossible(`«${textOf(field, 'custom_id') ?? ''}» must be filled in`);
  if (length > (numberOf(field, 'max_length') ?? 4000)) throw notPossible('the text is too long');
  if (length > 0 && length < least) throw notPossible('the text is too short');
  return value;
}

function optionValues(field: JsonObject): ReadonlySet<string> {
  return new Set(objectsOf(field, 'options').flatMap((option) => textOf(option, 'value') ?? []));
}

function radioFor(field: JsonObject, given: Given): string | null {
  const [value, ...more] = several(given) ?? preset(field);
  if (value === undefined) {
    if (flagOf(field, 'required') !== false) throw notPossible('choose one');
    return null;
  }
  if (more.length > 0) throw notPossible('choose only one');
  if (!optionValues(field).has(value)) throw notPossible(`no option «${value}»`);
  return value;
}

function checksFor(field: JsonObject, given: Given): readonly string[] {
  const values = several(given) ?? preset(field);
  const known = optionValues(field);
  const required = flagOf(field, 'required') !== false;
  const least = numberOf(field, 'min_values') ?? (required ? 1 : 0);
  const most = numberOf(field, 'max_values') ?? known.size;
  if (values.some((value) => !known.has(value))) throw notPossible('no such option');
  if ((values.length > 0 || required) && (values.length < least || values.length > most)) {
    throw notPossible(`choose ${least} to ${most}`);
  }
  return values;
}
