import type { StaffRef } from '../case.ts';
import { hourMs } from '../time.ts';
import type { Instant } from '../time.ts';

/**
 * The right to read the sealed original: given by two persons, or taken by one when it is acute, with a recorded reason
 * and the leader told. Source: DESIGN §2.3, §5 Security.
 */
export type Unsealing =
  | { readonly kind: 'asked'; readonly by: StaffRef; readonly at: Instant; readonly reason: string }
  | {
      readonly kind: 'granted';
      readonly askedBy: StaffRef;
      readonly reason: string;
      /** Absent: taken alone on the acute branch. */
      readonly grantedBy?: StaffRef;
      readonly at: Instant;
    };

/** A request nobody answers lapses. */
export const requestLivesMs = 24 * hourMs;
/** Long enough to read and note what the police need. */
export const grantLivesMs = hourMs;

/** What holds at this moment; a lapsed request or grant is none. */
export function currentUnsealing(unsealing: Unsealing | undefined, now: Instant): Unsealing | undefined {
  if (!unsealing) return undefined;
  return now - unsealing.at < (unsealing.kind === 'asked' ? requestLivesMs : grantLivesMs) ? unsealing : undefined;
}

export type UnsealingOutcome =
  | { readonly kind: 'asked' | 'granted'; readonly unsealing: Unsealing }
  | { readonly kind: 'same-person' | 'nothing-asked' | 'already-asked' | 'not-acute' };

export function askToUnseal(
  current: Unsealing | undefined,
  by: StaffRef,
  reason: string,
  now: Instant,
): UnsealingOutcome {
  if (currentUnsealing(current, now)) return { kind: 'already-asked' };
  return { kind: 'asked', unsealing: { kind: 'asked', by, at: now, reason } };
}

export function grantUnsealing(current: Unsealing | undefined, by: StaffRef, now: Instant): UnsealingOutcome {
  const asked = currentUnsealing(current, now);
  if (asked?.kind !== 'asked') return { kind: 'nothing-asked' };
  if (asked.by.id === by.id) return { kind: 'same-person' };
  return {
    kind: 'granted',
    unsealing: { kind: 'granted', askedBy: asked.by, reason: asked.reason, grantedBy: by, at: now },
  };
}

/** @param acute the case, its form or the duty guide says that there is danger now */
export function unsealAlone(
  current: Unsealing | undefined,
  by: StaffRef,
  { reason, acute, now }: { readonly reason: string; readonly acute: boolean; readonly now: Instant },
): UnsealingOutcome {
  if (!acute) return { kind: 'not-acute' };
  if (currentUnsealing(current, now)?.kind === 'granted') return { kind: 'already-asked' };
  return { kind: 'granted', unsealing: { kind: 'granted', askedBy: by, reason, at: now } };
}

/** Only the persons who gave and got the right may read. */
export const mayReadOriginal = (unsealing: Unsealing | undefined, staffId: string, now: Instant): boolean => {
  const current = currentUnsealing(unsealing, now);
  return current?.kind === 'granted' && (current.askedBy.id === staffId || current.grantedBy?.id === staffId);
};
