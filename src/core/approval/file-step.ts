import type { Strategy } from '../approval.ts';
import { dayMs } from '../time.ts';
import { trackOf, withTrack } from './book.ts';
import type { ApprovalBook, Track } from './book.ts';
import type { ApprovalStep, Decision, Filing } from './filings.ts';
import { filersOf } from './round.ts';
import type { Round, Signature } from './round.ts';

/** No approval lasts longer without a new look at it. Platforms change. Source: C74, judged from 002:113. */
export const longestApprovalMs = 2 * 366 * dayMs;

export type FileStepOutcome =
  | { readonly kind: 'filed'; readonly book: ApprovalBook; readonly round: number }
  /** Something else comes first; `expected` is what may be filed now. */
  | { readonly kind: 'not-this-step'; readonly expected: readonly ApprovalStep[] }
  /** Who filed a paper of this round does not decide on it. Source: 002:446–449. */
  | { readonly kind: 'decider-filed' }
  | { readonly kind: 'review-in-the-past' | 'review-too-late' };

/**
 * Puts one step on record. The purpose may be filed at any time and begins a new round; what is in force stays so until
 * management decides on the new one. A decision other than approval ends what was in force.
 */
export function fileStep(book: ApprovalBook, strategy: Strategy, wanted: Filing, by: Signature): FileStepOutcome {
  const track = trackOf(book, strategy);
  const { draft } = track;
  const keep = (next: Round): FileStepOutcome => ({
    kind: 'filed',
    round: next.number,
    book: withTrack(book, strategy, { ...track, draft: next }),
  });
  const refuse: FileStepOutcome = { kind: 'not-this-step', expected: stepsOpen(track) };

  switch (wanted.step) {
    case 'purpose':
      return keep({ stage: 'ip', number: nextNumber(track), purpose: { ...by, filing: wanted.filing } });
    case 'ip': {
      if (draft?.stage !== 'ip') return refuse;
      const stage = wanted.filing.outcome === 'yes' ? 'assessment' : 'stopped-by-ip';
      return keep({ ...draft, stage, ip: { ...by, filing: wanted.filing } });
    }
    case 'assessment': {
      if (draft?.stage !== 'assessment' && draft?.stage !== 'conditional') return refuse;
      const { purpose, ip } = draft;
      // A revised assessment is a round of its own: management sees it anew.
      const number = draft.stage === 'conditional' ? draft.number + 1 : draft.number;
      return keep({ stage: 'basis', number, purpose, ip, assessment: { ...by, filing: wanted.filing } });
    }
    case 'basis':
      if (draft?.stage !== 'basis') return refuse;
      return keep({ ...draft, stage: 'decision', basis: { ...by, filing: wanted.filing } });
    case 'decision':
      return draft?.stage === 'decision' ? decide(book, strategy, draft, wanted.filing, by) : refuse;
    case 'overview': {
      if (draft?.stage !== 'overview') return refuse;
      const inForce = { ...draft, stage: 'complete', overview: { ...by, filing: wanted.filing } } as const;
      // What was changed before the decision lay before management when it decided.
      const changed = track.changed?.filter(({ at }) => at > inForce.decision.at) ?? [];
      return {
        kind: 'filed',
        round: inForce.number,
        book: withTrack(book, strategy, { inForce, decided: true, ...(changed.length > 0 ? { changed } : {}) }),
      };
    }
  }
}

function decide(
  book: ApprovalBook,
  strategy: Strategy,
  draft: Extract<Round, { stage: 'decision' }>,
  filing: Decision,
  by: Signature,
): FileStepOutcome {
  if (filersOf(draft).has(by.by)) return { kind: 'decider-filed' };
  const filed = (track: Track): FileStepOutcome => ({
    kind: 'filed',
    round: draft.number,
    book: withTrack(book, strategy, track),
  });
  if (filing.outcome === 'conditional')
    return filed({ decided: true, draft: { ...draft, stage: 'conditional', decision: { ...by, filing } } });
  if (filing.outcome === 'refused')
    return filed({ decided: true, draft: { ...draft, stage: 'refused', decision: { ...by, filing } } });
  if (filing.reviewAt <= by.at) return { kind: 'review-in-the-past' };
  if (filing.reviewAt - by.at > longestApprovalMs) return { kind: 'review-too-late' };
  return filed({
    ...trackOf(book, strategy),
    draft: { ...draft, stage: 'overview', decision: { ...by, filing } },
  });
}

const nextNumber = ({ draft, inForce }: Track): number => Math.max(draft?.number ?? 0, inForce?.number ?? 0) + 1;

/** What may be filed now, the next step first. */
export function stepsOpen({ draft }: Track): readonly ApprovalStep[] {
  switch (draft?.stage) {
    case undefined:
    case 'stopped-by-ip':
    case 'refused':
      return ['purpose'];
    case 'conditional':
      return ['assessment', 'purpose'];
    case 'ip':
    case 'assessment':
    case 'basis':
    case 'decision':
    case 'overview':
      return [draft.stage, 'purpose'];
  }
}
