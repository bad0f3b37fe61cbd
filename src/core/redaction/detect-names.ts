import { Coverage } from './coverage.ts';
import { isStreetShaped } from './detect-addresses.ts';
import { cueWords } from './cue-words.ts';
import cues from './data/name-cues.json' with { type: 'json' };
import wellKnown from './data/well-known.json' with { type: 'json' };
import { lexeme } from './lexicon.ts';
import type { Message, Sighting } from './message.ts';
import { wordsBefore } from './message.ts';
import { nameParts, type NamePart } from './name-parts.ts';
import type { RuleId } from './rules.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const called = cueWords(cues.called);
const calledFillers = words(cues.calledFillers);
const nameNouns = cueWords(cues.nameNouns);
const signOff = cueWords(cues.signOff);
const kin = cueWords(cues.kin);
const kinClose = words(cues.kinClose);
const calledWeak = words(cues.calledWeak);
const people = cueWords(cues.people);
const possessives = words(cues.possessives);
const withPeople = words(cues.withPeople);
const after = words(cues.after);
const deeds = words(cues.deeds);
const greetings = words(cues.greetings);
const placeVerbs = words(cues.placeVerbs);
const particles = words(cues.particles);
const surnameEndings = cues.surnameEndings.split(' ');
const franchises = words(wellKnown.franchises);
// After these «dag», «liv» and «sol» are the words they look like.
const beforeWords = words(
  'i hver kvar en ei et den det denne dette god neste forrige min mitt mine sitt hele heile ny nytt same samme annen en-gang noe noen hvilken ingen alt for-en',
);
const others = words(
  'annen anna annet andre noe noen noko nokon noka ein ei en eit et ingen inga den det kva hver kvar alt ikkje heilt enn litt både',
);

/** One way a token came to be read as a name. */
interface Reading {
  readonly ruleId: RuleId;
  readonly end: number;
}

/** Names of people: lists, cues, unknown words with a capital, and everything that hangs on to a name. */
export function detectNames(message: Message, hidden: Coverage): readonly Sighting[] {
  const parts = nameParts(message, (start, end) => hidden.touches(start, end));
  const spelled = new Coverage(message.view.spelled.length > 0 ? message.view.text.length : 0, message.view.spelled);
  const readings = new Map<number, Reading>();
  const fiction = message.tokens.some(({ kind, lower }) => kind === 'word' && franchises.has(lower));
  for (const part of parts) {
    if (part === undefined) continue;
    const ruleId = readAlone(message, parts, part, { fiction, spelled });
    if (ruleId !== undefined) readings.set(part.index, { ruleId, end: part.end });
  }
  extend(message, parts, readings);
  repeatWithin(parts, readings);
  return sightings(message, readings);
}

function readAlone(
  message: Message,
  parts: Parts,
  part: NamePart,
  { fiction, spelled }: { readonly fiction: boolean; readonly spelled: Coverage },
): RuleId | undefined {
  const { bits, token } = part;
  const has = (bit: number): boolean => (bits & bit) !== 0;
  if (has(lexeme.wellKnown) && (fiction || !has(lexeme.given))) return undefined;
  const given = has(lexeme.given);
  if (has(lexeme.word) && !given && !has(lexeme.surname) && !part.capital) return undefined;
  const word = has(lexeme.word) && !(has(lexeme.englishWord) && part.norwegian);
  if (given && !word && !has(lexeme.place) && part.listed && !blockedByDeterminer(message, part))
    return 'name.given-list';
  // Somebody who writes a word letter by letter hides it or stresses it; a stressed word is one the lists hold.
  if (spelled.touches(part.token.start, part.token.end) && !word && token.text.length >= 3) return 'name.spelled';
  if (bits === 0 && token.text.length >= 3 && isAloneInSpoiler(message, part)) return 'name.spoiler';
  const cue = leftCue(message, part);
  if (cue !== undefined && eligible(part, cue)) return cue;
  if (given && !word && has(lexeme.place) && !isPlaceHere(message, part) && part.listed) return 'name.given-list';
  if (word && !given && !(has(lexeme.surname) && part.capital)) return undefined;
  if (part.capital && !token.opensSentence) return capitalMidSentence(message, part, given, word);
  if (rightCue(message, parts, part)) return 'name.person-acts';
  if (token.opensSentence && part.capital && !word && !has(lexeme.place) && (given || has(lexeme.surname)))
    return 'name.list-capital';
  if (has(lexeme.surname) && !has(lexeme.rare) && !word && !has(lexeme.place) && token.text.length >= 6)
    return 'name.surname-list';
  return undefined;
}

