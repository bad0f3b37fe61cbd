import cues from './data/name-cues.json' with { type: 'json' };
import { lexeme } from './lexicon.ts';
import type { Message } from './message.ts';
import { type Parts, words } from './name-cues.ts';
import type { NamePart } from './name-parts.ts';
import type { RuleId } from './rules.ts';

const particles = words(cues.particles);

const familyFirst = words(cues.familyFirst);

const surnameEndings = cues.surnameEndings.split(' ');

// After these «dag», «liv» and «sol» are the words they look like.
const beforeWords = words(
  'i hver kvar en ei et den det denne dette god neste forrige min mitt mine sitt hele heile ny nytt same samme annen en-gang noe noen hvilken ingen alt for-en',
);

/** One way a token came to be read as a name. */
export interface Reading {
  readonly ruleId: RuleId;
  readonly end: number;
}

function hasSurnameEnding(lower: string): boolean {
  return (
    lower.length >= 5 && surnameEndings.some((ending) => lower.length > ending.length + 1 && lower.endsWith(ending))
  );
}

// Family names and further given names beside a name already read.
export function extend({ tokens }: Message, parts: Parts, readings: Map<number, Reading>): void {
  for (let index = 0; index < parts.length; index++) {
    if (!readings.has(index)) continue;
    for (let at = index + 1; at < parts.length; at++) {
      if (tokens[at]?.kind === 'mark' && tokens[at]?.text === '.' && (tokens[at - 1]?.text.length ?? 9) === 1) continue;
      const part = parts[at];
      const token = tokens[at];
      if (token === undefined || part === undefined || readings.has(at) || token.line !== tokens[index]?.line) break;
      const joinsMore =
        parts[at + 1]?.capital === true || ((parts[at + 1]?.bits ?? 0) & (lexeme.given | lexeme.surname)) !== 0;
      const publicMiddle = (part.bits & lexeme.wellKnown) !== 0 && ((parts[at + 1]?.bits ?? 0) & lexeme.surname) !== 0;
      if (((particles.has(token.lower) && joinsMore) || publicMiddle) && readings.has(at - 1)) {
        readings.set(at, { ruleId: 'name.follows-name', end: part.end });
        continue;
      }
      if (!followsName(part) && !surnameByCapital(part, parts[at - 1])) break;
      readings.set(at, { ruleId: 'name.follows-name', end: part.end });
    }
  }
  for (let index = parts.length - 1; index > 0; index--) {
    const part = parts[index - 1];
    if (!readings.has(index) || readings.has(index - 1) || part === undefined) continue;
    if (precedesName(part, parts[index], tokens[index - 2]?.lower ?? ''))
      readings.set(index - 1, { ruleId: 'name.precedes-name', end: part.end });
  }
}

// «Leif Hagen»: a word with a capital right behind a given name with one.
function surnameByCapital({ bits, token, capital }: NamePart, before: NamePart | undefined): boolean {
  if (!capital || token.casing === 'upper' || before === undefined) return false;
  if ((bits & lexeme.functionWord) !== 0 && !particles.has(before.token.lower)) return false;
  if (particles.has(before.token.lower) && before.capital && before.token.end + 1 === token.start) return true;
  return (
    before.capital && (before.bits & (lexeme.given | lexeme.surname)) !== 0 && before.token.end + 1 === token.start
  );
}

function followsName({ bits, capital, token }: NamePart): boolean {
  const has = (bit: number): boolean => (bits & bit) !== 0;
  if (has(lexeme.functionWord) && !(capital && has(lexeme.given | lexeme.surname))) return false;
  if (token.text.length === 1) return token.casing === 'upper' || /^[b-df-hj-np-tv-z]$/.test(token.lower);
  if (capital) return !has(lexeme.word) || has(lexeme.given | lexeme.surname);
  if (has(lexeme.surname)) return !has(lexeme.rare) || !has(lexeme.word);
  if (has(lexeme.given)) return !has(lexeme.word) && !has(lexeme.place);
  return bits === 0 && hasSurnameEnding(token.lower);
}

function precedesName({ bits, capital, token }: NamePart, next: NamePart | undefined, before: string): boolean {
  const has = (bit: number): boolean => (bits & bit) !== 0;
  if (has(lexeme.functionWord) && !has(lexeme.given) && !(capital && familyFirst.has(token.lower))) return false;
  if (token.end + 1 !== next?.token.start) return false;
  if (capital && has(lexeme.given)) return true;
  if (capital && (bits === 0 || familyFirst.has(token.lower))) return true;
  if (has(lexeme.given) && has(lexeme.word))
    return !beforeWords.has(before) && (next.bits & lexeme.given) !== 0 && (next.bits & lexeme.word) === 0;
  return has(lexeme.given) && !has(lexeme.word) && !has(lexeme.place);
}
