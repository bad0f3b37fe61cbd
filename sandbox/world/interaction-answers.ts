import { ApplicationCommandType, InteractionResponseType as R, MessageFlags, MessageType } from '../discord-codes.ts';
import { z } from 'zod';
import { invalidField, refuse } from '../errors.ts';
import { isObject, type JsonObject, type JsonValue } from '../json.ts';
import { check, list, text } from '../validation/form.ts';
import { checkCreate, checkEdit, type UploadedFile } from '../validation/message.ts';
import { checkModal } from '../validation/modal.ts';
import { applyEdit, descriptions, removeMessages } from './bot-messages.ts';
import type { Interaction } from './interaction-desk.ts';
import type { Message } from './model.ts';
import { keepFiles, noteReceived, post } from './posting.ts';
import type { World } from './world.ts';

/** The bot's answers to interactions. Source: Discord API docs, "Receiving and Responding". */

const EPHEMERAL = MessageFlags.Ephemeral;
const LOADING = MessageFlags.Loading;
const SETTABLE = MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.IsComponentsV2;

/** Callback types each interaction type takes: 2 command, 3 component, 4 autocomplete, 5 form. */
const TAKES: Readonly<Record<Interaction['type'], readonly number[]>> = {
  2: [4, 5, 9],
  3: [4, 5, 6, 7, 9],
  4: [8],
  5: [4, 5, 6, 7],
};

const deferral = z.strictObject({ flags: z.number().int().nullish() }).nullish();
const choices = z.strictObject({
  choices: list(
    z.strictObject({
      name: text(1, 100),
      name_localizations: z.record(z.string(), text(1, 100).nullable()).nullish(),
      value: z.union([text(0, 100), z.number()]),
    }),
    0,
    25,
  ),
});

/** What a first answer made, for `with_response`. */
export interface Answered {
  readonly interaction: Interaction;
  readonly callbackType: number;
  readonly message: Message | null;
}

/** The first answer. @throws ApiError 10062, 40060, 50035 and the limits of messages and forms */
export function answer(
  world: World,
  id: string,
  token: string,
  raw: JsonValue | undefined,
  files: readonly UploadedFile[],
): Answered {
  const interaction = world.interactions.toAnswer(id, token, world.settings);
  const body: JsonObject = isObject(raw) ? raw : {};
  const callbackType = checkType(interaction, body['type']);
  const message = carryOut(world, interaction, callbackType, body['data'], files);
  return { interaction, callbackType, message };
}

function checkType(interaction: Interaction, type: JsonValue | undefined): number {
  const takes = TAKES[interaction.type];
  const isUpdate = type === R.DeferredMessageUpdate || type === R.UpdateMessage;
  const fits = typeof type === 'number' && takes.includes(type) && !(isUpdate && interaction.source === null);
  if (fits) return type;
  if (type === undefined) throw invalidField(['type'], 'BASE_TYPE_REQUIRED', 'This field is required');
  throw invalidField(['type'], 'BASE_TYPE_CHOICES', `Value must be one of {${takes.join(', ')}}.`);
}

function carryOut(
  world: World,
  interaction: Interaction,
  type: number,
  data: JsonValue | undefined,
  files: readonly UploadedFile[],
): Message | null {
  switch (type) {
    case R.ChannelMessageWithSource: {
      const message = say(world, interaction, data, files, null, ['data']);
      interaction.original = message;
      finish(interaction);
      interaction.settle({ kind: 'message', message });
      return message;
    }
    case R.DeferredChannelMessageWithSource: {
      const flags = check(deferral, data ?? null, ['data'])?.flags ?? 0;
      const message = placeholder(world, interaction, flags);
      interaction.original = message;
      interaction.waiting = true;
      finish(interaction);
      interaction.settle({ kind: 'thinking', message });
      return message;
    }
    case R.DeferredMessageUpdate:
      interaction.original = interaction.source;
      finish(interaction);
      interaction.settle({ kind: 'silent' });
      return interaction.source;
    case R.UpdateMessage:
      return updateSource(world, interaction, data, files);
    case R.ApplicationCommandAutocompleteResult: {
      const given = check(choices, data, ['data']).choices.map(({ name, value }) => ({ name, value }));
      finish(interaction);
      interaction.settle({ kind: 'choices', choices: given });
      return null;
    }
    default:
      openForm(world, interaction, data);
      return null;
  }
}

function finish(interaction: Interaction): void {
  interaction.acknowledged = true;
}

function updateSource(
  world: World,
  interaction: Interaction,
  data: JsonValue | undefined,
  files: readonly UploadedFile[],
): Message {
  const source = interaction.source;
  if (source === null) throw refuse(10008);
  edit(world, source, data, files, ['data']);
  interaction.original = source;
  finish(interaction);
  interaction.settle({ kind: 'updated', message: source });
  return source;
}

function openForm(world: World, interaction: Interaction, data: JsonValue | undefined): void {
  const { customId, title, components } = checkModal(data);
  const modal = { interactionId: interaction.id, customId, title, components };
  world.interactions.openForm({ customId, components, by: interaction });
  finish(interaction);
  world.emit({ kind: 'modal-opened', userId: interaction.userId, modal });
  interaction.settle({ kind: 'modal', modal });
}

