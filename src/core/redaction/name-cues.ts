import { cueWords, type CueWords } from './cue-words.ts';
import cues from './data/name-cues.json' with { type: 'json' };
import { lexeme } from './lexicon.ts';
import { type Message, wordsBefore } from './message.ts';
import type { NamePart } from './name-parts.ts';
import type { RuleId } from './rules.ts';

export const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const called = cueWords(cues.called);

const calledFillers = words(cues.calledFillers);

const nameNouns = cueWords(cues.nameNouns);

const signOff = cueWords(cues.signOff);

export const kin = cueWords(cues.kin);

const kinClose = words(cues.kinClose);

const selves = words('seg sæ sig');

const objects = words('meg ham han henne ho hu hun oss dem seg deg meir mæ me him her');

const calledWeak = words(cues.calledWeak);

const listedPeople = cueWords(cues.people);

const personEndings = words(cues.personEndings);

const lastTwoOfPersons = new Set([...personEndings].map((ending) => ending.slice(-2)));

const shortestPerson = 3;

/** Words for a person, alone or as the last part of a longer word: «lærer», «gruppelederen», «bandkompis». */
export const people: CueWords = {
  has: (lower) => {
    if (listedPeople.has(lower)) return true;
    if (!lastTwoOfPersons.has(lower.slice(-2))) return false;
    for (let at = shortestPerson; lower.length - at >= 4; at++) if (personEndings.has(lower.slice(at))) return true;
    return false;
  },
};

const possessives = words(cues.possessives);

const dottedTitles = words('dr prof mr mrs ms hr fr frk st adv insp vikt ass');

const withPeople = words(cues.withPeople);

/** True for «min», «hennes», «his». */
export function isPossessive(lower: string): boolean {
  return possessives.has(lower);
}

/** What is done to people only: a word no list holds behind it is somebody. */
const doneToPeople = words(
  'kysset kyssa kysser kysse blokker blokkerte blokkere mobber mobba mobbet mobbe slo sparka sparket dyttet dytta ringte spurte møtte møte traff treffe ghosta ghostet klemte voldtok truet trua anmeldte anmelde utestengte ignorerer ignorerte dumpa dumpet kissed hit blocked met dumped ghosted',
);

const objectLinks = words(cues.objectLinks);

export const greetings = words(cues.greetings);

const thingsCalled = words(cues.thingsCalled);

const pronouns = words('han hun ho hu hon hin');

const pointing = words('der derre derran lille vesle nye stygge ekle jævla teite dumme store gamle fine søte kule');

export type Parts = readonly (NamePart | undefined)[];

/** How strongly words before a name announce it: 'any' takes unknown lower-case words, 'known' takes listed names. */
const cueStrength: Readonly<Record<string, 'any' | 'known'>> = {
  'name.called': 'any',
  'name.stated': 'any',
  'name.sign-off': 'any',
  'name.kin': 'any',
  'name.nickname': 'known',
  'name.self-chosen': 'any',
  'name.person-title': 'known',
  'name.this-is': 'known',
  'name.with-person': 'known',
  'name.greeting': 'known',
  'name.pointed-out': 'any',
  'name.initial': 'any',
};

export function eligible(part: NamePart, cue: string): boolean {
  const { bits, capital, token } = part;
  const given = (bits & lexeme.given) !== 0;
  const surname = (bits & lexeme.surname) !== 0;
  const word = (bits & lexeme.word) !== 0;
  if ((bits & lexeme.functionWord) !== 0 && !given) return false;
  if (cue === 'name.called' || (cue === 'name.nickname' && capital && !token.opensSentence))
    return given || surname || !word || (capital && !token.opensSentence);
  if (cue === 'name.pointed-out' && capital && token.casing === 'title' && !token.opensSentence) return true;
  if (cue === 'name.initial' && !word) return true;
  const madeUp = (bits & lexeme.compound) !== 0 && !token.opensSentence;
  if (capital && token.casing === 'title' && (!word || given || surname || madeUp))
    return (bits & lexeme.place) === 0 || given || surname || cue === 'name.person-title';
  if (cue === 'name.greeting' && (word || !given) && !part.endsPhrase) return false;
  if (given && word && part.english && cue !== 'name.sign-off' && cue !== 'name.stated') return false;
  if (given && (bits & lexeme.functionWord) === 0) return true;
  if (surname && !word) return true;
  if (bits !== 0 || token.text.length < 3 || looksInflected(token.lower, cue)) return false;
  return cueStrength[cue] === 'any' || (token.text.length >= 4 && !looksLikeThing(token.lower));
}

/** True for endings nouns and verbs have in the forms that stand where a name can stand. */
export function looksLikeThing(lower: string): boolean {
  return /(?:en|et|er|ar|or|ane|ene|te|de|dd|tt|a|s|sk|ig|ing|inga|\p{L}-\p{L}{2,})$/u.test(lower);
}

export function looksInflected(lower: string, cue: string): boolean {
  if (cue === 'name.kin' && /(?:er|et|te|de)$/.test(lower)) return true;
  return /(?:ene|ende|het|ing|lig|isk|else|erte|ert|ede|ende|skap|sjon|ane|aste|este|ingen|lige|elig|fult|somt)$/.test(
    lower,
  );
}

const says = /^(?:sier|seier|sei|sir|sa|roper)$/;

