import type { Coverage } from './coverage.ts';
import handleWords from './data/handle-words.json' with { type: 'json' };
import { type Add, type Chunk, chunksOf } from './handle-shapes.ts';
import { hint } from './hints.ts';
import { lexeme } from './lexicon.ts';
import type { Message, Sighting, Stretch } from './message.ts';
import { handleAfter, handleBefore, placedHandles, sendersOfMessages } from './announced-handles.ts';
import type { RuleId } from './rules.ts';
import { dottedHandles, dottedNames, namesWithDigits } from './shaped-handles.ts';
import { appCues } from './app-cues.ts';
import { unlistedHandles } from './unlisted-handles.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
/** «adda» and the like, behind which a handle may stand. */
export const addingWords = words(handleWords.addWords);
const linkWords = words(handleWords.linkWords);
const mention = /<@!?(\d{5,25})>/g;
const markup = /<(?:#|@&|a?:\w{1,40}:|t:-?|id:|sound:)[\w:-]{0,40}>/g;
const atName = /(?<![\p{L}\p{N}._@])@ ?[\p{L}\p{N}_][\p{L}\p{N}_.]{1,31}/gu;
const friendCode = /(?<![\p{L}\p{N}-])(?:SW-?)?\d{4}[- ]\d{4}[- ]\d{4}(?![\p{L}\p{N}-]| \d)/giu;
const everyone = /^@ ?(?:everyone|here|alle)$/i;

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
  const cues = appCues(message).filter((cue) => !coversToken(elsewhere, message, cue));
  if (text.includes('@')) {
    for (const match of text.matchAll(atName)) {
      let end = match.index + match[0].length;
      while ('._'.includes(text.charAt(end - 1))) end--;
      if (everyone.test(match[0])) kept.push({ start: match.index, end });
      else if (match[0].charAt(1) !== ' ' || cues.length > 0)
        add(match.index + (match[0].charAt(1) === ' ' ? 2 : 1), end, 'handle.at-sign');
    }
  }
  if ((message.open & hint.digits) !== 0) {
    friendCodes(message, add);
    snowflakes(message, add);
  }

  const adds = (message.said & hint.adding) !== 0;
  const app = message.view.lower.includes('appen');
  const shaped = /[_#]|xx|\p{L}\.?\d{2}|\p{L}\.\p{L}/u.test(message.view.lower);
  const senders = (message.said & hint.sent) !== 0;
  if (cues.length === 0 && !adds && !app && !shaped && !senders) return { found, kept };
  const chunks = chunksOf(message);
  if (senders) sendersOfMessages(message, chunks, add);
  if (shaped) {
    namesWithDigits(message, chunks, add);
    dottedNames(message, chunks, add);
    for (const chunk of chunks.values()) if (chunk.shape === 'certain') add(chunk.start, chunk.end, 'handle.shape');
  }
  for (const cue of cues) {
    handleAfter(message, chunks, cue, add);
    handleBefore(message, chunks, cue, add);
    placedHandles(message, chunks, cue, add);
  }
  if (adds)
    message.tokens.forEach(({ lower }, index) => {
      if (addingWords.has(lower)) handleAfter(message, chunks, index, add, true);
    });
  if (cues.length > 0 || app) dottedHandles(message, chunks, add);
  if (cues.length > 0) {
    spokenHandles(message, add);
    signInWords(message, chunks, add);
    unlistedHandles(message, chunks, cues, add);
  }
  found.push(...repeated(message, found));
  return { found, kept };
}

function coversToken(elsewhere: Coverage, { tokens }: Message, index: number): boolean {
  const token = tokens[index];
  return token !== undefined && elsewhere.touches(token.start, token.end);
}

function friendCodes(message: Message, add: Add): void {
  if (!/\d{4}[- ]\d{4}/.test(message.view.text)) return;
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
function spokenHandles(message: Message, add: Add): void {
  const { tokens, bits } = message;
  tokens.forEach((token, index) => {
    const opened = '([{<*'.includes(tokens[index - 1]?.text ?? ' ');
    const before = tokens[opened ? index - 2 : index - 1];
    const after = tokens[opened ? index + 2 : index + 1];
    if (token.kind !== 'word' || !linkWords.has(token.lower) || before === undefined || after === undefined) return;
    if (before.kind === 'mark' || after.kind === 'mark' || /^(?:com|no|net|org|tv)$/.test(after.lower)) return;
    const small = [index - 1, index + 1].every((at) => ((bits[at] ?? 0) & lexeme.functionWord) !== 0);
    if (small) return;
    if (linkWords.has(tokens[index - 2]?.lower ?? '')) return;
    let last = index + (opened ? 2 : 1);
    while (linkWords.has(tokens[last + 1]?.lower ?? '') && tokens[last + 2]?.kind !== 'mark') last += 2;
    // «bolle understrek knask nitti ni»
    while (isNumber(message, last + 1)) last++;
    add(before.start, (tokens[last] ?? after).end, 'handle.spoken');
  });
}

function isNumber({ tokens, hints }: Message, index: number): boolean {
  const token = tokens[index];
  return token?.kind === 'digits' || (token?.kind === 'word' && ((hints[index] ?? 0) & hint.wholeNumber) !== 0);
}

const atInWords = words('krøllalfa alfakrøll snabel-a snabela krøllalfaen');

// «alfakrøll bolleknask», «(a)bolleknask»
function signInWords({ tokens }: Message, chunks: ReadonlyMap<number, Chunk>, add: Add): void {
  tokens.forEach((token, index) => {
    const bracketed = token.text === ')' && /^(?:a|at|æt)$/.test(tokens[index - 1]?.lower ?? '');
    const opened = bracketed && tokens[index - 2]?.text === '(';
    if (!atInWords.has(token.lower) && !opened) return;
    const next = tokens[index + 1];
    const chunk = next?.kind === 'word' && !linkWords.has(next.lower) ? chunks.get(next.start) : undefined;
    if (chunk !== undefined) add(chunk.start, chunk.end, 'handle.at-sign');
  });
}

// A handle read once in a message is the same handle wherever it stands.
function repeated({ tokens, view }: Message, found: readonly Sighting[]): readonly Sighting[] {
  const known = new Set(
    found.map(({ start, end }) => view.lower.slice(start, end)).filter((handle) => handle.length >= 5),
  );
  if (known.size === 0) return [];
  return tokens.flatMap(({ kind, lower, start, end }) =>
    kind === 'word' && known.has(lower) && !found.some((it) => it.start <= start && end <= it.end)
      ? [{ start, end, kind: 'USERNAME', ruleId: 'handle.platform' } as const]
      : [],
  );
}
