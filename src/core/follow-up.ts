import { debriefReminderMs, referralRemindersMs } from './incident/aftercare.ts';
import type { CaseId, Lane, MunicipalityId } from './ids.ts';
import type { FollowUp, OutboxEntry } from './outbox.ts';
import { dayMs } from './time.ts';
import type { Instant } from './time.ts';

interface About {
  /** What caused it; makes the rows' ids. */
  readonly cause: string;
  readonly lane: Lane;
  readonly municipalityId: MunicipalityId;
  readonly caseId: CaseId;
  readonly caseNumber: number;
  readonly at: Instant;
}

/** A reminder nobody could be given in a week is about something else by then. */
const aliveMs = 7 * dayMs;

const whenAfterMs: Readonly<Record<FollowUp['kind'], readonly number[]>> = {
  referral: referralRemindersMs,
  debrief: [debriefReminderMs],
  'moved-away': [0],
};

/** Reminders planned now; each is void when what it is about is done. They outlive the conversation. */
export function queueFollowUps(to: About, about: FollowUp): readonly OutboxEntry[] {
  const { cause, lane, municipalityId, caseId, caseNumber, at } = to;
  return whenAfterMs[about.kind].map((ms, step) => ({
    id: `${cause}:${about.kind}-${step}`,
    lane,
    priority: 2,
    dispatch: { kind: 'follow-up', municipalityId, caseId, caseNumber, about },
    queuedAt: at,
    notBefore: at + ms,
    eraseAt: at + ms + aliveMs,
  }));
}
