import cues from './data/name-cues.json' with { type: 'json' };
import { lexeme } from './lexicon.ts';
import { lowerAt, type Message } from './message.ts';
import { greetings, isSureName, kin, looksInflected, looksLikeThing, people, type Parts, words } from './name-cues.ts';
import type { NamePart } from './name-parts.ts';

const after = words(cues.after);
const deeds = words(cues.deeds);
const states = words(cues.states);
const haunts = words(cues.haunts);
const being = words('er var blir ble vart e va is was were');
const personPronouns = words('han ho hun hu hon den dama guten gutten jenta en ei ein');
const selves = words('jeg eg æ meg meir mæ i me');
const speakers = words('jeg eg æ meg mæ');
const objects = words('meg mæ deg oss han henne ham hu ho me him her');
const ands = words('og and eller & o');
const clauseOpeners = words('så da at når fordi og men om hvis som bare because and when that');
const beforeInverted = words('så da plutselig der då then når fordi');
const listMarks = words('og & , and eller');

/** True when what follows or surrounds a word is what only people do: «Storm sa», «eli sin», «nasra her,», «Hauk i 10b». */
export function rightCue(message: Message, parts: Parts, part: NamePart): boolean {
  const { tokens } = message;
  const { index, token, bits } = part;
  const next = tokens[index + 1];
  if (next === undefined) return false;
  const given = (bits & lexeme.given) !== 0;
  const plainWord = (bits & lexeme.word) !== 0;
  if ((next.lower === 'her' || next.lower === 'here') && introducesItself(message, part, given)) return true;
  if (bits === 0 && token.opensSentence && token.text.length >= 3 && isPointedBackAt(message, index)) return true;
  if (isUnknownDoer(message, part)) return true;
  if (bits === 0 && token.opensSentence && isDefinite(token.lower))
    return after.has(next.lower) && next.lower !== 'her';
  if (!given && !((bits === 0 || (bits & lexeme.surname) !== 0) && part.capital)) return false;
  const beyondQuote = '"”»'.includes(next.text) ? lowerAt(message, index + 2) : next.lower;
  if (after.has(beyondQuote)) return true;
  if (given && /^[b-df-hj-np-tv-z]$/.test(next.lower) && (tokens[index + 2]?.text === '.' || !plainWord)) return true;
  const classCode =
    (next.lower === 'i' || next.lower === 'fra' || next.lower === 'frå') && tokens[index + 2]?.kind === 'digits';
  if (classCode && (part.capital || !plainWord)) return true;
  if (next.text === '(' && tokens[index + 2]?.kind === 'digits' && tokens[index + 3]?.text === ')') return true;
  if (part.capital && next.text === '>') return true;
  const personal = given || !looksInflected(token.lower, 'name.person-acts');
  if (part.capital && personal && (isInPersonState(message, index) || isSomewhere(message, index))) return true;
  if (ands.has(next.lower) && given && selves.has(lowerAt(message, index + 2))) return true;
  if (given && isExplained(message, index)) return true;
  if (given && isInClass(message, parts, index)) return true;
  if (isListedWithNames(message, parts, part, plainWord)) return true;
  return acts(message, part, given, plainWord);
}

// «thuvaraga slo meg», «fordi qamile sa det», «tjorve sin bror»: a word no list holds where only a person stands.
function isUnknownDoer(message: Message, { bits, token, index, capital }: NamePart): boolean {
  if (bits !== 0 || token.text.length < 4 || (token.opensSentence && capital && isDefinite(token.lower))) return false;
  const { tokens } = message;
  const next = lowerAt(message, index + 1);
  if (/^(?:sin|sitt|sine|si)$/.test(next)) return !/(?:en|et|ene|ane|er|ar)$/.test(token.lower);
  const previous = tokens[index - 1];
  const opens =
    previous === undefined ||
    clauseOpeners.has(previous.lower) ||
    '.!?,:'.includes(previous.text) ||
    token.opensSentence;
  const beside = ands.has(previous?.lower ?? '') && isPerson(message, index - 2);
  if ((opens || beside) && (deeds.has(next) || being.has(next)))
    return capital || beside || doesTo(message, index + 1, token.lower);
  return ands.has(next) && (opens || beside) && isPerson(message, index + 2) && !looksLikeThing(token.lower);
}

// «Bagasjen står i gangen»: a noun in its definite form, which a sentence opens with as often as with a name.
function isDefinite(lower: string): boolean {
  return lower.length >= 6 && /(?:en|et|ene|ane|inga)$/.test(lower);
}

// A deed done to somebody or said of a person; «sushien var god» is neither.
function doesTo(message: Message, verb: number, lower: string): boolean {
  if (looksInflected(lower, 'name.person-acts') || /(?:en|et|ene|ane|er|ar)$/.test(lower)) return false;
  return deeds.has(lowerAt(message, verb)) &&
    !/^(?:er|var|ble|blir|har|hadde|vil|ville|skal|skulle|kan|kunne|må|måtte|kom|kommer|står|stod|ligger|begynte|begynner|liker)$/.test(
      lowerAt(message, verb),
    )
    ? true
    : objectsAndKin(message, verb + 1);
}

