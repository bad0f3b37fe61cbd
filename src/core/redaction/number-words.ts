const units = new Map<string, string>(
  Object.entries({
    0: 'null nul zero oh nolla noll',
    1: 'en ein eint ei ett éin én éi eitt one okta ehn',
    2: 'to two guokte två tvo',
    3: 'tre trei tri tree three golbma',
    4: 'fire four njeallje fira fyra firre fir',
    5: 'fem fæm femm fæmm five vihtta fimm',
    6: 'seks sæks seeks six guhtta sjeks',
    7: 'sju sjau sjuh sju syv syy seven čieža cieza',
    8: 'åtte åtta eight gávcci gavcci otte ått',
    9: 'ni nie nine ovcci nio',
    10: 'ti tie ten logi tio',
    11: 'elleve ellve elve eleven',
    12: 'tolv tåll twelve',
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
    2: 'tjue kjue tjuge tjugo tyve tyvve twenty',
    3: 'tretti tredve tredeve trætti thirty',
    4: 'førti førrti førr føtti firti forty fourty',
    5: 'femti fæmti fifty',
    6: 'seksti sæksti sixty',
    7: 'sytti søtti søtt sjutti seventy',
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
  const known = spokenNumbers.get(lower);
  if (known !== undefined || lower.length < 5 || !openings.has(lower.slice(0, 2))) return known;
  const plain = lower.includes('-') ? lower.replaceAll('-', '') : lower;
  return spokenNumbers.get(plain) ?? readHundreds(plain);
}

const spokenNumbers: ReadonlyMap<string, SpokenNumber> = buildSpokenNumbers();

function buildSpokenNumbers(): Map<string, SpokenNumber> {
  const numbers = new Map<string, SpokenNumber>();
  for (const [tensWord, digit] of tens) {
    for (const [unitWord, unit] of units) {
      if (unit.length !== 1 || unit === '0') continue;
      const both = { digits: digit + unit, tens: false };
      for (const written of [tensWord + unitWord, `${tensWord}og${unitWord}`]) numbers.set(written, both);
      for (const joint of ['og', 'å', 'o', 'a']) numbers.set(unitWord + joint + tensWord, both);
    }
  }
  for (const [word, digit] of tens) numbers.set(word, { digits: `${digit}0`, tens: true });
  for (const [word, digits] of units) numbers.set(word, { digits, tens: false });
  return numbers;
}

function readHundreds(plain: string): SpokenNumber | undefined {
  if (!plain.includes('hundre')) return undefined;
  const hundred = /^(\p{L}{2,5})hundre(?:(?:og|å|o)?(\p{L}{1,16}))?$/u.exec(plain);
  const first = units.get(hundred?.[1] ?? '');
  const rest = hundred?.[2] === undefined ? '00' : spokenNumbers.get(hundred[2])?.digits;
  if (first?.length !== 1 || rest === undefined || rest.length > 2) return undefined;
  return { digits: first + rest.padStart(2, '0'), tens: false };
}

/** Digits and number words glued together: «ni2fire4» → 9244, «9null3åtte» → 9038, «ni-sju-åtte» → 978. */
export function readMixedNumber(lower: string): string | undefined {
  if (lower.length < 3 || lower.length > 90) return undefined;
  let digits = '';
  let words = 0;
  for (const piece of lower.match(/\d+|\p{L}+/gu) ?? []) {
    if (piece >= '0' && piece <= '9\uffff') {
      digits += piece;
      continue;
    }
    const read = readNumberWord(piece)?.digits ?? readGluedNumberWords(piece);
    if (read === undefined) return undefined;
    digits += read;
    words++;
  }
  return words > 0 && digits.length >= 2 ? digits : undefined;
}

const allPieces = [...units.entries(), ...[...tens.entries()].map(([word, digit]) => [word, `${digit}0`] as const)]
  .filter(([word]) => word.length > 1)
  .sort((a, b) => b[0].length - a[0].length);

const piecesByLetter = new Map<string, (readonly [string, string])[]>();
for (const piece of allPieces) {
  const list = piecesByLetter.get(piece[0].charAt(0)) ?? [];
  list.push(piece);
  piecesByLetter.set(piece[0].charAt(0), list);
}

/** Several number words written as one: «nitreseksnull» → 9360. Undefined unless the whole word is used up. */
export function readGluedNumberWords(lower: string): string | undefined {
  if (lower.length < 4 || lower.length > 80 || !openings.has(lower.slice(0, 2))) return undefined;
  // Longest way to read each prefix; one pass over the word, a fixed number of pieces at each letter.
  const reached: (string | undefined)[] = [''];
  for (let at = 0; at < lower.length; at++) {
    const digits = reached[at];
    if (digits === undefined) continue;
    for (const [word, value] of piecesByLetter.get(lower.charAt(at)) ?? []) {
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
