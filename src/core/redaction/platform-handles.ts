import handleWords from './data/handle-words.json' with { type: 'json' };
import type { Chunk } from './handle-shapes.ts';
import { hint } from './hints.ts';
import { lexeme } from './lexicon.ts';
import type { Message } from './message.ts';
import { isPlatform } from './platform-words.ts';
import type { RuleId } from './rules.ts';
import type { Token } from './tokens.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const accountWords = words(handleWords.accountWords);
const fillers = words(handleWords.fillers);
const announcers = words(handleWords.announcers);
const naming = words(handleWords.naming);
const counted = words(handleWords.counted);
const messages = words(handleWords.messages);
const handleTails = handleWords.handleTails.split(' ');
const copulas = words('er e heter heiter is lea');
const afterName = words('på som er e is on i lea');

/** Takes a handle that was found. View offsets. */
export type Add = (start: number, end: number, ruleId: RuleId) => void;

// «gulrotkongen»: two words put together by whoever chose the name.
function isMadeUp(bits: number): boolean {
  return (bits & lexeme.compound) !== 0;
}

function ends(token: Token, next: Token | undefined): boolean {
  return token.kind === 'mark' && '.!?'.includes(token.text) && next?.start !== token.end;
}

/** The handle behind the word `cue` for a platform or, with `addsTo`, behind a word like «adda». */
export function handleAfter(
  message: Message,
  chunks: ReadonlyMap<number, Chunk>,
  cue: number,
  add: Add,
  addsTo = false,
): void {
  const { tokens, bits } = message;
  let skipped = 0;
  let announced = false;
  let blocked = false;
  for (let at = cue + 1; at < tokens.length && at <= cue + 12; at++) {
    const token = tokens[at];
    if (token === undefined || ends(token, tokens[at + 1])) return;
    if (token.line > (tokens[cue]?.line ?? 0)) return;
    if (token.kind === 'mark' && token.text !== '_') {
      if (':=@-"`'.includes(token.text)) announced = true;
      continue;
    }
    const joined = announced && accountWords.has(tokens[cue]?.lower ?? '') ? joinedBySigns(message, token.start) : 0;
    if (joined > 0) {
      add(token.start, joined, 'handle.platform');
      return;
    }
    const chunk = chunks.get(token.start);
    const listed =
      ((bits[at] ?? 0) & (lexeme.word | lexeme.wellKnown)) !== 0 && chunk !== undefined && chunk.end === token.end;
    if (
      chunk !== undefined &&
      chunk.shape !== 'plain' &&
      !listed &&
      !isPlatform(message.view.lower.slice(chunk.start, chunk.end))
    ) {
      add(chunk.start, chunk.end, 'handle.platform');
      return;
    }
    if (((message.hints[at] ?? 0) & hint.platform) !== 0 && !blocked) continue;
    if (copulas.has(token.lower) && at <= cue + 5) blocked = false;
    if (fillers.has(token.lower)) {
      if (token.lower !== 'har' && token.lower !== 'på') announced = true;
      skipped++;
      continue;
    }
    if (blocked || token.kind !== 'word') {
      blocked = true;
      continue;
    }
    const known = bits[at] ?? 0;
    const madeUp = (known & (lexeme.word | lexeme.place | lexeme.wellKnown)) === 0 || isMadeUp(known);
    const several = announced && token.casing === 'title' && titleRunEnd(message, at) > token.end;
    const unknown = (madeUp || several) && token.text.length >= 3;
    const last =
      at === tokens.length - 1 || tokens[at + 1]?.kind === 'mark' || (tokens[at + 1]?.line ?? 0) > token.line;
    const pointed = at === cue + 1 && accountWords.has(tokens[cue]?.lower ?? '');
    // «snap: sommer»: right behind a colon even a plain word is a handle.
    const plainButSet =
      last &&
      ':='.includes(tokens[at - 1]?.text ?? ' ') &&
      at === cue + 2 &&
      (known & lexeme.functionWord) === 0 &&
      (known & lexeme.noun) !== 0;
    const sure = addsTo
      ? unknown && (known === 0 || skipped > 0 || last) && !/(?:er|et|te)$/.test(token.lower)
      : unknown && ((announced && skipped <= 5) || (last && skipped <= 1) || pointed);
    // Nobody spells a plain word letter by letter.
    const spelled = announced && message.view.spelled.some((it) => it.start <= token.start && token.end <= it.end);
    const called =
      naming.has(tokens[at - 1]?.lower ?? '') && (known & (lexeme.functionWord | lexeme.given)) === 0 && announced;
    const owned =
      last &&
      announced &&
      (known & lexeme.noun) !== 0 &&
      (known & lexeme.functionWord) === 0 &&
      isOwned(message, cue, at);
    if (chunk !== undefined && (sure || plainButSet || spelled || owned || called)) {
      add(chunk.start, Math.max(chunk.end, titleRunEnd(message, at)), 'handle.platform');
      return;
    }
    blocked = true;
    if (skipped > 4) return;
  }
}

