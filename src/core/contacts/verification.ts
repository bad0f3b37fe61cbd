import { localDateOf } from '../hours/local-date.ts';
import type { LocalDate } from '../hours/local-date.ts';
import { stateAt } from '../hours/opening-state.ts';
import type { Instant } from '../time.ts';
import type { Contact, ContactHours } from './contact.ts';

/** Facts older than this are not shown as hours. Source: FACTS, «checkedAt older than 100 days». */
export const verificationDays = 100;

/** The register is Norwegian, so its days are. */
const timeZone = 'Europe/Oslo';

/** The last day the check counts; undefined when nobody has checked. */
export const verificationDueOn = ({ checkedAt }: Contact): LocalDate | undefined =>
  checkedAt === null ? undefined : Temporal.PlainDate.from(checkedAt).add({ days: verificationDays }).toString();

/** True when nobody has checked, the check is older than 100 days, or it is dated after today. */
export function isOverdue(contact: Contact, now: Instant): boolean {
  const dueOn = verificationDueOn(contact);
  if (contact.checkedAt === null || dueOn === undefined) return true;
  const today = localDateOf(now, timeZone);
  return today > dueOn || today < contact.checkedAt;
}

/** The hours that may be shown: none for an overdue contact, unless a law makes them round the clock. */
export function shownHours(contact: Contact, now: Instant): ContactHours {
  if (contact.hours.kind === 'always' && contact.hours.basis === 'law') return contact.hours;
  return isOverdue(contact, now) ? { kind: 'unknown' } : contact.hours;
}

/** Open now, as far as we may say: `unknown` without hours and for an overdue contact. */
export function openNow(contact: Contact, now: Instant): 'open' | 'closed' | 'unknown' {
  const hours = shownHours(contact, now);
  switch (hours.kind) {
    case 'always':
      return 'open';
    case 'scheduled':
      return stateAt(hours.schedule, now).kind;
    case 'unknown':
      return 'unknown';
  }
}
