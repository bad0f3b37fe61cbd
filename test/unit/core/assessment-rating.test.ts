import { describe, expect, it } from 'vitest';
import { noRule, ratings, withRating } from '../../../src/core/assessment-rating.ts';
import type { TriageReason } from '../../../src/core/triage/assessment.ts';

const reason = (ruleId: string, role: TriageReason['role'] = 'rule'): TriageReason => ({ ruleId, role, sentence: 'x' });

describe('a rating', () => {
  it('counts once for every rule that gave the level, and for none that held it back', () => {
    const counts = withRating({}, [reason('a'), reason('a'), reason('b'), reason('c', 'held-back')], 'too-high');
    expect(Object.keys(counts)).toEqual(['a', 'b']);
    expect(counts['a']).toEqual({ right: 0, 'too-high': 1, 'too-low': 0, 'not-relevant': 0 });
  });

  it('adds to what was counted before', () => {
    const twice = withRating(withRating({}, [reason('a')], 'right'), [reason('a')], 'right');
    expect(twice['a']?.right).toBe(2);
  });

  it('of a case without rules is counted as such: it may have been too low', () => {
    expect(withRating({}, [], 'too-low')[noRule]?.['too-low']).toBe(1);
  });

  it.each(ratings)('can be %s', (rating) => {
    expect(withRating({}, [reason('a')], rating)['a']?.[rating]).toBe(1);
  });
});
