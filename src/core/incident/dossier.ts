import type { DutyAnswers } from '../duty-guide/guide.ts';
import type { CaseId, MunicipalityId } from '../ids.ts';
import type { StaffRef } from '../case.ts';
import { dayMs } from '../time.ts';
import type { Instant } from '../time.ts';
import type { Closing, Debrief, Recontact, Referral } from './aftercare.ts';
import type { StepId, StepValues } from './steps.ts';
import type { Unsealing } from './unsealing.ts';

/** Everything the desk keeps about one case: stored sealed, never sent to Discord, erased on a deadline of its own. */
export interface Dossier {
  readonly caseId: CaseId;
  readonly municipalityId: MunicipalityId;
  readonly caseNumber: number;
  readonly openedAt: Instant;
  readonly steps: Readonly<Partial<Record<StepId, SavedStep>>>;
  readonly answers: DutyAnswers;
  readonly decision?: Decision;
  readonly unsealing?: Unsealing;
  readonly hold?: Hold;
  /** When a confirmed hold was last let go. */
  readonly releasedAt?: Instant;
  /** Who saw what, when and why; oldest first. */
  readonly accesses: readonly Access[];
  readonly exports: readonly ExportReceipt[];
  readonly recontact?: Recontact;
  readonly referrals?: readonly Referral[];
  readonly closing?: Closing;
  readonly debriefs?: readonly Debrief[];
}

export interface SavedStep {
  /** From 1; a form based on an older one is not taken. */
  readonly version: number;
  readonly values: StepValues;
  readonly by: StaffRef;
  readonly at: Instant;
}

/** What staff chose to do about the duty guide's card. The human decides; going against the card needs a reason. */
export interface Decision {
  readonly cardId: string;
  readonly rowId: string;
  readonly guideVersion: string;
  readonly follows: boolean;
  readonly reason: string;
  /** Why there is or is not a duty although the young person says no. Source: 000:40. */
  readonly secondAssessment?: string;
  readonly by: StaffRef;
  readonly at: Instant;
}

export const purposes = ['follow-up', 'take-over', 'leader-review', 'data-request'] as const;
export type Purpose = (typeof purposes)[number];

export const accessKinds = [
  'case',
  'conversation',
  'identity',
  'original',
  'after-care',
  'timeline',
  'access-log',
  'export',
] as const;
export interface Access {
  readonly at: Instant;
  readonly by: StaffRef;
  readonly what: (typeof accessKinds)[number];
  readonly purpose: Purpose;
}

export const exportFormats = ['json', 'pdf', 'print'] as const;
export interface ExportReceipt {
  readonly at: Instant;
  readonly by: StaffRef;
  /** The system it was filed in, e.g. the archive; as written by the one who exported. */
  readonly recipient: string;
  readonly format: (typeof exportFormats)[number];
  /** SHA-256 of the report's JSON, hexadecimal. */
  readonly hash: string;
  /** SHA-256 of the file that was handed over, where that is another than the JSON. */
  readonly fileHash?: string;
}

/** Keeps the dossier beyond its deadline. Asked for by one and confirmed by another. */
export interface Hold {
  readonly askedBy: StaffRef;
  readonly askedAt: Instant;
  readonly reason: string;
  readonly confirmed?: { readonly by: StaffRef; readonly at: Instant };
}

/**
 * Source: DESIGN §5 Retention: exported + 7 days, ceiling 90 days. A hold moves the ceiling, once, by as much; when it is
 * let go, nothing goes at once.
 */
export const dossierRetention = {
  afterExportMs: 7 * dayMs,
  ceilingMs: 90 * dayMs,
  afterReleaseMs: 3 * dayMs,
} as const;

