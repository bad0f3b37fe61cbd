import { catalogueLanguages, samiLanguages } from '../core/language.ts';
import type { CatalogueLanguage, Language } from '../core/language.ts';
import type { Municipality, Wordings } from '../core/municipality.ts';
import { translationFaults, wordingFaults } from '../core/texts/own-text.ts';
import type { SourceText, WordingFault } from '../core/texts/own-text.ts';
import { catalogues } from './catalogue.ts';
import { sourceTexts } from './own-wording.ts';

const sources: Readonly<Record<CatalogueLanguage, ReadonlyMap<string, SourceText>>> = {
  nb: sourceTexts(catalogues.nb),
  nn: sourceTexts(catalogues.nn),
  en: sourceTexts(catalogues.en),
};

/** What Discord allows for a button, and for the parts of a form. UTF-16 units. */
const shortTexts: readonly (readonly [key: RegExp, most: number])[] = [
  [/Button$/u, 80],
  [/^forms\.\w+(?:Title|Label)$/u, 45],
  [/^forms\.\w+Description$/u, 100],
];
const mostFor = (key: string): number | undefined => shortTexts.find(([pattern]) => pattern.test(key))?.[1];

/** Keys of all texts a municipality may put in its own words, in the order of the catalogue. */
export const ownTextKeys: readonly string[] = [...sources.nb.keys()];

/** The catalogue's own words for a key, placeholders open; undefined for a key that is not among them. */
export const sourceText = (language: CatalogueLanguage, key: string): SourceText | undefined =>
  sources[language].get(key);

/** What keeps this wording from being used; empty when it can be. */
export function checkWording(language: CatalogueLanguage, key: string, words: string): readonly WordingFault[] {
  const source = sourceText(language, key);
  if (!source) return [{ kind: 'unknown-text' }];
  return [
    ...wordingFaults(words, source, mostFor(key)),
    ...(key === 'sender.firstContact' && !/(?<!\p{L})bot(?!\p{L})/iu.test(words)
      ? [{ kind: 'hides-bot' } as const]
      : []),
  ];
}

/** What is read in a Sámi language before anything else is. Source: 003:5. */
const emergencyKeys: readonly string[] = [
  'pages.helpAction',
  'sender.cannotWait',
  ...['medical', 'police', 'either'].flatMap((danger) => [
    `sender.acuteAction.${danger}`,
    `sender.seriousAction.${danger}`,
  ]),
];
/** Everything a human translator to a Sámi language may translate, by key. */
export const translatableTexts: ReadonlyMap<string, SourceText> = sourceTexts(catalogues.nb, 'translation');

function translationFaultsIn(texts: Wordings): readonly (readonly [key: string, fault: WordingFault])[] {
  const missing = emergencyKeys.filter((key) => texts[key] === undefined);
  return [
    ...missing.map((key) => [key, { kind: 'emergency-missing' }] as const),
    ...Object.entries(texts).flatMap(([key, words]) => {
      const source = translatableTexts.get(key);
      const faults: readonly WordingFault[] = source
        ? translationFaults(words, source, mostFor(key))
        : [{ kind: 'unknown-text' }];
      return faults.map((fault) => [key, fault] as const);
    }),
  ];
}

export interface PlacedWordingFault {
  readonly language: Language;
  readonly key: string;
  readonly fault: WordingFault;
}

/** Everything that is wrong in a municipality's own texts. */
export const checkTexts = (texts: Municipality['texts']): readonly PlacedWordingFault[] =>
  catalogueLanguages.flatMap((language) =>
    Object.entries(texts[language] ?? {}).flatMap(([key, words]) =>
      checkWording(language, key, words).map((fault) => ({ language, key, fault })),
    ),
  );

/** Everything that is wrong in the Sámi translations a municipality has been given. */
export const checkTranslations = (translations: Municipality['translations']): readonly PlacedWordingFault[] =>
  samiLanguages.flatMap((language) => {
    const texts = translations[language];
    return texts ? translationFaultsIn(texts).map(([key, fault]) => ({ language, key, fault })) : [];
  });
