import { stateAt } from './hours/opening-state.ts';
import type { Schedule } from './hours/schedule.ts';
import type { Severity } from './triage/assessment.ts';
import { dayMs, hourMs, minuteMs } from './time.ts';
import type { Instant } from './time.ts';

/** How long staff may set a case aside. */
export const snoozeChoices = ['half-hour', 'hour', 'four-hours', 'next-opening'] as const;
export type SnoozeChoice = (typeof snoozeChoices)[number];

/** How long a sender has before a conversation closes by itself. */
export const closeLaterChoices = ['hour', 'four-hours', 'day', 'three-days'] as const;
export type CloseLaterChoice = (typeof closeLaterChoices)[number];

const lasts: Readonly<Record<Exclude<SnoozeChoice, 'next-opening'> | CloseLaterChoice, number>> = {
  'half-hour': 30 * minuteMs,
  hour: hourMs,
  'four-hours': 4 * hourMs,
  day: dayMs,
  'three-days': 3 * dayMs,
};

/** A case is never set aside longer than this, whatever the opening hours say. */
const longestMs = 7 * dayMs;

/** When what was set aside comes back. Where no opening is planned, the next one is a day from now. */
export function setAsideUntil(choice: SnoozeChoice | CloseLaterChoice, schedule: Schedule, now: Instant): Instant {
  if (choice !== 'next-opening') return now + lasts[choice];
  return Math.min(nextOpening(schedule, now) ?? now + dayMs, now + longestMs);
}

function nextOpening(schedule: Schedule, now: Instant): Instant | undefined {
  const state = stateAt(schedule, now);
  if (state.kind === 'closed') return state.next;
  if (state.until === undefined) return undefined;
  const after = stateAt(schedule, state.until);
  return after.kind === 'closed' ? after.next : undefined;
}

/** Worrying cases are reminded of sooner than the municipality's own limit. Milliseconds. */
const soonest: Readonly<Record<Severity, number>> = {
  none: Infinity,
  concern: Infinity,
  serious: 15 * minuteMs,
  acute: 10 * minuteMs,
};

/**
 * How long a sender waits before staff are reminded; each further reminder waits twice as long, at most a day.
 * @param reminder from 0
 */
export const unansweredMs = (severity: Severity, unansweredMinutes: number, reminder = 0): number =>
  Math.min(Math.min(unansweredMinutes * minuteMs, soonest[severity]) * 2 ** reminder, dayMs);
