/**
 * Words of people, made safe to show: nothing in them acts as markdown, mention, link, heading or a change of reading
 * direction. What is left reads as it was written.
 */

/** Invisible characters that turn the reading direction or hide text, and control characters other than line breaks. */
const invisible =
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;
const lineBreaks = /\r\n|[\r\v\f\u0085\u2028\u2029]/gu;

/** Everything Discord could read as formatting, anywhere in a line. */
const active = /[\\`*_~|[\]()<>@#]/gu;
/** A colon that could begin a link or an emoji name; not the one in «18:30» standing alone. */
const actingColon = /:(?=[/\p{L}\p{N}_+-])(?!(?<=(?<![\p{N}:])\p{N}{1,2}:)\p{N}{2}(?![\p{L}\p{N}:_+-]))/gu;
/** «-», «+» and «1.» begin lists at the start of a line. */
const listStart = /^(\s*)([-+])(?=\s|$|#)/gmu;
const numberedStart = /^(\s*\d+)\.(?=\s|$)/gmu;

const tidy = (text: string): string =>
  text
    .replaceAll(lineBreaks, '\n')
    .replaceAll('\t', ' ')
    .replaceAll(invisible, '')
    .replaceAll(/\n[^\S\n]*(?:\n[^\S\n]*){2,}/gu, '\n\n')
    .trim();

const escaped = (text: string): string =>
  text
    .replaceAll(active, '\\$&')
    .replaceAll(actingColon, '\\:')
    .replaceAll(listStart, '$1\\$2')
    .replaceAll(numberedStart, '$1\\.');

/** For a place inside a sentence of ours, such as a name: one line, nothing acts. */
export const inline = (text: string): string => escaped(tidy(text).replaceAll(/\s+/gu, ' '));

const link = /https?:\/\/[^\s<>()[\]\\|*`]+/gu;

/** Staff's own words to a sender: nothing acts except plain web addresses, which stay links. */
export function staffWords(text: string): string {
  const words = tidy(text);
  let shown = '';
  let from = 0;
  for (const match of words.matchAll(link)) {
    shown += escaped(words.slice(from, match.index)) + match[0];
    from = match.index + match[0].length;
  }
  return shown + escaped(words.slice(from));
}

/**
 * A sender's words as quote blocks of at most `limit` UTF-16 units each, in order; together they hold every word.
 * No block for a text without visible characters.
 * @param limit at least 40
 */
export function quoteBlocks(text: string, limit: number): readonly string[] {
  const lines = tidy(text)
    .split('\n')
    .flatMap((line) => piecesOf(line, limit - quoteMark.length))
    .map((piece) => quoteMark + piece);
  if (lines.every((line) => line === quoteMark)) return [];

  const blocks: string[] = [];
  for (const line of lines) {
    const last = blocks.at(-1);
    if (last !== undefined && last.length + 1 + line.length <= limit) blocks[blocks.length - 1] = `${last}\n${line}`;
    else blocks.push(line);
  }
  return blocks;
}

const quoteMark = '> ';

/** One line in pieces whose escaped form fits; broken between words where there are any. */
function piecesOf(line: string, room: number): readonly string[] {
  const whole = escaped(line);
  if (whole.length <= room) return [whole];

  const pieces: string[] = [];
  let current = '';
  let used = 0;
  for (const unit of line.split(/(?<=\s)/u).flatMap((word) => unitsOf(word, room))) {
    const needed = mostEscaped(unit);
    if (used + needed > room - startOfLine && current !== '') {
      pieces.push(escaped(current));
      current = '';
      used = 0;
    }
    current += unit;
    used += needed;
  }
  return [...pieces, escaped(current)].filter((piece) => piece !== '');
}

/** Room for the escape that a list mark at the start of a line needs. */
const startOfLine = 2;
/** The most a part can take, whatever comes before and after it: a colon is escaped or not by its neighbours. */
const mostEscaped = (part: string): number => escaped(part).length + (part.match(/:/gu)?.length ?? 0);

const graphemes = new Intl.Segmenter('nb', { granularity: 'grapheme' });

/** A word too long for a line falls into characters as people see them, and a huge one into code points. */
function unitsOf(word: string, room: number): readonly string[] {
  if (word.length * 2 <= room) return [word];
  return Array.from(graphemes.segment(word), ({ segment }) => segment).flatMap((unit) =>
    unit.length * 2 <= room ? [unit] : Array.from(unit),
  );
}

/**
 * A line never ends inside a phone number, nor between «kl.» and its time. A no-break space is copied, dialled and read aloud
 * as a space. A date as «2026-11-25 18:00» may end a line: it would be torn at a hyphen instead.
 */
export const unbroken = (text: string): string =>
  text.replaceAll(/(?<=(?<![\d-])\d+|(?<!\p{L})kl\.) (?=\d)/gu, '\u{A0}');

/** At most `limit` UTF-16 units; «…» says that something is missing. Never half a character or half an escape. */
export function cutTo(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${text.slice(0, limit - 1).replace(/(?:[\uD800-\uDBFF]|\\)$/u, '')}…`;
}
