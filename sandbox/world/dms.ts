import { ChannelType } from '../discord-codes.ts';
import { refuse } from '../errors.ts';
import { blankChannel } from './blank-channel.ts';
import type { Channel } from './model.ts';
import type { World } from './world.ts';

/** The DM channel between the bot and a person; made at first use. @throws ApiError 50033 for the bot itself or nobody */
export function openDm(world: World, userId: string): Channel {
  const user = world.users.get(userId);
  if (user === undefined || user.bot) throw refuse(50033);
  const known = world.dmByUser.get(userId);
  if (known !== undefined) return world.channel(known);
  const channel: Channel = {
    ...blankChannel(world.mint.next(), ChannelType.DM, null, user.displayName),
    recipientId: userId,
  };
  world.channels.set(channel.id, channel);
  world.dmByUser.set(userId, channel.id);
  world.emit({ kind: 'channel-created', channel });
  return channel;
}
