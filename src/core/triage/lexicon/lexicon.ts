import { standardSpelling } from '../text/spelling.ts';
import { danger, intoxication, runaway } from './danger.ts';
import { home, sexual } from './home-and-sex.ts';
import { eating, frames, mind, peers } from './mind-and-peers.ts';
import { people, places } from './people.ts';
import { selfHarm } from './self-harm.ts';

/**
 * The notation of a concept: terms between commas. A term is one or more elements between spaces. An element is a word,
 * a word beginning (`selvmord*`), alternatives (`ta/tar/tok`), another concept's single words (`PARENT`), a number
 * (`NUM`), or `_`, which stands for at most two words in between.
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
  ...frames,
};
export type Concept = keyof typeof concepts;
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
  /** Atom of each element; `gap` says whether up to two words may stand in front of it. */
  readonly atoms: readonly number[];
  readonly gaps: readonly boolean[];
  readonly concept: number;
}

export interface CompiledLexicon {
  readonly names: readonly string[];
  readonly negatable: readonly boolean[];
  /** Atoms of a whole word, and of a word beginning. */
  readonly exact: ReadonlyMap<string, readonly number[]>;
  readonly beginnings: ReadonlyMap<string, readonly number[]>;
  readonly shortestBeginning: number;
  readonly longestBeginning: number;
  /** Concept of an atom that is a concept's single words; -1 for other atoms. */
  readonly conceptOfAtom: readonly number[];
  readonly phrasesByFirstAtom: readonly (readonly PhrasePattern[] | undefined)[];
  readonly numberAtom: number;
  readonly childAgeAtom: number;
  readonly adultAgeAtom: number;
  /** The concept of fixed harmless phrases, and the first of the concepts that hold back rather than alarm. */
  readonly idiom: number;
  readonly firstFrame: number;
  /** The first concept that alarms; the ones before it are people, times and places. */
  readonly firstAlarm: number;
  /** Words worth repairing a misspelling to. */
  readonly sensitiveWords: readonly string[];
}

const largestGapWords = 2;
export const largestGap = largestGapWords;
const firstSensitive = Object.keys({ ...people, ...places }).length;
const firstHarmless = conceptNames.indexOf('GAME');

/** Builds the lookup tables from the concepts and a municipality's own words. */
export function compileLexicon(local: readonly (readonly [Concept, string])[] = []): CompiledLexicon {
  const atomIds = new Map<string, number>();
  const exact = new Map<string, number[]>();
  const beginnings = new Map<string, number[]>();
  const conceptOfAtom: number[] = [];
  const phrases: PhrasePattern[][] = [];
  const sensitive = new Set<string>();
  let shortest = Number.POSITIVE_INFINITY;
  let longest = 0;

  const put = (map: Map<string, number[]>, word: string, atom: number): void => {
    const list = map.get(word);
    if (list === undefined) map.set(word, [atom]);
    else if (!list.includes(atom)) list.push(atom);
  };
  const addWord = (word: string, atom: number): void => {
    if (word.endsWith('*')) {
      const beginning = word.slice(0, -1);
      shortest = Math.min(shortest, beginning.length);
      longest = Math.max(longest, beginning.length);
      put(beginnings, beginning, atom);
      return;
    }
    put(exact, word, atom);
    const standard = standardSpelling(word);
    if (standard !== undefined) put(exact, standard, atom);
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
    for (const term of [concepts[name], ...own].join(',').split(',')) {
      const trimmed = term.trim();
      if (trimmed === '') continue;
      if (!trimmed.includes(' ') && !/^[A-Z_]{2,}$/.test(trimmed)) {
        const list = singleWords.get(name) ?? [];
        list.push(trimmed.toLowerCase());
        singleWords.set(name, list);
        addWord(trimmed.toLowerCase(), index);
        if (index >= firstSensitive && index < firstHarmless && trimmed.length >= 4)
          sensitive.add(trimmed.replace('*', ''));
      } else allTerms.push([index, trimmed]);
    }
  });
  for (const [concept, term] of allTerms) {
    const atoms: number[] = [];
    const gaps: boolean[] = [];
    let gap = false;
    for (const element of term.split(/\s+/)) {
      if (element === '_') {
        gap = true;
        continue;
      }
      atoms.push(atomFor(element));
      gaps.push(gap);
      gap = false;
      if (concept >= firstSensitive && concept < firstHarmless && /^[\p{Ll}]{5,}$/u.test(element))
        sensitive.add(element);
    }
    const first = atoms[0];
    if (first !== undefined) (phrases[first] ??= []).push({ atoms, gaps, concept });
  }
  return {
    names: conceptNames,
    negatable: conceptNames.map((name) => negatable.has(name)),
    exact,
    beginnings,
    shortestBeginning: shortest,
    longestBeginning: longest,
    conceptOfAtom,
    phrasesByFirstAtom: phrases,
    numberAtom: atomFor('NUM'),
    childAgeAtom: atomFor('CHILD_AGE_TOKEN'),
    adultAgeAtom: atomFor('ADULT_AGE'),
    idiom: conceptNames.indexOf('IDIOM'),
    firstFrame: firstHarmless,
    firstAlarm: firstSensitive,
    sensitiveWords: [...sensitive],
  };
}