function objectsAndKin(message: Message, from: number): boolean {
  return [from, from + 1].some((at) => {
    const lower = lowerAt(message, at);
    return objects.has(lower) || kin.has(lower) || states.has(lower);
  });
}

function isPerson({ tokens, bits }: Message, index: number): boolean {
  const lower = tokens[index]?.lower ?? '';
  const known = bits[index] ?? 0;
  return speakers.has(lower) || ((known & lexeme.given) !== 0 && (known & (lexeme.word | lexeme.rare)) === 0);
}

// «nasra her,», «hei Tjorven her»
function introducesItself(message: Message, { token, index, bits, capital }: NamePart, given: boolean): boolean {
  const { tokens } = message;
  const nearest = lowerAt(message, index - 1);
  const greeted = greetings.has(nearest === ',' ? lowerAt(message, index - 2) : nearest);
  const beyond = tokens[index + 2];
  const closes =
    beyond === undefined ||
    beyond.kind === 'mark' ||
    /^(?:fra|frå|igjen|from|again|trenger|treng|på|og|ved)$/.test(beyond.lower);
  if (!closes) return false;
  const unknown = bits === 0 && token.text.length >= 3;
  return given || (unknown && (greeted || (token.opensSentence && (beyond !== undefined || capital))));
}

// «kirubakaran er han som filma»
function isPointedBackAt(message: Message, index: number): boolean {
  return being.has(lowerAt(message, index + 1)) && /^(?:han|ho|hun|hu|hon)$/.test(lowerAt(message, index + 2));
}

// «Dag er stefaren min», «Liv er død»
function isInPersonState(message: Message, index: number): boolean {
  if (!being.has(lowerAt(message, index + 1))) return false;
  const small = words('så veldig helt litt alltid ofte min mi en ei jo bare fortsatt kjempe skikkelig sykt ikke ikkje');
  const at = small.has(lowerAt(message, index + 2)) ? index + 3 : index + 2;
  const state = lowerAt(message, at);
  return kin.has(state) || people.has(state) || states.has(state) || (at === index + 2 && personPronouns.has(state));
}

// «Odd på jobb», «Gjermundsen i barnevernet»
function isSomewhere(message: Message, index: number): boolean {
  return (
    /^(?:i|på|fra|frå|hos|ved|from|at)$/.test(lowerAt(message, index + 1)) &&
    (haunts.has(lowerAt(message, index + 2)) ||
      (/^(?:fra|frå|from|på)$/.test(lowerAt(message, index + 1)) && message.tokens[index + 2]?.casing === 'upper'))
  );
}

// «jeg mener stein, han i tiende»
function isExplained(message: Message, index: number): boolean {
  return (
    lowerAt(message, index + 1) === ',' &&
    /^(?:han|hun|ho|hu)$/.test(lowerAt(message, index + 2)) &&
    /^(?:i|på|fra|frå|som|med|der|derre|her)$/.test(lowerAt(message, index + 3))
  );
}

// «stein i klassen», «liv og sol i klassen»
function isInClass(message: Message, parts: Parts, index: number): boolean {
  const second = ands.has(lowerAt(message, index + 1)) && ((parts[index + 2]?.bits ?? 0) & lexeme.given) !== 0;
  const at = second ? index + 2 : index;
  return (
    /^(?:i|fra|frå)$/.test(lowerAt(message, at + 1)) &&
    /^(?:klassen|klassa|parallellklassen|parallellklassa|trinnet)$/.test(lowerAt(message, at + 2))
  );
}

function isListedWithNames({ tokens }: Message, parts: Parts, part: NamePart, plainWord: boolean): boolean {
  const { index } = part;
  const next = tokens[index + 1];
  const joined = ands.has(next?.lower ?? '') || next?.text === ',';
  const second = parts[index + 2];
  if (joined && isSureName(second) && (next?.text !== ',' || part.capital || !plainWord)) return true;
  // «Storm og Sol»: two words with capitals that are also names.
  if (joined && part.capital && second?.capital === true && (second.bits & lexeme.given) !== 0) return true;
  const previous = tokens[index - 1];
  if (!listMarks.has(previous?.lower ?? '') || !isSureName(parts[index - 2])) return false;
  return part.capital || !plainWord || previous?.text !== ',';
}

function acts(message: Message, part: NamePart, given: boolean, plainWord: boolean): boolean {
  const { tokens } = message;
  const { index, token, capital } = part;
  const next = tokens[index + 1];
  const previous = tokens[index - 1];
  const inverted = deeds.has(previous?.lower ?? '') && beforeInverted.has(lowerAt(message, index - 2));
  if (
    given &&
    inverted &&
    (next?.lower === 'og' || next?.lower === 'med' || next?.lower === 'inn' || next?.kind === 'mark')
  )
    return true;
  // «… satt rune i trappa»
  if (given && /^(?:satt|sitter|sat)$/.test(previous?.lower ?? '') && /^(?:i|på|ved|med|og)$/.test(next?.lower ?? ''))
    return true;
  if (!deeds.has(next?.lower ?? '')) return false;
  if (capital) return !plainWord || token.opensSentence;
  // In lower case a verb is enough only where a subject must stand.
  return previous === undefined || clauseOpeners.has(previous.lower) || previous.kind === 'mark';
}
