import { describe, expect, it } from 'vitest';
import type { Category } from '../../../src/core/triage/assessment.ts';
import type { Features } from '../../../src/core/triage/model/features.ts';
import type { Model } from '../../../src/core/triage/model/model.ts';
import { packNetwork } from '../../../src/core/triage/model/network.ts';
import type { Surroundings } from '../../../src/core/triage/level.ts';
import type { Reading } from '../../../src/core/triage/reader.ts';
import type { RuleMatch } from '../../../src/core/triage/rules/match-rules.ts';
import type { Rule } from '../../../src/core/triage/rules/rule.ts';
import { tokenise } from '../../../src/core/triage/text/tokens.ts';
import { thresholds } from '../../../src/core/triage/thresholds.ts';
import { weigh } from '../../../src/core/triage/weigh.ts';

const text = 'en to tre fire fem';
const reading: Reading = { tokens: tokenise(text), hits: [], kind: 'plain', disguised: false };
/** One feature per word; the word's number is its bucket. */
const features: Features = { hashes: [0, 1, 2, 3, 4], from: [0, 1, 2, 3, 4], ends: [5], values: [1] };
const asShipped = { concern: 0, serious: 0 };
const around: Surroundings = {
  framedSentences: new Set(),
  sentenceOf: () => 0,
  throughout: false,
  sentences: 1,
  earnest: false,
  direct: false,
};

/**
 * A model that answers these three questions so, whatever it reads.
 * @param added what each word adds to its worry; together nothing
 */
function modelThatSays(
  answers: readonly [number, number, number],
  likely: Readonly<Partial<Record<Category, number>>> = {},
  added: readonly number[] = [],
): Model {
  const names = Object.keys(likely).filter((name): name is Category => name in likely);
  const table = new Int8Array(8 * 3);
  added.forEach((weight, word) => (table[word * 3] = weight));
  return {
    version: 'made up',
    questions: packNetwork({
      units: 0,
      answers: 3,
      steps: [1, 1, 1],
      table,
      unitBias: [],
      output: [],
      answerBias: answers,
    }),
    categories: packNetwork({
      units: 0,
      answers: names.length,
      steps: names.map(() => 1),
      table: new Int8Array(8 * names.length),
      unitBias: [],
      output: [],
      answerBias: names.map((name) => likely[name] ?? 0),
    }),
    categoryNames: names,
  };
}
const quiet = { eating: -9 } as const;
const silent = modelThatSays([-9, -9, -9], quiet);
const worried = modelThatSays([9, -9, -9], quiet);

const match = (id: string, given: Partial<Rule> = {}, start = 1): RuleMatch => ({
  rule: {
    id,
    level: 'serious',
    weight: 'firm',
    categories: ['suicide'],
    needs: ['NOW'],
    excludes: [],
    reason: `Grunn til ${id}.`,
    examplesMatch: [],
    examplesNot: [],
    owner: 'test',
    date: '2026-11-23',
    ...given,
  },
  hits: [{ concept: 0, start, end: start + 2, negated: false }],
  framed: false,
});
const finding = (model: Model, matches: readonly RuleMatch[] = [], ownText = true, read = reading) =>
  weigh(model, matches, features, read, asShipped, ownText, around);
const held = { level: 'serious', weight: 'supported' } as const;

