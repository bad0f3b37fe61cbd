import { describe, expect, it } from 'vitest';
import { activityText } from '../../../src/discord/views/activity.ts';
import { closedTime, municipality, neverOpen, openTime } from './samples.ts';

const text = (now: number, staffed: boolean | undefined, approved = true, of = municipality) =>
  activityText(of, { now, staffed, approved });

describe('the line below the bot’s name', () => {
  it('says open only when somebody is there in opening hours', () => {
    expect(text(openTime, true)).toMatch(/^Åpent nå, til kl\. \d\d\.\d\d$/u);
    expect(text(openTime, false)).toBe('Ingen er pålogget akkurat nå');
    expect(text(openTime, undefined)).toBe('Ingen er pålogget akkurat nå');
    expect(text(closedTime, true)).toMatch(/^Stengt\. Åpner \p{L}+dag \d+\. \p{L}+ kl\. \d\d\.\d\d$/u);
  });

  it('points to help where words are not taken in', () => {
    expect(text(openTime, true, false)).toContain('/hjelp');
    expect(text(openTime, true, true, { ...municipality, intakePaused: true })).toContain('/hjelp');
  });

  it('says that nothing is planned where nothing is', () => {
    expect(text(openTime, true, true, neverOpen)).toBe('Stengt. Ingen åpningstid er planlagt');
  });

  it('fits the place Discord has for it', () => {
    for (const language of ['nb', 'nn'] as const)
      for (const now of [openTime, closedTime])
        expect(text(now, true, true, { ...municipality, language }).length).toBeLessThanOrEqual(128);
  });
});
