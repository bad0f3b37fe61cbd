import { lexeme } from './lexicon.ts';
import type { Message } from './message.ts';
import type { Token } from './tokens.ts';

/** A word token as a possible part of a name. */
export interface NamePart {
  readonly index: number;
  readonly token: Token;
  /** `lexeme` bits of the word without genitive ending and decoration. */
  readonly bits: number;
  /** The word so stripped, in lower case. */
  readonly base: string;
  /** View offset where the name ends; a genitive ending stays outside. */
  readonly end: number;
  /** A capital that carries information: not a shouted message, not a message in Title Case. */
  readonly capital: boolean;
  /** False for names only the wide list holds, written small: too many of them are words somewhere. */
  readonly listed: boolean;
  /** Nothing but a mark, «her» or the end follows. */
  readonly endsPhrase: boolean;
  /** The message reads as Norwegian. */
  readonly norwegian: boolean;
  /** The message reads as English. */
  readonly english: boolean;
}

const norwegianWords = new Set(
  'jeg eg æ er og ikke ikkje på det har som en ei at han hun ho med til av min mi mitt meg meir hva kva hvor'.split(
    ' ',
  ),
);
const englishWords = new Set("my the is are was were i'm im you he she they his and to of me it its it's a".split(' '));
const samiWords = new Set(
  'mun mon mu son sii dat leat ledje orrut orru ja go munnje munno maid manne gii gos eadni nama namma'.split(' '),
);
const leet: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', 8: 'b' };

/** Name parts by token index; undefined for tokens that cannot be part of a name. */
export function nameParts(
  message: Message,
  hidden: (start: number, end: number) => boolean,
): readonly (NamePart | undefined)[] {
  const { tokens, bits } = message;
  const { shouted, titled, norwegian, english } = toneOf(message);
  return tokens.map((token, index) => {
    if (token.kind !== 'word' || hidden(token.start, token.end)) return undefined;
    const cased =
      token.casing === 'title' ||
      (token.casing === 'upper' && token.text.length > 1) ||
      (token.casing === 'mixed' && /^\p{Lu}/u.test(token.text));
    const capital = cased && !titled && !(shouted && token.casing === 'upper');
    if (token.lower === 'lea' && !capital && !norwegian && isSami(message)) return undefined;
    const next = tokens[index + 1];
    const endsPhrase = next === undefined || next.kind === 'mark' || next.lower === 'her' || next.line > token.line;
    const whole = bits[index] ?? 0;
    const asWritten = (whole & inLists) !== 0 && !message.reversed && !token.lower.includes('-');
    const word = asWritten ? { bits: whole, base: token.lower, end: token.end } : takenApart(message, index, capital);
    return {
      index,
      token,
      bits: word.bits,
      base: word.base,
      end: word.end,
      capital,
      listed:
        capital || (word.bits & lexeme.rare) === 0 || word.base.length >= 6 || (norwegian && word.base.length >= 5),
      endsPhrase,
      norwegian,
      english,
    };
  });
}

const inLists = lexeme.given | lexeme.surname | lexeme.word;

interface Tone {
  readonly shouted: boolean;
  readonly titled: boolean;
  readonly norwegian: boolean;
  readonly english: boolean;
}

function toneOf({ tokens }: Message): Tone {
  let words = 0;
  let upper = 0;
  let title = 0;
  for (const { kind, casing } of tokens) {
    if (kind !== 'word') continue;
    words++;
    if (casing === 'upper') upper++;
    else if (casing === 'title') title++;
  }
  const norwegian = tokens.some(({ lower }) => norwegianWords.has(lower));
  return {
    shouted: words >= 3 && upper * 2 > words,
    titled: words >= 5 && title * 10 > words * 7,
    norwegian,
    english: !norwegian && tokens.some(({ lower }) => englishWords.has(lower)),
  };
}

function isSami({ tokens }: Message): boolean {
  return tokens.some(({ lower }) => samiWords.has(lower) || /[áčđŋšŧž]/.test(lower));
}

