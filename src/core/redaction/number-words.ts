const units = new Map<string, string>(
  Object.entries({
    0: 'null nul zero oh nolla',
    1: 'en ein eint ei ett éin én éi eitt one okta',
    2: 'to two guokte',
    3: 'tre trei tri three golbma',
    4: 'fire four njeallje',
    5: 'fem fæm five vihtta',
    6: 'seks sæks six guhtta',
    7: 'sju sjau syv seven čieža',
    8: 'åtte åtta eight gávcci',
    9: 'ni nine ovcci',
    10: 'ti ten logi',
    11: 'elleve eleven',
    12: 'tolv twelve',
    13: 'tretten thirteen',
    14: 'fjorten fourteen',
    15: 'femten fifteen',
    16: 'seksten sixteen',
    17: 'sytten søtten seventeen',
    18: 'atten eighteen',
    19: 'nitten nineteen',
  }).flatMap(([digits, words]) => words.split(' ').map((word) => [word, digits] as const)),
);

const tens = new Map<string, string>(
  Object.entries({
    2: 'tjue kjue tyve twenty',
    3: 'tretti tredve thirty',
    4: 'førti firti førr forty fourty',
    5: 'femti fifty',
    6: 'seksti sixty',
    7: 'sytti søtti seventy',
    8: 'åtti eighty',
    9: 'nitti niti ninety',
  }).flatMap(([digit, words]) => words.split(' ').map((word) => [word, digit] as const)),
);

/** First two letters of every number word; a word that opens otherwise is no number. */
const openings = new Set([...units.keys(), ...tens.keys()].map((word) => word.slice(0, 2)));

const repeats = new Map([
  ['dobbel', 2],
  ['dobbelt', 2],
  ['double', 2],
  ['trippel', 3],
  ['triple', 3],
]);

/** A number word read as digits. `tens` waits for a unit to follow: «nitti» + «seks» = 96. */
export interface SpokenNumber {
  readonly digits: string;
  readonly tens: boolean;
}

/** Times the next digit counts, for «dobbel fem»; 1 for any other word. */
export function repeatOf(lower: string): number {
  return repeats.get(lower) ?? 1;
}

/** «sju» → 7, «nitti» → 90, «nittiseks», «seksognitti» → 96; undefined for other words. Languages nb, nn, en, se. */
export function readNumberWord(lower: string): SpokenNumber | undefined {
  const unit = units.get(lower);
  if (unit !== undefined) return { digits: unit, tens: false };
  const ten = tens.get(lower);
  if (ten !== undefined) return { digits: `${ten}0`, tens: true };
  if (lower.length < 5 || !openings.has(lower.slice(0, 2))) return undefined;
  const compound = readCompound(lower);
  return compound === undefined ? undefined : { digits: compound, tens: false };
}

function readCompound(lower: string): string | undefined {
  const plain = lower.replaceAll('-', '');
  const hundred = /^(\p{L}{2,5})hundre(?:og(\p{L}{1,12}))?$/u.exec(plain);
  if (hundred !== null) {
    const first = units.get(hundred[1] ?? '');
    const rest = hundred[2] === undefined ? '00' : readNumberWord(hundred[2])?.digits;
    return first?.length === 1 && rest !== undefined && rest.length <= 2 ? first + rest.padStart(2, '0') : undefined;
  }
  for (const [word, digit] of tens) {
    if (plain.startsWith(word)) {
      const unit = units.get(plain.slice(word.length));
      if (unit?.length === 1 && unit !== '0') return digit + unit;
    }
    if (plain.endsWith(word)) {
      const rest = plain.slice(0, -word.length);
      const unit = rest.endsWith('og') ? units.get(rest.slice(0, -2)) : undefined;
      if (unit?.length === 1 && unit !== '0') return digit + unit;
    }
  }
  return undefined;
}

const pieces = [...units.entries(), ...[...tens.entries()].map(([word, digit]) => [word, `${digit}0`] as const)]
  .filter(([word]) => word.length > 1)
  .sort((a, b) => b[0].length - a[0].length);

/** Several number words written as one: «nitreseksnull» → 9360. Undefined unless the whole word is used up. */
export function readGluedNumberWords(lower: string): string | undefined {
  if (lower.length < 8 || lower.length > 80 || !openings.has(lower.slice(0, 2))) return undefined;
  // Longest way to read each prefix; one pass over the word, a fixed number of pieces at each letter.
  const reached: (string | undefined)[] = [''];
  for (let at = 0; at < lower.length; at++) {
    const digits = reached[at];
    if (digits === undefined) continue;
    for (const [word, value] of pieces) {
      if (!lower.startsWith(word, at)) continue;
      const end = at + word.length;
      const joined =
        value.length === 1 && digits.length > 1 && endsInTens(lower, at) ? digits.slice(0, -1) + value : digits + value;
      reached[end] ??= joined;
    }
  }
  return reached[lower.length];
}

function endsInTens(lower: string, at: number): boolean {
  for (const word of tens.keys()) if (lower.endsWith(word, at)) return true;
  return false;
}
