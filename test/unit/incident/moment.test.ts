import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { momentInstant, readMoment } from '../../../src/core/incident/moment.ts';

/** Sunday 22 November 2026, 21:40 in Oslo. */
const here = { now: Date.UTC(2026, 10, 22, 20, 40), timeZone: 'Europe/Oslo' };

describe('a time that staff write', () => {
  it.each([
    ['nå', '2026-11-22 21:40'],
    ['No', '2026-11-22 21:40'],
    ['21:35', '2026-11-22 21:35'],
    ['kl. 9.05', '2026-11-22 09:05'],
    ['i dag 21:00', '2026-11-22 21:00'],
    ['i går  23:50', '2026-11-21 23:50'],
    ['23:50', '2026-11-21 23:50'],
    ['22.11 21:40', '2026-11-22 21:40'],
    ['1.11. kl 08.00', '2026-11-01 08:00'],
    ['31.12 23:00', '2025-12-31 23:00'],
    ['22.11.2026 21:40', '2026-11-22 21:40'],
    ['2026-11-22 21:40', '2026-11-22 21:40'],
  ])('is read: %s', (written, moment) => {
    expect(readMoment(written, here)).toBe(moment);
  });

  it.each([
    '',
    'i kveld',
    '25:00',
    '21:60',
    '21',
    'i dag 23:50',
    '30.02 12:00',
    '30.02.2026 12:00',
    '23.11.2026 08:00',
    '22.11.2026',
    '2026-13-01 10:00',
    '21:40; slett alt',
  ])('is not guessed at: «%s»', (written) => {
    expect(readMoment(written, here)).toBeUndefined();
  });

  it('reads what it has written as the same time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 365 * 24 * 60 }), (minutes) => {
        const earlier = { ...here, now: here.now - minutes * 60_000 };
        const written = readMoment('nå', earlier);
        expect(written && readMoment(written, here)).toBe(written);
      }),
    );
  });

  it('never throws, whatever is written', () => {
    fc.assert(fc.property(fc.string(), (written) => readMoment(written, here)?.length !== 0));
  });
});

describe('a time that was read', () => {
  it('is the point in time it was written at', () => {
    expect(momentInstant(readMoment('21:35', here) ?? '', here.timeZone)).toBe(Date.UTC(2026, 10, 22, 20, 35));
  });

  it.each(['', '21:35', '22.11 21:40', '2026-13-45 21:00', '2026-11-22 25:99'])('is nothing when it is %j', (text) => {
    expect(momentInstant(text, here.timeZone)).toBeUndefined();
  });
});
