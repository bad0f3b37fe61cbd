import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkIn, checkOut, peopleOnDuty, readDutyBook } from '../../../src/core/duty/duty-book.ts';
import type { DutyBook, DutyPerson } from '../../../src/core/duty/duty-book.ts';
import { longestShiftMs, shiftFrom } from '../../../src/core/duty/shift.ts';
import { tellWithinMs, turnDuty } from '../../../src/core/duty/turn.ts';
import { asWaiting, inOrderOfNeed, isUnanswered } from '../../../src/core/duty/waiting.ts';
import { stateAt } from '../../../src/core/hours/opening-state.ts';
import { parseSchedule } from '../../../src/core/hours/schedule.ts';
import { hourMs, minuteMs } from '../../../src/core/time.ts';
import type { CaseEntry } from '../../../src/core/case.ts';
import { aCase, caseId, kari, ola } from '../../examples/cases.ts';

const week = (monday: readonly (readonly [string, string])[]) => {
  const parsed = parseSchedule({
    timeZone: 'Europe/Oslo',
    weekly: { monday },
    publicHolidays: 'closed',
    exceptions: [],
  });
  if (!parsed.ok) throw new Error('the sample schedule is wrong');
  return parsed.schedule;
};
const monday = (clock: string): number =>
  Temporal.PlainDateTime.from(`2026-11-23T${clock}`).toZonedDateTime('Europe/Oslo').epochMilliseconds;
const hours = week([['18:00', '21:00']]);
const opens = monday('18:00');
const closes = monday('21:00');

const person = (differing: Partial<DutyPerson> = {}): DutyPerson => ({
  ...kari,
  themes: [],
  from: opens,
  until: closes,
  ...differing,
});

describe('a shift', () => {
  it.each([
    ['18:00', { kind: 'shift', from: opens, until: closes }],
    ['20:59', { kind: 'shift', from: monday('20:59'), until: closes }],
    ['16:00', { kind: 'shift', from: opens, until: closes }],
    ['15:59', { kind: 'too-early', next: opens }],
  ] as const)('from %s on a Monday that opens at 18 is %j', (clock, expected) => {
    expect(shiftFrom(hours, monday(clock))).toEqual(expected);
  });

  it('cannot begin at closing time', () => {
    expect(shiftFrom(hours, closes).kind).toBe('too-early');
  });

  it('cannot begin where nothing is planned', () => {
    expect(shiftFrom(week([]), opens)).toEqual({ kind: 'nothing-planned' });
  });

  it('past midnight lasts until the closing of the day it began', () => {
    expect(shiftFrom(week([['22:00', '02:00']]), monday('23:30'))).toMatchObject({
      until: monday('23:30') + 2.5 * hourMs,
    });
  });

  it('ends after sixteen hours where closing is further away', () => {
    const always = week([['00:00', '00:00']]);
    const shift = shiftFrom(always, monday('01:00'));
    expect(shift).toMatchObject({ until: monday('01:00') + longestShiftMs });
  });
});

describe('the book', () => {
  const book: DutyBook = { people: [person(), person({ ...ola, from: monday('19:00') })] };

  it.each([
    ['17:59', []],
    ['18:00', ['Kari, saksbehandler']],
    ['19:00', ['Kari, saksbehandler', 'Ola, vakthavende']],
    ['20:59', ['Kari, saksbehandler', 'Ola, vakthavende']],
    ['21:00', []],
  ] as const)('has on duty at %s: %j', (clock, expected) => {
    expect(peopleOnDuty(book, monday(clock)).map(({ signature }) => signature)).toEqual(expected);
  });

  it('has nobody in it twice, and keeps the order', () => {
    const again = checkIn(book, person({ themes: ['mind'] }));
    expect(again.people.map(({ id }) => id)).toEqual([kari.id, ola.id]);
    expect(again.people[0]?.themes).toEqual(['mind']);
  });

  it('lets one leave without the others', () => {
    expect(checkOut(book, kari.id).people.map(({ id }) => id)).toEqual([ola.id]);
  });

  it('comes back from the store as it was', () => {
    const kept: DutyBook = { ...book, announced: { until: closes, told: true } };
    expect(readDutyBook(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  });

  it.each([undefined, null, 'open', { people: 'all' }, { people: [{ id: '1' }] }, [[]]])(
    'that cannot be read has nobody in it: %j',
    (value) => {
      expect(readDutyBook(value)).toEqual({ people: [] });
    },
  );

  it('never throws, whatever is stored', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(Array.isArray(readDutyBook(value).people)).toBe(true);
      }),
    );
  });
});

