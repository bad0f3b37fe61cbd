import { Routes } from 'discord-api-types/v10';
import type { APIMessage } from 'discord-api-types/v10';
import type { Snowflake } from '../core/ids.ts';
import { minuteMs, secondMs } from '../core/time.ts';
import type { Instant } from '../core/time.ts';
import type { DmCursor, InboxEntry, Store } from '../ports.ts';
import { translateMessage } from './translate.ts';

/** Reads one page of history; waits for its turn behind everything more urgent. */
export type ReadPage = (route: `/${string}`, query: URLSearchParams) => Promise<readonly APIMessage[]>;

interface Deps {
  readonly readPage: ReadPage;
  readonly store: Pick<Store, 'listDmCursors'>;
  readonly translating: () => Parameters<typeof translateMessage>[1];
  readonly accept: (entry: InboxEntry) => Promise<void>;
  readonly onFault: (fault: unknown) => void;
  /** Whether Discord will never show this channel again, whatever is asked. */
  readonly isFinal: (fault: unknown) => boolean;
}

const pageSize = 100;
/** Our clock may be this much ahead of Discord's; reading a little twice costs nothing. */
const clockSlackMs = 2 * minuteMs;
const longestWaitMs = minuteMs;
const discordEpochMs = 1_420_070_400_000n;

/**
 * Reads back what was written in every known DM channel, for when the session was lost. Discord answers newest first;
 * entries go in oldest first. A message the gateway gives as well is the same inbox entry. A channel that cannot be read
 * now is tried again after the others. Resolves when every channel has been read, or will never be.
 * Source: RELIABILITY F-19, F-21.
 */
export const makeCatchUp = ({ readPage, store, translating, accept, onFault, isFinal }: Deps) => {
  async function readBack({ channelId, lastMessageId }: DmCursor, since: Snowflake): Promise<void> {
    let after: Snowflake | undefined = earlier(lastMessageId, since);
    while (after) {
      const query = new URLSearchParams({ after, limit: String(pageSize) });
      const page = inOrder(await readPage(Routes.channelMessages(channelId), query));
      for (const message of page) {
        const entry = translateMessage(message, translating());
        if (entry) await accept(entry);
      }
      after = page.length === pageSize ? (page.at(-1)?.id as Snowflake | undefined) : undefined;
    }
  }

  /** @param from a channel whose last known message is newer is read from here all the same */
  return async (from: Instant, isStopping: () => boolean): Promise<'done' | 'stopped'> => {
    const since = String((BigInt(Math.trunc(from - clockSlackMs)) - discordEpochMs) << 22n) as Snowflake;
    let left: readonly DmCursor[] = await store.listDmCursors();
    for (let waitMs = secondMs; left.length > 0; waitMs = Math.min(waitMs * 2, longestWaitMs)) {
      const again: DmCursor[] = [];
      for (const cursor of left) {
        if (isStopping()) return 'stopped';
        try {
          await readBack(cursor, since);
        } catch (fault) {
          onFault(fault);
          if (!isFinal(fault)) again.push(cursor);
        }
      }
      left = again;
      if (left.length > 0) await new Promise((resolve) => setTimeout(resolve, waitMs).unref());
    }
    return 'done';
  };
};

const earlier = (a: Snowflake, b: Snowflake): Snowflake => (BigInt(a) < BigInt(b) ? a : b);

const inOrder = (page: readonly APIMessage[]): readonly APIMessage[] =>
  page.toSorted((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
