import type { REST } from '@discordjs/rest';
import { Routes } from 'discord-api-types/v10';
import type { APIMessage } from 'discord-api-types/v10';
import type { Snowflake } from '../core/ids.ts';
import type { InboxEntry, Store } from '../ports.ts';
import { translateMessage } from './translate.ts';

interface Deps {
  readonly rest: REST;
  readonly store: Pick<Store, 'listDmCursors'>;
  readonly translating: () => Parameters<typeof translateMessage>[1];
  readonly accept: (entry: InboxEntry) => Promise<void>;
  readonly onFault: (fault: unknown) => void;
}

const pageSize = 100;
/** Between pages, so that alerts have Discord's patience to themselves. */
const pauseMs = 50;

/**
 * Reads back what was written in every known DM channel since its last message, for when the session was lost. Discord
 * answers newest first; entries go in oldest first. A message the gateway gives as well is the same inbox entry. A
 * channel that cannot be read is passed over and does not hold up the next. Never rejects.
 * Source: RELIABILITY F-19, F-21.
 */
export function makeCatchUp({ rest, store, translating, accept, onFault }: Deps): () => Promise<void> {
  let running: Promise<void> | undefined;

  async function readBack(channelId: Snowflake, from: Snowflake): Promise<void> {
    let after: Snowflake | undefined = from;
    while (after) {
      const page = await pageAfter(rest, channelId, after);
      for (const message of page) {
        const entry = translateMessage(message, translating());
        if (entry) await accept(entry);
      }
      after = page.length === pageSize ? (page.at(-1)?.id as Snowflake | undefined) : undefined;
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }

  async function readAllBack(): Promise<void> {
    try {
      for (const { channelId, lastMessageId } of await store.listDmCursors()) {
        await readBack(channelId, lastMessageId).catch(onFault);
      }
    } catch (fault) {
      onFault(fault);
    }
  }

  return () => {
    running ??= readAllBack().finally(() => {
      running = undefined;
    });
    return running;
  };
}

async function pageAfter(rest: REST, channelId: Snowflake, after: Snowflake): Promise<readonly APIMessage[]> {
  const query = new URLSearchParams({ after, limit: String(pageSize) });
  const page = (await rest.get(Routes.channelMessages(channelId), { query })) as APIMessage[];
  return page.toSorted((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
}
