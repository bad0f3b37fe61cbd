import { languages } from '../core/language.ts';
import type { Language } from '../core/language.ts';
import type { Municipality } from '../core/municipality.ts';
import { wordingFaults } from '../core/texts/own-text.ts';
import type { SourceText, WordingFault } from '../core/texts/own-text.ts';
import { catalogues } from './catalogue.ts';
import { sourceTexts } from './own-wording.ts';

const sources: Readonly<Record<Language, ReadonlyMap<string, SourceText>>> = {
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
export const sourceText = (language: Language, key: string): SourceText | undefined => sources[language].get(key);

/** What keeps this wording from being used; empty when it can be. */
export function checkWording(language: Language, key: string, words: string): readonly WordingFault[] {
  const source = sourceText(language, key);
  if (!source) return [{ kind: 'unknown-text' }];
  return [
    ...wordingFaults(words, source, mostFor(key)),
    ...(key === 'sender.firstContact' && !/(?<!\p{L})bot(?!\p{L})/iu.test(words)
      ? [{ kind: 'hides-bot' } as const]
      : []),
  ];
}

export interface PlacedWordingFault {
  readonly language: Language;
  readonly key: string;
  readonly fault: WordingFault;
}

/** Everything that is wrong in a municipality's own texts. */
export const checkTexts = (texts: Municipality['texts']): readonly PlacedWordingFault[] =>
  languages.flatMap((language) =>
    Object.entries(texts[language] ?? {}).flatMap(([key, words]) =>
      checkWording(language, key, words).map((fault) => ({ language, key, fault })),
    ),
  );