export function leftCue(message: Message, { index, token, capital }: NamePart): RuleId | undefined {
  const { tokens } = message;
  let at = index - 1;
  while (at >= 0 && tokens[at]?.kind === 'mark' && '"«“\'*_|`~(@:,-–=>'.includes(tokens[at]?.text ?? '')) at--;
  if (followsInitial(message, at)) return 'name.initial';
  // «dr. Haugsbø»: the full stop of a short title ends no sentence.
  if (tokens[at]?.text === '.' && dottedTitles.has(tokens[at - 1]?.lower ?? '')) at--;
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
  if (/^(?:er|e|var|va|is|was)$/.test(lower) && /^(?:det|it)$/.test(before) && relative) return 'name.this-is';
  if (lower === 'er' || lower === 'is' || lower === 'e' || lower === 'va' || lower === 'var' || lower === 'lea')
    return statedName(
      tokens.slice(Math.max(0, at - 3), at).map((it) => it.lower),
      capital,
    );
  if (['its', "it's", "i'm", 'im'].includes(lower)) return 'name.this-is';
  const commaBetween = punctuated && tokens[at + 1]?.text === ',';
  if (calledWeak.has(lower)) return 'name.person-title';
  if (objects.has(lower) && calledWeak.has(before)) return selves.has(lower) ? 'name.self-chosen' : 'name.nickname';
  if (kinClose.has(lower)) return commaBetween && !capital ? undefined : 'name.kin';
  if (kin.has(lower)) return commaBetween && !capital ? undefined : 'name.person-title';
  if (possessives.has(lower) && (kin.has(before) || people.has(before)))
    return commaBetween && !capital ? 'name.person-title' : kin.has(before) ? 'name.kin' : 'name.person-title';
  if (people.has(lower)) return 'name.person-title';
  const pronoun = pointing.has(lower) ? before : lower;
  const shown = pronoun !== lower && being.test(tokens[index + 1]?.lower ?? '');
  if (pronouns.has(pronoun) && (capital || shown || pointsOut(message, index))) return 'name.pointed-out';
  if (lower === 'sett' && ['dere', 'noen', 'du', 'dykk', 'nokon', 'de'].includes(before)) return 'name.with-person';
  // «alle sier Lillegutt til meg»
  if (capital && says.test(lower) && tokens[index + 1]?.lower === 'til' && objects.has(tokens[index + 2]?.lower ?? ''))
    return 'name.nickname';
  if (greetings.has(lower) || (lower === 'til' && tokens[index + 1]?.text === ':')) return 'name.greeting';
  if (lower === 'hos' || lower === 'hjå' || doneToPeople.has(lower)) return 'name.with-person';
  if (lower === 'til' && (kin.has(before) || people.has(before))) return 'name.with-person';
  if (objectLinks.has(lower) && withPeople.has(before))
    return lower === 'i' && !/^(?:forelsk|glad)/.test(before) ? undefined : 'name.with-person';
  return undefined;
}

// «a. lunde», «a.m. tveitås»: the full stop of an initial.
function followsInitial({ tokens }: Message, dot: number): boolean {
  const initial = tokens[dot - 1];
  if (tokens[dot]?.text !== '.' || initial?.kind !== 'word' || initial.end !== tokens[dot].start) return false;
  return initial.text.length === 1 && !/^[ij]$/.test(initial.text);
}

// «navnet mitt er», «my name is», «det er … som», «dette er»
function statedName(before: readonly string[], capital: boolean): RuleId | undefined {
  const last = before.at(-1) === 'bare' || before.at(-1) === 'berre' ? (before.at(-2) ?? '') : (before.at(-1) ?? '');
  if (nameNouns.has(last) || (possessives.has(last) && nameNouns.has(before.at(-2) ?? ''))) return 'name.stated';
  if ((last === 'dette' || last === 'this' || last === 'det' || last === 'here') && capital) return 'name.this-is';
  if (last === 'dette' || last === 'this') return 'name.this-is';
  if (['jeg', 'eg', 'æ'].includes(last) && (capital || greetings.has(before.at(-2) ?? ''))) return 'name.this-is';
  if (possessives.has(last) && (kin.has(before.at(-2) ?? '') || people.has(before.at(-2) ?? '')) && capital)
    return 'name.this-is';
  return undefined;
}

const being = /^(?:er|e|var|is|was)$/;
const classWord =
  /^(?:klass|parallell)|^(?:første|andre|tredje|fjerde|femte|sjette|sjuende|syvende|åttende|åttande|niende|niande|tiende|tiande)$/;

// «ho synne i 9b», «han tjorven fra klubben»: what follows says which person is meant.
function pointsOut({ tokens }: Message, index: number): boolean {
  const next = tokens[index + 1]?.lower ?? '';
  if (next === 'i') return tokens[index + 2]?.kind === 'digits' || classWord.test(tokens[index + 2]?.lower ?? '');
  return next === 'fra' || next === 'frå' || next === 'som' || next === 'sin';
}

/** True for a name of the lists that is nothing else. */
export function isSureName(part: NamePart | undefined): boolean {
  if (part === undefined) return false;
  return (part.bits & lexeme.given) !== 0 && (part.bits & (lexeme.word | lexeme.wellKnown)) === 0 && part.listed;
}

/** «boka heter Sofies verden», «katta heter Pus»: what is called so is no person. */
export function isThingCalled(message: Message, { index }: NamePart): boolean {
  if (!called.has(message.tokens[index - 1]?.lower ?? '')) return false;
  const [nearest = '', next = ''] = wordsBefore(message, index - 1, 2);
  return thingsCalled.has(nearest) || (possessives.has(nearest) && thingsCalled.has(next));
}
