import type { Case, CaseEntry } from '../case.ts';
import { severityRank } from '../triage/assessment.ts';
import type { Severity } from '../triage/assessment.ts';

/** A conversation somebody must answer: number and level, nothing of what was said. */
export interface WaitingCase {
  readonly caseNumber: number;
  readonly severity: Severity;
  readonly claimed: boolean;
}

/** Whether the sender had the last word. A case without entries waits, too: better one too many. */
export const isUnanswered = (entries: readonly CaseEntry[]): boolean => {
  const said = entries.filter(({ body }) => body.kind !== 'deleted-by-sender');
  return said.length === 0 || said.at(-1)?.from === 'sender';
};

/** The most serious first, and among those the one that has waited longest. */
export const inOrderOfNeed = (cases: readonly Case[]): readonly Case[] =>
  cases.toSorted((a, b) => severityRank(b.severity) - severityRank(a.severity) || a.lastMessageAt - b.lastMessageAt);

export const asWaiting = ({ number, severity, state }: Case): WaitingCase => ({
  caseNumber: number,
  severity,
  claimed: state.kind === 'claimed',
});
