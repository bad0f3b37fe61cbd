import type { Language } from '../core/language.ts';

/**
 * The reader's language. Discord knows one Norwegian, `no`: the municipality decides whether that is bokmål or nynorsk.
 * Without a locale (a DM carries none) the municipality's own language is used; every other locale reads English.
 */
export function languageFor(discordLocale: string | undefined, municipalityLanguage: 'nb' | 'nn'): Language {
  if (discordLocale === undefined || discordLocale === 'no') return municipalityLanguage;
  if (discordLocale === 'nb' || discordLocale === 'nn') return discordLocale;
  return 'en';
}
