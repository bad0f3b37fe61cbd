import { PermissionFlagsBits as P } from '../discord-codes.ts';
import { refuse } from '../errors.ts';
import { messageIn } from './bot-messages.ts';
import { requireChannel } from './permissions.ts';
import type { World } from './world.ts';

/** Reactions and pins. */

const MOST_PINS = 50;

/** Adds a standard emoji. @throws ApiError 10014 for one the sandbox does not have, 50013 */
export function react(world: World, userId: string, channelId: string, messageId: string, emoji: string): void {
  const channel = requireChannel(world, userId, channelId, P.ReadMessageHistory);
  const message = messageIn(channel, messageId);
  if (!/\p{Extended_Pictographic}/u.test(emoji)) throw refuse(10014);
  const users = message.reactions.get(emoji);
  if (users === undefined) requireChannel(world, userId, channelId, P.AddReactions);
  message.reactions.set(emoji, new Set([...(users ?? []), userId]));
  world.emit({ kind: 'reaction', added: true, channel, message, userId, emoji });
}

/** Takes the own reaction away. @throws ApiError 10014 */
export function unreact(world: World, userId: string, channelId: string, messageId: string, emoji: string): void {
  const channel = requireChannel(world, userId, channelId, P.ReadMessageHistory);
  const message = messageIn(channel, messageId);
  const users = message.reactions.get(emoji);
  if (users?.delete(userId) !== true) throw refuse(10014);
  if (users.size === 0) message.reactions.delete(emoji);
  world.emit({ kind: 'reaction', added: false, channel, message, userId, emoji });
}

/** @throws ApiError 10008, 30003, 50013 */
export function changePin(world: World, channelId: string, messageId: string, pinned: boolean): void {
  const channel = requireChannel(world, world.botId, channelId);
  if (channel.recipientId === null) requireChannel(world, world.botId, channelId, P.PinMessages);
  const message = messageIn(channel, messageId);
  if (pinned && message.pinnedAt === null && channel.log.pinned().length >= MOST_PINS) throw refuse(30003);
  message.pinnedAt = pinned ? world.clock.now() : null;
  world.emit({ kind: 'message-updated', channel, message });
  world.emit({ kind: 'pins', channel });
}
