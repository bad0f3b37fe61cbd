import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RawText } from '../../../src/core/raw-text.ts';
import weights from '../../../src/core/triage/model/weights.json' with { type: 'json' };
import { scoreTriage, type LabelledRow, type TriageScore } from '../../../src/core/triage/score.ts';
import { shippedFigures } from '../../../src/core/triage/shipped-figures.ts';
import { createTriage } from '../../../src/core/triage/triage.ts';
import { readTrainingLines } from '../../../scripts/training-lines.ts';

interface Line extends LabelledRow {
  readonly text: string;
  readonly context?: readonly string[];
}
const examples = new URL('../../examples/triage/', import.meta.url);
const shared = new URL('../../../../shared/corpora/triage.dev.jsonl', import.meta.url);
const read = (url: URL): readonly Line[] =>
  readFileSync(url, 'utf8')
    .split('\n')
    .filter((row) => row !== '')
    .map((row) => JSON.parse(row) as Line);
const triage = createTriage();
const scoreOf = (lines: readonly Line[]): TriageScore =>
  scoreTriage(
    lines,
    lines.map(({ id, text, context = [] }) => {
      const earlier = context.map((one) => new RawText(one));
      const { severity, categories } = triage.assess(new RawText(text), { earlier });
      return { id, level: severity, categories };
    }),
  );
const floors = {
  // Sentences never trained on. Floors sit under the published figures; raise them with the figures.
  heldOut: {
    acuteAny: 0.93,
    acuteSeriousOrHigher: 0.85,
    seriousAny: 0.925,
    concernAny: 0.88,
    hardNegative: 0.155,
    plain: 0.08,
    acuteFalse: 0.015,
  },
  development: {
    acuteAny: 0.97,
    acuteSeriousOrHigher: 0.88,
    seriousAny: 0.97,
    concernAny: 0.95,
    hardNegative: 0.05,
    plain: 0.02,
    acuteFalse: 0.005,
  },
};

describe('the published figures', () => {
  const page = readFileSync(new URL('../../../docs/figures.md', import.meta.url), 'utf8');

  it('stand in docs/figures.md as they are', () => {
    const { measuredOn, commit, triage: version, messages, ...counts } = shippedFigures;
    const said = [measuredOn, `commit ${commit}`, version, `${messages} messages`];
    for (const { k, n } of Object.values(counts)) said.push(`(${k} of ${n})`);
    expect(said.filter((words) => !page.includes(words))).toEqual([]);
  });

  it('stand beside what docs/figures.md says of the shipped weights', () => {
    expect(page.includes(weights.version)).toBe(true);
  });
});

describe('triage scores', () => {
  const corpora = [
    ['held-out frames', new URL('held-out.jsonl', examples), floors.heldOut],
    ['development corpus', new URL('dev.jsonl', examples), floors.development],
    ...(existsSync(shared) ? [['shared development corpus', shared, floors.development] as const] : []),
  ] as const;
  it.each(corpora)('stay above the floors on the %s', (_, url, floor) => {
    const { recall, falseAlerts } = scoreOf(read(url));
    expect(recall.acuteAny.p).toBeGreaterThanOrEqual(floor.acuteAny);
    expect(recall.acuteSeriousOrHigher.p).toBeGreaterThanOrEqual(floor.acuteSeriousOrHigher);
    expect(recall.seriousAny.p).toBeGreaterThanOrEqual(floor.seriousAny);
    expect(recall.concernAny.p).toBeGreaterThanOrEqual(floor.concernAny);
    expect(falseAlerts.hardNegative.any.p).toBeLessThanOrEqual(floor.hardNegative);
    expect(falseAlerts.plain.any.p).toBeLessThanOrEqual(floor.plain);
    expect(falseAlerts.hardNegative.acute.p).toBeLessThanOrEqual(floor.acuteFalse);
  });

  it('come from weights trained on the lines in the repository', () => {
    expect(weights.dataHash).toBe(readTrainingLines().dataHash);
  });

  it('are trained on at least 5,000 lines of our own beside the corpus, at least half of them harmless', () => {
    const own = [...read(new URL('train.jsonl', examples)), ...read(new URL('held-out.jsonl', examples))];
    expect(own.length).toBeGreaterThanOrEqual(5000);
    expect(own.filter(({ level }) => level === 'none').length / own.length).toBeGreaterThanOrEqual(0.5);
  });

  it('keep no held-out sentence among the training lines', () => {
    const trained = new Set(
      read(new URL('train.jsonl', examples)).map(({ text, context = [] }) => [...context, text].join('|')),
    );
    expect(
      read(new URL('held-out.jsonl', examples)).filter(({ text, context = [] }) =>
        trained.has([...context, text].join('|')),
      ),
    ).toEqual([]);
  });
});
