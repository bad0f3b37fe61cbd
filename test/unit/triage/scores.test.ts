import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RawText } from '../../../src/core/raw-text.ts';
import weights from '../../../src/core/triage/model/weights.json' with { type: 'json' };
import { scoreTriage, type LabelledRow, type Share, type TriageScore } from '../../../src/core/triage/score.ts';
import { shippedFigures } from '../../../src/core/triage/shipped-figures.ts';
import { createTriage } from '../../../src/core/triage/triage.ts';

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
const predictions = (lines: readonly Line[], channel?: 'dm') =>
  lines.map(({ id, text, context = [] }) => {
    const { severity, categories } = triage.assess(new RawText(text), {
      earlier: context.map((one) => new RawText(one)),
      ...(channel ? { channel } : {}),
    });
    return { id, level: severity, categories };
  });
const scoreOf = (lines: readonly Line[]): TriageScore => scoreTriage(lines, predictions(lines));
const independent = read(new URL('independent.jsonl', examples));

/** By somebody who had not seen the program; never trained on, and only some of its false alerts were read. */
const harmlessByAnother = { hardNegative: 0.14, plain: 0.105, acuteFalse: 0.015 };
const floors = {
  // Sentences never trained on. Floors sit under the published figures; raise them with the figures.
  heldOut: {
    acuteAny: 0.91,
    acuteSeriousOrHigher: 0.82,
    seriousAny: 0.93,
    concernAny: 0.85,
    hardNegative: 0.095,
    plain: 0.045,
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
  const score = scoreTriage(independent, predictions(independent, 'dm'));

  it('are those of the shipped weights', () => {
    expect(shippedFigures.triage).toBe(weights.version);
  });

  it('are what the shipped triage does on text nobody here tuned to', () => {
    const count = ({ k, n }: Share) => ({ k, n });
    const { recall, falseAlerts } = score;
    expect(shippedFigures).toMatchObject({
      messages: score.n,
      acuteAny: count(recall.acuteAny),
      acuteSeriousOrHigher: count(recall.acuteSeriousOrHigher),
      seriousAny: count(recall.seriousAny),
      concernAny: count(recall.concernAny),
      falseHard: count(falseAlerts.hardNegative.any),
      falsePlain: count(falseAlerts.plain.any),
    });
  });

  it('stand in docs/figures.md as they are', () => {
    const page = readFileSync(new URL('../../../docs/figures.md', import.meta.url), 'utf8');
    const { measuredOn, commit, triage: version, messages, ...counts } = shippedFigures;
    for (const said of [measuredOn, `commit ${commit}`, version, `${messages} messages`]) expect(page).toContain(said);
    for (const { k, n } of Object.values(counts)) expect(page).toContain(`(${k} of ${n})`);
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

  it('raise no more false alerts than published on harmless text by somebody else', () => {
    const { falseAlerts } = scoreOf(read(new URL('harmless.jsonl', examples)));
    expect(falseAlerts.hardNegative.any.p).toBeLessThanOrEqual(harmlessByAnother.hardNegative);
    expect(falseAlerts.plain.any.p).toBeLessThanOrEqual(harmlessByAnother.plain);
    expect(falseAlerts.hardNegative.acute.p).toBeLessThanOrEqual(harmlessByAnother.acuteFalse);
  });

  it('come from weights trained on the lines in the repository', () => {
    const hash = createHash('sha256');
    for (const name of ['train.jsonl', 'dev.jsonl', 'spent.jsonl'])
      hash.update(`${name}\n${readFileSync(new URL(name, examples), 'utf8')}`);
    expect(weights.dataHash).toBe(hash.digest('hex'));
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
