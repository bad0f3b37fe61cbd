import { ChannelType, OverwriteType, PermissionFlagsBits, Routes } from 'discord-api-types/v10';
import type { APIChannel, APIRole } from 'discord-api-types/v10';
import { isSnowflake } from '../core/ids.ts';
import type { Snowflake } from '../core/ids.ts';
import type { Municipality } from '../core/municipality.ts';
import { secondMs } from '../core/time.ts';
import type { PacedRest } from './paced-rest.ts';
import type { RefusedChannels } from './refused-channels.ts';
import { refusalOf } from './refusal.ts';

/** Whether a channel may hear about cases, as Discord says it right now. */
export type ChannelFitness = 'private' | 'public' | 'other-guild' | 'gone';

export interface StaffChannels {
  /** The staff channel and then its fallbacks, those that are private and of this municipality's own guild. */
  usable(municipality: Municipality): Promise<readonly Snowflake[]>;
  /** Fitness of a channel, or of a thread's parent. */
  fitness(municipality: Municipality, channelId: Snowflake): Promise<ChannelFitness>;
}

interface Options {
  readonly rest: PacedRest;
  readonly refused: RefusedChannels;
  /** Milliseconds on a clock that never jumps. */
  readonly monotonic: () => number;
}

/** Discord's answer is trusted this long: short, since a channel can be made public at any moment (F-26). */
const trustMs = 0.5 * secondMs;

const threadTypes: ReadonlySet<ChannelType> = new Set([
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
]);

/**
 * Asks Discord before posting where a case may be shown. A channel that @everyone can see, or that belongs to another
 * guild, is never used. Source: DESIGN §5 Security, F-22, F-25, F-26.
 */
export function createStaffChannels({ rest, refused, monotonic }: Options): StaffChannels {
  const known = new Map<string, { readonly at: number; readonly answer: Promise<unknown> }>();

  const ask = <Answer>(route: `/${string}`): Promise<Answer> => {
    const fresh = known.get(route);
    if (fresh && monotonic() - fresh.at < trustMs) return fresh.answer as Promise<Answer>;
    const answer = rest.get<Answer>(route, { urgency: 0 });
    known.set(route, { at: monotonic(), answer });
    // Nothing is learnt from a request that failed; whoever waits for it hears of it.
    answer.catch(() => {
      if (known.get(route)?.answer === answer) known.delete(route);
    });
    return answer;
  };

  async function fitness(municipality: Municipality, channelId: Snowflake): Promise<ChannelFitness> {
    if (refused.restMs(channelId) > 0) return 'gone';
    try {
      const channel = await ask<APIChannel>(Routes.channel(channelId));
      if (!('guild_id' in channel) || channel.guild_id !== municipality.guildId) return 'other-guild';
      if (threadTypes.has(channel.type)) {
        const parent = ('parent_id' in channel ? channel.parent_id : undefined) ?? '';
        return isSnowflake(parent) ? await fitness(municipality, parent) : 'gone';
      }
      const roles = await ask<readonly APIRole[]>(Routes.guildRoles(municipality.guildId));
      const overwrites = 'permission_overwrites' in channel ? (channel.permission_overwrites ?? []) : [];
      return everyoneCanSee(municipality.guildId, roles, overwrites) ? 'public' : 'private';
    } catch (fault) {
      if (refusalOf(fault).kind !== 'undeliverable') throw fault;
      refused.refused(channelId);
      return 'gone';
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
