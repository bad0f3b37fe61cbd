import { standardSpelling } from '../text/spelling.ts';
import { danger, intoxication, runaway } from './danger.ts';
import { harmlessWording } from './harmless-wording.ts';
import { home, sexual } from './home-and-sex.ts';
import { indirectWording } from './indirect-wording.ts';
import { eating, frames, mind, peers } from './mind-and-peers.ts';
import { newcomers } from './newcomer-wording.ts';
import { people, places } from './people.ts';
import { selfHarm } from './self-harm.ts';

/**
 * The notation of a concept: terms between commas. A term is one or more elements between spaces. An element is a word,
 * a word beginning (`selvmord*`), alternatives (`ta/tar/tok`), another concept's single words (`PARENT`), a number
 * (`NUM`), or `_`, which stands for at most two words in between (twice: four).
 */
export const concepts = {
  ...people,
  ...places,
  ...selfHarm,
  ...home,
  ...sexual,
  ...danger,
  ...intoxication,
  ...runaway,
  ...mind,
  ...eating,
  ...peers,
  ...newcomers,
  ...frames,
};
export type Concept = keyof typeof concepts;
const furtherWording: Readonly<Partial<Record<Concept, string>>> = { ...indirectWording, ...harmlessWording };
export const conceptNames = Object.keys(concepts).filter((name): name is Concept => name in concepts);

/** Concepts that a denial («ikke», «aldri», «ingen») in front of them or right behind them takes back. */
const negatable = new Set<Concept>([
  'KILL_SELF',
  'SUICIDE_WORD',
  'SELF_HARM',
  'CUT',
  'HURTS_ME',
  'HURTS_OTHERS',
  'RAPE',
  'TOUCH',
  'BULLY',
  'USE_DRUG',
  'THREAT_HOME',
  'KILL_OTHER',
  'HURT_OTHER',
  'FEAR',
  'DECIDED',
  'DRUNK',
  'PARENT_DRUNK',
  'LOW',
  'ANXIETY',
  'LONELY',
  'RUN',
  'HIT',
  'LOCKED_IN',
  'TOOK_PILLS',
  'PURGE',
  'DRUG',
  'ATTACKED',
  'SCHOOL',
]);

export interface PhrasePattern {
  /** Atom of each element, and how many words may stand in front of it. */
  readonly atoms: readonly number[];
  readonly gaps: readonly number[];
  readonly concept: number;
  /** True when the phrase itself holds a denial («orker ikke leve»), which then denies nothing. */
  readonly denies: boolean;
}

/** The phrases that begin with one atom, and the second atom of each, side by side: most are ruled out by that alone. */
export interface FiledPhrases {
  readonly seconds: Int32Array;
  readonly patterns: readonly PhrasePattern[];
}

export interface CompiledLexicon {
  readonly names: readonly string[];
  readonly negatable: readonly boolean[];
  /** Atoms of whole words; `atomsOf` also counts word beginnings. */
  readonly exact: ReadonlyMap<string, readonly number[]>;
  readonly atomsOf: (word: string) => readonly number[];
  /** True when the word starts with one of the lexicon's word beginnings. */
  readonly hasBeginning: (word: string) => boolean;
  /** Concept of an atom that is a concept's single words; -1 for other atoms. */
  readonly conceptOfAtom: readonly number[];
  readonly phrasesByFirstAtom: readonly (FiledPhrases | undefined)[];
  readonly numberAtom: number;
  readonly childAgeAtom: number;
  readonly adultAgeAtom: number;
  /** The concept of fixed harmless phrases, and the first of the concepts that hold back rather than alarm. */
  readonly idiom: number;
  readonly firstFrame: number;
  /** The first concept that alarms; the ones before it are people, times and places. */
  readonly firstAlarm: number;
  /** Every word of the lexicon but those of languages that triage does not otherwise read. */
  readonly readWords: ReadonlySet<string>;
  /** Words worth repairing a misspelling to. */
  readonly sensitiveWords: readonly string[];
}

const wordsPerGap = 2;
const firstSensitive = Object.keys({ ...people, ...places }).length;
const firstHarmless = conceptNames.indexOf('GAME');
const firstNewcomer = conceptNames.indexOf('NEWCOMER_HELP');
const isNewcomer = (concept: number): boolean => concept >= firstNewcomer && concept < firstHarmless;

const noAtoms: readonly number[] = [];
const keyLength = 3;
const shortestInflected = 5;

/** The bokmål form of a nynorsk or dialect verb ending: «sparkar» as «sparker», «sparka» as «sparket». */
function otherInflection(word: string): string {
  if (word.length < shortestInflected) return word;
  if (word.endsWith('ar')) return `${word.slice(0, -2)}er`;
  return word.endsWith('a') ? `${word.slice(0, -1)}et` : word;
}

