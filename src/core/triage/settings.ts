import { allRules } from './rules/all-rules.ts';
import type { Rule } from './rules/rule.ts';
import { conceptNames, type Concept } from './lexicon/lexicon.ts';

/** What a coordinator may change. Nothing here can make an acute rule weaker. */
export interface TriageSettings {
  /** Ids of soft rules (concern and serious) that are switched off. */
  readonly switchedOff?: readonly string[];
  /**
   * Log-odds added to what the model needs before it says concern by itself: above zero gives fewer notes in the digest,
   * below zero more. From -2 to 2.
   */
  readonly concernShift?: number;
  /** The municipality's own words, each under a concept it means the same as, with a sentence that must and one that must not be noticed. */
  readonly localWords?: readonly LocalWord[];
}

export interface LocalWord {
  readonly words: string;
  readonly concept: string;
  readonly examplesMatch: readonly string[];
  readonly examplesNot: readonly string[];
}

export interface CheckedSettings {
  readonly rules: readonly Rule[];
  readonly concernShift: number;
  readonly local: readonly (readonly [Concept, string])[];
}

const largestShift = 2;
const harmlessConcepts = new Set<string>([
  'GAME',
  'SPORT',
  'SCHOOLWORK',
  'MEDIA',
  'FOOD_TALK',
  'THING',
  'JOKE',
  'IDIOM',
  'PAST_OK',
  'DENIAL',
  'INFO_QUESTION',
  'CHEER',
  'WORK',
]);
const isConcept = (name: string): name is Concept => (conceptNames as readonly string[]).includes(name);

/**
 * Checks a coordinator's settings.
 * @throws {RangeError} for an unknown rule or concept, an acute rule switched off, a shift out of range, a local word
 *   without examples, and a local word that would make something look harmless
 */
export function checkSettings({
  switchedOff = [],
  concernShift = 0,
  localWords = [],
}: TriageSettings): CheckedSettings {
  for (const id of switchedOff) {
    const rule = allRules.find((candidate) => candidate.id === id);
    if (rule === undefined) throw new RangeError(`There is no triage rule called "${id}".`);
    if (rule.level === 'acute') throw new RangeError(`Rule "${id}" is acute and cannot be switched off.`);
  }
  if (!(Math.abs(concernShift) <= largestShift))
    throw new RangeError(`concernShift must be between -${largestShift} and ${largestShift}.`);
  const local = localWords.map(({ words, concept, examplesMatch, examplesNot }) => {
    if (!isConcept(concept)) throw new RangeError(`There is no concept called "${concept}".`);
    if (harmlessConcepts.has(concept)) throw new RangeError(`"${concept}" holds back alerts and takes no local words.`);
    if (!/^[\p{L}\d*_ -]{2,60}$/u.test(words) || /[A-Z]/.test(words))
      throw new RangeError(`"${words}" is not a word or phrase in lower case.`);
    if (examplesMatch.length === 0 || examplesNot.length === 0)
      throw new RangeError(`"${words}" needs an example that matches and one that does not.`);
    return [concept, words] as const;
  });
  return { rules: allRules.filter(({ id }) => !switchedOff.includes(id)), concernShift, local };
}
