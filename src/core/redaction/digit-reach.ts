import type { CueWords } from './cue-words.ts';
import type { DigitChain } from './digit-chains.ts';
import type { Message, Sighting } from './message.ts';
import type { PersonalDataKind } from './redaction.ts';
import type { RuleId } from './rules.ts';

export const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

export interface Reach {
  readonly last: number;
  readonly digits: string;
}

export function startAt(chain: DigitChain, index: number): number {
  return chain.groups[index]?.start ?? 0;
}

export function endAt(chain: DigitChain, index: number): number {
  return chain.groups[index]?.end ?? 0;
}

/** The groups from `index` that together hold exactly `length` digits. */
export function reach(chain: DigitChain, index: number, length: number): Reach | undefined {
  let digits = '';
  for (let last = index; last < chain.groups.length; last++) {
    digits += chain.groups[last]?.digits ?? '';
    if (digits.length === length) return { last, digits };
    if (digits.length > length) return undefined;
  }
  return undefined;
}

export interface Candidate {
  readonly sighting: Sighting;
  readonly next: number;
}

export function candidate(
  chain: DigitChain,
  index: number,
  last: number,
  kind: PersonalDataKind,
  ruleId: RuleId,
): Candidate {
  return { sighting: { start: startAt(chain, index), end: endAt(chain, last), kind, ruleId }, next: last + 1 };
}

export function firstToken(chain: DigitChain, index: number): number {
  return chain.groups[index]?.firstToken ?? 0;
}

export function lastToken(chain: DigitChain, index: number): number {
  return chain.groups[index]?.lastToken ?? 0;
}

export function hasWord(list: readonly string[], set: CueWords): boolean {
  return list.some((word) => set.has(word) || (word.includes('-') && word.split('-').some((part) => set.has(part))));
}

export function wordsAfter({ tokens }: Message, index: number, count: number): readonly string[] {
  const list: string[] = [];
  for (let at = index + 1; at < tokens.length && list.length < count && at < index + 30; at++) {
    const token = tokens[at];
    if (token?.kind === 'word') list.push(token.lower);
  }
  return list;
}

export function uniform(chain: DigitChain, index: number, last: number): boolean {
  const first = chain.separators[index];
  for (let at = index; at < last; at++) if (chain.separators[at] !== first) return false;
  return true;
}