describe('weighing', () => {
  it('finds nothing when neither a rule nor the model does', () => {
    expect(finding(silent)).toEqual({ severity: 'none', categories: [], reasons: [] });
    expect(finding(silent, [match('a', held)])).toEqual({ severity: 'none', categories: [], reasons: [] });
  });

  it('takes the highest of what the rules and the model find', () => {
    expect(finding(silent, [match('a', { level: 'concern' }), match('b')]).severity).toBe('serious');
    expect(finding(worried, [match('a', { level: 'concern' })]).severity).toBe('concern');
    expect(finding(modelThatSays([9, 9, -9], quiet), [match('a', { level: 'concern' })]).severity).toBe('serious');
  });

  it('raises every answer when a word that matters was disguised', () => {
    const nearly = modelThatSays([thresholds.concern - thresholds.disguised, -9, -9], quiet);
    expect(finding(nearly).severity).toBe('none');
    expect(finding(nearly, [], true, { ...reading, disguised: true }).severity).toBe('concern');
  });

  it('asks more of a conversation than of one message', () => {
    const just = modelThatSays([thresholds.concern, -9, -9], quiet);
    expect(finding(just).severity).toBe('concern');
    expect(finding(just, [], false).severity).toBe('none');
  });

  it('names each rule that counts, with its sentence and its words', () => {
    expect(finding(silent, [match('a')]).reasons).toEqual([
      { ruleId: 'a', role: 'rule', sentence: 'Grunn til a.', spans: [{ start: 3, end: 9 }] },
    ]);
  });

  it('gives no places in a conversation, whose words stand in several messages', () => {
    expect(finding(silent, [match('a')], false).reasons).toEqual([
      { ruleId: 'a', role: 'rule', sentence: 'Grunn til a.' },
    ]);
  });

  it('names a rule one level below too, and leaves out what is further down', () => {
    const acute = modelThatSays([9, 9, 9], quiet);
    const matches = [match('top', { level: 'acute' }), match('next'), match('far', { level: 'concern' })];
    expect(finding(acute, matches).reasons.map(({ ruleId, role }) => [ruleId, role])).toEqual([
      ['top', 'rule'],
      ['next', 'rule'],
      ['model.serious', 'model'],
    ]);
  });

  it('says which rule was held back, and why', () => {
    const { reasons } = finding(silent, [match('a'), match('b', held)]);
    expect(reasons[1]).toEqual({
      ruleId: 'b',
      role: 'held-back',
      sentence: 'Holdt tilbake: Grunn til b. Resten av meldingen tyder ikke på det.',
      spans: [{ start: 3, end: 9 }],
    });
  });

  it('does not call a rule held back that counts at its own level, nor name one twice', () => {
    const { reasons } = finding(worried, [match('low', held), match('full', { level: 'concern' })]);
    expect(reasons.map(({ ruleId, role }) => [ruleId, role])).toEqual([
      ['low', 'rule'],
      ['full', 'rule'],
      ['model.concern', 'model'],
    ]);
  });

  it('names at most eight reasons when rules are held back, and leaves none out that counts', () => {
    const letters = Array.from('abcdefghij');
    const back = finding(silent, [match('a'), ...letters.map((letter) => match(`back.${letter}`, held))]);
    expect(back.reasons).toHaveLength(8);
    expect(
      finding(
        silent,
        letters.map((letter) => match(letter)),
      ).reasons,
    ).toHaveLength(10);
  });

  it('marks the three words that added most to the worry, most first, and none that took from it', () => {
    const places = (added: readonly number[]) =>
      finding(modelThatSays([9, -9, -9], quiet, added))
        .reasons.at(-1)
        ?.spans?.map(({ start }) => start);
    expect(places([1, 5, 2, 4, -12])).toEqual([3, 10, 6]);
    expect(places([0, 7, -3, -2, -2])).toEqual([3]);
  });

  it('says that it is the language model, at the level the model found', () => {
    expect(finding(worried).reasons).toEqual([
      {
        ruleId: 'model.concern',
        role: 'model',
        sentence: 'Språkmodellen kjenner igjen måten dette er skrevet på. De sterkeste ordene er merket.',
        spans: [],
      },
    ]);
  });

  it('takes the categories of the rules that decided the level, and one more at most from the model', () => {
    const likely = { eating: 3, bullying: 2, substances: 1 } as const;
    const sure = modelThatSays([-9, -9, -9], likely);
    const concern = match('b', { level: 'concern', categories: ['running_away'] });
    expect(finding(sure, [match('a'), concern]).categories).toEqual(['suicide', 'eating']);
    expect(finding(sure, [match('a', { categories: ['suicide', 'self_harm'] })]).categories).toEqual([
      'suicide',
      'self_harm',
    ]);
  });

  it('takes the model’s categories where only the model speaks', () => {
    const likely = { eating: 3, bullying: 2, substances: 1 } as const;
    expect(finding(modelThatSays([9, -9, -9], likely)).categories).toEqual(['eating', 'bullying', 'substances']);
  });
});
