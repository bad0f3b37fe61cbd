import { describe, expect, it } from 'vitest';
import type { ConceptHit } from '../../../src/core/triage/lexicon/find-concepts.ts';
import { compileRules, matchRules } from '../../../src/core/triage/rules/match-rules.ts';
import { ruleTable, type Rule } from '../../../src/core/triage/rules/rule.ts';

const names = ['NOW', 'MEANS', 'GAME', 'LETTER'];
const rule = (id: string, needs: readonly string[], excludes: Rule['excludes'] = []): Rule => {
  const [made] = ruleTable([
    {
      id,
      level: 'serious',
      weight: 'firm',
      categories: [],
      needs,
      excludes,
      reason: 'Oppdiktet.',
      examplesMatch: [],
      examplesNot: [],
    },
  ]);
  if (made === undefined) throw new Error('no rule');
  return made;
};
const hit = (name: string, start: number, negated = false): ConceptHit => ({
  concept: names.indexOf(name),
  start,
  end: start + 1,
  negated,
});
const matched = (rules: readonly Rule[], ...hits: readonly ConceptHit[]) =>
  matchRules(compileRules(rules, names), hits, names.length);
const ids = (...given: Parameters<typeof matched>) => matched(...given).map((match) => match.rule.id);

describe('matching rules', () => {
  const both = rule('both', ['NOW', 'MEANS|LETTER']);

  it('needs every slot filled, by any of its concepts', () => {
    expect(ids([both], hit('NOW', 0), hit('MEANS', 1))).toEqual(['both']);
    expect(ids([both], hit('NOW', 0), hit('LETTER', 1))).toEqual(['both']);
    expect(ids([both], hit('NOW', 0))).toEqual([]);
    expect(ids([both], hit('MEANS', 1))).toEqual([]);
    expect(ids([both])).toEqual([]);
  });

  it('gives the words that filled the slots, in the order of the slots', () => {
    const [match] = matched([both], hit('MEANS', 1), hit('NOW', 4));
    expect(match?.hits).toEqual([hit('NOW', 4), hit('MEANS', 1)]);
  });

  it('gives the rules in their own order', () => {
    const rules = [rule('b', ['NOW']), rule('none', ['GAME']), rule('a', ['NOW'])];
    expect(ids(rules, hit('NOW', 0))).toEqual(['b', 'a']);
  });

  it('counts nothing that is denied', () => {
    expect(ids([both], hit('NOW', 0), hit('MEANS', 1, true))).toEqual([]);
    expect(ids([both], hit('NOW', 0), hit('MEANS', 1, true), hit('MEANS', 3))).toEqual(['both']);
  });

  it('never lets the same words fill two slots', () => {
    const twice = rule('twice', ['MEANS', 'MEANS|LETTER']);
    expect(ids([twice], hit('MEANS', 1))).toEqual([]);
    expect(ids([twice], hit('MEANS', 1), hit('LETTER', 1))).toEqual([]);
    expect(ids([twice], hit('MEANS', 1), hit('MEANS', 2))).toEqual(['twice']);
    expect(ids([twice], hit('MEANS', 1), { ...hit('LETTER', 1), end: 3 })).toEqual(['twice']);
    expect(ids([twice], hit('MEANS', 1), { ...hit('LETTER', 0), end: 2 })).toEqual(['twice']);
  });

  it('looks at the first four places of a concept', () => {
    const five = rule('five', ['NOW', 'NOW', 'NOW', 'NOW', 'NOW']);
    const four = rule('four', ['NOW', 'NOW', 'NOW', 'NOW']);
    expect(ids([four, five], ...[0, 1, 2, 3, 4, 5].map((start) => hit('NOW', start)))).toEqual(['four']);
  });

  it('says when one of its own frames stands there, and no other', () => {
    const framed = (...excludes: Rule['excludes']) =>
      matched([rule('a', ['NOW'], excludes)], hit('NOW', 0), hit('GAME', 5)).map((match) => match.framed);
    expect(framed('LETTER', 'GAME')).toEqual([true]);
    expect(framed('LETTER')).toEqual([false]);
    expect(framed()).toEqual([false]);
  });

  it('refuses a rule that names a concept that does not exist', () => {
    expect(() => compileRules([rule('odd', ['NOPE'])], names)).toThrow(
      new RangeError('rule odd: unknown concept NOPE'),
    );
  });
});
