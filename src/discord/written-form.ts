import type { ModalSubmitInteraction } from 'discord.js';
import type { InboundMessage } from '../core/inbound.ts';
import { isSnowflake } from '../core/ids.ts';
import type { Language } from '../core/language.ts';
import { RawText } from '../core/raw-text.ts';

/** The custom ids of the fields inside our forms; forms are written and read by these names only. */
export const fields = {
  words: 'words',
  consent: 'consent',
  channels: 'channels',
  name: 'name',
  place: 'place',
  who: 'who',
  answer: 'answer',
  theme: 'theme',
  title: 'title',
  /** Which approved text. */
  ready: 'ready',
} as const;

/** What was written in a form with one text field. */
export const wordsIn = (interaction: ModalSubmitInteraction): RawText =>
  new RawText(interaction.fields.getTextInputValue(fields.words));

/**
 * «Skriv til oss», as the same kind of message a DM is. @throws when Discord's ids are not ids
 * @param language what the sender has asked for
 */
export function writtenForm(interaction: ModalSubmitInteraction, language?: Language): InboundMessage {
  const { id, user, guildId, locale, createdTimestamp } = interaction;
  if (!isSnowflake(id) || !isSnowflake(user.id) || (guildId !== null && !isSnowflake(guildId))) {
    throw new Error('Discord gave an id that is no snowflake');
  }
  return {
    kind: 'message',
    messageId: id,
    senderId: user.id,
    ...(guildId ? { guildId } : {}),
    locale,
    ...(language ? { language } : {}),
    text: wordsIn(interaction),
    omitted: [],
    at: createdTimestamp,
  };
}

/** The named fields of a form of plain texts and single choices; what was left empty is left out. */
export function answersIn<Name extends string>(
  { fields: filled }: ModalSubmitInteraction,
  names: readonly Name[],
): Readonly<Partial<Record<Name, string>>> {
  const answers: Partial<Record<Name, string>> = {};
  for (const name of names) {
    const answer = only(filled, name);
    if (typeof answer === 'string' && answer !== '') answers[name] = answer;
  }
  return answers;
}

/** As `answersIn`, where a field may be a select: the chosen ids with a space between. */
export function choicesIn<Name extends string>(
  { fields: filled }: ModalSubmitInteraction,
  names: readonly Name[],
): Readonly<Partial<Record<Name, string>>> {
  const answers: Partial<Record<Name, string>> = {};
  for (const name of names) {
    const field = filled.fields.get(name);
    const answer = field && 'values' in field ? field.values.join(' ') : only(filled, name);
    if (typeof answer === 'string' && answer !== '') answers[name] = answer;
  }
  return answers;
}
/** What was chosen in a field of choices; nothing for a field that is not there. */
export const choiceIn = ({ fields: filled }: ModalSubmitInteraction, name: string): unknown => only(filled, name);

function only(filled: ModalSubmitInteraction['fields'], name: string): unknown {
  const field = filled.fields.get(name);
  if (!field) return undefined;
  if ('values' in field) return field.values[0];
  return 'value' in field ? field.value : undefined;
}
