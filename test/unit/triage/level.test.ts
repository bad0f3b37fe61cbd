import { describe, expect, it } from 'vitest';
import type { ConceptHit } from '../../../src/core/triage/lexicon/find-concepts.ts';
import { modelLevel, ruleLevel, type Scores, type Surroundings } from '../../../src/core/triage/level.ts';
import type { RuleMatch } from '../../../src/core/triage/rules/match-rules.ts';
import type { Rule } from '../../../src/core/triage/rules/rule.ts';
import { thresholds } from '../../../src/core/triage/thresholds.ts';

const hit = (start: number): ConceptHit => ({ concept: 0, start, end: start + 1, negated: false });
const match = (level: Rule['level'], weight: Rule['weight'], framed = false, hits = [hit(3)]): RuleMatch => ({
  rule: {
    id: 'made.up',
    level,
    weight,
    categories: ['suicide'],
    needs: ['NOW'],
    excludes: [],
    reason: 'Oppdiktet.',
    examplesMatch: [],
    examplesNot: [],
    owner: 'test',
    date: '2026-11-23',
  },
  hits,
  framed,
});
const low = -9;
const high = 9;
const scores = (given: Partial<Scores>): Scores => ({ worry: low, serious: low, acute: low, ...given });
/** One sentence, no frame, in a channel. Sentences begin at every tenth word. */
const plainly: Surroundings = {
  framedSentences: new Set(),
  sentenceOf: (token) => Math.floor(token / 10) * 10,
  throughout: false,
  sentences: 1,
  earnest: false,
  direct: false,
};
const inFrame: Surroundings = { ...plainly, framedSentences: new Set([0]) };
const justBelow = (threshold: number): number => threshold - 0.01;

describe('the level of an acute rule', () => {
  const acute = match('acute', 'supported');
  const told = (given: Partial<Scores>, around = plainly, which = acute) => ruleLevel(which, scores(given), around);

  it('outside any frame is acute unless the model finds that very unlikely', () => {
    expect(told({ acute: thresholds.acuteOutsideFrame })).toBe('acute');
    expect(told({ acute: justBelow(thresholds.acuteOutsideFrame), worry: high })).toBe('serious');
  });

  it('outside any frame is serious, and concern where the model finds the only sentence harmless', () => {
    expect(told({ worry: thresholds.acuteDoubted })).toBe('serious');
    expect(told({ worry: justBelow(thresholds.acuteDoubted) })).toBe('concern');
  });

  it('is not doubted because of what the model thinks of several sentences, nor where somebody says that it is no joke', () => {
    expect(told({}, { ...plainly, sentences: 2 })).toBe('serious');
    expect(told({}, { ...plainly, earnest: true })).toBe('serious');
  });

  it('inside a frame is acute, serious, concern or nothing as the model goes', () => {
    expect(told({ acute: thresholds.acuteInFrame }, inFrame)).toBe('acute');
    expect(told({ acute: justBelow(thresholds.acuteInFrame), serious: high, worry: high }, inFrame)).toBe('serious');
    expect(told({ serious: thresholds.seriousInFrame }, inFrame)).toBe('serious');
    expect(told({ serious: justBelow(thresholds.seriousInFrame), worry: high }, inFrame)).toBe('concern');
    expect(told({ worry: thresholds.unmistakableFrame }, inFrame)).toBe('concern');
    expect(told({ worry: justBelow(thresholds.unmistakableFrame) }, inFrame)).toBe('none');
  });

  it('is held back by a frame in the sentence of any of its words, not by one further off', () => {
    const twoWords = match('acute', 'supported', false, [hit(12), hit(3)]);
    expect(told({}, inFrame, twoWords)).toBe('none');
    expect(told({}, { ...inFrame, framedSentences: new Set([20]) }, twoWords)).toBe('concern');
    expect(told({}, { ...plainly, throughout: true }, twoWords)).toBe('none');
  });

  it('is held back by its own frame, wherever that stands', () => {
    expect(told({}, plainly, match('acute', 'supported', true))).toBe('none');
    expect(told({}, plainly, match('acute', 'firm', true))).toBe('none');
  });

  it('that is firm is not held back by another frame than its own', () => {
    expect(told({}, inFrame, match('acute', 'firm'))).toBe('concern');
  });

  it('is not held back when it is no joke, nor in a direct message unless the model too finds it harmless', () => {
    expect(told({}, { ...inFrame, earnest: true })).toBe('serious');
    expect(told({ worry: thresholds.harmlessInDirect }, { ...inFrame, direct: true })).toBe('serious');
    expect(told({ worry: justBelow(thresholds.harmlessInDirect) }, { ...inFrame, direct: true })).toBe('concern');
    expect(told({ worry: high }, inFrame)).toBe('concern');
  });
});

describe('the level of a firm rule', () => {
  const told = (given: Partial<Scores>, around = plainly, framed = false, level: 'serious' | 'concern' = 'serious') =>
    ruleLevel(match(level, 'firm', framed), scores(given), around);

  it('is its own, whatever the model thinks', () => {
    expect(told({})).toBe('serious');
    expect(told({}, plainly, false, 'concern')).toBe('concern');
  });

  it('inside another frame is concern where the model finds it far from serious', () => {
    expect(told({ serious: thresholds.firmSerious }, inFrame)).toBe('serious');
    expect(told({ serious: justBelow(thresholds.firmSerious) }, inFrame)).toBe('concern');
    expect(told({ serious: low })).toBe('serious');
  });

  it('inside its own frame needs the model, like any other', () => {
    expect(told({}, plainly, true)).toBe('none');
    expect(told({ worry: thresholds.supportedConcern }, plainly, true)).toBe('concern');
    expect(told({ worry: high, serious: thresholds.supportedSerious }, plainly, true)).toBe('serious');
  });

  it('is not held back by its own frame when it is no joke', () => {
    expect(told({}, { ...plainly, earnest: true }, true)).toBe('serious');
  });
});

