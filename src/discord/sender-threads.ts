import { ChannelType, Routes } from 'discord-api-types/v10';
import type { APIThreadChannel, RESTGetAPIGuildThreadsResult } from 'discord-api-types/v10';
import type { Snowflake } from '../core/ids.ts';
import type { Municipality } from '../core/municipality.ts';
import type { Posted } from '../core/outbox.ts';
import type { Urgency } from './budget.ts';
import type { PacedRest } from './paced-rest.ts';
import { snowflake } from './posting.ts';
import { refusalOf } from './refusal.ts';

export interface SenderThreads {
  /** A private thread with this person under a card of the municipality; nothing where no such server will have one. */
  open(municipality: Municipality, userId: Snowflake, name: string, urgency: Urgency): Promise<Posted | undefined>;
  /** Whether the thread is private still. */
  isPrivate(threadId: Snowflake, urgency: Urgency): Promise<boolean>;
}

/**
 * Where a sender who takes no direct messages is told of a reply: never in the open. Nobody in the thread may bring in
 * others. Source: DESIGN §5 Entrances, 50007.
 */
export function createSenderThreads(rest: PacedRest, botId: Snowflake): SenderThreads {
  /** The answer, or nothing when Discord refuses for good. */
  async function unlessRefused<Answer>(work: Promise<Answer>): Promise<Answer | undefined> {
    try {
      return await work;
    } catch (fault) {
      if (refusalOf(fault).kind === 'undeliverable') return undefined;
      throw fault;
    }
  }

  return {
    async isPrivate(threadId, urgency) {
      const thread = await rest.get<{ readonly type: ChannelType }>(Routes.channel(threadId), { urgency });
      return thread.type === ChannelType.PrivateThread;
    },
    async open({ gameGuilds }, userId, name, urgency) {
      for (const { guildId, cardChannelId } of gameGuilds) {
        const member = await unlessRefused(rest.get<object>(Routes.guildMember(guildId, userId), { urgency }));
        const active =
          member &&
          (await unlessRefused(
            rest.get<RESTGetAPIGuildThreadsResult>(Routes.guildActiveThreads(guildId), { urgency }),
          ));
        if (!active) continue;
        // An earlier attempt may have made it unseen.
        const made = (active.threads as readonly APIThreadChannel[]).find(
          (thread) =>
            thread.type === ChannelType.PrivateThread &&
            thread.parent_id === cardChannelId &&
            thread.owner_id === botId &&
            thread.name === name,
        );
        const body = { name, type: ChannelType.PrivateThread, invitable: false, auto_archive_duration: 10_080 };
        const thread =
          made ?? (await unlessRefused(rest.post<APIThreadChannel>(Routes.threads(cardChannelId), { urgency, body })));
        if (!thread) continue;
        const added = await unlessRefused(
          rest.put(Routes.threadMembers(thread.id, userId), { urgency }).then(() => true),
        );
        if (added) return { channelId: snowflake(thread.id), messageId: snowflake(thread.id) };
      }
      return undefined;
    },
  };
}
