import schoolWords from './data/school-words.json' with { type: 'json' };
import { hint } from './hints.ts';
import { lexeme } from './lexicon.ts';
import type { LocalPhrases } from './local-phrases.ts';
import type { Message, Sighting } from './message.ts';
import type { RuleId } from './rules.ts';
import { isLooselyStreetShaped } from './street-shapes.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
/** «skole», «vgs» and the like. */
export const schoolHeads = words(schoolWords.heads);
const directions = words(schoolWords.directions);
const notNames = words(schoolWords.notNames);
const genericPrefixes = words(schoolWords.genericPrefixes);
const verbsBefore = words(schoolWords.verbsBefore);
const englishKinds = words(schoolWords.englishKinds);
const attending = words(schoolWords.attending);
const attendedAt = words('på ved at');
const notSchools = words(schoolWords.notSchools);
const crowds = words(schoolWords.crowds);
const saying = words(schoolWords.saying);
const owners = words('min mi vår hans hennes hennar my his her sin');
/** «high» */
const longestShortHead = 4;
/** Words for schools that stand before the name. */
const headFirst = words('akademiet barnehagen barnehage montessoriskolen steinerskolen privatskolen friskolen');
/** Persons and rooms of a school, alone or as the first part of a longer word. */
const schoolPeople = /^(?:elev|lærer|lærar|rektor|klasse|klassa|skole|skule)/;
const namedKinds =
  /^(?:skole|skolen|skolekrets|skolekretsen|skulekretsen|skule|skulen|school|ungdomsskole|ungdomsskolen|barneskole|barneskolen|vgs|videregående)$/;
const glued = /^(.{3,40}?)s?(?:skolen|skole|skulen|skule|skola|vgs|gymnaset|gymnas)$/u;

/** @param localSchools names a municipality adds, which mean a school also without the word for it */
export function detectSchools(message: Message, localSchools: LocalPhrases): readonly Sighting[] {
  const { tokens, hints } = message;
  const found: Sighting[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token?.kind !== 'word') continue;
    const local = localSchools.lastOf(tokens, index);
    if (local !== undefined) {
      found.push(school(token.start, tokens[local]?.end ?? 0, 'school.local'));
      index = local;
      continue;
    }
    const hinted = hints[index] ?? 0;
    const mayBeHead = (hinted & (hint.schoolHead | hint.mixed)) !== 0 || token.text.length <= longestShortHead;
    const head = mayBeHead ? headLength(message, index) : 0;
    if (head > 0) {
      const first = firstOfName(message, startOfHead(message, index));
      if (first < index && tokens[first]?.kind === 'word') {
        const last = lastHead(message, index + head - 1);
        found.push(school(tokens[first].start, tokens[last]?.end ?? 0, 'school.named'));
        index = last;
        continue;
      }
    }
    const whole = (hinted & hint.school) !== 0 ? gluedSchoolEnd(message, index) : 0;
    if (whole > 0) found.push(school(token.start, whole, 'school.compound'));
    else {
      const last = attendedEnd(message, index);
      if (last === undefined) continue;
      found.push(school(token.start, tokens[last]?.end ?? token.end, 'school.attended'));
      index = last;
    }
  }
  return [...found, ...classCodes(message, found)];
}

function school(start: number, end: number, ruleId: RuleId): Sighting {
  return { start, end, kind: 'SCHOOL', ruleId };
}

// How many tokens the word for school takes at `index`: «skole» 1, «u-skole» 1, «u.skole» 3; 0 for none.
function headLength({ tokens }: Message, index: number): number {
  const token = tokens[index];
  if (token === undefined) return 0;
  if (schoolHeads.has(token.lower) || (/\d/.test(token.lower) && schoolHeads.has(readableLeet(token.lower)))) return 1;
  // «Huseby u», «Ullern high»
  const before = tokens[index - 1];
  const short =
    token.text.length <= longestShortHead &&
    /^(?:u|us|high|vg)$/.test(token.text) &&
    before?.casing === 'title' &&
    before.kind === 'word';
  if (
    short &&
    /^(?:på|ved|at|from|fra|frå|til)$/.test(tokens[index - 2]?.lower ?? '') &&
    tokens[index + 1]?.text !== '.'
  )
    return 1;
  const dotted =
    token.lower === 'u' && tokens[index + 1]?.text === '.' && schoolHeads.has(tokens[index + 2]?.lower ?? '');
  return dotted ? 3 : 0;
}

