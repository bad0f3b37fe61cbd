import type { Change, Commit } from '../ports.ts';

/** A case comes before what belongs to it, and one that closes before one that opens for the same sender. */
const rank = (change: Change): number => {
  switch (change.kind) {
    case 'save-case':
      return change.case.state.kind === 'closed' ? 0 : 1;
    case 'save-entry':
    case 'seal-original':
    case 'save-sender':
    case 'save-setting':
    case 'save-dossier':
    case 'move-deadlines':
    case 'count':
    case 'queue':
    case 'audit':
      return 2;
  }
};

export const inOrder = (changes: readonly Change[]): readonly Change[] => changes.toSorted((a, b) => rank(a) - rank(b));

/**
 * Mistakes of the caller that no retry can mend.
 * @throws TypeError naming the rule, never a value
 */
export function assertCoherent({ cause, basedOn, changes }: Commit): void {
  if (cause.length === 0 || cause.length > 80) throw new TypeError('a cause has 1–80 characters');
  const guarded = new Set(basedOn.map(({ caseId }) => caseId));
  if (guarded.size !== basedOn.length) throw new TypeError('a case is named twice in basedOn');
  const saved = new Set<string>();
  for (const change of changes) {
    if (change.kind === 'queue' && change.entry.id.length > 64)
      throw new TypeError('an outbox id has at most 64 characters');
    if (change.kind === 'count' && !(Number.isSafeInteger(change.by) && change.by > 0))
      throw new TypeError('a count rises by a whole number above 0');
    if (change.kind !== 'save-case') continue;
    if (!guarded.has(change.case.id)) throw new TypeError('a saved case must be named in basedOn');
    if (saved.has(change.case.id)) throw new TypeError('a case is saved once in a commit');
    saved.add(change.case.id);
  }
}
