import { DiscordAPIError, RateLimitError } from '@discordjs/rest';
import { RESTJSONErrorCodes } from 'discord-api-types/v10';
import type { UndeliverableReason } from '../core/outbox.ts';
import type { Delivery } from '../ports.ts';

/** No server is shared with the user any more; not yet named in the library. */
const noMutualGuilds = 50_278;

const permanent: ReadonlyMap<number, UndeliverableReason> = new Map([
  [RESTJSONErrorCodes.CannotSendMessagesToThisUser, 'dm-closed'],
  [noMutualGuilds, 'dm-closed'],
  [RESTJSONErrorCodes.UnknownChannel, 'channel-gone'],
  [RESTJSONErrorCodes.UnknownMessage, 'channel-gone'],
  [RESTJSONErrorCodes.UnknownUser, 'dm-closed'],
  [RESTJSONErrorCodes.MissingAccess, 'no-permission'],
  [RESTJSONErrorCodes.MissingPermissions, 'no-permission'],
  [RESTJSONErrorCodes.ThreadLocked, 'no-permission'],
  [RESTJSONErrorCodes.InvalidActionOnArchivedThread, 'no-permission'],
  [RESTJSONErrorCodes.InvalidFormBodyOrContentType, 'rejected'],
]);

/** A code we do not know is judged by its status: what is forbidden or gone stays so for now. */
function byStatus(fault: unknown): UndeliverableReason | undefined {
  if (!(fault instanceof DiscordAPIError)) return undefined;
  if (fault.status === 403) return 'no-permission';
  return fault.status === 404 ? 'channel-gone' : undefined;
}

export const discordCode = (fault: unknown): number | undefined =>
  fault instanceof DiscordAPIError && typeof fault.code === 'number' ? fault.code : undefined;

export const isUnauthorised = (fault: unknown): boolean => fault instanceof DiscordAPIError && fault.status === 401;

/** Whether the same request may well succeed at once: no refusal, and no limit that asks for a pause. */
export const isPassing = (fault: unknown): boolean =>
  !(fault instanceof RateLimitError) && !isUnauthorised(fault) && refusalOf(fault).kind === 'later';

/** What a failed request means: a refusal that stands, or a pause. Unknown trouble is a pause, so that nothing is given up. */
export function refusalOf(fault: unknown): Exclude<Delivery, { kind: 'posted' }> {
  const reason = permanent.get(discordCode(fault) ?? 0) ?? byStatus(fault);
  if (reason) return { kind: 'undeliverable', reason };
  return fault instanceof RateLimitError ? { kind: 'later', afterMs: fault.retryAfter } : { kind: 'later' };
}