// «sk0le», «sko1e»
function readableLeet(lower: string): string {
  return lower.replaceAll('0', 'o').replaceAll('1', 'l').replaceAll('3', 'e').replaceAll('4', 'a').replaceAll('5', 's');
}

// «videregående skole», «vidaregåande skule»
function lastHead(message: Message, index: number): number {
  let last = index;
  while (headLength(message, last + 1) > 0) last += headLength(message, last + 1);
  // «Akademiet VGS Sandvika», «espira barnehage rykkinn»
  const { tokens, bits } = message;
  const town = tokens[last + 1];
  const placed = ((bits[last + 1] ?? 0) & lexeme.place) !== 0;
  const beside = town?.kind === 'word' && town.start === (tokens[last]?.end ?? 0) + 1;
  return beside && placed ? last + 1 : last;
}

function firstOfName(message: Message, whole: number): number {
  const { tokens, bits } = message;
  // «Manglerud high school»: the name stands before the kind.
  const english =
    englishKinds.has(tokens[whole - 1]?.lower ?? '') && /^(?:school|academy|college)$/.test(tokens[whole]?.lower ?? '');
  let head = whole;
  while (english && englishKinds.has(tokens[head - 1]?.lower ?? '')) head--;
  if (english && tokens[head - 1]?.casing !== 'title') return whole;
  let first = head;
  for (let at = head - 1; at >= 0 && head - at <= 4; at--) {
    const token = tokens[at];
    if (token === undefined) break;
    if (token.text === '.' && (tokens[at - 1]?.text.length ?? 9) <= 2) continue;
    if (token.kind !== 'word') break;
    if ((tokens[at + 1]?.line ?? 0) !== token.line && !brokenOff(message, at, head)) break;
    if (/^(?:gamle|nye)$/.test(token.text) && at === head - 1) break;
    if (directions.has(token.lower) && tokens[at - 1]?.kind === 'word') {
      first = at;
      if (!partOfName(message, at - 1)) break;
      continue;
    }
    if (token.lower === 'st' || token.lower === 'sankt') {
      first = at;
      break;
    }
    if (!partOfName(message, at) && !(at === head - 1 && nounBeforeKindOfSchool(message, at, head))) break;
    first = at;
    const saint = /^(?:st|sankt)$/.test(tokens[at - (tokens[at - 1]?.text === '.' ? 2 : 1)]?.lower ?? '');
    if (token.casing === 'lower' && ((bits[at] ?? 0) & lexeme.given) === 0 && !saint) break;
  }
  return first < head && directions.has(tokens[first - 1]?.lower ?? '') ? first - 1 : first;
}

// «Kvernbekken barne- og ungdomsskole»: index of the first half of a word for school in two halves.
function startOfHead({ tokens }: Message, index: number): number {
  const halved =
    /^(?:og|&|\/|\+)$/.test(tokens[index - 1]?.lower ?? '') &&
    tokens[index - 2]?.text === '-' &&
    /^(?:barne|ungdoms|mellom|grunn)$/.test(tokens[index - 3]?.lower ?? '');
  return halved ? index - 3 : index;
}

// «Lilleaker» at the end of one line, «skole» at the start of the next.
function brokenOff({ tokens }: Message, at: number, head: number): boolean {
  const [name, kind] = [tokens[at], tokens[head]];
  if (at !== head - 1 || name?.casing !== 'title' || kind === undefined) return false;
  return kind.line === name.line + 1 && /(?:skole|skule|vgs|videregående|vidaregåande)$/.test(kind.lower);
}

