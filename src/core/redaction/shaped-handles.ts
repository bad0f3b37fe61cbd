import handleWords from './data/handle-words.json' with { type: 'json' };
import { type Add, type Chunk, isMadeUp } from './handle-shapes.ts';
import { lexeme } from './lexicon.ts';
import type { Message } from './message.ts';
import { readGluedNumberWords } from './number-words.ts';
import { isPlatform } from './platform-words.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const counted = words(handleWords.counted);

/** «det er trygve.trx som sprer videoen på snap»: a dot or a digit inside a word no list holds, in a message about a platform. */
export function dottedHandles({ lexicon, view }: Message, chunks: ReadonlyMap<number, Chunk>, add: Add): void {
  for (const { start, end, shape } of chunks.values()) {
    if (shape !== 'likely') continue;
    const parts = view.lower.slice(start, end).split('.');
    const platform = isPlatform(view.lower.slice(start, end));
    const strange =
      !platform && parts.some((part) => (lexicon.of(part) & (lexeme.word | lexeme.place | lexeme.wellKnown)) === 0);
    const longEnough = end - start >= 5 && /\p{L}{3}/u.test(view.lower.slice(start, end));
    if (strange && longEnough && !/^\d/.test(view.text.charAt(start))) add(start, end, 'handle.platform');
  }
}

/** «isak2011», «emma.berg07»: a name nobody would take for a word, digits behind it; «nattravn.exe», «vaffel.x» and their like. */
export function namesWithDigits({ lexicon, view }: Message, chunks: ReadonlyMap<number, Chunk>, add: Add): void {
  for (const { start, end } of chunks.values()) {
    const whole = view.lower.slice(start, end);
    if (/^user\d{3,}$|^[\p{L}\d_]{3,30}\.(?:exe|zip|ttv|gg|x|xx|xo|xoxo|irl)$/u.test(whole)) {
      add(start, end, 'handle.shape');
      continue;
    }
    const handle = /^([\p{L}.]{4,30}?)\.?\d{2,4}$/u.exec(whole);
    if (handle?.[1] === undefined || readGluedNumberWords(handle[1]) !== undefined) continue;
    const known = handle[1].split('.').map((part) => lexicon.of(part));
    const unusual = known.every(
      (bits) => (bits & (lexeme.word | lexeme.place | lexeme.wellKnown)) === 0 || isMadeUp(bits),
    );
    const chosen = known.length === 1 && ((known[0] ?? 0) & lexeme.noun) !== 0 && !counted.has(handle[1]);
    if (unusual || chosen) add(start, end, 'handle.shape');
  }
}

const handlePiece = /^[\p{L}\d]{2,24}$/u;
const endingOfFilesAndHosts = /^(?:com|no|net|org|se|dk|tv|gg|io|me|exe|png|jpg|mp[34]|[hx]26[45])$/;

// «backup.tilde2», «n00r.notfound»: two pieces with a dot between, and a digit where neither a host nor a file has one.
function isDottedWithDigits(whole: string): boolean {
  const [first = '', second = '', ...more] = whole.split('.');
  if (more.length > 0 || first.length < 3 || !handlePiece.test(first) || !handlePiece.test(second)) return false;
  if (endingOfFilesAndHosts.test(second) || !/\p{L}{2}/u.test(whole)) return false;
  return /\d/.test(first) || (/\p{L}/u.test(second) && /\d/.test(second));
}

const contact = words(
  'dm dms dmer dmet melding meldinger meldingen profil profilen konto kontoen følger adda addet skrev skriver sender sendte bilder nudes chat chatten gruppechat kalte called bruker messages sending keeps',
);

/** «dm av slayqueen.oda», «melding fra tyst.natt»: two words with a dot between, one of them a name or in no list. */
export function dottedNames({ tokens, lexicon, view }: Message, chunks: ReadonlyMap<number, Chunk>, add: Add): void {
  const contacted = tokens.some(({ kind, lower }) => kind === 'word' && contact.has(lower));
  for (const { start, end, shape } of chunks.values()) {
    if (shape !== 'likely') continue;
    const whole = view.lower.slice(start, end);
    if (isDottedWithDigits(whole)) {
      add(start, end, 'handle.shape');
      continue;
    }
    if (!/^\p{L}{3,20}(?:\.\p{L}{3,20}){1,2}$/u.test(whole)) continue;
    const known = whole.split('.').map((part) => lexicon.of(part));
    // «hekta.paa.deg»: nobody writes two full stops in a row without a space.
    const sentence =
      known.length === 2 &&
      whole.split('.').some((part, at) => part.length <= 3 && ((known[at] ?? 0) & lexeme.functionWord) !== 0);
    if (sentence || known.every((bits) => (bits & lexeme.functionWord) !== 0)) continue;
    const name = known.some((bits) => (bits & lexeme.given) !== 0 && (bits & lexeme.word) === 0);
    const strange = contacted && known.some((bits) => bits === 0);
    const acts = /^ (?:la|sendte|sender|skrev|skriver|truer|trua|legger|la ut|posta|poster|spammer)(?!\p{L})/u.test(
      view.lower.slice(end, end + 10),
    );
    if (name || strange || acts || known.length === 3) add(start, end, 'handle.shape');
  }
}