function capitalMidSentence(message: Message, part: NamePart, given: boolean, word: boolean): RuleId | undefined {
  const { token, bits, index } = part;
  if ((bits & lexeme.functionWord) !== 0 && !given) return undefined;
  if (token.casing === 'upper' && !given && (token.text.length <= 5 || (bits & lexeme.surname) === 0)) return undefined;
  if (word && !given)
    return (bits & lexeme.surname) !== 0 && people.has(message.tokens[index - 1]?.lower ?? '')
      ? 'name.surname-list'
      : undefined;
  if (isPlaceHere(message, part)) return undefined;
  if (given) return 'name.list-capital';
  if (isStreetShaped(token.lower)) return undefined;
  if ((bits & lexeme.place) !== 0 || token.text.length < 2) return undefined;
  return 'name.unknown-capital';
}

// «||nasteho||»: one unknown word somebody chose to hide.
function isAloneInSpoiler({ tokens }: Message, { index }: NamePart): boolean {
  return [index - 2, index - 1, index + 1, index + 2].every((at) => tokens[at]?.text === '|');
}

type Parts = readonly (NamePart | undefined)[];

function blockedByDeterminer({ tokens }: Message, { token, index, capital }: NamePart): boolean {
  return token.lower === 'anna' && !capital && others.has(tokens[index - 1]?.lower ?? '');
}

function isPlaceHere(message: Message, { index, bits }: NamePart): boolean {
  const { tokens } = message;
  const before = tokens[index - 1]?.lower ?? '';
  const given = (bits & lexeme.given) !== 0 && (bits & lexeme.place) === 0;
  if (given) return false;
  if (before === 'i' || before === 'in' || before === 'ved') return true;
  if (!['til', 'fra', 'frå', 'på', 'to', 'from', 'mot', 'at', 'rundt', 'over'].includes(before))
    return (bits & lexeme.place) !== 0;
  if (before === 'på' || before === 'at' || before === 'rundt' || before === 'over') return true;
  return (bits & lexeme.place) !== 0 || wordsBefore(message, index - 1, 3).some((word) => placeVerbs.has(word));
}

/** How strongly words before a name announce it: 'any' takes unknown lower-case words, 'known' takes listed names. */
const cueStrength: Readonly<Record<string, 'any' | 'known'>> = {
  'name.called': 'any',
  'name.stated': 'any',
  'name.sign-off': 'any',
  'name.kin': 'any',
  'name.person-title': 'known',
  'name.this-is': 'known',
  'name.with-person': 'known',
  'name.greeting': 'known',
};

function eligible(part: NamePart, cue: string): boolean {
  const { bits, capital, token } = part;
  const given = (bits & lexeme.given) !== 0;
  const surname = (bits & lexeme.surname) !== 0;
  const word = (bits & lexeme.word) !== 0;
  if ((bits & lexeme.functionWord) !== 0 && !given) return false;
  if (cue === 'name.called') return given || surname || !word || (capital && !token.opensSentence);
  if (capital && token.casing === 'title' && (!word || given || surname)) return (bits & lexeme.place) === 0 || given;
  if (given && cue === 'name.greeting' && word && !part.endsPhrase) return false;
  if (given && (bits & lexeme.functionWord) === 0) return true;
  if (surname && !word) return true;
  return cueStrength[cue] === 'any' && bits === 0 && token.text.length >= 3 && !looksInflected(token.lower, cue);
}