// «bare|luft|og|kaffe»: at least three pieces with the same sign between them. Answers where the last one ends, or 0.
function joinedBySigns({ view }: Message, start: number): number {
  const sign = /^[\p{L}\p{N}]{1,20}([|+*~/])[\p{L}\p{N}]/u.exec(view.text.slice(start, start + 24))?.[1];
  if (sign === undefined) return 0;
  let end = start;
  let pieces = 0;
  for (const piece of view.text
    .slice(start, start + 60)
    .split(/\s/u)[0]
    ?.split(sign) ?? []) {
    const length = /^[\p{L}\p{N}]{0,20}/u.exec(piece)?.[0].length ?? 0;
    end += length + (pieces > 0 ? 1 : 0);
    pieces++;
    if (length < piece.length) break;
  }
  return pieces >= 3 ? end : 0;
}

/** The handle before the word `cue` for a platform: «brage_brr er snapen», «heter ostepopops på val», «someone named xxnattravnxx on minecraft». */
export function handleBefore(message: Message, chunks: ReadonlyMap<number, Chunk>, cue: number, add: Add): void {
  const { tokens, bits } = message;
  let at = cue - 1;
  let link = false;
  let calling = false;
  while (
    at >= 0 &&
    cue - at <= 4 &&
    (tokens[at]?.kind === 'mark' || afterName.has(tokens[at]?.lower ?? '') || fillers.has(tokens[at]?.lower ?? ''))
  ) {
    if (afterName.has(tokens[at]?.lower ?? '')) link = true;
    if (/^(?:heter|heiter|hete|heite|hette|kalles|kallast|kalla|kalte|kaller)$/.test(tokens[at]?.lower ?? ''))
      calling = true;
    at--;
  }
  if (!link || at < 0) return;
  const last = tokens[at];
  if (last === undefined) return;
  const chunk = chunkAround(chunks, last.start);
  if (chunk === undefined) return;
  let lead = at;
  while (lead >= 0 && (tokens[lead]?.start ?? 0) >= chunk.start) lead--;
  const before = (tokens[lead]?.end ?? -9) >= chunk.start - 2 ? tokens[lead] : undefined;
  const named = calling || announcers.has(before?.lower ?? '');
  const known = bits[at] ?? 0;
  const unknown =
    (known & (lexeme.word | lexeme.place | lexeme.wellKnown)) === 0 ||
    ((calling || naming.has(before?.lower ?? '')) && isMadeUp(known));
  if (chunk.shape !== 'plain' || (named && unknown && (calling || !/(?:er|te|et)$/.test(last.lower))))
    add(chunk.start, chunk.end, 'handle.platform');
}

function chunkAround(chunks: ReadonlyMap<number, Chunk>, place: number): Chunk | undefined {
  for (let start = place; start >= 0 && start > place - 40; start--) {
    const chunk = chunks.get(start);
    if (chunk !== undefined) return place < chunk.end ? chunk : undefined;
  }
  return undefined;
}

/** «dm fra fjelldronninga: …», «story fra kebabkongen»: who a message on a platform came from, where no list holds the word. */
export function sendersOfMessages({ tokens, bits }: Message, chunks: ReadonlyMap<number, Chunk>, add: Add): void {
  tokens.forEach((token, index) => {
    if (token.kind !== 'word' || token.text.length < 4) return;
    if (!/^(?:fra|frå|av|from|by)$/.test(tokens[index - 1]?.lower ?? '')) return;
    const sent = tokens[index - 2]?.lower ?? '';
    if (!messages.has(sent) || (tokens[index - 1]?.lower === 'av' && /^(?:bild|video|nudes|snap)/.test(sent))) return;
    const chunk = chunks.get(token.start);
    if (chunk === undefined) return;
    const known = bits[index] ?? 0;
    const shaped = chunk.shape !== 'plain' && chunk.end > token.end;
    const madeUp =
      isMadeUp(known) &&
      (tokens[index + 1]?.text === ':' ||
        handleTails.some((tail) => token.lower.endsWith(tail) && token.lower !== tail));
    if (shaped || known === 0 || madeUp) add(chunk.start, chunk.end, 'handle.sender');
  });
}

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

