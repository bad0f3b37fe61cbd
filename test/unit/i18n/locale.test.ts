import { describe, expect, it } from 'vitest';
import { languageFor } from '../../../src/i18n/locale.ts';

describe('languageFor', () => {
  it.each([
    ['no', 'nb', 'nb'],
    ['no', 'nn', 'nn'],
    [undefined, 'nn', 'nn'],
    [undefined, 'nb', 'nb'],
    ['nn', 'nb', 'nn'],
    ['nb', 'nn', 'nb'],
    ['en-GB', 'nb', 'en'],
    ['en-US', 'nn', 'en'],
    ['da', 'nb', 'en'],
    ['sv-SE', 'nb', 'en'],
    ['pl', 'nn', 'en'],
    ['', 'nb', 'en'],
  ] as const)('reads Discord’s %s in a municipality that writes %s as %s', (locale, own, language) => {
    expect(languageFor(locale, own)).toBe(language);
  });
});
