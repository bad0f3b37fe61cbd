/**
 * @typedef {{ kind: 'text', text: string }
 *   | { kind: 'bold' | 'italic' | 'underline' | 'strike' | 'spoiler', children: Inline[] }
 *   | { kind: 'code', text: string }
 *   | { kind: 'link', href: string, children: Inline[] }
 *   | { kind: 'mention', of: 'user' | 'role' | 'channel', id: string }
 *   | { kind: 'mention-all' | 'mention-command' | 'emoji', name: string }
 *   | { kind: 'time', epochSeconds: number, style: string }} Inline
 */

/** Markup inside markup deeper than this is shown as text. */
const DEEPEST = 10;

/** @type {readonly (readonly [string, 'bold' | 'italic' | 'underline' | 'strike' | 'spoiler'])[]} */
const PAIRS = [
  ['**', 'bold'],
  ['__', 'underline'],
  ['~~', 'strike'],
  ['||', 'spoiler'],
  ['*', 'italic'],
  ['_', 'italic'],
];

const SPECIAL = /[\\`*_~|<[@h]/u;
const ESCAPABLE = /[\\`*_~|<>[\]()#+\-.!@:]/u;
const WORD = /[\p{L}\p{N}_]/u;
const URL_AT = /https?:\/\/[^\s<>]+/uy;
const MASKED_LINK = /\[([^\n[\]]+)\]\(<?(https?:\/\/[^\s()<>]+)>?\)/uy;
const EVERYONE = /@(?:everyone|here)(?![\p{L}\p{N}_])/uy;
const ANGLE =
  /<(?:@!?(?<user>\d{1,20})|@&(?<role>\d{1,20})|#(?<channel>\d{1,20})|\/(?<command>[^:<>\n]{1,100}):\d{1,20}|a?:(?<emoji>\w{2,32}):\d{1,20}|t:(?<time>-?\d{1,13})(?::(?<style>[tTdDfFsSR]))?|(?<url>https?:\/\/[^\s<>]+))>/uy;

/**
 * Reads the markup inside one paragraph. Never throws.
 * @param {string} source
 * @param {number} [depth]
 * @returns {Inline[]}
 */
export function parseInline(source, depth = 0) {
  /** @type {Inline[]} */
  const out = [];
  let text = '';
  /** Delimiters that have no end in the rest of this text, so that long runs are not searched again and again. */
  const endless = new Set();
  const flush = () => {
    if (text !== '') out.push({ kind: 'text', text });
    text = '';
  };

  let at = 0;
  while (at < source.length) {
    const char = source.charAt(at);
    if (!SPECIAL.test(char)) {
      text += char;
      at += 1;
      continue;
    }
    if (char === '\\' && ESCAPABLE.test(source.charAt(at + 1))) {
      text += source.charAt(at + 1);
      at += 2;
      continue;
    }
    const token = readCode(source, at, endless) ?? readToken(source, at, depth) ?? readPair(source, at, depth, endless);
    if (token) {
      flush();
      out.push(token.node);
      at = token.next;
    } else {
      text += char;
      at += 1;
    }
  }
  flush();
  return out;
}

/** @typedef {{ node: Inline, next: number } | null} Token */

/**
 * @param {string} source
 * @param {number} at
 * @param {Set<string>} endless
 * @returns {Token}
 */
function readCode(source, at, endless) {
  if (source.charAt(at) !== '`') return null;
  const mark = source.startsWith('``', at) ? '``' : '`';
  if (endless.has(mark)) return null;
  const end = source.indexOf(mark, at + mark.length);
  if (end === -1) endless.add(mark);
  if (end <= at + mark.length) return null;
  return { node: { kind: 'code', text: source.slice(at + mark.length, end) }, next: end + mark.length };
}

/**
 * @param {RegExp} sticky
 * @param {string} source
 * @param {number} at
 */
function matchAt(sticky, source, at) {
  sticky.lastIndex = at;
  return sticky.exec(source);
}

/**
 * @param {string} source
 * @param {number} at
 * @param {number} depth
 * @returns {Token}
 */
function readToken(source, at, depth) {
  const char = source.charAt(at);
  if (char === '<') return readAngle(source, at);
  if (char === '@') {
    const all = matchAt(EVERYONE, source, at);
    return all && { node: { kind: 'mention-all', name: all[0] }, next: at + all[0].length };
  }
  if (char === '[' && depth < DEEPEST) {
    const link = matchAt(MASKED_LINK, source, at);
    if (!link) return null;
    const children = parseInline(link[1] ?? '', DEEPEST);
    return { node: { kind: 'link', href: link[2] ?? '', children }, next: at + link[0].length };
  }
  if (char === 'h' && (at === 0 || !WORD.test(source.charAt(at - 1)))) {
    const url = matchAt(URL_AT, source, at)?.[0].replace(/[.,:;!?'")\]*_~|]+$/u, '');
    if (!url || url.endsWith('//')) return null;
    return { node: { kind: 'link', href: url, children: [{ kind: 'text', text: url }] }, next: at + url.length };
  }
  return null;
}

/**
 * @param {string} source
 * @param {number} at
 * @returns {Token}
 */
function readAngle(source, at) {
  const found = matchAt(ANGLE, source, at);
  const groups = found?.groups;
  if (!found || !groups) return null;
  const next = at + found[0].length;
  const { user, role, channel, command, emoji, time, style, url } = groups;
  if (user) return { node: { kind: 'mention', of: 'user', id: user }, next };
  if (role) return { node: { kind: 'mention', of: 'role', id: role }, next };
  if (channel) return { node: { kind: 'mention', of: 'channel', id: channel }, next };
  if (command) return { node: { kind: 'mention-command', name: `/${command}` }, next };
  if (emoji) return { node: { kind: 'emoji', name: emoji }, next };
  if (time) return { node: { kind: 'time', epochSeconds: Number(time), style: style ?? 'f' }, next };
  if (url) return { node: { kind: 'link', href: url, children: [{ kind: 'text', text: url }] }, next };
  return null;
}

/**
 * @param {string} source
 * @param {number} at
 * @param {number} depth
 * @param {Set<string>} endless
 * @returns {Token}
 */
function readPair(source, at, depth, endless) {
  if (depth >= DEEPEST) return null;
  for (const [mark, kind] of PAIRS) {
    if (!source.startsWith(mark, at) || endless.has(mark)) continue;
    const end = findEnd(source, at + mark.length, mark);
    if (end === -1) endless.add(mark);
    if (end <= at + mark.length || !isPairAllowed(source, at, end, mark)) continue;
    const children = parseInline(source.slice(at + mark.length, end), depth + 1);
    return { node: { kind, children }, next: end + mark.length };
  }
  return null;
}

/**
 * @param {string} source
 * @param {number} from
 * @param {string} mark
 * @returns {number} −1 when there is none
 */
function findEnd(source, from, mark) {
  const char = mark.charAt(0);
  let at = source.indexOf(mark, from);
  while (at !== -1) {
    let run = at;
    while (source.charAt(run) === char) run += 1;
    const isEscaped = source.charAt(at - 1) === '\\';
    // A run of two belongs to bold or underline, so a single mark ends at a run of one or three.
    if (!isEscaped && (mark.length === 2 || run - at !== 2)) return mark.length === 2 ? Math.max(at, run - 2) : run - 1;
    at = source.indexOf(mark, isEscaped ? at + 1 : run);
  }
  return -1;
}

/**
 * «2 * 3 * 4», «snake_case_name» and «****» are not emphasis.
 * @param {string} source
 * @param {number} at
 * @param {number} end
 * @param {string} mark
 */
function isPairAllowed(source, at, end, mark) {
  const inner = source.slice(at + mark.length, end);
  if (inner.replaceAll(mark.charAt(0), '') === '') return false;
  if (mark === '*') return !/\s/u.test(source.charAt(at + 1)) && !/\s/u.test(source.charAt(end - 1));
  if (mark === '_') return !WORD.test(source.charAt(end + 1)) && !(at > 0 && WORD.test(source.charAt(at - 1)));
  return true;
}