/** «isak2011», «emma.berg07»: a name nobody would take for a word, digits behind it; «nattravn.exe» and its like. */
export function namesWithDigits({ lexicon, view }: Message, chunks: ReadonlyMap<number, Chunk>, add: Add): void {
  for (const { start, end } of chunks.values()) {
    const whole = view.lower.slice(start, end);
    if (/^user\d{3,}$|^[\p{L}\d_]{3,30}\.(?:exe|zip|ttv|gg|xo)$/u.test(whole)) {
      add(start, end, 'handle.shape');
      continue;
    }
    const handle = /^([\p{L}.]{4,30}?)\.?\d{2,4}$/u.exec(whole);
    if (handle?.[1] === undefined) continue;
    const known = handle[1].split('.').map((part) => lexicon.of(part));
    const unusual = known.every(
      (bits) => (bits & (lexeme.word | lexeme.place | lexeme.wellKnown)) === 0 || isMadeUp(bits),
    );
    const chosen = known.length === 1 && ((known[0] ?? 0) & lexeme.noun) !== 0 && !counted.has(handle[1]);
    if (unusual || chosen) add(start, end, 'handle.shape');
  }
}

// «snappen min er pannekake»
function isOwned({ tokens }: Message, cue: number, at: number): boolean {
  return tokens
    .slice(cue + 1, at)
    .some(({ lower }) => /^(?:min|mi|mitt|hans|hennes|hennar|sin|si|my|his|her)$/.test(lower));
}

// «Big Moha»: a handle of several words with capitals.
function titleRunEnd({ tokens }: Message, at: number): number {
  if (tokens[at]?.casing !== 'title') return 0;
  let last = at;
  while (
    last < at + 3 &&
    tokens[last + 1]?.start === (tokens[last]?.end ?? 0) + 1 &&
    (tokens[last + 1]?.casing === 'title' || tokens[last + 1]?.kind === 'digits')
  )
    last++;
  return tokens[last]?.end ?? 0;
}

/** The word right before «på snap», where a person stands: «blomsterpike på tellonym», «ut på fjortisinfo på snap». */
export function placedHandles(message: Message, chunks: ReadonlyMap<number, Chunk>, cue: number, add: Add): void {
  const { tokens, bits } = message;
  const at = cue - 2;
  const token = tokens[at];
  if (!/^(?:på|on)$/.test(tokens[cue - 1]?.lower ?? '') || token === undefined) return;
  if (token.kind === 'digits') {
    // «jeg er Kaptein Krok 7 på psn»
    let first = at;
    while (first > at - 4 && tokens[first - 1]?.casing === 'title' && tokens[first - 1]?.opensSentence === false)
      first--;
    if (first < at) add(tokens[first]?.start ?? token.start, token.end, 'handle.platform');
    return;
  }
  if (token.kind !== 'word' || token.text.length < 4) return;
  const known = bits[at] ?? 0;
  const madeUp = (known & (lexeme.word | lexeme.place | lexeme.wellKnown)) === 0 || isMadeUp(known);
  const before = tokens[at - 1];
  const stands =
    before === undefined ||
    ['på', 'fra', 'frå', 'til', 'av', 'med', 'from', 'by', 'with', 'mot'].includes(before.lower);
  const chunk = chunkAround(chunks, token.start);
  if (madeUp && stands && chunk !== undefined && !/(?:er|te|et)$/.test(token.lower))
    add(chunk.start, chunk.end, 'handle.platform');
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
    const small = whole
      .split('.')
      .some((part, at) => part.length <= 3 && ((known[at] ?? 0) & lexeme.functionWord) !== 0);
    if (small) continue;
    const name = known.some((bits) => (bits & lexeme.given) !== 0 && (bits & lexeme.word) === 0);
    const strange = contacted && known.some((bits) => bits === 0);
    const acts = /^ (?:la|sendte|sender|skrev|skriver|truer|trua|legger|la ut|posta|poster|spammer)(?!\p{L})/u.test(
      view.lower.slice(end, end + 10),
    );
    if (name || strange || acts) add(start, end, 'handle.shape');
  }
}
