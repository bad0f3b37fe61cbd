import { describe, expect, it } from 'vitest';
import { monthOf } from '../../../src/core/statistics/count.ts';
import { countsOfAct, countsOfMessage, waitOf } from '../../../src/core/statistics/counting.ts';
import type { Snowflake } from '../../../src/core/ids.ts';
import { aCase, closedState, noon } from '../../contract/samples.ts';

const by = { id: '333333333333333303' as Snowflake, signature: 'Kari, saksbehandler' };
const claimed = { kind: 'claimed', by, at: noon } as const;
const minute = 60_000;

describe('what is counted', () => {
  it('of a message is that it came, a new conversation, a new sender, and that nobody was there', () => {
    const effects = [
      { kind: 'store-entry', sealOriginal: false, shown: true },
      { kind: 'notify-sender', notice: { kind: 'received', staffed: false } },
    ] as const;
    expect(countsOfMessage({ version: 0 }, { effects }, false)).toEqual([
      'message',
      'case',
      'first-contact',
      'closed-reply',
    ]);
    expect(countsOfMessage({ version: 3 }, { effects: effects.slice(0, 1) }, true)).toEqual(['message']);
  });

  it('is nothing of a message that is not taken in', () => {
    const effects = [{ kind: 'notify-sender', notice: { kind: 'not-active' } }] as const;
    expect(countsOfMessage({ version: 0 }, { effects }, false)).toEqual([]);
  });

  it('is the wait when somebody takes a conversation', () => {
    const open = aCase('one');
    expect(countsOfAct(open, { ...open, state: claimed }, noon + 12 * minute)).toEqual(['wait:under-15-min']);
  });

  it.each([
    [0, 'under-5-min'],
    [5 * minute, 'under-15-min'],
    [60 * minute, 'under-4-h'],
    [24 * 60 * minute, 'longer'],
  ])('puts a wait of %i milliseconds under «%s»', (ms, wait) => {
    expect(waitOf(ms)).toBe(wait);
  });

  it('at closing is what a person filed, before what the program said', () => {
    const open = aCase('one', { state: claimed, severity: 'acute', categories: ['suicide', 'eating'] });
    const closed = { ...open, state: closedState };
    expect(countsOfAct(open, closed, noon)).toEqual(['level:acute', 'theme:suicide', 'theme:eating']);
    const incident = {
      category: 'bullying',
      severity: 'concern',
      identity: 'unknown',
      action: 'told-barnevern',
      by,
      at: noon,
    } as const;
    expect(countsOfAct(open, { ...closed, incident }, noon)).toEqual([
      'level:concern',
      'theme:bullying',
      'referral:told-barnevern',
    ]);
    expect(countsOfAct(closed, closed, noon)).toEqual([]);
  });

  it('falls in the month it was in Norway', () => {
    expect(monthOf(Date.UTC(2030, 0, 31, 22, 59))).toBe('2030-01');
    expect(monthOf(Date.UTC(2030, 0, 31, 23, 0))).toBe('2030-02');
  });
});
