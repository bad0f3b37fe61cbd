import handleWords from './data/handle-words.json' with { type: 'json' };
import { type Add, type Chunk, isMadeUp } from './handle-shapes.ts';
import { hint } from './hints.ts';
import { lexeme } from './lexicon.ts';
import type { Message } from './message.ts';
import { isPlatform } from './platform-words.ts';
import type { Token } from './tokens.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const accountWords = words(handleWords.accountWords);
const fillers = words(handleWords.fillers);
const announcers = words(handleWords.announcers);
const naming = words(handleWords.naming);
/** What comes from a handle: «dm», «story». */
export const sentThings = words(handleWords.messages);
const handleTails = handleWords.handleTails.split(' ');
const copulas = words('er e heter heiter is lea');
const afterName = words('på som er e is on i lea');

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
    if (!sentThings.has(sent) || (tokens[index - 1]?.lower === 'av' && /^(?:bild|video|nudes|snap)/.test(sent))) return;
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
  if (madeUp && stands && chunk !== undefined && !/(?:er|te|et|ing|inga|ingen)$/.test(token.lower))
    add(chunk.start, chunk.end, 'handle.platform');
}
