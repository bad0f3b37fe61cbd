import { Routes } from 'discord-api-types/v10';
import type { APIMessage } from 'discord-api-types/v10';
import { isSnowflake } from '../core/ids.ts';
import type { Snowflake } from '../core/ids.ts';
import type { Posted } from '../core/outbox.ts';
import { secondMs } from '../core/time.ts';
import type { Instant } from '../core/time.ts';
import type { Handling } from '../ports.ts';
import type { PacedRest } from './paced-rest.ts';
import type { MessageBody } from './views/body.ts';

/** Posts that Discord makes once, however often they are sent. */
export interface Posting {
  /** @throws the library's fault */
  post(channelId: Snowflake, body: MessageBody, how: Handling, part?: number): Promise<Posted>;
  /** An own post of this part in one of the places, when an earlier attempt may have arrived unseen. */
  findCopy(places: readonly Snowflake[], how: Handling, part?: number): Promise<Posted | undefined>;
}

/** Clocks of ours and Discord's may differ by this much when a copy is looked for. */
const clockSlackMs = 30 * secondMs;
const pageSize = 100;
/** More posts than this in one channel since the first attempt are not looked through. */
const mostPages = 20;
const discordEpochMs = 1_420_070_400_000n;

export function createPosting(rest: PacedRest, botId: Snowflake): Posting {
  return {
    async post(channelId, body, { nonce, urgency, attempt, notAfter }, part = 0) {
      const sent = await rest.post<APIMessage>(Routes.channelMessages(channelId), {
        urgency,
        channelId,
        ...(notAfter === undefined ? {} : { notAfter }),
        attempt,
        body: { ...body, nonce: nonce(part), enforce_nonce: true },
      });
      return { channelId: snowflake(sent.channel_id), messageId: snowflake(sent.id) };
    },

    async findCopy(places, { marker, lookForCopySince, urgency }, part = 0) {
      if (lookForCopySince === undefined) return undefined;
      const since = snowflakeAt(lookForCopySince + rest.clockAheadMs() - clockSlackMs);
      for (const channelId of places) {
        let after = since;
        for (let pages = 0; pages < mostPages; pages += 1) {
          const query = new URLSearchParams({ after, limit: String(pageSize) });
          const page = await rest.get<readonly APIMessage[]>(Routes.channelMessages(channelId), { urgency, query });
          const own = page.find((message) => isOwn(message, botId, partMarker(marker, part)));
          if (own) return { channelId, messageId: snowflake(own.id) };
          if (page.length < pageSize) break;
          after = newest(page);
        }
      }
      return undefined;
    },
  };
}

/** Each further part of a long text carries the next number. */
const partMarker = (marker: number, part: number): number => ((marker - 1 + part) % 0x7fff_ffff) + 1;

const isOwn = ({ author, components }: APIMessage, botId: Snowflake, marker: number): boolean =>
  author.id === botId && components?.some(({ id }) => id === marker) === true;

const newest = (page: readonly APIMessage[]): string =>
  page.reduce((latest, { id }) => (BigInt(id) > BigInt(latest) ? id : latest), '0');

const snowflakeAt = (instant: Instant): string => String((BigInt(Math.trunc(instant)) - discordEpochMs) << 22n);

/** @throws Error when Discord's id is none */
export function snowflake(id: string): Snowflake {
  if (!isSnowflake(id)) throw new Error('Discord gave an id that is no snowflake');
  return id;
}
