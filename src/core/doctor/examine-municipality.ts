import { isOverdue } from '../contacts/verification.ts';
import type { NationalContacts } from '../contacts/register.ts';
import { emptyBook, readApprovalBook } from '../approval/book.ts';
import { standingOf } from '../approval/standing.ts';
import { publicHolidayOn } from '../hours/public-holidays.ts';
import { scheduledIntervals } from '../hours/intervals.ts';
import { localDateOf } from '../hours/local-date.ts';
import { neverOpens } from '../hours/schedule.ts';
import type { Municipality } from '../municipality.ts';
import { minuteMs } from '../time.ts';
import type { Instant } from '../time.ts';
import type { Finding } from './finding.ts';

/** Two-way conversation is what the service is for. Source: 002:284–287. */
const strategy = 2;
/** How far ahead the hours are looked at, days. */
const aheadDays = 28;
/** When most pupils are at school, minutes of a school day. Evenings are when they are online. Source: 002:160. */
const schoolEnds = 15 * 60;

interface Examined {
  readonly municipality: Municipality;
  readonly national: NationalContacts;
  /** The stored setting `approval`, with undefined when there is none; nothing when the store could not be asked. */
  readonly recorded: { readonly approval: unknown } | undefined;
  readonly now: Instant;
}

/** What can be seen from settings and records alone. */
export const examineMunicipality = (examined: Examined): readonly Finding[] => [
  ...approvalFindings(examined),
  ...hoursFindings(examined),
  ...contactFindings(examined),
  ...alertFindings(examined),
];

function approvalFindings({ municipality, recorded, now }: Examined): readonly Finding[] {
  if (!recorded) return [];
  const book = recorded.approval === undefined ? emptyBook : readApprovalBook(recorded.approval);
  if (!book) return [{ kind: 'approval-unreadable' }];
  const on = (at: Instant) => localDateOf(at, municipality.hours.timeZone);
  const standing = standingOf(book, municipality, strategy, now);
  const found: Finding[] = [];
  if (standing.kind === 'locked') found.push({ kind: 'not-approved', strategy });
  if (standing.kind === 'expired') found.push({ kind: 'approval-expired', strategy, on: on(standing.at) });
  if (standing.kind === 'active' && standing.reviewSoon)
    found.push({ kind: 'review-soon', strategy, on: on(standing.until) });
  if (book.pause) found.push({ kind: 'intake-paused' });
  return found;
}

function hoursFindings({ municipality: { hours }, now }: Examined): readonly Finding[] {
  if (neverOpens(hours)) return [{ kind: 'never-open' }];
  const coming = scheduledIntervals(hours, localDateOf(now, hours.timeZone), aheadDays);
  return coming.length > 0 && coming.every(({ opens, closes }) => isInSchool(opens, closes, hours.timeZone))
    ? [{ kind: 'school-hours-only' }]
    : [];
}

function isInSchool(opens: Instant, closes: Instant, timeZone: string): boolean {
  const from = Temporal.Instant.fromEpochMilliseconds(opens).toZonedDateTimeISO(timeZone);
  const isSchoolDay = from.dayOfWeek <= 5 && !publicHolidayOn(from.toPlainDate().toString());
  const startMinute = from.hour * 60 + from.minute;
  return isSchoolDay && startMinute + (closes - opens) / minuteMs <= schoolEnds;
}

const contactFindings = ({ municipality, national, now }: Examined): readonly Finding[] =>
  [
    // Kripos is everybody's, and checked with the national ones.
    { national: false, contacts: municipality.contacts.filter(({ kind }) => kind !== 'kripos') },
    { national: true, contacts: national.contacts },
  ].flatMap((register): readonly Finding[] => {
    const overdue = register.contacts.filter((contact) => isOverdue(contact, now));
    const names = overdue.map((contact) => contact.names.nb);
    return names.length === 0 ? [] : [{ kind: 'contacts-overdue', national: register.national, names }];
  });

const alertFindings = ({ municipality: { fallbackChannelIds, escalation } }: Examined): readonly Finding[] => [
  ...(fallbackChannelIds.length === 0 ? [{ kind: 'no-fallback' } as const] : []),
  ...(escalation.coordinatorIds.length === 0 && escalation.webhook === undefined
    ? [{ kind: 'no-escalation' } as const]
    : []),
];
