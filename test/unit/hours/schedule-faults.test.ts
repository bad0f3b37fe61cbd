import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSchedule } from '../../../src/core/hours/schedule.ts';
import { placeInWords } from '../../../src/core/hours/schedule-sentences.ts';

const withMonday = (monday: unknown) => ({ weekly: { monday } });
const withException = (...exceptions: unknown[]) => ({ weekly: { monday: [['18:00', '20:00']] }, exceptions });
const faultsOf = (written: unknown) => {
  const parsed = parseSchedule(written);
  return parsed.ok ? [] : parsed.faults;
};

describe('parseSchedule', () => {
  it('fills in Oslo time, closed holidays and no exceptions', () => {
    expect(parseSchedule(withMonday([['18:00', '20:00']]))).toMatchObject({
      ok: true,
      schedule: { timeZone: 'Europe/Oslo', publicHolidays: 'closed', exceptions: [], weekly: { sunday: [] } },
      warnings: [],
    });
  });

  it.each<[string, unknown, string, RegExp]>([
    ['25:00', withMonday([['18:00', '25:00']]), 'weekly.monday[0][1]', /«25:00» er ikke et klokkeslett.*23:59/],
    ['24:00', withMonday([['18:00', '24:00']]), 'weekly.monday[0][1]', /00:00 for midnatt/],
    ['a time without leading zero', withMonday([['8:00', '20:00']]), 'weekly.monday[0][0]', /klokkeslett/],
    ['a time as a number', withMonday([[18, '20:00']]), 'weekly.monday[0][0]', /klokkeslett/],
    ['an overlap', withMonday([['18:00', '20:00'], ['19:00', '21:00']]), 'weekly.monday[1]', /18:00–20:00 og 19:00–21:00 overlapper/], // prettier-ignore
    ['an overlap after midnight', withMonday([['22:00', '02:00'], ['23:00', '23:30']]), 'weekly.monday[1]', /overlapper/], // prettier-ignore
    ['the same interval twice', withMonday([['18:00', '20:00'], ['18:00', '20:00']]), 'weekly.monday[1]', /overlapper/], // prettier-ignore
    ['an overlap with the longest, not the nearest', withMonday([['08:00', '20:00'], ['09:00', '10:00'], ['12:00', '13:00']]), 'weekly.monday[2]', /08:00–20:00 og 12:00–13:00/], // prettier-ignore
    ['an interval of one time', withMonday([['18:00']]), 'weekly.monday[0]', /åpning og stenging/],
    ['an interval of three times', withMonday([['18:00', '19:00', '20:00']]), 'weekly.monday[0]', /åpning og stenging/],
    ['a day that is no list', withMonday('18-20'), 'weekly.monday', /liste med åpningstider/],
    [
      'a day of too many intervals',
      withMonday(Array.from({ length: 25 }, () => ['18:00', '20:00'])),
      'weekly.monday',
      /høyst 24/,
    ],
    ['an unknown day', { weekly: { mandag: [] } }, 'weekly', /«mandag».*monday/],
    ['an unknown field', { weekly: {}, holidays: 'open' }, '', /«holidays».*publicHolidays/],
    ['no week', {}, 'weekly', /Uken mangler/],
    ['no object', 'mandag 18-20', '', /må være et objekt/],
    ['null', null, '', /må være et objekt/],
    ['a list', [], '', /må være et objekt/],
    ['another holiday rule', { weekly: {}, publicHolidays: true }, 'publicHolidays', /"closed".*"open"/],
    ['an unknown time zone', { weekly: {}, timeZone: 'Norge' }, 'timeZone', /«Norge» er ikke en tidssone/],
    [
      'an exception on a day that does not exist',
      withException({ date: '2026-02-30', intervals: [] }),
      'exceptions[0].date',
      /«2026-02-30».*finnes/,
    ],
    ['an exception without a date', withException({ intervals: [] }), 'exceptions[0].date', /Datoen mangler/],
    [
      'an exception without intervals',
      withException({ date: '2026-12-24' }),
      'exceptions[0].intervals',
      /mangler.*\[\]/,
    ],
    [
      'an exception with an unknown field',
      withException({ date: '2026-12-24', intervals: [], note: 'x' }),
      'exceptions[0]',
      /«note»/,
    ],
    ['an overlap in an exception', withException({ date: '2026-12-24', intervals: [['10:00', '12:00'], ['11:00', '13:00']] }), 'exceptions[0].intervals[1]', /overlapper/], // prettier-ignore
    [
      'an empty reason',
      withException({ date: '2026-12-24', intervals: [], reason: ' ' }),
      'exceptions[0].reason',
      /Grunnen/,
    ],
    [
      'a reason of 201 characters',
      withException({ date: '2026-12-24', intervals: [], reason: 'å'.repeat(201) }),
      'exceptions[0].reason',
      /200/,
    ],
    [
      'a date twice',
      withException({ date: '2026-12-24', intervals: [] }, { date: '2026-12-24', intervals: [] }),
      'exceptions[1].date',
      /2026-12-24 har flere unntak/,
    ],
    [
      'too many exceptions',
      withException(...Array.from({ length: 2_001 }, () => ({ date: '2026-12-24', intervals: [] }))),
      'exceptions',
      /høyst 2000/,
    ],
  ])('refuses %s and says what to change', (_, written, path, sentence) => {
    const faults = faultsOf(written);
    expect(faults.map((fault) => fault.path)).toContain(path);
    expect(faults.find((fault) => fault.path === path)?.sentence).toMatch(sentence);
  });

  it('tells every fault at once', () => {
    const written = {
      weekly: { monday: [['18:00', '25:00']], sunday: 'stengt' },
      publicHolidays: 'kanskje',
      timeZone: 'x',
    };
    expect(faultsOf(written).map(({ path }) => path)).toEqual([
      'timeZone',
      'weekly.monday[0][1]',
      'weekly.sunday',
      'publicHolidays',
    ]);
  });

  it.each([
    ['an empty week', { weekly: {} }],
    ['a week of closed days', { weekly: { monday: [] }, exceptions: [{ date: '2026-12-24', intervals: [] }] }],
  ])('allows %s with a warning', (_, written) => {
    expect(parseSchedule(written)).toMatchObject({ ok: true, warnings: [/ingen åpningstider/] });
  });

  it('does not warn about an empty week with an open exception', () => {
    const written = { weekly: {}, exceptions: [{ date: '2026-12-24', intervals: [['10:00', '11:00']] }] };
    expect(parseSchedule(written)).toMatchObject({ ok: true, warnings: [] });
  });

  it.each([
    ['touching intervals', [['18:00', '20:00'], ['20:00', '22:00']]], // prettier-ignore
    ['an early morning beside a late night', [['00:30', '01:00'], ['22:00', '02:00']]], // prettier-ignore
  ])('allows %s in one day', (_, monday) => {
    expect(faultsOf(withMonday(monday))).toEqual([]);
  });

  it('never throws, whatever the file holds, and always has a sentence', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        for (const { sentence } of faultsOf(value)) expect(sentence).toMatch(/^[A-ZÆØÅ«\d].*\.$/u);
      }),
    );
  });

  it('names the weekday in Norwegian beside the place in the file', () => {
    expect(placeInWords('weekly.monday[1]')).toBe('mandag (weekly.monday[1])');
    expect(placeInWords('exceptions[0].date')).toBe('exceptions[0].date');
  });
});
