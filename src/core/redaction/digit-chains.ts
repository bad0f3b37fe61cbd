import { hint, numeric } from './hints.ts';
import type { Message } from './message.ts';
import { readableLeet } from './leet.ts';
import { readGluedNumberWords, readMixedNumber, readNumberWord, repeatOf, type SpokenNumber } from './number-words.ts';

/** Digits standing together, however they were written. View offsets. */
export interface DigitGroup {
  readonly digits: string;
  readonly start: number;
  readonly end: number;
  /** Index of the first and the last token it came from. */
  readonly firstToken: number;
  readonly lastToken: number;
  readonly spoken: boolean;
}

/** Groups with nothing but separators between them. `separators[i]` stands between group i and i + 1, spaces trimmed. */
export interface DigitChain {
  readonly groups: readonly DigitGroup[];
  readonly separators: readonly string[];
}

const separatorOnly = /^[\s.\-–—_*|()[\]{}~`'"·•/,+:;=<>!\\&#^\uFFFC\p{So}\p{Sk}]{0,6}$/u;
const spokenJoin =
  /^[\s,.\-–]*(?:og|så|and|then|å|pluss|plus|strek|bindestrek|mellomrom|punktum|prikk|komma|pause|deretter|etterpå|dash|space|dot)[\s,.\-–]*$/;
// Between digits the small words «og» and «and» list things; these only tell how a number is read out.
const digitJoin =
  /^[\s,.\-–()]*(?:så|then|pluss|plus|strek|bindestrek|mellomrom|punktum|prikk|pause|deretter|dash|space|dot)[\s,.\-–()]*$|^-og-$/;
const ands = new Set(['og', 'å', 'o', 'aa', 'and']);
const timesWords = new Set(['ganger', 'gonger', 'times', 'gongar', 'gånge', 'gong', 'gang']);
const leetDigits: Readonly<Record<string, string>> = {
  o: '0',
  i: '1',
  l: '1',
  z: '2',
  e: '3',
  a: '4',
  s: '5',
  g: '9',
  t: '7',
  b: '8',
  q: '9',
};

/** All chains of a message, in order. */
export function digitChainsOf(message: Message): readonly DigitChain[] {
  if ((message.open & numeric) === 0) return [];
  const groups = digitGroups(message);
  const chains: DigitChain[] = [];
  let current: { groups: DigitGroup[]; separators: string[] } | undefined;
  for (const group of groups) {
    const before = current?.groups.at(-1);
    const between = before === undefined ? undefined : message.view.lower.slice(before.end, group.start);
    if (current !== undefined && before !== undefined && between !== undefined && joins(between, before, group)) {
      current.separators.push(between.trim() === '' && between !== '' ? ' ' : between.trim());
      current.groups.push(group);
      continue;
    }
    current = { groups: [group], separators: [] };
    chains.push(current);
  }
  return chains;
}

function joins(between: string, before: DigitGroup, after: DigitGroup): boolean {
  if (between.length > 16) return false;
  // «9 og 3 og 4»
  if (/^ (?:og|and|&) $/.test(between) && before.digits.length === 1 && after.digits.length === 1) return true;
  if (separatorOnly.test(between) || digitJoin.test(between)) return true;
  return before.spoken && after.spoken && spokenJoin.test(between);
}

function digitGroups(message: Message): readonly DigitGroup[] {
  const { tokens } = message;
  const groups: DigitGroup[] = [];
  let repeat = 1;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined) break;
    if (token.kind === 'digits') {
      const leet = leetRun(message, index);
      if (leet !== undefined) {
        groups.push(leet);
        index = leet.lastToken;
      } else
        groups.push({
          digits: token.text,
          start: token.start,
          end: token.end,
          firstToken: index,
          lastToken: index,
          spoken: false,
        });
      continue;
    }
    if (token.kind !== 'word') continue;
    if (((message.hints[index] ?? 0) & (hint.number | hint.mixed)) === 0) continue;
    const times = repeatOf(token.lower);
    if (times > 1) {
      repeat = times;
      continue;
    }
    const spoken = spokenGroup(message, index, repeat);
    repeat = 1;
    if (spoken === undefined) continue;
    groups.push(spoken);
    index = spoken.lastToken;
  }
  return groups;
}

function spokenGroup(message: Message, index: number, repeat: number): DigitGroup | undefined {
  const token = message.tokens[index];
  if (token === undefined) return undefined;
  const { start } = token;
  const group = (digits: string, last: number, end: number): DigitGroup => ({
    digits: digits.repeat(repeat),
    start: repeat > 1 ? (message.tokens[index - 1]?.start ?? start) : start,
    end,
    firstToken: index,
    lastToken: last,
    spoken: true,
  });
  const read = readNumberWord(token.lower) ?? leetNumberWord(token.lower);
  if (read === undefined) {
    const glued = readGluedNumberWords(token.lower);
    if (glued !== undefined && glued.length >= 2) return group(glued, index, token.end);
    const mixed = /[\d-]/.test(token.lower) ? readMixedNumber(token.lower) : undefined;
    if (mixed !== undefined) return group(mixed, index, token.end);
    // «l7»: a short piece of a number that opens with a letter.
    if (/^[oil][\doil]{1,3}$/.test(token.lower) && /\d/.test(token.lower))
      return { ...group(token.lower.replaceAll('o', '0').replace(/[il]/g, '1'), index, token.end), spoken: false };
    return wholeLeetWord(token.lower) === undefined
      ? undefined
      : group(wholeLeetWord(token.lower) ?? '', index, token.end);
  }
  const next = message.tokens[index + 1];
  if (read.digits.length === 1 && (next?.lower === 'hundre' || next?.lower === 'hundred'))
    return hundreds(message, index, group);
  const joined = ands.has(next?.lower ?? '') ? message.tokens[index + 2] : undefined;
  const ten = joined?.kind === 'word' ? readNumberWord(joined.lower) : undefined;
  if (read.digits.length === 1 && joined !== undefined && ten?.tens === true)
    return group(ten.digits.charAt(0) + read.digits, index + 2, joined.end);
  if ((read.digits === '2' || read.digits === '3') && timesWords.has(next?.lower ?? '')) {
    const unit = message.tokens[index + 2];
    const times =
      unit?.kind === 'digits' ? unit.text : unit?.kind === 'word' ? readNumberWord(unit.lower)?.digits : undefined;
    if (unit !== undefined && times?.length === 1) return group(times.repeat(Number(read.digits)), index + 2, unit.end);
  }
  if (read.tens) {
    const unit = next?.kind === 'word' ? readNumberWord(next.lower) : undefined;
    // «førr null» is 40; «nitti null åtte» is 90 and 08.
    const counts = unit?.digits.length === 1 && (unit.digits !== '0' || token.lower === 'førr');
    if (next !== undefined && unit !== undefined && counts)
      return group(read.digits.charAt(0) + unit.digits, index + 1, next.end);
  }
  return group(read.digits, index, token.end);
}

// «tr3», «f0rtien»
function leetNumberWord(lower: string): SpokenNumber | undefined {
  if (!/\d\p{L}|\p{L}\d/u.test(lower)) return undefined;
  return readNumberWord(readableLeet(lower, 'i')) ?? readNumberWord(readableLeet(lower.replaceAll('0', 'ø'), 'i'));
}

// «ni hundre og fem» = 905
function hundreds(
  { tokens }: Message,
  index: number,
  group: (digits: string, last: number, end: number) => DigitGroup,
): DigitGroup {
  const first = readNumberWord(tokens[index]?.lower ?? '')?.digits ?? '';
  const joined = ands.has(tokens[index + 2]?.lower ?? '') ? index + 3 : index + 2;
  const after = tokens[joined];
  const rest = after?.kind === 'word' ? readNumberWord(after.lower) : undefined;
  if (rest === undefined || rest.digits.length > 2) return group(`${first}00`, index + 1, tokens[index + 1]?.end ?? 0);
  const unit = rest.tens ? readNumberWord(tokens[joined + 1]?.lower ?? '') : undefined;
  if (unit?.digits.length === 1)
    return group(first + rest.digits.charAt(0) + unit.digits, joined + 1, tokens[joined + 1]?.end ?? 0);
  return group(first + rest.digits.padStart(2, '0'), joined, tokens[joined]?.end ?? 0);
}

// «4oI65o52»: eight or eleven signs, at least three true digits, the rest letters that look like digits.
function leetRun({ tokens }: Message, first: number): DigitGroup | undefined {
  const parts: string[] = [];
  let last = first;
  for (let index = first; index < tokens.length && index < first + 12; index++) {
    const token = tokens[index];
    if (token === undefined || token.kind === 'mark' || (index > first && token.start !== tokens[index - 1]?.end))
      break;
    parts.push(token.lower);
    last = index;
  }
  if (last === first) return undefined;
  const run = parts.join('');
  const start = tokens[first]?.start ?? 0;
  const end = tokens[last]?.end ?? 0;
  const mixed = leetNumberWord(run)?.digits ?? readMixedNumber(run);
  if (mixed !== undefined) return { digits: mixed, start, end, firstToken: first, lastToken: last, spoken: true };
  const digits = fromLeet(run) ?? interleaved(run) ?? fewLetters(run);
  return digits === undefined ? undefined : { digits, start, end, firstToken: first, lastToken: last, spoken: false };
}

// «4x7x1x8x2x2x0x9», «92og44og71og16»: the same letters between all digits.
function interleaved(run: string): string | undefined {
  const between = /^\d{1,3}(\p{L}{1,3})\d/u.exec(run)?.[1];
  if (between === undefined) return undefined;
  const parts = run.split(between);
  const digits = parts.join('');
  const whole = parts.length >= 4 && parts.every((part) => /^\d{1,3}$/.test(part));
  return whole && (digits.length === 8 || digits.length === 11) ? digits : undefined;
}

// «9o», «7l1»: a short piece of a number with letters that pass for noughts and ones.
function fewLetters(run: string): string | undefined {
  return /^\d[\doilsz]{1,4}$/.test(run)
    ? run.replaceAll('o', '0').replace(/[il]/g, '1').replaceAll('s', '5').replaceAll('z', '2')
    : undefined;
}

function wholeLeetWord(lower: string): string | undefined {
  return lower.length === 8 || lower.length === 11 ? fromLeet(lower) : undefined;
}

function fromLeet(lower: string): string | undefined {
  if (lower.length !== 8 && lower.length !== 11) return undefined;
  let digits = '';
  let real = 0;
  for (const sign of lower) {
    if (sign >= '0' && sign <= '9') real++;
    const digit = sign >= '0' && sign <= '9' ? sign : leetDigits[sign];
    if (digit === undefined) return undefined;
    digits += digit;
  }
  return real >= 3 && /^[2-9]/.test(digits) ? digits : undefined;
}
