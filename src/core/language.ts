/** Languages with a complete catalogue. Bokmål is the source; Sámi only from a human translator. */
export const languages = ['nb', 'nn', 'en'] as const;
export type Language = (typeof languages)[number];

/** The language for a reader, from Discord's locale where it is known. Norwegian readers get the service's own. */
export function languageOf(locale: string | undefined, ofService: Language): Language {
  if (locale === undefined || locale === 'no' || locale.startsWith('nb') || locale.startsWith('nn')) return ofService;
  return 'en';
}
