import type { StaffRef } from '../case.ts';
import type { CaseId, SenderKey } from '../ids.ts';
import { dayMs } from '../time.ts';
import type { Instant } from '../time.ts';
import type { Dossier } from './dossier.ts';

/** What remains when the conversation is over: new contact, what was passed on, how it ended, and care for the staff. */

/** The police must be told when the young person writes again. Source: 000:62, 86. */
export interface Recontact {
  /** The keyed pseudonym of the sender, by which a new message is recognised. */
  readonly sender: SenderKey;
  readonly by: StaffRef;
  readonly at: Instant;
}

/** Whose new contact is told of. Its case may be erased; its dossier is there. */
export interface ReportedCase {
  readonly reported: CaseId;
  readonly caseNumber: number;
}

/** The matter was passed on, and is followed until somebody there says that it has arrived. Source: DESIGN §5. */
export interface Referral {
  /** 22 characters, from the form that made it. */
  readonly id: string;
  readonly to: string;
  readonly by: StaffRef;
  readonly at: Instant;
  readonly received?: { readonly name: string; readonly by: StaffRef; readonly at: Instant };
}

export const closingCodes = [
  'talked',
  'met-in-person',
  'passed-on',
  'police',
  'barnevern',
  'no-answer',
  'not-for-us',
  'other',
] as const;
export type ClosingCode = (typeof closingCodes)[number];
export interface Closing {
  readonly code: ClosingCode;
  readonly by: StaffRef;
  readonly at: Instant;
}

/** After a serious case staff talk it through with a named colleague. Source: 003:88 (C218). */
export interface Debrief {
  readonly colleague: string;
  readonly by: StaffRef;
  readonly at: Instant;
}

const mostReferrals = 20;

/** How long after a referral staff are reminded that nobody has said that it arrived. */
export const referralRemindersMs: readonly number[] = [dayMs, 3 * dayMs, 7 * dayMs, 14 * dayMs];
/** How long after a serious case is closed staff are asked whether it has been talked through. */
export const debriefReminderMs = dayMs / 2;

export const addReferral = (
  dossier: Dossier,
  referral: Referral,
): { readonly kind: 'added'; readonly dossier: Dossier } | { readonly kind: 'too-many' } =>
  (dossier.referrals ?? []).length >= mostReferrals
    ? { kind: 'too-many' }
    : { kind: 'added', dossier: { ...dossier, referrals: [...(dossier.referrals ?? []), referral] } };

export type Receiving =
  { readonly kind: 'received'; readonly dossier: Dossier } | { readonly kind: 'unknown-referral' | 'already-received' };

/** @param name who said so, at the place it was passed on to */
export function receiveReferral(dossier: Dossier, id: string, received: NonNullable<Referral['received']>): Receiving {
  const known = (dossier.referrals ?? []).find((one) => one.id === id);
  if (!known) return { kind: 'unknown-referral' };
  if (known.received) return { kind: 'already-received' };
  return {
    kind: 'received',
    dossier: {
      ...dossier,
      referrals: (dossier.referrals ?? []).map((one) => (one.id === id ? { ...one, received } : one)),
    },
  };
}

export const isAwaited = ({ referrals }: Dossier, id: string): boolean =>
  (referrals ?? []).some((one) => one.id === id && !one.received);
