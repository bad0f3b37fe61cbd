import { Coverage } from './coverage.ts';
import cues from './data/name-cues.json' with { type: 'json' };
import wellKnown from './data/well-known.json' with { type: 'json' };
import { hint } from './hints.ts';
import { isStreetShaped } from './street-shapes.ts';
import { leetNames } from './leet-names.ts';
import { lexeme } from './lexicon.ts';
import { lowerAt, type Message, type Sighting, wordsBefore } from './message.ts';
import { rightCue } from './name-acts.ts';
import { namesInParts } from './names-in-parts.ts';
import { eligible, isThingCalled, leftCue, looksInflected, people, type Parts, words } from './name-cues.ts';
import { keepsCompany } from './name-company.ts';
import { extend, type Reading } from './name-neighbours.ts';
import { nameParts, type NamePart } from './name-parts.ts';
import { backwards } from './reversed.ts';
import type { RuleId } from './rules.ts';
import { signatures } from './signatures.ts';
import { rowsSpelledByNames } from './spelled-by-names.ts';

const placeVerbs = words(cues.placeVerbs);

const phrases: ReadonlySet<string> = new Set(wellKnown.phrases);
const phraseWords: ReadonlySet<string> = new Set(wellKnown.phrases.flatMap((phrase) => phrase.split(' ')));

/** Worlds of books, films and games, whose characters are nobody's names. */
export const franchises = words(wellKnown.franchises);

const others = words(
  'annen anna annet andre nåke nåkke nåkka nåkken nåe nån nånn noe noen noko nokon noka ein ei en eit et ingen inga den det kva hver kvar alt ikkje heilt enn litt både',
);

/** Names of people: lists, cues, unknown words with a capital, and everything that hangs on to a name. */
export function detectNames(message: Message, hidden: Coverage): readonly Sighting[] {
  const parts = nameParts(message, (start, end) => hidden.touches(start, end));
  const spelled = new Coverage(message.view.spelled.length > 0 ? message.view.text.length : 0, message.view.spelled);
  const readings = new Map<number, Reading>();
  const fiction = (message.said & hint.franchise) !== 0;
  for (const part of parts) {
    if (part === undefined) continue;
    const ruleId = readAlone(message, parts, part, { fiction, spelled });
    if (ruleId !== undefined) readings.set(part.index, { ruleId, end: part.end });
  }
  for (const [index, reading] of [
    ...wildcardNames(message),
    ...openingWildcards(message),
    ...namesInParts(message),
    ...leetNames(message),
    ...signatures(message),
  ])
    if (!readings.has(index) && !hidden.touches(message.tokens[index]?.start ?? 0, reading.end))
      readings.set(index, reading);
  if (readings.size === 0) return spelledByNames(message);
  extend(message, parts, readings);
  repeatWithin(parts, readings);
  return [...sightings(message, readings), ...spelledByNames(message)];
}

function readAlone(
  message: Message,
  parts: Parts,
  part: NamePart,
  { fiction, spelled }: { readonly fiction: boolean; readonly spelled: Coverage },
): RuleId | undefined {
  const { bits, token } = part;
  const has = (bit: number): boolean => (bits & bit) !== 0;
  if (token.text.length === 1 && initialsStated(message, part)) return 'name.stated';
  const given = has(lexeme.given);
  if (has(lexeme.word) && !given && !has(lexeme.surname) && !part.capital) return undefined;
  if (inKnownPhrase(message, part) || isThingCalled(message, part)) return undefined;
  if (has(lexeme.wellKnown) && (fiction || !given)) return undefined;
  if (franchises.has(token.lower)) return undefined;
  if (englishMonths.has(token.lower) && besideNumber(message, part)) return undefined;
  const word = has(lexeme.word) && !(has(lexeme.englishWord) && part.norwegian);
  if (given && !word && !has(lexeme.place) && part.listed && !blockedByDeterminer(message, part))
    return 'name.given-list';
  if (
    message.reversed &&
    bits === 0 &&
    token.text.length >= 4 &&
    !looksInflected(token.lower, '') &&
    !backwards.has(token.lower)
  )
    return 'name.spelled';
  // Somebody who writes a word letter by letter hides it or stresses it; a stressed word is one the lists hold.
  if (spelled.touches(part.token.start, part.token.end) && (given || !word) && token.text.length >= 3)
    return 'name.spelled';
  if (bits === 0 && token.text.length >= 3 && isAloneInSpoiler(message, part)) return 'name.spoiler';
  const cue = leftCue(message, part);
  if (cue !== undefined && eligible(part, cue)) return cue;
  if (keepsCompany(message, parts, part)) return 'name.person-acts';
  if (given && !word && has(lexeme.place) && !isPlaceHere(message, part) && part.listed) return 'name.given-list';
  if (word && !given && !(has(lexeme.surname) && part.capital)) return undefined;
  if (part.capital && !token.opensSentence) return capitalMidSentence(message, part, given, word);
  if (has(lexeme.functionWord) && !part.capital) return undefined;
  if (!given && institution.test(token.lower)) return undefined;
  if (rightCue(message, parts, part) && (part.capital || !has(lexeme.wellKnown))) return 'name.person-acts';
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
  if ((bits & lexeme.place) !== 0 || token.text.length < 2 || /^\p{L}{1,2}\d{1,5}$/u.test(token.text)) return undefined;
  return institution.test(token.lower) ? undefined : 'name.unknown-capital';
}

