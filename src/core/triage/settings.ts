import { z } from 'zod';
import { allRules } from './rules/all-rules.ts';
import { localWordRule } from './rules/local-word.ts';
import type { Rule } from './rules/rule.ts';
import { conceptNames, type Concept } from './lexicon/lexicon.ts';

/** How far each soft threshold may be moved, log-odds, in either direction. */
export const largestShift = { concernShift: 2, seriousShift: 1 } as const;
export type Shift = keyof typeof largestShift;

/** What a coordinator may change. Nothing here can make an acute rule weaker. */
export interface TriageSettings {
  /** Ids of soft rules (concern and serious) that are switched off. */
  readonly switchedOff?: readonly string[];
  /**
   * Log-odds added to what the model needs before it says concern by itself: above zero gives fewer notes in the digest,
   * below zero more. Never applied above zero where the model's answer to «now?» is not low.
   */
  readonly concernShift?: number;
  /** The same for what the model needs to raise concern to serious. */
  readonly seriousShift?: number;
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
  readonly seriousShift: number;
  readonly local: readonly (readonly [Concept, string])[];
}

/** What is wrong with settings; for a person in their language, and in English for a file. */
export type SettingsFault =
  | { readonly kind: 'unknown-rule' | 'acute-rule'; readonly rule: string }
  | { readonly kind: 'shift-out-of-range'; readonly shift: Shift }
  | { readonly kind: 'unknown-concept' | 'harmless-concept' | 'bad-words' | 'no-examples'; readonly words: string };

/**
 * What a municipality's own word may mean: concepts that alarm, and what people and places are called. A word that holds
 * alerts back, or tells when something happens, may not be added.
 */
export const localMeanings = [
  'SUICIDE_WORD',
  'SELF_HARM',
  'MEANS',
  'HIGH_PLACE',
  'DRUG',
  'WEAPON',
  'GANG',
  'MISSION',
  'BULLY',
  'NUDE',
  'ED_WORD',
  'CARE_PLACE',
  'YOU_STAFF',
  'STRANGER_ADULT',
] as const satisfies readonly Concept[];
export type LocalMeaning = (typeof localMeanings)[number];

const isConcept = (name: string): name is Concept => (conceptNames as readonly string[]).includes(name);
const isMeaning = (name: Concept): name is LocalMeaning => (localMeanings as readonly Concept[]).includes(name);

/** Whether anything is other than as shipped. */
export const isMoved = ({ switchedOff, concernShift, seriousShift, localWords }: TriageSettings): boolean =>
  [switchedOff?.length, concernShift, seriousShift, localWords?.length].some((moved) => (moved ?? 0) !== 0);

/** Everything that is wrong with these settings, in the order they are written. Never throws. */
export function faultsOf(settings: TriageSettings): readonly SettingsFault[] {
  const { switchedOff = [], localWords = [] } = settings;
  const faults: SettingsFault[] = [];
  for (const rule of switchedOff) {
    const found = allRules.find(({ id }) => id === rule);
    if (found === undefined) faults.push({ kind: 'unknown-rule', rule });
    else if (found.level === 'acute') faults.push({ kind: 'acute-rule', rule });
  }
  for (const shift of ['concernShift', 'seriousShift'] as const) {
    if (!(Math.abs(settings[shift] ?? 0) <= largestShift[shift])) faults.push({ kind: 'shift-out-of-range', shift });
  }
  for (const { words, concept, examplesMatch, examplesNot } of localWords) {
    if (!isConcept(concept)) faults.push({ kind: 'unknown-concept', words });
    else if (!isMeaning(concept)) faults.push({ kind: 'harmless-concept', words });
    if (!/^[\p{L}\d][\p{L}\d -]{0,58}[\p{L}\d]$/u.test(words) || words !== words.toLowerCase())
      faults.push({ kind: 'bad-words', words });
    if (examplesMatch.length === 0 || examplesNot.length === 0) faults.push({ kind: 'no-examples', words });
  }
  return faults;
}

function inEnglish(fault: SettingsFault): string {
  switch (fault.kind) {
    case 'unknown-rule':
      return `there is no triage rule called "${fault.rule}"`;
    case 'acute-rule':
      return `rule "${fault.rule}" is acute and cannot be switched off`;
    case 'shift-out-of-range':
      return `${fault.shift} must be between -${largestShift[fault.shift]} and ${largestShift[fault.shift]}`;
    case 'unknown-concept':
      return 'names a concept that does not exist';
    case 'harmless-concept':
      return 'stands under a concept that takes no local words';
    case 'bad-words':
      return 'is not a word or phrase of 2 to 60 letters in lower case';
    case 'no-examples':
      return 'needs an example that matches and one that does not';
  }
}

/**
 * Checks settings and gives what the engine needs.
 * @throws {RangeError} with the first of `faultsOf`
 */
export function checkSettings(settings: TriageSettings): CheckedSettings {
  const [fault] = faultsOf(settings);
  if (fault) throw new RangeError(inEnglish(fault));
  const { switchedOff = [], concernShift = 0, seriousShift = 0, localWords = [] } = settings;
  const local = localWords.flatMap(({ concept, words }): (readonly [Concept, string])[] =>
    isConcept(concept)
      ? [
          [concept, words],
          ['LOCAL', words],
        ]
      : [],
  );
  const rules = allRules.filter(({ id }) => !switchedOff.includes(id));
  return { rules: local.length > 0 ? [...rules, ...localWordRule] : rules, concernShift, seriousShift, local };
}

const sentence = z.string().trim().min(3).max(200);
const mostWords = 100;
const mostExamples = 5;

/** The key `triage` of a municipality's settings. Faults are told by path, never with a value from `localWords`. */
export const triageSettingsSchema = z
  .strictObject({
    switchedOff: z.array(z.string().max(60)).max(allRules.length).readonly().default([]),
    concernShift: z.number().default(0),
    seriousShift: z.number().default(0),
    localWords: z
      .array(
        z
          .strictObject({
            words: z.string().max(60),
            concept: z.string().max(40),
            examplesMatch: z.array(sentence).max(mostExamples).readonly(),
            examplesNot: z.array(sentence).max(mostExamples).readonly(),
          })
          .readonly(),
      )
      .max(mostWords)
      .readonly()
      .default([]),
  })
  .superRefine((settings, context) => {
    for (const fault of faultsOf(settings)) {
      const path = 'rule' in fault ? ['switchedOff'] : 'shift' in fault ? [fault.shift] : ['localWords'];
      context.addIssue({ code: 'custom', path, message: inEnglish(fault) });
    }
  })
  .readonly();
export type SettledTriageSettings = z.output<typeof triageSettingsSchema>;
