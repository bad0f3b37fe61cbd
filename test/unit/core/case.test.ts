import { describe, expect, it } from 'vitest';
import { isApproved } from '../../../src/core/approval.ts';
import { raiseCase } from '../../../src/core/case.ts';
import { languageOf } from '../../../src/core/language.ts';
import { caseErasure } from '../../../src/core/retention.ts';
import { dayMs, hourMs } from '../../../src/core/time.ts';
import { aCase, kari } from '../../examples/cases.ts';

const at = Date.UTC(2026, 10, 22, 20, 0);

describe('a case', () => {
  it('is raised by a new message and never lowered', () => {
    const raised = raiseCase(aCase(), { severity: 'acute', categories: ['suicide'], reasons: [] }, at);
    const later = raiseCase(raised, { severity: 'none', categories: [], reasons: [] }, at + 1);
    expect(later).toMatchObject({ severity: 'acute', categories: ['suicide'], lastMessageAt: at + 1, worriedAt: at });
  });

  it('counts the wait from the first message without an answer', () => {
    const calm = { severity: 'none', categories: [], reasons: [] } as const;
    expect(raiseCase(raiseCase(aCase(), calm, at), calm, at + 1).unansweredSince).toBe(at);
  });

  it('wakes when the sender writes, and is with whoever set it aside', () => {
    const calm = { severity: 'none', categories: [], reasons: [] } as const;
    for (const then of ['remind', 'close'] as const) {
      const aside = aCase({ state: { kind: 'waiting', by: kari, at, until: at + dayMs, then } });
      expect(raiseCase(aside, calm, at + 1).state).toEqual({ kind: 'claimed', by: kari, at });
    }
  });

  it('collects each category once', () => {
    const once = raiseCase(aCase(), { severity: 'concern', categories: ['bullying'], reasons: [] }, at);
    const twice = raiseCase(once, { severity: 'concern', categories: ['bullying', 'eating'], reasons: [] }, at);
    expect(twice.categories).toEqual(['bullying', 'eating']);
  });

  it('is erased 72 hours after it is closed, and 30 days after its last message otherwise', () => {
    const open = aCase({ lastMessageAt: at });
    expect(caseErasure(open)).toBe(at + 30 * dayMs);
    expect(caseErasure({ ...open, state: { kind: 'closed', by: kari, at: at + dayMs } })).toBe(
      at + dayMs + 72 * hourMs,
    );
  });
});

describe('approval', () => {
  const approval = { strategies: [1, 2] as const, decidedAt: at, reviewAt: at + dayMs };
  it.each([
    ['is missing', undefined, 2, at, false],
    ['is for another strategy', approval, 3, at, false],
    ['is in force', approval, 2, at, true],
    ['has not begun', approval, 2, at - 1, false],
    ['is at its last moment', approval, 2, at + dayMs - 1, true],
    ['is due for review', approval, 2, at + dayMs, false],
  ] as const)('%s', (_name, given, strategy, now, approved) => {
    expect(isApproved(given, strategy, now)).toBe(approved);
  });
});

describe('the language of a reader', () => {
  it.each([
    [undefined, 'nn', 'nn'],
    ['no', 'nn', 'nn'],
    ['no', 'nb', 'nb'],
    ['en-GB', 'nb', 'en'],
    ['pl', 'nb', 'en'],
  ] as const)('is, for locale %s of a service in %s, %s', (locale, service, language) => {
    expect(languageOf(locale, service)).toBe(language);
  });
});
