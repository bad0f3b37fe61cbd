import { ChannelType, PermissionFlagsBits as P } from '../discord-codes.ts';
import { ApiError } from '../errors.ts';
import type { Wire } from '../json.ts';
import type { Interaction, Receipt } from './interaction-desk.ts';
import type { Channel, Message } from './model.ts';
import { canSee, channelPermissions, has } from './permissions.ts';
import { wireChannel, wireMember, wireMemberPart, wireUser } from './wire.ts';
import { wireMessage } from './wire-message.ts';
import type { World } from './world.ts';

/** What a person tried is not possible in Discord's client. */
export function notPossible(message: string): ApiError {
  return new ApiError(400, 0, message);
}

/** A channel the person sees; a DM only when it is their own. @throws ApiError 403 */
export function channelFor(world: World, userId: string, channelId: string): Channel {
  const channel = world.channel(channelId);
  if (!canSee(world, channel, userId)) throw new ApiError(403, 50001, 'Missing Access');
  return channel;
}

/** A message the person sees, also an ephemeral one of theirs. @throws ApiError 404 */
export function messageFor(world: World, userId: string, channel: Channel, messageId: string): Message {
  const apart = world.ephemeral.get(messageId);
  const message = apart?.onlyFor === userId ? apart : channel.log.get(messageId);
  if (message?.channelId !== channel.id) throw new ApiError(404, 10008, 'Unknown Message');
  return message;
}

export interface Started {
  readonly userId: string;
  readonly channel: Channel;
  readonly type: Interaction['type'];
  readonly data: Wire;
  readonly name?: string;
  readonly commandType?: number;
  readonly source?: Message | null;
}

/** Sends an interaction to the bot and waits for what the person sees, at most the time of a first answer. */
export async function startInteraction(
  world: World,
  { userId, channel, type, data, name, commandType, source = null }: Started,
): Promise<{ readonly interaction: Interaction; readonly receipt: Receipt }> {
  const { interaction, seen } = world.interactions.begin(
    {
      id: world.mint.next(),
      type,
      userId,
      channelId: channel.id,
      guildId: channel.guildId,
      name: name ?? null,
      commandType: commandType ?? null,
      source,
      openedAt: world.clock.now(),
    },
    world.settings,
  );
  const isReached = (world.guildOf(channel)?.botState ?? 'member') === 'member';
  if (isReached)
    world.emit({
      kind: 'interaction',
      guildId: channel.guildId,
      payload: payloadOf(world, interaction, channel, data),
    });
  const receipt = await seen;
  if (receipt.kind === 'failed') world.emit({ kind: 'interaction-failed', interactionId: interaction.id, userId });
  return { interaction, receipt };
}

const ATTACHMENT_LIMIT_BYTES = 10 * 1024 * 1024;

function payloadOf(world: World, interaction: Interaction, channel: Channel, data: Wire): Wire {
  const user = world.user(interaction.userId);
  const guild = world.guildOf(channel);
  const shared = {
    id: interaction.id,
    application_id: world.application.id,
    type: interaction.type,
    token: interaction.token,
    version: 1,
    data,
    channel_id: channel.id,
    channel: { ...wireChannel(world, channel), permissions: channelPermissions(world, channel, user.id).toString() },
    locale: user.locale,
    app_permissions: channelPermissions(world, channel, world.botId).toString(),
    entitlements: [],
    attachment_size_limit: ATTACHMENT_LIMIT_BYTES,
    ...(interaction.source === null ? {} : { message: wireMessage(world, interaction.source) }),
  };
  if (guild === null) {
    return { ...shared, user: wireUser(user), context: 1, authorizing_integration_owners: { '0': '0' } };
  }
  const member = world.member(guild, user.id);
  return {
    ...shared,
    guild_id: guild.id,
    guild: { id: guild.id, locale: guild.locale, features: ['COMMUNITY'] },
    guild_locale: guild.locale,
    member: { ...wireMember(world, member), permissions: channelPermissions(world, channel, user.id).toString() },
    context: 0,
    authorizing_integration_owners: { '0': guild.id },
  };
}

/** What a select or an option resolves ids to. @throws ApiError 400 when an id is none of the allowed kinds */
export function resolve(
  world: World,
  channel: Channel,
  ids: readonly string[],
  kinds: readonly ('user' | 'role' | 'channel')[],
): Wire {
  const users: Wire = {};
  const members: Wire = {};
  const roles: Wire = {};
  const channels: Wire = {};
  const guild = world.guildOf(channel);
  for (const id of ids) {
    const user = kinds.includes('user') ? world.users.get(id) : undefined;
    const role = kinds.includes('role') ? guild?.roles.get(id) : undefined;
    const chosen = kinds.includes('channel') ? world.channels.get(id) : undefined;
    if (user !== undefined) {
      users[id] = wireUser(user);
      const member = guild?.members.get(id);
      if (guild !== null && member !== undefined) {
        const part = wireMemberPart(member);
        members[id] = { ...part, permissions: channelPermissions(world, channel, id).toString() };
      }
    } else if (role !== undefined) {
      roles[id] = {
        ...role,
        permissions: role.permissions.toString(),
        managed: role.botId !== null,
        color: 0,
        hoist: false,
      };
    } else if (chosen !== undefined && chosen.guildId === guild?.id) {
      channels[id] = {
        ...wireChannel(world, chosen),
        permissions: channelPermissions(world, chosen, world.botId).toString(),
      };
    } else {
      throw notPossible(`${id} cannot be chosen here`);
    }
  }
  const filled = Object.entries({ users, members, roles, channels }).filter(
    ([, found]) => Object.keys(found).length > 0,
  );
  return Object.fromEntries(filled);
}

/** People may use the app's commands here. */
export function mayUseCommands(world: World, channel: Channel, userId: string): boolean {
  const granted = channelPermissions(world, channel, userId);
  return channel.type === ChannelType.DM || has(granted, P.ViewChannel | P.UseApplicationCommands);
}