// «nordlys videregående»: a noun right before a word for one kind of school, where Norwegian has no other reading.
function nounBeforeKindOfSchool({ tokens, bits }: Message, at: number, head: number): boolean {
  const kindOfSchool = !/^(?:skole|skolen|skule|skulen|skola|school|skoles|barnehage|barnehagen)$/.test(
    tokens[head]?.lower ?? '',
  );
  const known = bits[at] ?? 0;
  const noun =
    (known & (lexeme.noun | lexeme.wellKnown | lexeme.place | lexeme.given)) !== 0 &&
    (known & lexeme.functionWord) === 0;
  return kindOfSchool && noun && !notNames.has(tokens[at]?.lower ?? '');
}

function partOfName({ tokens, bits }: Message, at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word') return false;
  if (notNames.has(token.lower) || schoolHeads.has(token.lower)) return false;
  const known = bits[at] ?? 0;
  if ((known & lexeme.functionWord) !== 0) return false;
  if (token.casing !== 'lower' && !token.opensSentence) return true;
  if ((known & lexeme.word) === 0) return true;
  const before = tokens[at - 1];
  const noun = (known & (lexeme.wellKnown | lexeme.noun | lexeme.given | lexeme.surname | lexeme.place)) !== 0;
  const opens = before === undefined || before.kind === 'mark' || token.casing === 'title';
  return noun && (opens || verbsBefore.has(before.lower) || ((bits[at - 1] ?? 0) & lexeme.word) === 0);
}

// «Fagerborgskolen», «toppidrettsgymnaset i fjordbyen»; not «barneskolen» or «kjøreskole».
function gluedSchoolEnd({ tokens, bits, lexicon }: Message, index: number): number {
  const token = tokens[index];
  if (token === undefined || !/skol|skul|gymnas|vgs$|^montessori|^steiner/.test(token.lower)) return 0;
  const place = /^(?:i|på|ved)$/.test(tokens[index + 1]?.lower ?? '') ? tokens[index + 2] : undefined;
  if (
    /gymnaset?$|idrettsgymnas|^(?:steiner|montessori|kultur|folkehøg|folkehøy|friluft)s?(?:skole|skolen|skule|skulen)$|^(?:steiner|montessori)/.test(
      token.lower,
    ) &&
    place?.kind === 'word' &&
    ((bits[index + 2] ?? 0) & lexeme.functionWord) === 0
  )
    return place.end;
  const prefix = glued.exec(token.lower)?.[1];
  if (prefix === undefined || genericPrefixes.has(prefix) || genericPrefixes.has(`${prefix}s`)) return 0;
  if (((bits[index] ?? 0) & lexeme.word) !== 0) return 0;
  const common = (lexicon.of(prefix) & lexeme.word) !== 0;
  return common && (token.casing === 'lower' || token.opensSentence) ? 0 : token.end;
}

