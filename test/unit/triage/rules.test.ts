import { describe, expect, it } from 'vitest';
import { categories } from '../../../src/core/triage/assessment.ts';
import { createReader, joinMessages } from '../../../src/core/triage/reader.ts';
import vocabulary from '../../../src/core/triage/model/vocabulary.json' with { type: 'json' };
import { allRules } from '../../../src/core/triage/rules/all-rules.ts';
import { compileRules, matchRules } from '../../../src/core/triage/rules/match-rules.ts';

const reader = createReader(vocabulary);
const compiled = compileRules(allRules, reader.lexicon.names);
/** Rules that count by themselves here: a rule met inside one of its harmless frames does not. */
const matched = (text: string): readonly string[] =>
  reader
    .read(joinMessages([text]))
    .readings.flatMap(({ hits }) => matchRules(compiled, hits, reader.lexicon.names.length))
    .filter(({ framed }) => !framed)
    .map(({ rule }) => rule.id);

describe('triage rules', () => {
  it('have ids of their own, an owner, a date, a reason and examples of both kinds', () => {
    expect(new Set(allRules.map(({ id }) => id)).size).toBe(allRules.length);
    for (const rule of allRules) {
      expect(rule.owner, rule.id).not.toBe('');
      expect(rule.date, rule.id).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(rule.reason, rule.id).toMatch(/\.$/);
      expect(rule.examplesMatch.length, rule.id).toBeGreaterThan(0);
      expect(rule.examplesNot.length, rule.id).toBeGreaterThan(0);
    }
  });

  it('cover every category and every level', () => {
    expect(new Set(allRules.flatMap((rule) => rule.categories))).toEqual(new Set(categories));
    expect(new Set(allRules.map(({ level }) => level))).toEqual(new Set(['concern', 'serious', 'acute']));
  });

  const matches = allRules.flatMap((rule) => rule.examplesMatch.map((example) => [rule.id, example] as const));
  it.each(matches)('%s notices «%s»', (id, example) => {
    expect(matched(example)).toContain(id);
  });

  const others = allRules.flatMap((rule) => rule.examplesNot.map((example) => [rule.id, example] as const));
  it.each(others)('%s leaves «%s» alone', (id, example) => {
    expect(matched(example)).not.toContain(id);
  });

  it('refuses a rule that names an unknown concept', () => {
    const [rule] = allRules;
    if (rule === undefined) throw new Error('no rules');
    expect(() => compileRules([{ ...rule, needs: ['NOT_A_CONCEPT'] }], reader.lexicon.names)).toThrow(RangeError);
  });
});
