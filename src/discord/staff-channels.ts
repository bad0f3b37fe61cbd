import type { REST } from '@discordjs/rest';
import { ChannelType, OverwriteType, PermissionFlagsBits, Routes } from 'discord-api-types/v10';
import type { APIChannel, APIRole, APIThreadChannel } from 'discord-api-types/v10';
import { isSnowflake } from '../core/ids.ts';
import type { Snowflake } from '../core/ids.ts';
import type { Municipality } from '../core/municipality.ts';
import { secondMs } from '../core/time.ts';
import type { Clock } from '../ports.ts';
import { refusalOf } from './refusal.ts';

/** Whether a channel may hear about cases, as Discord says it right now. */
export type ChannelFitness = 'private' | 'public' | 'other-guild' | 'gone';

export interface StaffChannels {
  /** The staff channel and then its fallbacks, those that are private and of this municipality's own guild. */
  usable(municipality: Municipality): Promise<readonly Snowflake[]>;
  /** Fitness of a channel, or of a thread's parent. */
  fitness(municipality: Municipality, channelId: Snowflake): Promise<ChannelFitness>;
}

/** Discord's answer is trusted this long: short, since a channel can be made public at any moment (F-26). */
const trustMs = 2 * secondMs;

/**
 * Asks Discord before posting where a case may be shown. A channel that @everyone can see, or that belongs to another
 * guild, is never used. Source: DESIGN §5 Security, F-22, F-25, F-26.
 */
export function createStaffChannels(rest: REST, now: Clock): StaffChannels {
  const known = new Map<string, { readonly at: number; readonly answer: Promise<unknown> }>();

  const ask = <Answer>(route: `/${string}`): Promise<Answer> => {
    const fresh = known.get(route);
    if (fresh && now() - fresh.at < trustMs) return fresh.answer as Promise<Answer>;
    const answer = rest.get(route) as Promise<Answer>;
    known.set(route, { at: now(), answer });
    answer.catch(() => known.delete(route));
    return answer;
  };

  async function fitness(municipality: Municipality, channelId: Snowflake): Promise<ChannelFitness> {
    try {
      const channel = await ask<APIChannel>(Routes.channel(channelId));
      if (!('guild_id' in channel) || channel.guild_id !== municipality.guildId) return 'other-guild';
      if (isThread(channel)) {
        const parent = channel.parent_id ?? '';
        return isSnowflake(parent) ? await fitness(municipality, parent) : 'gone';
      }
      const roles = await ask<readonly APIRole[]>(Routes.guildRoles(municipality.guildId));
      const overwrites = 'permission_overwrites' in channel ? (channel.permission_overwrites ?? []) : [];
      return everyoneCanSee(municipality.guildId, roles, overwrites) ? 'public' : 'private';
    } catch (fault) {
      if (refusalOf(fault).kind === 'undeliverable') return 'gone';
      throw fault;
    }
  }

  return {
    fitness,
    async usable(municipality) {
      const candidates = [municipality.staffChannelId, ...municipality.fallbackChannelIds];
      const judged = await Promise.all(
        candidates.map(async (channelId) => ({ channelId, is: await fitness(municipality, channelId) })),
      );
      return judged.filter(({ is }) => is === 'private').map(({ channelId }) => channelId);
    },
  };
}

const threads: readonly ChannelType[] = [
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
];
const isThread = (channel: APIChannel): channel is APIThreadChannel => threads.includes(channel.type);

function everyoneCanSee(
  guildId: Snowflake,
  roles: readonly APIRole[],
  overwrites: readonly {
    readonly id: string;
    readonly type: OverwriteType;
    readonly allow: string;
    readonly deny: string;
  }[],
): boolean {
  const view = PermissionFlagsBits.ViewChannel;
  const everyone = roles.find(({ id }) => id === guildId);
  const own = overwrites.find(({ id, type }) => id === guildId && type === OverwriteType.Role);
  if (own && (BigInt(own.allow) & view) !== 0n) return true;
  if (own && (BigInt(own.deny) & view) !== 0n) return false;
  return everyone === undefined || (BigInt(everyone.permissions) & view) !== 0n;
}