function looksInflected(lower: string, cue: string): boolean {
  if (cue === 'name.kin' && /(?:er|et|te|de)$/.test(lower)) return true;
  return /(?:ene|ende|het|ing|lig|isk|else|erte|ert|ede|skap|sjon|ane|aste|este|ingen|lige|elig|fult|somt)$/.test(
    lower,
  );
}

function leftCue(message: Message, { index, token, capital }: NamePart): RuleId | undefined {
  const { tokens } = message;
  let at = index - 1;
  while (at >= 0 && tokens[at]?.kind === 'mark' && '"«“\'*_|`~(@:,-–=>'.includes(tokens[at]?.text ?? '')) at--;
  const punctuated = at < index - 1;
  const nearest = tokens[at];
  if (nearest?.kind !== 'word' || nearest.line < token.line - 1) return undefined;
  const lower = nearest.lower;
  const relative = ['som', 'that', 'who'].includes(tokens[index + 1]?.lower ?? '');
  const before = tokens[at - 1]?.lower ?? '';
  if (called.has(lower) || (calledFillers.has(lower) && called.has(before))) return 'name.called';
  if (signOff.has(lower) || ((lower === 'fra' || lower === 'frå' || lower === 'from') && signOff.has(before)))
    return 'name.sign-off';
  if (nameNouns.has(lower) && (tokens[at + 1]?.text === ':' || lower === 'avsender' || lower === 'kontaktperson'))
    return 'name.stated';
  if ((lower === 'bare' || lower === 'berre') && before === 'er' && relative) return 'name.this-is';
  if (lower === 'er' && before === 'det' && relative) return 'name.this-is';
  if (lower === 'er' || lower === 'is' || lower === 'e' || lower === 'va' || lower === 'var' || lower === 'lea')
    return statedName(
      tokens.slice(Math.max(0, at - 3), at).map((it) => it.lower),
      capital,
    );
  if (['its', "it's", "i'm", 'im'].includes(lower)) return 'name.this-is';
  const commaBetween = punctuated && tokens[at + 1]?.text === ',';
  if (calledWeak.has(lower)) return 'name.person-title';
  if (kinClose.has(lower)) return commaBetween && !capital ? undefined : 'name.kin';
  if (kin.has(lower)) return commaBetween && !capital ? undefined : 'name.person-title';
  if (possessives.has(lower) && (kin.has(before) || people.has(before)))
    return commaBetween && !capital ? 'name.person-title' : kin.has(before) ? 'name.kin' : 'name.person-title';
  if (people.has(lower)) return 'name.person-title';
  if (lower === 'sett' && ['dere', 'noen', 'du', 'dykk', 'nokon', 'de'].includes(before)) return 'name.with-person';
  if (greetings.has(lower) || (lower === 'til' && tokens[index + 1]?.text === ':')) return 'name.greeting';
  if (lower === 'hos' || lower === 'hjå') return 'name.with-person';
  if (lower === 'til' && (kin.has(before) || people.has(before))) return 'name.with-person';
  if (
    (lower === 'med' || lower === 'i' || lower === 'with' || lower === 'mæ' || lower === 'til') &&
    withPeople.has(before)
  )
    return lower === 'i' && !/^forelsk/.test(before) ? undefined : 'name.with-person';
  return undefined;
}

// «navnet mitt er», «my name is», «det er … som», «dette er»
function statedName(before: readonly string[], capital: boolean): RuleId | undefined {
  const last = before.at(-1) === 'bare' || before.at(-1) === 'berre' ? (before.at(-2) ?? '') : (before.at(-1) ?? '');
  if (nameNouns.has(last) || (possessives.has(last) && nameNouns.has(before.at(-2) ?? ''))) return 'name.stated';
  if ((last === 'dette' || last === 'this' || last === 'det' || last === 'here') && capital) return 'name.this-is';
  if (last === 'dette' || last === 'this') return 'name.this-is';
  if (['jeg', 'eg', 'æ'].includes(last) && capital) return 'name.this-is';
  if (possessives.has(last) && (kin.has(before.at(-2) ?? '') || people.has(before.at(-2) ?? '')) && capital)
    return 'name.this-is';
  return undefined;
}

