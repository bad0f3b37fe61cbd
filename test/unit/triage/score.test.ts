import { describe, expect, it } from 'vitest';
import { scoreTriage, wilson, type LabelledRow } from '../../../src/core/triage/score.ts';

const row = (id: string, level: LabelledRow['level'], kind: string, ...categories: string[]): LabelledRow => ({
  id,
  level,
  kind,
  categories,
  lang: 'nb',
});
const corpus = [
  row('a1', 'acute', 'worry', 'suicide'),
  row('a2', 'acute', 'adversarial', 'suicide'),
  row('s1', 'serious', 'worry', 'self_harm'),
  row('c1', 'concern', 'worry', 'bullying'),
  row('n1', 'none', 'hard_negative'),
  row('n2', 'none', 'plain'),
];

describe('scoreTriage', () => {
  it('gives the intervals Newcombe published', () => {
    expect(wilson(81, 263).lo).toBeCloseTo(0.2553, 3);
    expect(wilson(81, 263).hi).toBeCloseTo(0.3662, 3);
    expect(wilson(0, 20).hi).toBeCloseTo(0.1611, 3);
    expect(wilson(29, 29)).toMatchObject({ hi: 1 });
    expect(wilson(0, 0)).toEqual({ k: 0, n: 0, p: null, lo: null, hi: null });
  });

  it('counts a missing prediction as a miss and names it', () => {
    const score = scoreTriage(corpus, [{ id: 'a1', level: 'serious', categories: ['suicide'] }]);
    expect(score.missing).toEqual(['a2', 's1', 'c1', 'n1', 'n2']);
    expect(score.recall.acuteAny).toMatchObject({ k: 1, n: 2 });
    expect(score.recall.acuteSeriousOrHigher.k).toBe(1);
    expect(score.recall.acuteExact.k).toBe(0);
    expect(score.recall.allWorryAny).toMatchObject({ k: 1, n: 4 });
  });

  it('separates false alerts by kind and level', () => {
    const score = scoreTriage(corpus, [
      { id: 'n1', level: 'acute', categories: [] },
      { id: 'n2', level: 'none', categories: [] },
    ]);
    expect(score.falseAlerts.hardNegative).toMatchObject({ per1000: 1000, acute: { k: 1 } });
    expect(score.falseAlerts.plain).toMatchObject({ per1000: 0 });
    expect(score.falseAlerts.context.per1000).toBeNull();
    expect(score.confusion[0]).toEqual([1, 0, 0, 1]);
  });

  it('gives a perfect predictor full marks, by category too', () => {
    const score = scoreTriage(
      corpus,
      corpus.map(({ id, level, categories }) => ({ id, level, categories })),
    );
    expect(score.exact.p).toBe(1);
    expect(Object.values(score.categories).every(({ recall, precision }) => recall.p === 1 && precision.p === 1)).toBe(
      true,
    );
    expect(score.kinds['adversarial']?.acuteAny.p).toBe(1);
    expect(score.languages['nb']?.falseAlert.k).toBe(0);
  });
});
