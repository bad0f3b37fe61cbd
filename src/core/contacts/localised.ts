import { z } from 'zod';
import { catalogueLanguage } from '../language.ts';
import type { Language } from '../language.ts';

/** Words from configuration. Bokmål is the source; a language that is missing is read in bokmål. */
export interface Localised {
  readonly nb: string;
  readonly nn?: string | undefined;
  readonly en?: string | undefined;
}

export const inLanguage = (text: Localised, language: Language): string => text[catalogueLanguage(language)] ?? text.nb;

/** @param maxLength in UTF-16 code units, for each language */
export const localisedSchema = (maxLength: number) => {
  const words = z.string().trim().min(1, 'is empty').max(maxLength, `is longer than ${maxLength} characters`);
  return z.strictObject({ nb: words, nn: words.optional(), en: words.optional() }).readonly();
};