// Somebody who acts: «Storm sa», «eli sin», «nasra her,», «Hauk i 10b», «Kari (13)»
function rightCue({ tokens }: Message, parts: Parts, part: NamePart): boolean {
  const { index, token, bits } = part;
  const next = tokens[index + 1];
  if (next === undefined) return false;
  const given = (bits & lexeme.given) !== 0;
  const plainWord = (bits & lexeme.word) !== 0;
  const starts =
    token.opensSentence ||
    greetings.has(tokens[index - 1]?.lower ?? '') ||
    (tokens[index - 1]?.text === ',' && greetings.has(tokens[index - 2]?.lower ?? ''));
  if (next.lower === 'her' || next.lower === 'here') {
    const closes =
      tokens[index + 2] === undefined ||
      tokens[index + 2]?.kind === 'mark' ||
      /^(?:fra|frå|igjen|from|again|trenger|treng|på|og|ved)$/.test(tokens[index + 2]?.lower ?? '');
    if (
      closes &&
      greetings.has(
        tokens[index - 1]?.text === ',' ? (tokens[index - 2]?.lower ?? '') : (tokens[index - 1]?.lower ?? ''),
      ) &&
      bits === 0 &&
      token.text.length >= 3
    )
      return true;
    if (
      closes &&
      (given || (bits === 0 && starts && token.text.length >= 3 && (tokens[index + 2] !== undefined || part.capital)))
    )
      return true;
  }
  if (!given && !((bits === 0 || (bits & lexeme.surname) !== 0) && part.capital)) return false;
  if (after.has(next.lower)) return true;
  if (given && /^[b-df-hj-np-tv-z]$/.test(next.lower) && (tokens[index + 2]?.text === '.' || !plainWord)) return true;
  const classCode =
    (next.lower === 'i' || next.lower === 'fra' || next.lower === 'frå') && tokens[index + 2]?.kind === 'digits';
  if (classCode && (part.capital || !plainWord)) return true;
  if (next.text === '(' && tokens[index + 2]?.kind === 'digits' && tokens[index + 3]?.text === ')') return true;
  if (part.capital && next.text === '>') return true;
  if (
    (next.lower === 'og' || next.text === '&' || next.lower === 'and' || next.lower === 'eller') &&
    isSureName(parts[index + 2])
  )
    return true;
  if (next.text === ',' && isSureName(parts[index + 2]) && (part.capital || !plainWord)) return true;
  const previous = tokens[index - 1];
  if (
    (previous?.lower === 'og' ||
      previous?.text === '&' ||
      previous?.text === ',' ||
      previous?.lower === 'and' ||
      previous?.lower === 'eller') &&
    isSureName(parts[index - 2])
  )
    return part.capital || !plainWord || previous.text !== ',';
  const inverted =
    deeds.has(previous?.lower ?? '') &&
    ['så', 'da', 'plutselig', 'der', 'då', 'then', 'når', 'fordi'].includes(tokens[index - 2]?.lower ?? '');
  if (
    given &&
    inverted &&
    (next.lower === 'og' || next.lower === 'med' || next.lower === 'inn' || next.kind === 'mark')
  )
    return true;
  if (!deeds.has(next.lower)) return false;
  if (part.capital) return !plainWord || token.opensSentence;
  // In lower case a verb is enough only where a subject must stand.
  return (
    previous === undefined ||
    [
      'så',
      'da',
      'at',
      'når',
      'fordi',
      'og',
      'men',
      'om',
      'hvis',
      'som',
      'bare',
      'because',
      'and',
      'when',
      'that',
    ].includes(previous.lower) ||
    previous.kind === 'mark'
  );
}

