import { RawText } from '../raw-text.ts';
import type { Assessment, Severity } from './assessment.ts';
import { scoreTriage, type Share } from './score.ts';
import { createTriage, type TriageSettings } from './triage.ts';

/** One shipped, made-up example. */
export interface TrialLine {
  readonly text: string;
  readonly level: Severity;
  readonly kind: string;
  readonly context?: readonly string[];
}

type Count = Pick<Share, 'k' | 'n'>;

/** How settings do on the shipped examples: so many of so many. */
export interface TrialFigures {
  /** Acute examples that were noticed at all, and those that reached people the same shift. */
  readonly acuteAny: Count;
  readonly acuteSeriousOrHigher: Count;
  readonly seriousAny: Count;
  readonly concernAny: Count;
  /** Harmless examples that were noticed all the same: those made to be hard, and ordinary talk. */
  readonly falseHard: Count;
  readonly falsePlain: Count;
}

export interface TrialOutcome {
  readonly figures: TrialFigures;
  /** What was said of each sentence, in order. */
  readonly sentences: readonly Assessment[];
}

/**
 * What these settings would do.
 * @throws {RangeError} when the settings are refused
 */
export function tryOut(
  settings: TriageSettings,
  lines: readonly TrialLine[],
  sentences: readonly string[] = [],
): TrialOutcome {
  const triage = createTriage(settings);
  const assess = (text: string, context: readonly string[] = []): Assessment =>
    triage.assess(new RawText(text), { earlier: context.map((one) => new RawText(one)), channel: 'dm' });
  const rows = lines.map((line, index) => ({ ...line, id: String(index), categories: [], lang: 'nb' }));
  const { recall, falseAlerts } = scoreTriage(
    rows,
    rows.map(({ id, text, context }) => ({ id, level: assess(text, context).severity, categories: [] })),
  );
  const count = ({ k, n }: Share): Count => ({ k, n });
  return {
    figures: {
      acuteAny: count(recall.acuteAny),
      acuteSeriousOrHigher: count(recall.acuteSeriousOrHigher),
      seriousAny: count(recall.seriousAny),
      concernAny: count(recall.concernAny),
      falseHard: count(falseAlerts.hardNegative.any),
      falsePlain: count(falseAlerts.plain.any),
    },
    sentences: sentences.map((text) => assess(text)),
  };
}

/** True when fewer acute examples are noticed, or fewer reach people the same shift. Such settings are refused. */
export const weakensAcute = (before: TrialFigures, after: TrialFigures): boolean =>
  after.acuteAny.k < before.acuteAny.k || after.acuteSeriousOrHigher.k < before.acuteSeriousOrHigher.k;