// «Harry Potter»: two words that together name somebody everybody knows.
function inKnownPhrase(message: Message, { index, token }: NamePart): boolean {
  if (!phraseWords.has(token.lower)) return false;
  return (
    phrases.has(`${token.lower} ${lowerAt(message, index + 1)}`) ||
    phrases.has(`${lowerAt(message, index - 1)} ${token.lower}`)
  );
}

const wildcards = '*#_?%$!€£¥&+^|';
const gluedWildcard = /\S[*#_?%$!€£¥&+^|]\S/;
const vowels = ['a', 'e', 'i', 'o', 'u', 'y', 'æ', 'ø', 'å'];

// «€va»: a sign in place of the first letter.
function openingWildcards({ tokens, view, lexicon }: Message): readonly (readonly [number, Reading])[] {
  if (!/[€@£]/.test(view.text)) return [];
  return tokens.flatMap((mark, index) => {
    const after = tokens[index + 1];
    if (mark.kind !== 'mark' || !'€@£'.includes(mark.text) || after?.kind !== 'word' || after.start !== mark.end)
      return [];
    if (tokens[index - 1]?.end === mark.start || after.text.length < 2) return [];
    const named = ['e', 'a', 'l'].some((letter) => {
      const bits = lexicon.listed(letter + after.lower);
      return (bits & lexeme.given) !== 0 && (bits & (lexeme.word | lexeme.rare)) === 0;
    });
    return named ? [[index, { ruleId: 'name.wildcard', end: after.end }] as const] : [];
  });
}

// «J*nas», «k_ri», «m#rte»: a sign where a vowel of a name stood.
function wildcardNames({ tokens, view, lexicon }: Message): readonly (readonly [number, Reading])[] {
  if (!gluedWildcard.test(view.text)) return [];
  return tokens.flatMap((mark, index) => {
    const before = tokens[index - 1];
    const after = tokens[index + 1];
    if (mark.kind !== 'mark' || !wildcards.includes(mark.text) || before?.kind !== 'word' || after?.kind !== 'word')
      return [];
    if (before.end !== mark.start || after.start !== mark.end || before.text.length + after.text.length < 3) return [];
    const named = vowels.some((vowel) => {
      const bits = lexicon.listed(before.lower + vowel + after.lower);
      return (bits & lexeme.given) !== 0 && (bits & (lexeme.word | lexeme.rare)) === 0;
    });
    return named ? [[index - 1, { ruleId: 'name.wildcard', end: after.end }] as const] : [];
  });
}

// «J som i Johan, O som i Ola, N som i Nils»
function spelledByNames(message: Message): readonly Sighting[] {
  const { tokens } = message;
  return rowsSpelledByNames(message)
    .filter(({ letters }) => letters >= 3)
    .map(({ first, last }) => ({
      start: tokens[first]?.start ?? 0,
      end: tokens[last]?.end ?? 0,
      kind: 'NAME',
      ruleId: 'name.spelled',
    }));
}

const initialLinks = words('er is mine hans hennes hennar våre');

// «initialene mine er T. M. R.»
function initialsStated({ tokens }: Message, { index, token }: NamePart): boolean {
  if (token.casing === 'lower') return false;
  let at = index - 1;
  while (at >= 0 && index - at <= 12 && (tokens[at]?.text.length === 1 || initialLinks.has(tokens[at]?.lower ?? '')))
    at--;
  return /^initial/.test(tokens[at]?.lower ?? '');
}

// «Rikshospitalet», «Åpenhetsloven»: endings of houses, offices and things, not of people.
const institution =
  /(?:hospitalet|sykehus(?:et)?|sjukehus(?:et)?|senter|senteret|stasjonen|kirka|kirken|kyrkja|museet|biblioteket|arena|stadion|festivalen|forbundet|foreningen|foreninga|partiet|loven|prisen|klubben|tjenesten|tenesta|direktoratet|departementet|tilsynet|nemnda|retten|ombudet|avisa|avisen|telefonen|klinikken|forvalteren|forvaltningen|skjermen|skolen|skulen|rådet|kontoret|verket|bladet|posten|fabrikken|teamet|gruppa|gruppen)$/u;

const englishMonths = words('may april june august');

// «3 May», «May 3rd»
function besideNumber({ tokens }: Message, { index }: NamePart): boolean {
  return tokens[index - 1]?.kind === 'digits' || /^\d/.test(tokens[index + 1]?.text ?? '');
}

// «||nasteho||», «`nasteho`»: one unknown word somebody chose to hide or set apart.
function isAloneInSpoiler({ tokens }: Message, { index }: NamePart): boolean {
  const boxed = tokens[index - 1]?.text === '`' && tokens[index + 1]?.text === '`';
  return boxed || [index - 2, index - 1, index + 1, index + 2].every((at) => tokens[at]?.text === '|');
}

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

// «T. Brekke», «a.m. tveitås»: the first of the initials before a family name.
function initialBefore({ tokens }: Pick<Message, 'tokens'>, index: number): number | undefined {
  const dot = tokens[index - 1];
  const letter = tokens[index - 2];
  if (dot?.text !== '.' || letter?.kind !== 'word' || letter.text.length !== 1 || letter.end !== dot.start)
    return undefined;
  return initialBefore({ tokens }, index - 2) ?? index - 2;
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
