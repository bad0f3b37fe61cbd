import { decodeCustomId } from '../../../src/discord/custom-id.ts';

interface Part {
  readonly type: number;
  readonly id?: number;
  readonly content?: string;
  readonly custom_id?: string;
  readonly label?: string;
  readonly components?: readonly Part[];
  readonly component?: Part;
}

export const partsOf = (parts: readonly unknown[]): readonly Part[] =>
  (parts as readonly Part[]).flatMap((part) => [
    part,
    ...partsOf(part.components ?? []),
    ...(part.component ? partsOf([part.component]) : []),
  ]);

interface Shown {
  readonly components: readonly unknown[];
}

/** The texts of a message as they are sent. */
export const sentTexts = ({ components }: Shown): readonly string[] =>
  partsOf(components).flatMap(({ content }) => (content === undefined ? [] : [content]));

/** As they are read: a space that no line ends at is a space. */
export const textsOf = (body: Shown): readonly string[] =>
  sentTexts(body).map((text) => text.replaceAll('\u{A0}', ' '));

/** The text of a message in the order it is read out. */
export const textOf = (body: Shown): string => textsOf(body).join('\n');

export const labelsOf = ({ components }: { readonly components: readonly unknown[] }): readonly string[] =>
  partsOf(components).flatMap(({ type, label }) => (type === 2 && label !== undefined ? [label] : []));

export const routesOf = ({
  components,
}: {
  readonly components: readonly unknown[];
}): readonly (string | undefined)[] =>
  partsOf(components).flatMap(({ type, custom_id: id }) =>
    type === 2 && id !== undefined ? [decodeCustomId(id)?.route] : [],
  );

interface Body {
  readonly flags: number;
  readonly components: readonly unknown[];
  readonly allowed_mentions: { readonly parse: readonly unknown[]; readonly roles?: readonly string[] };
}

/** What Discord would refuse or a reader would suffer from. */
export function bodyFaults(body: Body): readonly string[] {
  const parts = partsOf(body.components);
  const texts = parts.flatMap(({ content }) => (content === undefined ? [] : [content]));
  const ids = parts.flatMap(({ custom_id: id }) => (id === undefined ? [] : [id]));
  const firstButton = parts.findIndex(({ type }) => type === 2);
  const lastText = parts.findLastIndex(({ content }) => content !== undefined);
  return [
    ...(body.flags === 32_768 ? [] : ['flags']),
    ...(parts.length <= 40 ? [] : ['more than 40 components']),
    ...(texts.join('').length <= 4_000 ? [] : ['more than 4,000 characters']),
    ...(texts.length > 0 && texts.every((text) => text.trim() !== '') ? [] : ['an empty text']),
    ...(texts.join('').endsWith('…') ? ['cut'] : []),
    ...(new Set(ids).size === ids.length ? [] : ['a custom id twice']),
    ...ids.filter((id) => id.length > 100 || decodeCustomId(id) === undefined).map((id) => `custom id ${id}`),
    ...parts
      .filter(({ type, label = '' }) => type === 2 && (label.length > 80 || !/\p{L}{2}/u.test(label)))
      .map(({ label }) => `label ${String(label)}`),
    ...(firstButton === -1 || lastText < firstButton ? [] : ['a button before a text']),
    ...(body.allowed_mentions.parse.length === 0 ? [] : ['mentions']),
  ];
}