/** Look-up of a word by its whole self and by the beginnings filed under its first letters. */
function lookUp(
  exact: ReadonlyMap<string, readonly number[]>,
  beginnings: ReadonlyMap<string, readonly number[]>,
): Pick<CompiledLexicon, 'atomsOf' | 'hasBeginning'> {
  const filed = new Map<string, (readonly [string, readonly number[]])[]>();
  for (const entry of beginnings) {
    if (entry[0].length < keyLength) throw new RangeError(`"${entry[0]}*" is too short a beginning`);
    const key = entry[0].slice(0, keyLength);
    filed.set(key, [...(filed.get(key) ?? []), entry]);
  }
  return {
    hasBeginning: (word) =>
      filed
        .get(word.slice(0, keyLength))
        ?.some(([beginning]) => beginning.length > keyLength && word.startsWith(beginning)) ?? false,
    atomsOf: (word) => {
      let atoms = exact.get(word) ?? exact.get(otherInflection(word)) ?? noAtoms;
      const candidates = filed.get(word.slice(0, keyLength));
      if (candidates === undefined) return atoms;
      for (const [beginning, more] of candidates)
        if (word.startsWith(beginning)) atoms = atoms.length === 0 ? more : [...atoms, ...more];
      return atoms;
    },
  };
}

/** Words that deny what stands near them. */
export const denialWords: ReadonlySet<string> = new Set(
  'ikke aldri ingen uten not never dont didnt doesnt isnt wasnt arent havent hasnt nobody verken neppe in ii'.split(
    ' ',
  ),
);

/** Builds the lookup tables from the concepts and a municipality's own words. */
export function compileLexicon(local: readonly (readonly [Concept, string])[] = []): CompiledLexicon {
  const atomIds = new Map<string, number>();
  const exact = new Map<string, number[]>();
  const beginnings = new Map<string, number[]>();
  const conceptOfAtom: number[] = [];
  const phrases: PhrasePattern[][] = [];
  const sensitive = new Set<string>();

  const put = (map: Map<string, number[]>, word: string, atom: number): void => {
    const list = map.get(word);
    if (list === undefined) map.set(word, [atom]);
    else if (!list.includes(atom)) list.push(atom);
  };
  const addWord = (word: string, atom: number): void => {
    if (word.endsWith('*')) {
      const beginning = word.slice(0, -1);
      put(beginnings, beginning, atom);
      return;
    }
    put(exact, word, atom);
    const standard = standardSpelling(word);
    if (standard !== undefined) put(exact, standard, atom);
  };
  const readWords = new Set<string>();
  const noteRead = (concept: number, element: string): void => {
    if (isNewcomer(concept)) return;
    for (const word of element.split('/'))
      if (!word.endsWith('*') && !/^[A-Z_]+$/.test(word)) readWords.add(word.toLowerCase());
  };
  const atomFor = (element: string): number => {
    const known = atomIds.get(element);
    if (known !== undefined) return known;
    const atom = conceptOfAtom.push(-1) - 1;
    atomIds.set(element, atom);
    if (/^[A-Z_]{2,}$/.test(element)) return atom;
    for (const word of element.split('/')) {
      if (/^[A-Z_]{2,}$/.test(word)) {
        for (const term of singleWords.get(word) ?? []) addWord(term, atom);
      } else addWord(word.toLowerCase(), atom);
    }
    return atom;
  };

  const allTerms: (readonly [number, string])[] = [];
  const singleWords = new Map<string, string[]>();
  conceptNames.forEach((name, index) => {
    conceptOfAtom.push(index);
    atomIds.set(name, index);
    const own = local.filter(([concept]) => concept === name).map(([, words]) => words);
    for (const term of [concepts[name], furtherWording[name] ?? '', ...own].join(',').split(',')) {
      const trimmed = term.trim();
      if (trimmed === '') continue;
      if (!trimmed.includes(' ') && !/^[A-Z_]{2,}$/.test(trimmed)) {
        const list = singleWords.get(name) ?? [];
        list.push(trimmed.toLowerCase());
        singleWords.set(name, list);
        addWord(trimmed.toLowerCase(), index);
        noteRead(index, trimmed);
        if (index >= firstSensitive && index < firstNewcomer && trimmed.length >= 4)
          sensitive.add(trimmed.replace('*', ''));
      } else allTerms.push([index, trimmed]);
    }
  });
  for (const [concept, term] of allTerms) {
    const atoms: number[] = [];
    const gaps: number[] = [];
    let gap = 0;
    for (const element of term.split(/\s+/)) {
      if (element === '_') {
        gap += wordsPerGap;
        continue;
      }
      atoms.push(atomFor(element));
      noteRead(concept, element);
      gaps.push(gap);
      gap = 0;
      if (concept >= firstSensitive && concept < firstNewcomer && /^[\p{Ll}]{5,}$/u.test(element))
        sensitive.add(element);
    }
    const first = atoms[0];
    if (first === undefined) continue;
    const denies = term.split(/[ /]/).some((word) => denialWords.has(word));
    // A term of one element here is a mark that is put on a word, such as an adult's age.
    if (atoms.length === 1) conceptOfAtom[first] = concept;
    else (phrases[first] ??= []).push({ atoms, gaps, concept, denies });
  }
  return {
    names: conceptNames,
    negatable: conceptNames.map((name) => negatable.has(name)),
    exact,
    ...lookUp(exact, beginnings),
    conceptOfAtom,
    phrasesByFirstAtom: phrases.map((patterns) => ({
      seconds: Int32Array.from(patterns, ({ atoms }) => atoms[1] ?? 0),
      patterns,
    })),
    numberAtom: atomFor('NUM'),
    childAgeAtom: atomFor('CHILD_AGE_TOKEN'),
    adultAgeAtom: atomFor('ADULT_AGE'),
    idiom: conceptNames.indexOf('IDIOM'),
    firstFrame: firstHarmless,
    firstAlarm: firstSensitive,
    readWords,
    sensitiveWords: [...sensitive],
  };
}
