import { describe, expect, it } from 'vitest';
import type { Case, CaseState } from '../../../src/core/case.ts';
import { moveCase, moveTable } from '../../../src/core/case-moves.ts';
import type { Move } from '../../../src/core/case-moves.ts';
import { setAsideUntil, unansweredMs } from '../../../src/core/case-times.ts';
import { dayMs, hourMs, minuteMs } from '../../../src/core/time.ts';
import { aCase, kari, ola, snowflake } from '../../examples/cases.ts';
import { exampleConfiguration } from '../../examples/municipality.ts';

const at = Date.UTC(2026, 10, 23, 18, 30);
const before = at - hourMs;
const until = at + hourMs;
const worryCloseMs = hourMs;

const states: Readonly<Record<CaseState['kind'], CaseState>> = {
  open: { kind: 'open' },
  claimed: { kind: 'claimed', by: kari, at: before },
  waiting: { kind: 'waiting', by: kari, at: before, until, then: 'remind' },
  closed: { kind: 'closed', by: kari, at: before },
};
const moves: Readonly<Record<Move['kind'], Move>> = {
  claim: { kind: 'claim' },
  'take-over': { kind: 'take-over' },
  release: { kind: 'release' },
  offer: { kind: 'offer', to: { id: snowflake(103), signature: 'Berit, saksbehandler' } },
  snooze: { kind: 'snooze', until },
  'close-later': { kind: 'close-later', until },
  close: { kind: 'close', worryCloseMs },
  reopen: { kind: 'reopen' },
  resume: { kind: 'resume' },
};

/** Ola acts on a case Kari has: the state it leads to, or why it stays. */
const expected: Readonly<Record<Move['kind'], Readonly<Record<CaseState['kind'], string>>>> = {
  claim: { open: '→ claimed Ola', claimed: 'already-claimed', waiting: 'already-claimed', closed: 'closed' },
  'take-over': { open: '→ claimed Ola', claimed: '→ claimed Ola', waiting: '→ claimed Ola', closed: 'closed' },
  release: { open: 'not-taken', claimed: '→ open', waiting: '→ open', closed: 'closed' },
  offer: { open: 'not-taken', claimed: '→ claimed Kari', waiting: '→ claimed Kari', closed: 'closed' },
  snooze: { open: 'not-taken', claimed: '→ waiting Kari', waiting: '→ waiting Kari', closed: 'closed' },
  'close-later': { open: 'not-taken', claimed: '→ waiting Kari', waiting: '→ waiting Kari', closed: 'closed' },
  close: { open: '→ closed Ola', claimed: '→ closed Ola', waiting: '→ closed Ola', closed: 'already-closed' },
  reopen: { open: 'not-closed', claimed: 'not-closed', waiting: 'not-closed', closed: '→ claimed Ola' },
  resume: { open: 'not-waiting', claimed: 'not-waiting', waiting: '→ claimed Kari', closed: 'closed' },
};

const outcomeOf = (current: Case, move: Move, by = ola): string => {
  const moving = moveCase(current, move, by, at);
  if (moving.kind !== 'moved') return moving.kind;
  const { state } = moving.case;
  return `→ ${state.kind}${state.kind === 'open' ? '' : ` ${state.by?.signature.split(',')[0] ?? ''}`}`;
};

const cells = Object.values(moves).flatMap((move) =>
  Object.values(states).map((state) => [move.kind, state.kind, expected[move.kind][state.kind]] as const),
);

describe('a case', () => {
  it.each(cells)('asked to «%s» when %s: %s', (move, state, leads) => {
    expect(outcomeOf(aCase({ state: states[state] }), moves[move])).toBe(leads);
  });

  it('has a cell for every move in every state', () => {
    expect(Object.keys(moveTable).sort()).toEqual(Object.keys(moves).sort());
    for (const row of Object.values(moveTable)) expect(Object.keys(row).sort()).toEqual(Object.keys(states).sort());
  });

  it('is gone on with by whoever set it aside', () => {
    expect(outcomeOf(aCase({ state: states.waiting }), moves.claim, kari)).toBe('→ claimed Kari');
  });

  it('is not taken over from oneself, nor offered to whoever has it', () => {
    const mine = aCase({ state: states.claimed });
    expect(outcomeOf(mine, moves['take-over'], kari)).toBe('already-yours');
    expect(outcomeOf(mine, { kind: 'offer', to: kari })).toBe('already-claimed');
  });

  it('that is released is waited for from then on, or from when the sender began to wait', () => {
    const released = (current: Case) => {
      const moving = moveCase(current, moves.release, kari, at);
      return moving.kind === 'moved' ? moving.case.unansweredSince : undefined;
    };
    expect(released(aCase({ state: states.claimed }))).toBe(at);
    expect(released(aCase({ state: states.claimed, unansweredSince: before }))).toBe(before);
  });
});

describe('a worrying case', () => {
  const fresh = (differing: Partial<Case> = {}): Case =>
    aCase({ severity: 'acute', worriedAt: at - 10 * minuteMs, state: states.claimed, ...differing });
  const incident = { category: 'suicide', severity: 'acute', identity: 'unknown', by: kari } as const;

  it.each([
    ['nobody has taken it', fresh({ state: states.open }), 'not-taken'],
    ['nothing is recorded', fresh(), 'too-soon'],
    ['it is set aside and nothing is recorded', fresh({ state: states.waiting }), 'too-soon'],
    ['the form says nothing is done yet', fresh({ incident: { ...incident, action: 'none-yet', at } }), 'too-soon'],
    [
      'the form is older than the worry',
      fresh({ incident: { ...incident, action: 'called-113', at: before } }),
      'too-soon',
    ],
    ['a service got it before the worry', fresh({ handedOver: { contactId: 'x', by: kari, at: before } }), 'too-soon'],
    ['the form says what is done', fresh({ incident: { ...incident, action: 'called-113', at } }), '→ closed Ola'],
    ['a service has it', fresh({ handedOver: { contactId: 'x', by: kari, at } }), '→ closed Ola'],
    ['the worry is old', fresh({ worriedAt: before }), '→ closed Ola'],
  ] as const)('asked to close when %s: %#', (_when, current, leads) => {
    expect(outcomeOf(current, moves.close)).toBe(leads);
  });

  it('says from when it may be closed', () => {
    expect(moveCase(fresh(), moves.close, kari, at)).toEqual({ kind: 'too-soon', until: at + 50 * minuteMs });
  });
});

describe('the time a case is set aside', () => {
  it('is as long as was chosen, or until the next opening', async () => {
    const { hours } = (await exampleConfiguration()).eksempelvik;
    expect(setAsideUntil('half-hour', hours, at)).toBe(at + 30 * minuteMs);
    expect(setAsideUntil('three-days', hours, at)).toBe(at + 3 * dayMs);
    const next = setAsideUntil('next-opening', hours, at);
    expect(next).toBeGreaterThan(at);
    expect(next).toBeLessThanOrEqual(at + 7 * dayMs);
  });
});

describe('the wait before staff are reminded', () => {
  it.each([
    ['none', 0, 30],
    ['concern', 0, 30],
    ['serious', 0, 15],
    ['acute', 0, 10],
    ['none', 1, 60],
    ['none', 2, 120],
    ['none', 9, 24 * 60],
  ] as const)('is, for %s and reminder %i, %i minutes', (severity, reminder, expectedMinutes) => {
    expect(unansweredMs(severity, 30, reminder)).toBe(expectedMinutes * minuteMs);
  });
});
