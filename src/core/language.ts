/** Languages with a complete catalogue. Bokmål is the source. */
export const catalogueLanguages = ['nb', 'nn', 'en'] as const;
export type CatalogueLanguage = (typeof catalogueLanguages)[number];

/** Northern, Lule and Southern Sámi: read only where a human translation is supplied, and Norwegian where it says nothing. */
export const samiLanguages = ['se', 'smj', 'sma'] as const;
export type SamiLanguage = (typeof samiLanguages)[number];

/** What a reader can have asked for. */
export const languages = [...catalogueLanguages, ...samiLanguages] as const;
export type Language = (typeof languages)[number];

export const isSami = (language: Language): language is SamiLanguage => samiLanguages.some((one) => one === language);

/** The catalogue a text is taken from, and times are written by: for a Sámi reader the Norwegian of the service. */
export const catalogueLanguage = (language: Language, norwegian: 'nb' | 'nn' = 'nb'): CatalogueLanguage =>
  isSami(language) ? norwegian : language;

/** The language for a reader, from Discord's locale where it is known. Norwegian readers get the service's own. */
export function languageOf(locale: string | undefined, ofService: Language): Language {
  if (locale === undefined || locale === 'no' || locale.startsWith('nb') || locale.startsWith('nn')) return ofService;
  return 'en';
}
