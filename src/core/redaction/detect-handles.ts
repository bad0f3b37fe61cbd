import type { Coverage } from './coverage.ts';
import { cueWords } from './cue-words.ts';
import { readableLeet } from './leet.ts';
import { lexeme } from './lexicon.ts';
import type { Message, Sighting, Stretch } from './message.ts';
import type { RuleId } from './rules.ts';
import type { Token } from './tokens.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const platforms = cueWords(
  'gt fifa eafc ea origin ubisoft uplay siege r6 apex warzone cod lol league csgo cs2 dota hayday hay-day clashroyale royale pubg rust fivem vrchat recroom stumble amongus geoguessr hypixel valorantnavn spillernavn gmail hotmail outlook icloud snap snapchat snappen snapen snapchatten snapper snapp snæp sc insta instaen instagram instagramen ig tiktok tiktoken tik-tok tt discord discorden disc dc psn xbox gamertag gamertagen gamertagg epic epic-brukeren epicbruker fortnite roblox robloxbruker steam steamid steam-id steamnavn twitch kik telegram bereal be-real minecraft mc valorant val valo brawl brawlstars clash wickr yubo vsco twitter reddit youtube yt facebook fb messenger brukernavn brukarnamn brukernavnet brukarnamnet username user usernamet ingame ign in-game riot riotid battletag battlenet nick nicket nickname tag handle kontoen brukeren brukaren skype signal threads tellonym jodel spotify duolingo chess osrs runescape pokemongo rocketleague osu genshin snap-en insta-en snapnavn instanavn insta-navn snap-navn tiktok-navn discordnavn discord-navn jeevnnes geavaheaddji snapa snapkonto instakonto instabruker snapbruker tiktokbruker tiktok-bruker tiktokkonto alias spillnavn',
);
const fillers = words(
  'min mi mitt mine meg min sin si sitt heter heiter heite er e navn navnet namn namnet brukernavn brukernavnet bruker brukeren brukar konto kontoen hans hennes hennar jeg eg æ han hun ho hu hen på is name my the å legg legge til add adda adde adder me us ja har en ein ei et nei men og den det som der her nå no under som: kaller kalles kallast seg uttales skrives staves følg følge følger follow følgte finn finner finne du meg oss send sende heiter the his her its was called at da jo visst tror mæ mæi lea mu nama namma så bare with med via or eller også søk søke opp inviter',
);
const addCues = words(
  'bruker legg leggtil folg søk finn blokker rapporter report adda adde adder add addet følg følge follow inviter',
);
const linkWords = words('punktum prikk dot understrek underscore strek bindestrek');
const announcers = words(
  'heter heiter hete heite hette sæ mæ seg meg named called kalles kalla kalte som as finn inviter : til add adda adde følg follow konto kontoen brukeren',
);
const accountWords = words(
  'brukernavn brukarnamn brukernavnet brukarnamnet username user brukeren brukaren kontoen profilen gamertag gamertagen gamertagg nick nicket nickname handle alias ign spillnavn spillernavn battletag riotid snapnavn instanavn',
);
const naming = words('heter heiter hete heite hette sæ seg kalles kalla kalte named called');
const afterName = words('på som er e is on i lea');
const chunkPattern = /[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]{0,38}[\p{L}\p{N}_])?(?:#[A-Z\d]{2,5}(?![\p{L}\p{N}]))?/gu;
const mention = /<@!?(\d{5,25})>/g;
const markup = /<(?:#|@&|a?:\w{1,40}:|t:-?|id:|sound:)[\w:-]{0,40}>/g;
const atName = /(?<![\p{L}\p{N}._@])@ ?[\p{L}\p{N}_][\p{L}\p{N}_.]{1,31}/gu;
const friendCode = /(?<![\p{L}\p{N}-])(?:SW-?)?\d{4}[- ]\d{4}[- ]\d{4}(?![\p{L}\p{N}-]| \d)/giu;
const everyone = /^@ ?(?:everyone|here|alle)$/i;

type Shape = 'certain' | 'likely' | 'plain';

/**
 * Handles: mentions, «@name», old Discord tags, friend codes, and names tied to a platform. Markup comes back as `kept`.
 * @param elsewhere e-mail addresses and links, where the name of a platform announces nothing
 */
export function detectHandles(
  message: Message,
  elsewhere: Coverage,
): { readonly found: readonly Sighting[]; readonly kept: readonly Stretch[] } {
  const { text } = message.view;
  const found: Sighting[] = [];
  const kept: Stretch[] = [];
  const add = (start: number, end: number, ruleId: RuleId): void => {
    found.push({ start, end, kind: 'USERNAME', ruleId });
  };
  if (text.includes('<')) {
    for (const match of text.matchAll(mention))
      add(match.index + match[0].search(/\d/), match.index + match[0].length - 1, 'handle.mention');
    for (const match of text.matchAll(markup)) kept.push({ start: match.index, end: match.index + match[0].length });
  }
  const cues = message.tokens.flatMap((token, index) =>
    token.kind === 'word' &&
    (isPlatform(token.lower) || (token.lower === 'bruker' && message.tokens[index + 1]?.text === ':')) &&
    !elsewhere.touches(token.start, token.end)
      ? [index]
      : [],
  );
  if (text.includes('@')) {
    for (const match of text.matchAll(atName)) {
      let end = match.index + match[0].length;
      while ('._'.includes(text.charAt(end - 1))) end--;
      if (everyone.test(match[0])) kept.push({ start: match.index, end });
      else if (match[0].charAt(1) !== ' ' || cues.length > 0)
        add(match.index + (match[0].charAt(1) === ' ' ? 2 : 1), end, 'handle.at-sign');
    }
  }
  if (text.includes('-') || /\d{4} \d{4}/.test(text)) friendCodes(message, add);
  snowflakes(message, add);

  const adds = message.tokens.some(({ lower }) => addCues.has(lower));
  const app = message.view.lower.includes('appen');
  const shaped = /[_#]|xx|\p{L}\.?\d{2}/u.test(message.view.lower);
  if (cues.length === 0 && !adds && !app && !shaped) return { found, kept };
  const chunks = chunksOf(message);
  if (shaped) namesWithDigits(message, chunks, add);
  for (const chunk of chunks.values()) if (chunk.shape === 'certain') add(chunk.start, chunk.end, 'handle.shape');
  for (const cue of cues) {
    handleAfter(message, chunks, cue, add);
    handleBefore(message, chunks, cue, add);
  }
  if (adds)
    message.tokens.forEach(({ lower }, index) => {
      if (addCues.has(lower)) handleAfter(message, chunks, index, add, true);
    });
  if (cues.length > 0 || app) dottedHandles(message, chunks, add);
  if (cues.length > 0) spokenHandles(message, add);
  return { found, kept };
}

type Add = (start: number, end: number, ruleId: RuleId) => void;

/** True for words that announce a name on a platform. */
export function isPlatform(lower: string): boolean {
  return (
    platforms.has(lower) ||
    (lower.includes('-') && lower.split('-').some((part) => part !== 'x' && platforms.has(part))) ||
    (disguised.test(lower) && platforms.has(undisguised(lower)))
  );
}

// «sn4p», «1nsta», «snaaap»
const disguised = /^\p{L}+\d\p{L}+$|^\d\p{L}{3,}$|(\p{L})\1\1/u;

function undisguised(lower: string): string {
  return readableLeet(lower.replace(/^1/, 'i').replace('tikt0k', 'tiktok')).replace(/(\p{L})\1{2,}/gu, '$1');
}

interface Chunk {
  readonly start: number;
  readonly end: number;
  readonly shape: Shape;
}

// «gulrotkongen»: two words put together by whoever chose the name.
function isMadeUp(bits: number): boolean {
  return (bits & lexeme.compound) !== 0;
}

function chunksOf({ view: { text } }: Message): ReadonlyMap<number, Chunk> {
  const chunks = new Map<number, Chunk>();
  for (const match of text.matchAll(chunkPattern)) {
    const lead = /^_{1,3}/.exec(match[0])?.[0].length ?? 0;
    const start = match.index + (match[0].startsWith('__') ? lead : 0);
    const whole = text.slice(start, match.index + match[0].length);
    const handle = lead >= 2 ? whole.replace(/_{1,3}$/, '') : whole;
    if (handle.length < 2) continue;
    chunks.set(start, { start, end: start + handle.length, shape: shapeOf(handle) });
  }
  return chunks;
}

function shapeOf(handle: string): Shape {
  if (/#[A-Z\d]{2,5}$/i.test(handle) || /[\p{L}\p{N}]_{1,3}[\p{L}\p{N}]/u.test(handle))
    return /\p{L}/u.test(handle) ? 'certain' : 'plain';
  if (/^xx.{2,30}xx$/i.test(handle)) return 'certain';
  if (/\p{L}/u.test(handle) && /\d|_/.test(handle)) return 'likely';
  if (/\p{L}\.\p{L}/u.test(handle) || /\p{Ll}\p{Lu}/u.test(handle)) return 'likely';
  return 'plain';
}

function ends(token: Token, next: Token | undefined): boolean {
  return token.kind === 'mark' && '.!?'.includes(token.text) && next?.start !== token.end;
}

function handleAfter(
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
    const chunk = chunks.get(token.start);
    const listed =
      ((bits[at] ?? 0) & (lexeme.word | lexeme.wellKnown)) !== 0 && chunk !== undefined && chunk.end === token.end;
    if (chunk !== undefined && chunk.shape !== 'plain' && !listed) {
      add(chunk.start, chunk.end, 'handle.platform');
      return;
    }
    if (isPlatform(token.lower) && !blocked) continue;
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
    const unknown = madeUp && token.text.length >= 3;
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
    if (chunk !== undefined && (sure || plainButSet)) {
      add(chunk.start, chunk.end, 'handle.platform');
      return;
    }
    blocked = true;
    if (skipped > 4) return;
  }
}

// «brage_brr er snapen», «heter ostepopops på val», «someone named xxnattravnxx on minecraft»
function handleBefore(message: Message, chunks: ReadonlyMap<number, Chunk>, cue: number, add: Add): void {
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
  if (chunk.shape !== 'plain' || (named && unknown && !/(?:er|te|et)$/.test(last.lower)))
    add(chunk.start, chunk.end, 'handle.platform');
}

function chunkAround(chunks: ReadonlyMap<number, Chunk>, place: number): Chunk | undefined {
  for (let start = place; start >= 0 && start > place - 40; start--) {
    const chunk = chunks.get(start);
    if (chunk !== undefined) return place < chunk.end ? chunk : undefined;
  }
  return undefined;
}

// «det er trygve.trx som sprer videoen på snap»: a dot or a digit inside a word no list holds, in a message about a platform.
function dottedHandles({ lexicon, view }: Message, chunks: ReadonlyMap<number, Chunk>, add: Add): void {
  for (const { start, end, shape } of chunks.values()) {
    if (shape !== 'likely') continue;
    const parts = view.lower.slice(start, end).split('.');
    const strange = parts.some((part) => (lexicon.of(part) & (lexeme.word | lexeme.place | lexeme.wellKnown)) === 0);
    const longEnough = end - start >= 5 && /\p{L}{3}/u.test(view.lower.slice(start, end));
    if (strange && longEnough && !/^\d/.test(view.text.charAt(start))) add(start, end, 'handle.platform');
  }
}

// «isak2011», «emma.berg07»: a name nobody would take for a word, digits behind it.
function namesWithDigits({ lexicon, view }: Message, chunks: ReadonlyMap<number, Chunk>, add: Add): void {
  for (const { start, end } of chunks.values()) {
    const handle = /^([\p{L}.]{4,30}?)\.?\d{2,4}$/u.exec(view.lower.slice(start, end));
    if (handle?.[1] === undefined) continue;
    const known = handle[1].split('.').map((part) => lexicon.of(part));
    const unusual = known.every((bits) => (bits & (lexeme.word | lexeme.place | lexeme.wellKnown)) === 0);
    if (unusual) add(start, end, 'handle.shape');
  }
}

function friendCodes(message: Message, add: Add): void {
  for (const match of message.view.text.matchAll(friendCode)) {
    const cued =
      /^sw/i.test(match[0]) || /vennekode|friend ?code|venne ?kode|switch|nintendo|3ds/.test(message.view.lower);
    if (cued) add(match.index, match.index + match[0].length, 'handle.friend-code');
  }
}

const userIdCues = words('bruker-id brukerid bruker-id-en user-id userid discord-id discordid id-en');

function snowflakes({ tokens }: Message, add: Add): void {
  tokens.forEach((token, index) => {
    if (token.kind !== 'digits' || token.text.length < 15 || token.text.length > 20) return;
    for (let at = index - 1; at >= Math.max(0, index - 8); at--) {
      const lower = tokens[at]?.lower ?? '';
      if (/server|kanal|channel|guild|melding|message|rolle|role/.test(lower)) return;
      if (userIdCues.has(lower) || (lower === 'id' && /bruker|user|min|my/.test(tokens[at - 1]?.lower ?? ''))) {
        add(token.start, token.end, 'handle.user-id');
        return;
      }
    }
  });
}

// «guro punktum gru» near a platform
function spokenHandles({ tokens }: Message, add: Add): void {
  tokens.forEach((token, index) => {
    const before = tokens[index - 1];
    const after = tokens[index + 1];
    if (token.kind !== 'word' || !linkWords.has(token.lower) || before === undefined || after === undefined) return;
    if (before.kind === 'mark' || after.kind === 'mark') return;
    const more = linkWords.has(tokens[index + 2]?.lower ?? '') ? tokens[index + 3] : undefined;
    add(before.start, (more ?? after).end, 'handle.spoken');
  });
}
