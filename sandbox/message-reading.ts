import type { InteractionReceipt, JsonObject, MessageView, ModalView } from './control-api.ts';
import { numberOf, objectOf, objectsOf, textOf } from './json.ts';
import { walk } from './validation/component-tree.ts';

/** What a person finds in messages and forms, by the words on them. */

/** The form a receipt opened. @throws Error when it opened none */
export function openedModal(receipt: InteractionReceipt): ModalView {
  if (receipt.kind !== 'modal') throw new Error(`no form was opened, but «${receipt.kind}»`);
  return receipt.modal;
}

/** The message a receipt showed. @throws Error when it showed none */
export function shownMessage(receipt: InteractionReceipt): MessageView {
  if (!('message' in receipt)) throw new Error(`no message was shown, but «${receipt.kind}»`);
  return receipt.message;
}

/**
 * Everything a person reads in a message: content, embeds and text components, one line each. A space that no line ends at is
 * read as a space.
 */
export function textOfMessage({ content, embeds, components }: MessageView): string {
  const inEmbeds = embeds.flatMap((embed) => [
    textOf(embed, 'title'),
    textOf(embed, 'description'),
    ...objectsOf(embed, 'fields').flatMap((field) => [textOf(field, 'name'), textOf(field, 'value')]),
  ]);
  const inComponents = walk(components).map(([component]) => textOf(component, 'content'));
  const parts = [content, ...inEmbeds, ...inComponents].filter((part) => part !== null && part !== '');
  return parts.join('\n').replaceAll('\u{A0}', ' ');
}

/** Labels of the buttons in a message, top to bottom. */
export function buttonLabels({ components }: MessageView): readonly string[] {
  return walk(components).flatMap(([component]) =>
    numberOf(component, 'type') === 2 ? (textOf(component, 'label') ?? []) : [],
  );
}

/** The component with this text under one of the keys, or with this custom id. @throws Error naming what there is instead */
export function findByText(components: readonly JsonObject[], wanted: string, keys: readonly string[]): JsonObject {
  const all = walk(components).map(([component]) => component);
  const found = all.find((component) => [...keys, 'custom_id'].some((key) => textOf(component, key) === wanted));
  if (found === undefined) {
    const there = all.flatMap((component) => keys.flatMap((key) => textOf(component, key) ?? []));
    throw new Error(`nothing called «${wanted}»; there is ${there.map((name) => `«${name}»`).join(', ') || 'nothing'}`);
  }
  return found;
}

/** The field of a form under this label, or with this custom id. @throws Error when there is none */
export function findField(components: readonly JsonObject[], label: string): JsonObject {
  const labelled = components.find((component) => textOf(component, 'label') === label);
  return (labelled === undefined ? null : objectOf(labelled, 'component')) ?? findByText(components, label, ['label']);
}

/** Option values for labels or values; ids stay as they are. */
export function valuesOf(select: JsonObject, choices: readonly string[]): readonly string[] {
  const options = objectsOf(select, 'options');
  return choices.map((choice) => {
    const byLabel = options.find((option) => textOf(option, 'label') === choice);
    return (byLabel === undefined ? null : textOf(byLabel, 'value')) ?? choice;
  });
}
