import type { MunicipalityId } from '../ids.ts';
import { dayMs, hourMs } from '../time.ts';
import type { Instant } from '../time.ts';
import { isUrgent } from '../triage/assessment.ts';
import type { Severity } from '../triage/assessment.ts';

/** How many messages the service has turned away since the intake stopped. No words and no senders. */
export interface StoppedContacts {
  readonly from: Instant;
  readonly last: Instant;
  readonly messages: number;
  /** Of these, those that were assessed as serious or acute. */
  readonly worrying: number;
}

/** After this long without any, the next one begins a new count. */
const sameStopMs = 30 * dayMs;

/** One more message that was turned away. */
export function turnedAway(known: StoppedContacts | undefined, severity: Severity, at: Instant): StoppedContacts {
  const before =
    known && known.messages > 0 && at - known.last <= sameStopMs ? known : { from: at, messages: 0, worrying: 0 };
  return {
    from: before.from,
    last: at,
    messages: before.messages + 1,
    worrying: before.worrying + (isUrgent(severity) ? 1 : 0),
  };
}

/**
 * Staff are told under this id, and the same id is told once: of a worrying message every hour, of the others every day.
 */
export const turnedAwayRow = (about: MunicipalityId, severity: Severity, at: Instant): string =>
  isUrgent(severity)
    ? `stopped:${about}:${severity}:${Math.floor(at / hourMs)}`
    : `stopped:${about}:${Math.floor(at / dayMs)}`;