describe('the passing of time', () => {
  const at = (book: DutyBook, clock: string) => turnDuty(book, stateAt(hours, monday(clock)), monday(clock));
  const one: DutyBook = { people: [person()] };
  const told: DutyBook = { ...one, announced: { until: closes, told: true } };

  it('tells of the opening when somebody is there, and not before', () => {
    expect(at(one, '17:30').events).toEqual([]);
    expect(at({ people: [] }, '18:00').events).toEqual([]);
    expect(at(one, '18:00')).toEqual({ book: told, events: [{ kind: 'opened', until: closes }] });
  });

  it('tells of nothing twice', () => {
    for (const clock of ['18:00', '19:30', '20:59']) expect(at(told, clock)).toEqual({ book: told, events: [] });
    expect(at(at(told, '21:00').book, '21:00').events).toEqual([]);
  });

  it('hands over and tells of closing when the last shift ends', () => {
    expect(at(told, '21:00')).toEqual({
      book: { people: [] },
      events: [
        { kind: 'shift-over', at: closes },
        { kind: 'closed', until: closes },
      ],
    });
  });

  it('ends shifts, hands over and tells of closing at once when the schedule comes to close earlier', () => {
    const earlier = (clock: string, book = told) =>
      turnDuty(book, stateAt(week([['18:00', '20:00']]), monday(clock)), monday(clock));
    expect(earlier('19:59')).toEqual({ book: told, events: [] });
    const turned = earlier('20:00');
    expect(turned).toEqual({
      book: { people: [] },
      events: [
        { kind: 'shift-over', at: monday('20:00') },
        { kind: 'closed', until: closes },
      ],
    });
    expect(earlier('20:01', turned.book).events).toEqual([]);
  });

  it('keeps those who come before opening, and whoever has just checked in for hours not yet known everywhere', () => {
    const early: DutyBook = { people: [person()] };
    expect(at(early, '16:30')).toEqual({ book: early, events: [] });
    const justNow: DutyBook = { people: [person({ from: monday('14:00'), until: monday('15:00') })] };
    expect(at(justNow, '14:00')).toEqual({ book: justNow, events: [] });
    expect(at(justNow, '14:01').book.people).toEqual([]);
  });

  it('lengthens no shift when the schedule comes to close later: nobody has said that they stay', () => {
    const later = turnDuty(told, stateAt(week([['18:00', '22:00']]), closes), closes);
    expect(later.book.people).toEqual([]);
    expect(later.events.map(({ kind }) => kind)).toEqual(['shift-over', 'closed']);
  });

  it('keeps those whose shift lasts longer, and hands nothing over while they are there', () => {
    const two: DutyBook = { people: [person(), person({ ...ola, until: closes + hourMs })] };
    const { book, events } = turnDuty(
      { ...two, announced: told.announced },
      stateAt(week([['18:00', '22:00']]), closes),
      closes,
    );
    expect(book.people.map(({ id }) => id)).toEqual([ola.id]);
    expect(events.map(({ kind }) => kind)).not.toContain('shift-over');
  });

  it('skips an opening and a closing that were noticed too late, and hands over all the same', () => {
    const late = turnDuty(one, stateAt(hours, opens + tellWithinMs + 1), opens + tellWithinMs + 1);
    expect(late.events).toEqual([]);
    expect(late.book.announced).toEqual({ until: closes, told: false });
    const overnight = closes + 12 * hourMs;
    expect(turnDuty(told, stateAt(hours, overnight), overnight).events).toEqual([{ kind: 'shift-over', at: closes }]);
  });

  it('does not tell of the closing of an opening nobody heard of', () => {
    expect(at({ ...one, announced: { until: closes, told: false } }, '21:00').events).toEqual([
      { kind: 'shift-over', at: closes },
    ]);
  });

  it('tells each opening and each closing at most once, however often and seldom it looks', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 * 60 }), { maxLength: 40 }), (minutes) => {
        let book = one;
        const events = minutes
          .toSorted((a, b) => a - b)
          .flatMap((minute) => {
            const now = monday('17:00') + minute * minuteMs;
            const turn = turnDuty(book, stateAt(hours, now), now);
            book = turn.book;
            return turn.events.map(({ kind }) => kind);
          });
        expect(new Set(events).size).toBe(events.length);
        expect(events).toEqual(['opened', 'shift-over', 'closed'].filter((kind) => events.some((one) => one === kind)));
      }),
    );
  });
});

describe('a conversation', () => {
  const entry = (from: CaseEntry['from'], body: CaseEntry['body'] = { kind: 'unmaskable' }): CaseEntry => ({
    id: '1',
    caseId: caseId(),
    from,
    at: opens,
    body,
    severity: 'none',
    removed: [],
    omitted: [],
  });
  const deleted = { kind: 'deleted-by-sender', at: opens } as const;

  it.each([
    ['the sender wrote last', [entry('staff'), entry('sender')], true],
    ['staff wrote last', [entry('sender'), entry('staff')], false],
    ['nothing is left of it', [], true],
    [
      'what the sender wrote after the answer is deleted',
      [entry('sender'), entry('staff'), entry('sender', deleted)],
      false,
    ],
  ] as const)('waits for an answer or not when %s', (_, entries, expected) => {
    expect(isUnanswered(entries)).toBe(expected);
  });

  it('comes in the order of need, by number and level alone', () => {
    const cases = [
      aCase({ number: 1001, lastMessageAt: 5 }),
      aCase({ number: 1002, severity: 'acute', lastMessageAt: 9 }),
      aCase({ number: 1003, lastMessageAt: 2 }),
      aCase({ number: 1004, severity: 'acute', lastMessageAt: 3, state: { kind: 'claimed', by: kari, at: 4 } }),
    ];
    expect(inOrderOfNeed(cases).map(asWaiting)).toEqual([
      { caseNumber: 1004, severity: 'acute', claimed: true },
      { caseNumber: 1002, severity: 'acute', claimed: false },
      { caseNumber: 1003, severity: 'none', claimed: false },
      { caseNumber: 1001, severity: 'none', claimed: false },
    ]);
  });
});