// «går på Fagerborg», «elev ved Edvard Munch», «10D på hagaløkka»: index of the last token of the name, or undefined.
function attendedEnd(message: Message, index: number): number | undefined {
  const { tokens, bits } = message;
  const token = tokens[index];
  const preposition = tokens[index - 1]?.lower ?? '';
  const attended = attendedAt.has(preposition);
  if (token === undefined || (!attended && token.casing !== 'title') || notSchools.has(token.lower)) return undefined;
  if (isNamedSchool(message, index)) return endOfTitles(message, index);
  if (!attended) return undefined;
  const known = bits[index] ?? 0;
  if ((known & (lexeme.functionWord | lexeme.wellKnown)) !== 0) return undefined;
  const verb = tokens[index - 2]?.lower ?? '';
  const classBefore =
    (tokens[index - 2]?.kind === 'word' &&
      tokens[index - 3]?.kind === 'digits' &&
      tokens[index - 3]?.end === tokens[index - 2]?.start) ||
    /^(?:vg[123]|klasse|klassen|klassa|trinn|påbygg)$/.test(verb);
  if (token.casing === 'lower') {
    const named = (known & lexeme.word) === 0 || isLooselyStreetShaped(token.lower);
    const attendedHere = /^(?:går|gikk|gjekk|elev|begynte|starta|begynt|gå)$/.test(verb) && (known & lexeme.word) === 0;
    if (!(classBefore && named) && !attendedHere) return undefined;
    if (token.text.length < 4) return undefined;
    // «nordahl grieg»
    return ((bits[index + 1] ?? 0) & (lexeme.surname | lexeme.wellKnown)) !== 0 &&
      ((bits[index + 1] ?? 0) & lexeme.word) === 0
      ? index + 1
      : index;
  }
  const acronym = token.casing === 'upper' && token.text.length >= 3 && (known & lexeme.word) === 0;
  if (token.casing !== 'title' && !acronym) return undefined;
  if ((known & lexeme.word) !== 0 && !classBefore) return undefined;
  const crowd = crowds.has(verb) && known === 0 && token.casing === 'title';
  return classBefore || attending.has(verb) || crowd || schoolPeople.test(verb)
    ? endOfTitles(message, index)
    : undefined;
}

// «Edvard Munch»: words with capitals side by side, three at most.
function endOfTitles({ tokens }: Message, index: number): number {
  let last = index;
  while (
    last < index + 2 &&
    tokens[last + 1]?.casing === 'title' &&
    tokens[last + 1]?.kind === 'word' &&
    tokens[last + 1]?.start === (tokens[last]?.end ?? 0) + 1
  )
    last++;
  return last;
}

// «skole: Hellerud», «skolen min heter Hellerud», «bytta fra … skole til Hellerud»
function isNamedSchool({ tokens, bits }: Message, index: number): boolean {
  const token = tokens[index];
  if (token?.casing !== 'title' || ((bits[index] ?? 0) & (lexeme.functionWord | lexeme.wellKnown)) !== 0) return false;
  if (headFirst.has(tokens[index - 1]?.lower ?? '') && ((bits[index] ?? 0) & lexeme.given) === 0) return true;
  let at = index - 1;
  const moved = tokens[at]?.lower === 'til' && schoolHeads.has(tokens[at - 1]?.lower ?? '');
  if (moved) return tokens.slice(Math.max(0, index - 8), index).some(({ lower }) => /^(?:bytt|flytt)/.test(lower));
  if (!saying.has(tokens[at]?.lower ?? '')) return false;
  while (at >= index - 4 && (saying.has(tokens[at]?.lower ?? '') || owners.has(tokens[at]?.lower ?? ''))) at--;
  return namedKinds.test(tokens[at]?.lower ?? '');
}

// «8B på …», «… 2STA»: a class only tells who somebody is together with a school.
function classCodes({ tokens }: Message, schools: readonly Sighting[]): readonly Sighting[] {
  if (schools.length === 0) return [];
  const found: Sighting[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const digits = tokens[index];
    const letters = tokens[index + 1];
    if (digits?.kind !== 'digits' || !/^(?:[1-9]|10)$/.test(digits.text) || letters?.start !== digits.end) continue;
    const code = lines.test(letters.lower) || (/^[A-ZÆØÅ]{1,4}$/.test(letters.text) && letters.text.length > 1);
    if (code) found.push(school(digits.start, letters.end, 'school.class'));
  }
  return found;
}

/** Letters of classes and of the lines of upper secondary school. */
const lines =
  /^(?:[a-h]|st[a-h]|id[a-h]?|mk[a-h]?|hs[a-h]?|el[a-h]|pb[a-h]?|med[a-h]?|bau?[a-h]?|tip[a-h]?|ss[a-h]?|ho[a-h]?|na[a-h]?|tp[a-h]?|im[a-h]?|sr[a-h]?|fd[a-h]?|kda?[a-h]?|mda?[a-h]?|mu[a-h]?|rm[a-h]?|dt[a-h]?|ba[a-h]?)$/;