/** How Discord marks the answer: by command, by context menu, or as a reply to the pressed message. */
function answerType(interaction: Interaction): number {
  if (interaction.source !== null) return MessageType.Reply;
  if (interaction.commandType === ApplicationCommandType.ChatInput) return MessageType.ChatInputCommand;
  return interaction.commandType === null ? MessageType.Default : MessageType.ContextMenuCommand;
}

function frameOf(world: World, interaction: Interaction) {
  const source = interaction.source;
  return {
    channel: world.channel(interaction.channelId),
    authorId: world.botId,
    reference: source === null ? null : { type: 0 as const, messageId: source.id, channelId: source.channelId },
    interaction: { id: interaction.id, type: interaction.type, userId: interaction.userId, name: interaction.name },
  };
}

function placeholder(world: World, interaction: Interaction, flags: number): Message {
  const onlyFor = (flags & EPHEMERAL) === 0 ? null : interaction.userId;
  return post(world, { ...frameOf(world, interaction), type: answerType(interaction), flags: LOADING, onlyFor });
}

function say(
  world: World,
  interaction: Interaction,
  data: JsonValue | undefined,
  files: readonly UploadedFile[],
  followUpTo: Message | null,
  at: readonly string[] = [],
): Message {
  const checked = checkCreate(data, files, 'answer', at);
  const flags = checked.body.flags ?? 0;
  const frame = frameOf(world, interaction);
  const message = post(world, {
    ...frame,
    reference:
      followUpTo === null ? frame.reference : { type: 0, messageId: followUpTo.id, channelId: followUpTo.channelId },
    type: followUpTo === null ? answerType(interaction) : MessageType.Reply,
    content: checked.body.content ?? '',
    flags: flags & SETTABLE,
    embeds: checked.embeds ?? [],
    components: checked.components ?? [],
    attachments: keepFiles(world, files, descriptions(checked.body)),
    allowedMentions: checked.body.allowed_mentions,
    onlyFor: (flags & EPHEMERAL) === 0 ? null : interaction.userId,
  });
  noteReceived(world, message, 'interaction');
  return message;
}

function edit(
  world: World,
  message: Message,
  raw: JsonValue | undefined,
  files: readonly UploadedFile[],
  at: readonly string[] = [],
): void {
  const wasLoading = (message.flags & LOADING) !== 0;
  const checked = checkEdit(raw, files, message.flags, at);
  const before = message.flags;
  message.flags &= ~LOADING;
  try {
    applyEdit(world, world.channel(message.channelId), message, checked, files);
  } catch (error) {
    message.flags = before;
    throw error;
  }
  if (wasLoading) noteReceived(world, message, 'interaction');
}

/** @throws ApiError 50027, 10015 */
export function interactionByToken(world: World, applicationId: string, token: string): Interaction {
  if (applicationId !== world.application.id) throw refuse(10015);
  return world.interactions.byToken(token, world.clock.now(), world.settings);
}

/** A further message. The first one after a deferral fills its placeholder instead and keeps its privacy. */
export function followUp(
  world: World,
  interaction: Interaction,
  raw: JsonValue | undefined,
  files: readonly UploadedFile[],
): Message {
  if (interaction.waiting && interaction.original !== null) {
    return editAnswer(world, interaction, '@original', raw, files);
  }
  return say(world, interaction, raw, files, interaction.original);
}

/** @throws ApiError 10008 when it is gone */
export function answerMessage(world: World, interaction: Interaction, messageId: string): Message {
  const message =
    messageId === '@original'
      ? interaction.original
      : (world.ephemeral.get(messageId) ?? inChannel(world, interaction, messageId));
  if (message === null || !isThere(world, message)) throw refuse(10008);
  const own = message === interaction.original || message.interaction?.id === interaction.id;
  if (!own) throw refuse(10008);
  return message;
}

function inChannel(world: World, interaction: Interaction, messageId: string): Message | null {
  return world.channels.get(interaction.channelId)?.log.get(messageId) ?? null;
}

function isThere(world: World, message: Message): boolean {
  if (message.onlyFor !== null) return world.ephemeral.has(message.id);
  return world.channels.get(message.channelId)?.log.get(message.id) !== undefined;
}

export function editAnswer(
  world: World,
  interaction: Interaction,
  messageId: string,
  raw: JsonValue | undefined,
  files: readonly UploadedFile[],
): Message {
  const message = answerMessage(world, interaction, messageId);
  edit(world, message, raw, files);
  if (message === interaction.original) interaction.waiting = false;
  return message;
}

export function deleteAnswer(world: World, interaction: Interaction, messageId: string): void {
  const message = answerMessage(world, interaction, messageId);
  if (message === interaction.original) interaction.waiting = false;
  const channel = world.channel(message.channelId);
  if (message.onlyFor === null) {
    removeMessages(world, channel, [message]);
    return;
  }
  world.ephemeral.delete(message.id);
  world.emit({ kind: 'messages-deleted', channel, messages: [message], bulk: false });
}
