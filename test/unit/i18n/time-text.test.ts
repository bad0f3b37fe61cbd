import { describe, expect, it } from 'vitest';
import { discordTime, listText, timeTextIn } from '../../../src/i18n/time-text.ts';

const oslo = (local: string): number =>
  Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Oslo').epochMilliseconds;
const now = oslo('2026-11-22T23:30');

describe('timeTextIn', () => {
  it.each([
    ['nb', 'mandag 23. november kl. 18.00'],
    ['nn', 'måndag 23. november kl. 18.00'],
    ['en', 'Monday 23 November at 18:00'],
  ] as const)('names day and time in %s', (language, expected) => {
    expect(timeTextIn(language, 'Europe/Oslo').on(oslo('2026-11-23T18:00'))).toBe(expected);
  });

  it.each([
    ['2026-11-22T23:45', 'i dag kl. 23.45'],
    ['2026-11-23T00:15', 'i morgen kl. 00.15'],
    ['2026-11-23T23:59', 'i morgen kl. 23.59'],
    ['2026-11-24T00:00', 'tirsdag 24. november kl. 00.00'],
    ['2026-11-21T23:45', 'lørdag 21. november kl. 23.45'],
    ['2027-01-22T23:45', 'fredag 22. januar kl. 23.45'],
  ])('says %s as «%s» half an hour before midnight on the 22nd', (local, expected) => {
    expect(timeTextIn('nb', 'Europe/Oslo').soon(oslo(local), now)).toBe(expected);
  });

  it('says tomorrow on both nights when the clocks change', () => {
    const times = timeTextIn('nb', 'Europe/Oslo');
    expect(times.soon(oslo('2027-03-28T12:00'), oslo('2027-03-27T23:59'))).toBe('i morgen kl. 12.00');
    expect(times.soon(oslo('2026-10-25T12:00'), oslo('2026-10-24T00:01'))).toBe('i morgen kl. 12.00');
  });

  it('gives a closing time within a day by the clock alone, and a later one with its day', () => {
    const times = timeTextIn('nb', 'Europe/Oslo');
    expect(times.until(oslo('2026-11-23T02:00'), now)).toBe('kl. 02.00');
    expect(times.until(oslo('2026-11-24T02:00'), now)).toBe('tirsdag 24. november kl. 02.00');
  });

  it('names the day of a span once when it begins and ends on the same', () => {
    const times = timeTextIn('nb', 'Europe/Oslo');
    expect(times.span(oslo('2026-11-21T14:05'), oslo('2026-11-21T14:40')).until).toBe('kl. 14.40');
    expect(times.span(oslo('2026-11-21T23:50'), oslo('2026-11-22T00:10')).until).toBe('søndag 22. november kl. 00.10');
  });

  it('uses the time zone it is given', () => {
    expect(timeTextIn('en', 'UTC').clock(oslo('2026-11-23T18:00'))).toBe('17:00');
  });
});

describe('discordTime', () => {
  it('gives whole seconds, so that each reader sees their own time', () => {
    expect(discordTime(1_795_453_200_999)).toBe('<t:1795453200:f>');
  });
});

describe('listText', () => {
  it('joins in the language’s own way', () => {
    expect(listText('nb', ['et navn', 'en skole', '2 lenker'])).toBe('et navn, en skole og 2 lenker');
    expect(listText('en', ['a name', 'a school'])).toBe('a name and a school');
    expect(listText('nn', ['eit namn'])).toBe('eit namn');
  });
});