// What lies in a word beyond the lists: read backwards, by the parts around its hyphen, without a genitive, or as it sounds.
function takenApart(message: Message, index: number, capital: boolean): Pick<NamePart, 'bits' | 'base' | 'end'> {
  const token = message.tokens[index];
  if (token === undefined) return { bits: 0, base: '', end: 0 };
  const whole = message.bits[index] ?? 0;
  const look = message.lexicon.of;
  const of = (bits: number, base: string, end = token.end): Pick<NamePart, 'bits' | 'base' | 'end'> => ({
    bits,
    base,
    end,
  });
  if (message.reversed && token.text.length >= 3 && (whole & lexeme.functionWord) === 0) {
    const mirrored = Array.from(token.lower).reverse().join('');
    const bits = look(mirrored);
    if ((bits & lexeme.given) !== 0 && (bits & lexeme.word) === 0) return of(bits & ~lexeme.rare, mirrored);
  }
  const joined = hyphenated(token.lower, look);
  if ((joined & lexeme.given) !== 0) return of(joined, token.lower);
  if ((whole & inLists) !== 0) return of(whole, token.lower);
  const stripped = withoutGenitive(token.lower);
  if (stripped !== undefined) {
    const bits = look(stripped);
    const strong = (bits & lexeme.given) !== 0 && ((bits & lexeme.word) === 0 || capital) && stripped.length >= 3;
    if (strong) return of(bits, stripped, isOwner(message, index) ? token.start + stripped.length : token.end);
    if (whole === 0 && (bits & lexeme.place) !== 0) return of(bits, stripped);
  }
  const owner = whole === 0 ? /^(\p{L}{3,20})s(?:in|itt|ine|i)$/u.exec(token.lower)?.[1] : undefined;
  if (owner !== undefined) {
    const bits = look(owner);
    if ((bits & lexeme.given) !== 0 && (bits & (lexeme.word | lexeme.rare)) === 0)
      return of(bits, owner, token.start + owner.length);
  }
  if (whole !== 0) return of(whole, token.lower);
  for (const variant of variants(token.lower)) {
    const bits = look(variant);
    if ((bits & lexeme.given) !== 0 && (bits & (lexeme.word | lexeme.rare)) === 0) return of(bits, variant);
    if ((bits & lexeme.word) !== 0) return of(bits, variant);
  }
  return of(joined, token.lower);
}

// «Karis mobil»: something owned follows. «jeg heter Rimas og»: the s belongs to the name.
function isOwner({ tokens, bits }: Message, index: number): boolean {
  const next = tokens[index + 1];
  return next?.kind === 'word' && ((bits[index + 1] ?? 0) & lexeme.functionWord) === 0;
}

function withoutGenitive(lower: string): string | undefined {
  if (lower.endsWith("'s") || lower.endsWith('’s')) return lower.slice(0, -2);
  return lower.endsWith('s') && lower.length >= 4 ? lower.slice(0, -1) : undefined;
}

/** Other spellings a list may hold: «ulr1k», «jonaaas», «J0NAS». */
function variants(lower: string): readonly string[] {
  const list: string[] = [];
  if (/\p{L}\d|\d\p{L}|[$]/u.test(lower) && !/\d{2}/.test(lower)) {
    const plain = lower.replace(/[0134578]/g, (digit) => leet[digit] ?? digit).replaceAll('$', 's');
    list.push(plain, plain.replace(/i/g, 'l'), plain.replace(/ø/g, 'o').replace(/[åæ]/g, 'a'));
  }
  if (/(.)\1\1/u.test(lower)) list.push(lower.replace(/(.)\1{2,}/gu, '$1'), lower.replace(/(.)\1{2,}/gu, '$1$1'));
  return list;
}

const nicknamed = /^(?:lille|vesle|lill|store|big|gamle)-/;

function hyphenated(lower: string, look: (lower: string) => number): number {
  if (!lower.includes('-')) return 0;
  const bits = lower.split('-').map(look);
  // «lille-eva», «jan-erik»: a name no word shares decides, whatever stands before it.
  const last = bits.at(-1) ?? 0;
  if ((last & lexeme.given) !== 0 && (last & (lexeme.word | lexeme.rare | lexeme.place)) === 0) return lexeme.given;
  if ((last & lexeme.given) !== 0 && nicknamed.test(lower)) return lexeme.given;
  if (bits.every((bit) => (bit & lexeme.given) !== 0)) return lexeme.given;
  if (bits.every((bit) => (bit & (lexeme.surname | lexeme.given)) !== 0)) return lexeme.surname;
  return bits.some((bit) => (bit & lexeme.word) !== 0) ? lexeme.word : 0;
}
