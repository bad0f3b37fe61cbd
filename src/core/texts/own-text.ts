import { action, emoji, methods, phoneNumber, promises } from './banned-words.ts';
import { lix, sentencesOf, wordsOf } from './reading.ts';

/** A text of the catalogue that a municipality may put in its own words. */
export interface SourceText {
  /** With its placeholders standing open, e.g. «Vi åpner {next}.» */
  readonly template: string;
  /** In the order they stand; each once. */
  readonly placeholders: readonly string[];
}

/** Why a municipality's own wording cannot be used. */
export type WordingFault =
  | { readonly kind: 'unknown-text' }
  /** A placeholder that this text does not have. */
  | { readonly kind: 'unknown-placeholder'; readonly name: string; readonly known: readonly string[] }
  | { readonly kind: 'missing-placeholder'; readonly name: string }
  /** A brace that is no placeholder. */
  | { readonly kind: 'stray-brace' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-many-characters'; readonly length: number; readonly most: number }
  | { readonly kind: 'too-many-words'; readonly count: number; readonly most: number }
  /** The first sentence must say what to do, or carry what the source's first sentence carries. */
  | { readonly kind: 'action-not-first' }
  | { readonly kind: 'hard-to-read'; readonly lix: number; readonly most: number }
  | { readonly kind: 'promise'; readonly found: string }
  | { readonly kind: 'method'; readonly found: string }
  | { readonly kind: 'emoji'; readonly found: string }
  | { readonly kind: 'phone-number'; readonly found: string }
  /** The first contact must say that a bot writes. */
  | { readonly kind: 'hides-bot' }
  /** A translation must say where help is before it says anything else. */
  | { readonly kind: 'emergency-missing' };

const placeholder = /\{([a-z]+(?:\.[a-z]+)?)\}/giu;

/** Easy everyday language. Source: C. H. Björnsson, «Läsbarhet» (1968): below 40 reads like fiction. */
const easyLix = 40;
/** Longer than its source by this much, a text is no longer «short». Source: 000:13. */
const wordsMoreThanSource = 1.5;
const wordsAlwaysLeft = 5;
export const mostCharacters = 2_000;

/** What each placeholder is likely to hold, for counting words and judging how it reads. */
const sampleValues: Readonly<Record<string, string>> = {
  service: 'Utekontakten i Eksempelvik kommune',
  address: 'Eksempelgata 1, 0000 Eksempelvik',
  until: 'kl. 21.00',
  next: 'i morgen kl. 18.00',
};

export const placeholdersIn = (text: string): readonly string[] => [
  ...new Set(Array.from(text.matchAll(placeholder), ([, name = '']) => name)),
];

/** With every placeholder replaced; undefined when a value is missing. */
export function fill(template: string, valueOf: (name: string) => string | undefined): string | undefined {
  const values = new Map(placeholdersIn(template).map((name) => [name, valueOf(name)]));
  if ([...values.values()].includes(undefined)) return undefined;
  return template.replaceAll(placeholder, (_, name: string) => values.get(name) ?? '');
}

/** As it will read, with examples where values will stand. */
export const withSamples = (template: string): string => fill(template, (name) => sampleValues[name] ?? '12 34') ?? '';

/** Everything that is wrong with a municipality's own wording; empty when it can be used. */
export function wordingFaults(text: string, source: SourceText, mostCharactersHere = mostCharacters): WordingFault[] {
  if (text.trim() === '') return [{ kind: 'empty' }];
  if (text.length > mostCharactersHere)
    return [{ kind: 'too-many-characters', length: text.length, most: mostCharactersHere }];
  return [...placeholderFaults(text, source), ...lengthFaults(text, source), ...wordFaults(text)];
}

/**
 * What keeps a human translation to a Sámi language from being used. Our lists of words and our measure of how hard a text
 * is know no Sámi: what is left is that nothing is lost, and that no number is written by hand.
 */
export function translationFaults(
  text: string,
  source: SourceText,
  mostCharactersHere = mostCharacters,
): WordingFault[] {
  if (text.trim() === '') return [{ kind: 'empty' }];
  if (text.length > mostCharactersHere)
    return [{ kind: 'too-many-characters', length: text.length, most: mostCharactersHere }];
  return [
    ...openFaults(text, source),
    ...wordFaults(text).filter(({ kind }) => kind === 'emoji' || kind === 'phone-number'),
  ];
}

function placeholderFaults(text: string, source: SourceText): WordingFault[] {
  const [first = ''] = sentencesOf(text);
  const [sourceFirst = ''] = sentencesOf(source.template);
  const carried = placeholdersIn(sourceFirst).every((name) => placeholdersIn(first).includes(name));
  const acts = !action.test(sourceFirst) || action.test(first);
  return [...openFaults(text, source), ...(carried && acts ? [] : [{ kind: 'action-not-first' } as const])];
}

/** Every placeholder of the source, and none besides. */
function openFaults(text: string, { placeholders: known }: SourceText): WordingFault[] {
  const used = placeholdersIn(text);
  const isStray = /[{}]/u.test(text.replaceAll(placeholder, ''));
  return [
    ...used
      .filter((name) => !known.includes(name))
      .map((name): WordingFault => ({ kind: 'unknown-placeholder', name, known })),
    ...known
      .filter((name) => !used.includes(name))
      .map((name): WordingFault => ({ kind: 'missing-placeholder', name })),
    ...(isStray ? [{ kind: 'stray-brace' } as const] : []),
  ];
}

function lengthFaults(text: string, { template }: SourceText): WordingFault[] {
  const [own, source] = [withSamples(text), withSamples(template)];
  const count = wordsOf(own).length;
  const most = Math.ceil(wordsOf(source).length * wordsMoreThanSource) + wordsAlwaysLeft;
  const hardest = Math.max(easyLix, Math.round(lix(source)));
  const read = Math.round(lix(own));
  return [
    ...(count > most ? [{ kind: 'too-many-words', count, most } as const] : []),
    ...(read > hardest ? [{ kind: 'hard-to-read', lix: read, most: hardest } as const] : []),
  ];
}

function wordFaults(text: string): WordingFault[] {
  const banned = { promise: promises, method: methods, emoji, 'phone-number': phoneNumber } as const;
  return Object.entries(banned).flatMap(([kind, pattern]): WordingFault[] => {
    const found = pattern.exec(text)?.[0];
    return found === undefined ? [] : [{ kind: kind as keyof typeof banned, found }];
  });
}
