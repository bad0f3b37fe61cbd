import type { Category, Severity } from '../assessment.ts';
import type { Concept } from '../lexicon/lexicon.ts';

/** One or more concepts joined by `|`; one of them must stand in the message. */
export type Slot = string;

/**
 * One rule, as data an adult can read and question.
 * A `firm` rule counts by itself. A `supported` rule points at something that may be harmless, and counts only when the
 * model's score for the whole message is not low. A `hint` is wider still, and counts only when the model is already
 * worried by itself.
 */
export interface Rule {
  readonly id: string;
  readonly level: Exclude<Severity, 'none'>;
  readonly weight: 'firm' | 'supported' | 'hint';
  readonly categories: readonly Category[];
  /** All slots must be filled within one stretch of the message. */
  readonly needs: readonly Slot[];
  /**
   * Frames in which the words are usually harmless. A firm rule then needs support like any other; a supported rule that
   * is not acute does not count.
   */
  readonly excludes: readonly Concept[];
  /** One plain Norwegian sentence for staff. Never quotes the message. */
  readonly reason: string;
  readonly examplesMatch: readonly string[];
  readonly examplesNot: readonly string[];
  readonly owner: string;
  /** ISO date of the last review. */
  readonly date: string;
}

type Row = Omit<Rule, 'owner' | 'date' | 'excludes'> & { readonly excludes?: readonly Concept[] };

const owner = 'fagansvarlig triage';
const date = '2026-11-22';

/** Fills in what the rules of one table share. */
export const ruleTable = (rows: readonly Row[]): readonly Rule[] =>
  rows.map((row) => ({ excludes: [], owner, date, ...row }));
