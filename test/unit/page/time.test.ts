import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadPage } from './page-modules.ts';

const { formatTimestamp } = await loadPage('text/timestamp.js');
const { fromOsloLocal, nextOsloTime, toOsloLocal } = await loadPage('text/oslo-time.js');

/** 22 November 2026, 14:03 in Oslo, a Sunday. */
const NOW_MS = Date.parse('2026-11-22T13:03:00Z');

describe('timestamps in messages', () => {
  it.each([
    ['t', '14:03'],
    ['T', '14:03:00'],
    ['d', '22.11.2026'],
    ['D', '22. november 2026'],
    ['f', '22. november 2026 kl. 14:03'],
    ['F', 'søndag 22. november 2026 kl. 14:03'],
  ])('shows style %s in Oslo time', (style, expected) => {
    expect(formatTimestamp(NOW_MS / 1000, style, NOW_MS)).toBe(expected);
  });

  it.each([
    [30, 'om 30 sekunder'],
    [7_200, 'om 2 timer'],
    [-86_400, 'i går'],
    [-180, 'for 3 minutter siden'],
  ])('shows %i seconds from now as «%s»', (seconds, expected) => {
    expect(formatTimestamp(NOW_MS / 1000 + seconds, 'R', NOW_MS)).toBe(expected);
  });

  it('does not fail on a moment no calendar has', () => {
    expect(formatTimestamp(9_999_999_999_999, 'F', NOW_MS)).toBe('ugyldig tidspunkt');
  });
});

describe('the clock in Oslo', () => {
  it('goes to a moment and back for every minute outside the night the clock goes back', () => {
    const minutes = fc.integer({ min: Date.parse('2026-01-01') / 60_000, max: Date.parse('2028-01-01') / 60_000 });
    fc.assert(
      fc.property(minutes, (minute) => {
        const local = toOsloLocal(minute * 60_000);
        const back = fromOsloLocal(local);
        expect(back === null ? '' : toOsloLocal(back)).toBe(local);
      }),
    );
  });

  it('takes the first of two hours and moves past an hour that does not exist', () => {
    expect(fromOsloLocal('2026-10-25T02:30')).toBe(Date.parse('2026-10-25T00:30:00Z'));
    expect(fromOsloLocal('2026-03-29T02:30')).toBe(Date.parse('2026-03-29T01:30:00Z'));
  });

  it('is nowhere when the text is no date', () => {
    expect(fromOsloLocal('i morgen')).toBeNull();
  });

  it('finds the next time of day, on a weekday where one is asked for', () => {
    expect(toOsloLocal(nextOsloTime(NOW_MS, '14:02'))).toBe('2026-11-23T14:02:00');
    expect(toOsloLocal(nextOsloTime(NOW_MS, '14:04'))).toBe('2026-11-22T14:04:00');
    expect(toOsloLocal(nextOsloTime(NOW_MS, '02:30', 7))).toBe('2026-11-29T02:30:00');
    expect(toOsloLocal(nextOsloTime(NOW_MS, '09:00', 1))).toBe('2026-11-23T09:00:00');
  });
});
