import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RawText } from '../../src/core/raw-text.ts';
import type { RedactorSettings } from '../../src/core/redaction/redact.ts';
import { createStaffTextGuard } from '../../src/system/staff-text-guard.ts';

const local: RedactorSettings = {
  protectedNumbers: ['75555000'],
  localNames: ['Trulsine'],
  localSchools: ['Blåklokka'],
  localStreets: ['Plassen'],
};
const wiring = new URL('../../src/wiring/', import.meta.url);
const wired = (name: string): string => readFileSync(new URL(name, wiring), 'utf8');

describe('the guard of what staff write', () => {
  const guard = createStaffTextGuard(() => local);

  it.each([
    ['vi har snakka med trulsine', 'NAME'],
    ['hun er på Blåklokka i dag', 'SCHOOL'],
    ['møt meg i Plassen', 'ADDRESS'],
    ['ring 412 34 567', 'PHONE'],
  ])('points out and masks what «%s» holds', (words, kind) => {
    expect(guard.check(new RawText(words)).personalData).toEqual([kind]);
    expect(guard.mask(new RawText(words)).removed).toEqual([kind]);
  });

  it('leaves words for the sender as they were written, and masks words staff keep', () => {
    const words = new RawText('Hei Trulsine, ring 412 34 567');
    expect(guard.check(words).text).toBe('Hei Trulsine, ring 412 34 567');
    expect(guard.mask(words).text).toBe('Hei [navn 1], ring [telefonnummer]');
  });

  it("leaves the municipality's own number alone", () => {
    expect(guard.check(new RawText('Ring oss på 75 55 50 00')).personalData).toEqual([]);
  });

  it('knows a word from the moment a municipality adds it', () => {
    let settings: RedactorSettings = { protectedNumbers: [] };
    const live = createStaffTextGuard(() => settings);
    expect(live.check(new RawText('spør fjompenisse')).personalData).toEqual([]);
    settings = { protectedNumbers: [], localNames: ['Fjompenisse'] };
    expect(live.check(new RawText('spør fjompenisse')).personalData).toEqual(['NAME']);
    expect(live.mask(new RawText('spør fjompenisse')).text).toBe('spør [navn 1]');
  });
});

describe('the ways out of what staff write', () => {
  it('share one guard, made in one place', () => {
    const making = readdirSync(wiring).filter((name) => wired(name).includes('createStaffTextGuard('));
    expect(making).toEqual(['ground.ts']);
    expect(readdirSync(wiring).filter((name) => wired(name).includes('createRedactor('))).toEqual([]);
  });

  it.each([
    ['replies, changed replies and standard texts', 'case-work.ts', 'checkStaffText: staffText.check'],
    ['steps of the incident form', 'case-work.ts', 'mask: ground.staffText.mask'],
    ['posts', 'presence.ts', 'checkStaffText: ground.staffText.check,\n    judgePlaces'],
    [
      "the municipality's own wording",
      'presence.ts',
      'drafts: createHeld(now),\n      checkStaffText: ground.staffText.check',
    ],
    ['«/navigasjonshjulet»', 'reflection.ts', 'mask: staffText.mask'],
    ['the desk and its exports', 'desk.ts', 'mask: ground.staffText.mask'],
  ])('pass %s through it', (_way, file, line) => {
    expect(wired(file)).toContain(line);
  });
});