/** When the dossier is erased, as it stands now. */
export function dossierErasure({ openedAt, exports, hold, releasedAt }: Dossier): Instant {
  const confirmed = hold?.confirmed;
  if (confirmed) return heldUntil(confirmed.at);
  const ceiling = openedAt + dossierRetention.ceilingMs;
  const last = exports.at(-1);
  const ordinary = last ? Math.min(last.at + dossierRetention.afterExportMs, ceiling) : ceiling;
  return releasedAt === undefined ? ordinary : Math.max(ordinary, releasedAt + dossierRetention.afterReleaseMs);
}

/** How long a hold keeps what it holds. */
export const heldUntil = (confirmedAt: Instant): Instant => confirmedAt + dossierRetention.ceilingMs;

export const openDossier = (
  {
    id,
    municipalityId,
    number,
  }: { readonly id: CaseId; readonly municipalityId: MunicipalityId; readonly number: number },
  at: Instant,
): Dossier => ({
  caseId: id,
  municipalityId,
  caseNumber: number,
  openedAt: at,
  steps: {},
  answers: {},
  accesses: [],
  exports: [],
});

const mostAccesses = 2_000;

export const noteAccess = (dossier: Dossier, access: Access): Dossier => ({
  ...dossier,
  accesses: [...dossier.accesses, access].slice(-mostAccesses),
});

export type StepSaving =
  | { readonly kind: 'saved'; readonly dossier: Dossier }
  /** Somebody else saved the same step since the form was opened. */
  | { readonly kind: 'changed-meanwhile'; readonly theirs: SavedStep };

const isSame = (one: StepValues, other: StepValues): boolean =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].every((id) => (one[id] ?? '') === (other[id] ?? ''));

/** What says the same as before changes nothing. @param basedOn the version the form showed; 0 when it was empty */
export function saveStep(
  dossier: Dossier,
  step: StepId,
  values: StepValues,
  { basedOn, by, at }: { readonly basedOn: number; readonly by: StaffRef; readonly at: Instant },
): StepSaving {
  const theirs = dossier.steps[step];
  if (theirs && isSame(theirs.values, values)) return { kind: 'saved', dossier };
  if (theirs && theirs.version !== basedOn) return { kind: 'changed-meanwhile', theirs };
  const saved: SavedStep = { version: (theirs?.version ?? 0) + 1, values, by, at };
  return { kind: 'saved', dossier: { ...dossier, steps: { ...dossier.steps, [step]: saved } } };
}

export type Holding =
  | { readonly kind: 'asked' | 'confirmed' | 'released'; readonly dossier: Dossier }
  | { readonly kind: 'same-person' | 'nothing-asked' | 'already-asked' };

export const askForHold = (dossier: Dossier, by: StaffRef, reason: string, at: Instant): Holding =>
  dossier.hold
    ? { kind: 'already-asked' }
    : { kind: 'asked', dossier: { ...dossier, hold: { askedBy: by, askedAt: at, reason } } };

export function confirmHold(dossier: Dossier, by: StaffRef, at: Instant): Holding {
  const { hold } = dossier;
  if (!hold || hold.confirmed) return { kind: 'nothing-asked' };
  if (hold.askedBy.id === by.id) return { kind: 'same-person' };
  return { kind: 'confirmed', dossier: { ...dossier, hold: { ...hold, confirmed: { by, at } } } };
}

/** Whoever may work with the dossier may let it go: that only brings the ordinary deadline back. */
export function releaseHold(dossier: Dossier, at: Instant): Holding {
  const { hold, ...rest } = dossier;
  if (!hold) return { kind: 'nothing-asked' };
  return { kind: 'released', dossier: hold.confirmed ? { ...rest, releasedAt: at } : rest };
}

/** Something about the young person stands in it; a log of who has looked does not count. */
export const isFilledIn = ({
  steps,
  answers,
  decision,
  exports,
  hold,
  recontact,
  referrals,
  closing,
}: Dossier): boolean =>
  Object.keys(steps).length > 0 ||
  Object.keys(answers).length > 0 ||
  exports.length > 0 ||
  (referrals ?? []).length > 0 ||
  [decision, hold, recontact, closing].some((part) => part !== undefined);
