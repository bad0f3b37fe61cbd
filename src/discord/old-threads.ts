import type { REST } from '@discordjs/rest';
import { ChannelType, Routes } from 'discord-api-types/v10';
import type { APIThreadChannel } from 'discord-api-types/v10';
import { isSnowflake, snowflakeInstant } from '../core/ids.ts';
import type { Snowflake } from '../core/ids.ts';
import type { Municipality } from '../core/municipality.ts';
import type { Instant } from '../core/time.ts';

interface Threads {
  readonly threads: readonly Pick<APIThreadChannel, 'id' | 'owner_id' | 'parent_id' | 'last_message_id' | 'type'>[];
}

/**
 * Threads the service began in the staff channels with no message since then: those in use, and the newest hundred of those
 * Discord has put away.
 */
export const createThreadCount =
  (rest: Pick<REST, 'get'>, botId: Snowflake, onFault: (fault: unknown) => void) =>
  async (municipality: Municipality, before: Instant): Promise<number | undefined> => {
    const channels = [municipality.staffChannelId, ...municipality.fallbackChannelIds];
    try {
      const active = (await rest.get(Routes.guildActiveThreads(municipality.guildId))) as Threads;
      const archived = await Promise.all(
        channels.map((channel) => rest.get(Routes.channelThreads(channel, 'public')) as Promise<Threads>),
      );
      const ids = [active, ...archived]
        .flatMap(({ threads }) => threads)
        .filter(
          ({ owner_id: owner, parent_id: parent, type }) =>
            owner === botId && type === ChannelType.PublicThread && channels.some((channel) => channel === parent),
        )
        .filter(({ id, last_message_id: last }) => writtenAt(last ?? id) < before)
        .map(({ id }) => id);
      return new Set(ids).size;
    } catch (fault) {
      onFault(fault);
      return undefined;
    }
  };

const writtenAt = (id: string): Instant => (isSnowflake(id) ? snowflakeInstant(id) : Number.MAX_SAFE_INTEGER);