describe('the level of a supported rule below acute', () => {
  const told = (given: Partial<Scores>, framed = false, level: 'serious' | 'concern' = 'serious') =>
    ruleLevel(match(level, 'supported', framed), scores(given), plainly);

  it('is nothing where the model finds the message harmless', () => {
    expect(told({ worry: justBelow(thresholds.supportedConcern), serious: high })).toBe('none');
    expect(told({ worry: thresholds.supportedConcern })).toBe('concern');
  });

  it('is serious where the model does not find that unlikely, and never above its own level', () => {
    expect(told({ worry: high, serious: thresholds.supportedSerious })).toBe('serious');
    expect(told({ worry: high, serious: justBelow(thresholds.supportedSerious) })).toBe('concern');
    expect(told({ worry: high, serious: high }, false, 'concern')).toBe('concern');
  });

  it('is nothing inside its own frame', () => {
    expect(told({ worry: high, serious: high }, true)).toBe('none');
  });
});

describe('the level of a hint', () => {
  const told = (given: Partial<Scores>, level: Rule['level']) =>
    ruleLevel(match(level, 'hint'), scores(given), plainly);

  it('is nothing where the model is not worried by itself', () => {
    expect(told({ worry: justBelow(thresholds.concern), serious: high, acute: high }, 'acute')).toBe('none');
  });

  it('is acute only when it points at that and the model does not find it unlikely', () => {
    const worried = { worry: thresholds.concern };
    expect(told({ ...worried, acute: thresholds.hintAcute }, 'acute')).toBe('acute');
    expect(told({ ...worried, acute: justBelow(thresholds.hintAcute) }, 'acute')).toBe('none');
    expect(told({ ...worried, acute: high }, 'serious')).toBe('none');
  });

  it('is serious where the model finds that likely, and nothing otherwise', () => {
    expect(told({ worry: high, serious: thresholds.serious }, 'serious')).toBe('serious');
    expect(told({ worry: high, serious: justBelow(thresholds.serious) }, 'serious')).toBe('none');
  });
});

describe('the level the model finds by itself', () => {
  const asShipped = { concern: 0, serious: 0 };
  const found = (given: Partial<Scores>, shift = asShipped, besideRule = false, ownText = true) =>
    modelLevel(scores(given), shift, besideRule, ownText);

  it('is concern from its threshold, and sooner beside a rule', () => {
    expect(found({ worry: thresholds.concern })).toBe('concern');
    expect(found({ worry: justBelow(thresholds.concern) })).toBe('none');
    expect(found({ worry: thresholds.concernBesideRule }, asShipped, true)).toBe('concern');
    expect(found({ worry: justBelow(thresholds.concernBesideRule) }, asShipped, true)).toBe('none');
  });

  it('asks more of a conversation read as one', () => {
    const needed = thresholds.concern + thresholds.conversation;
    expect(found({ worry: needed }, asShipped, false, false)).toBe('concern');
    expect(found({ worry: justBelow(needed) }, asShipped, false, false)).toBe('none');
  });

  it('is at least concern where it may be about now, and serious where it likely is', () => {
    expect(found({ acute: thresholds.acuteNotices })).toBe('concern');
    expect(found({ acute: justBelow(thresholds.acuteNotices) })).toBe('none');
    expect(found({ acute: thresholds.acuteAlone })).toBe('serious');
    expect(found({ worry: high, acute: justBelow(thresholds.acuteAlone) })).toBe('concern');
  });

  it('is serious alone from one threshold, and beside a rule from a lower one', () => {
    expect(found({ worry: high, serious: thresholds.seriousAlone })).toBe('serious');
    expect(found({ worry: high, serious: justBelow(thresholds.seriousAlone) })).toBe('concern');
    expect(found({ worry: high, serious: thresholds.serious }, asShipped, true)).toBe('serious');
    expect(found({ worry: high, serious: justBelow(thresholds.serious) }, asShipped, true)).toBe('concern');
  });

  it('is nothing without worry, however serious it would have been', () => {
    expect(found({ serious: high })).toBe('none');
  });

  it('moves with what a coordinator sets', () => {
    expect(found({ worry: thresholds.concern }, { concern: 1, serious: 0 })).toBe('none');
    expect(found({ worry: thresholds.concern + 1 }, { concern: 1, serious: 0 })).toBe('concern');
    expect(found({ worry: high, serious: thresholds.seriousAlone }, { concern: 0, serious: 1 })).toBe('concern');
    expect(found({ worry: high, serious: thresholds.seriousAlone + 1 }, { concern: 0, serious: 1 })).toBe('serious');
  });

  it('is never moved upwards where it may be about now, and may be moved downwards', () => {
    const up = { concern: 2, serious: 1 };
    const now = { acute: thresholds.neverMovedUp };
    expect(found({ ...now, worry: thresholds.concern }, up)).toBe('concern');
    expect(found({ ...now, worry: high, serious: thresholds.seriousAlone }, up)).toBe('serious');
    expect(found({ acute: justBelow(thresholds.neverMovedUp), worry: thresholds.concern }, up)).toBe('none');
    expect(found({ ...now, worry: thresholds.concern - 1 }, { concern: -1, serious: 0 })).toBe('concern');
  });
});
