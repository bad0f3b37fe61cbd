import { ApplicationCommandType, MessageFlags, MessageType } from '../discord-codes.ts';
import type { JsonValue } from '../json.ts';
import { checkCreate, checkEdit, type UploadedFile } from '../validation/message.ts';
import { applyEdit, descriptions } from './bot-messages.ts';
import type { Interaction } from './interaction-desk.ts';
import type { Message } from './model.ts';
import { keepFiles, noteReceived, post } from './posting.ts';
import type { World } from './world.ts';

/** Messages the bot shows through an interaction. */

const EPHEMERAL = MessageFlags.Ephemeral;
const LOADING = MessageFlags.Loading;
const SETTABLE = MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.IsComponentsV2;

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

/** «… tenker»: a message to be filled later. @param flags may make it ephemeral */
export function showPlaceholder(world: World, interaction: Interaction, flags: number): Message {
  const onlyFor = (flags & EPHEMERAL) === 0 ? null : interaction.userId;
  return post(world, { ...frameOf(world, interaction), type: answerType(interaction), flags: LOADING, onlyFor });
}

/** A message as answer, or as follow-up to an earlier one. @param at where it lies in the body, for the paths of faults */
export function speak(
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

/** Changes an answer; a placeholder becomes the message. */
export function changeAnswer(
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
