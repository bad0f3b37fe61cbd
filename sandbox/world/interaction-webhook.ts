import { refuse } from '../errors.ts';
import type { JsonValue } from '../json.ts';
import type { UploadedFile } from '../validation/message.ts';
import { removeMessages } from './bot-messages.ts';
import type { Interaction } from './interaction-desk.ts';
import { changeAnswer, speak } from './interaction-speech.ts';
import type { Message } from './model.ts';
import type { World } from './world.ts';

/** The webhook behind an interaction: later messages, changes and removals. Source: Discord API docs, "Followup Messages". */

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
  return speak(world, interaction, raw, files, interaction.original);
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
  changeAnswer(world, message, raw, files);
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