function isSureName(part: NamePart | undefined): boolean {
  if (part === undefined) return false;
  return (part.bits & lexeme.given) !== 0 && (part.bits & (lexeme.word | lexeme.wellKnown)) === 0 && part.listed;
}

function hasSurnameEnding(lower: string): boolean {
  return (
    lower.length >= 5 && surnameEndings.some((ending) => lower.length > ending.length + 1 && lower.endsWith(ending))
  );
}

// Family names and further given names beside a name already read.
function extend({ tokens }: Message, parts: Parts, readings: Map<number, Reading>): void {
  for (let index = 0; index < parts.length; index++) {
    if (!readings.has(index)) continue;
    for (let at = index + 1; at < parts.length; at++) {
      if (tokens[at]?.kind === 'mark' && tokens[at]?.text === '.' && (tokens[at - 1]?.text.length ?? 9) === 1) continue;
      const part = parts[at];
      const token = tokens[at];
      if (token === undefined || part === undefined || readings.has(at) || token.line !== tokens[index]?.line) break;
      const joinsMore =
        parts[at + 1]?.capital === true || ((parts[at + 1]?.bits ?? 0) & (lexeme.given | lexeme.surname)) !== 0;
      if (particles.has(token.lower) && joinsMore && readings.has(at - 1)) {
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
  if (!capital || token.casing !== 'title' || (bits & lexeme.functionWord) !== 0 || before === undefined) return false;
  return before.capital && (before.bits & lexeme.given) !== 0 && before.token.end + 1 === token.start;
}

// «T. Brekke»: an initial before a family name.
function initialBefore({ tokens }: Message, index: number): number | undefined {
  const dot = tokens[index - 1];
  const letter = tokens[index - 2];
  return dot?.text === '.' && letter?.kind === 'word' && letter.text.length === 1 && letter.end === dot.start
    ? index - 2
    : undefined;
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
  if (has(lexeme.functionWord) && !has(lexeme.given)) return false;
  if (token.end + 1 !== next?.token.start) return false;
  if (capital && has(lexeme.given)) return true;
  if (capital && bits === 0) return true;
  if (has(lexeme.given) && has(lexeme.word))
    return !beforeWords.has(before) && (next.bits & lexeme.given) !== 0 && (next.bits & lexeme.word) === 0;
  return has(lexeme.given) && !has(lexeme.word) && !has(lexeme.place);
}

// A name read once in a message is the same name wherever it stands.
function repeatWithin(parts: Parts, readings: Map<number, Reading>): void {
  const known = new Set<string>();
  for (const index of readings.keys()) {
    const part = parts[index];
    if (part !== undefined && (part.bits & lexeme.functionWord) === 0 && part.base.length >= 3) known.add(part.base);
  }
  if (known.size === 0) return;
  for (const part of parts) {
    if (part !== undefined && !readings.has(part.index) && known.has(part.base)) {
      const wordLike = (part.bits & lexeme.word) !== 0 && !part.capital;
      if (!wordLike) readings.set(part.index, { ruleId: 'name.again', end: part.end });
    }
  }
}

function sightings(message: Message, readings: ReadonlyMap<number, Reading>): readonly Sighting[] {
  const { tokens, view } = message;
  const found: Sighting[] = [];
  const indexes = [...readings.keys()].sort((a, b) => a - b);
  for (const index of indexes) {
    const reading = readings.get(index);
    const token = tokens[index];
    if (reading === undefined || token === undefined) continue;
    const last = found.at(-1);
    const between = last === undefined ? 'x' : view.text.slice(last.end, token.start);
    if (last !== undefined && /^(?: |\. ?|-)$/.test(between)) found[found.length - 1] = { ...last, end: reading.end };
    else {
      const initial = initialBefore(message, index);
      const start = initial === undefined ? token.start : (tokens[initial]?.start ?? token.start);
      found.push({ start, end: reading.end, kind: 'NAME', ruleId: reading.ruleId });
    }
  }
  return found;
}
