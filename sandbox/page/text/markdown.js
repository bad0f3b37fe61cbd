import { parseInline } from './markdown-inline.js';

/** @import { Inline } from './markdown-inline.js' */

/**
 * @typedef {{ kind: 'paragraph' | 'subtext', children: Inline[] }
 *   | { kind: 'heading', level: 1 | 2 | 3, children: Inline[] }
 *   | { kind: 'quote', blocks: Block[] }
 *   | { kind: 'list', ordered: boolean, start: number, items: Block[][] }
 *   | { kind: 'code', language: string, text: string }} Block
 */

const FENCE = /```(?:([a-z0-9_+.#-]{1,20})\n)?\n*([^]*?)```/giu;
const HEADING = /^(#{1,3}) +(\S.*)$/u;
const SUBTEXT = /^-# +(\S.*)$/u;
const QUOTE = /^> (.*)$/u;
const LIST_ITEM = /^( *)(?:[-*]|(\d{1,9})\.) +(\S.*)$/u;

/** Quotes and lists inside each other deeper than this are shown as plain paragraphs. */
const DEEPEST = 8;

/**
 * Reads Discord's markdown. Every string is valid; what is not markup is text.
 * @param {string} source
 * @returns {Block[]}
 */
export function parseMarkdown(source) {
  return parseBlocks(source.replaceAll('\r\n', '\n'), 0);
}

/**
 * The words of a text without its markup, on one line.
 * @param {string} source
 * @returns {string}
 */
export const plainWords = (source) => parseMarkdown(source).map(wordsOf).join(' ').replace(/\s+/gu, ' ').trim();

/** @param {Block} block @returns {string} */
function wordsOf(block) {
  if (block.kind === 'code') return block.text;
  if (block.kind === 'quote') return block.blocks.map(wordsOf).join(' ');
  if (block.kind === 'list') return block.items.map((item) => item.map(wordsOf).join(' ')).join(' ');
  return block.children.map(wordsOfInline).join('');
}

/** @param {Inline} inline @returns {string} */
function wordsOfInline(inline) {
  if (inline.kind === 'spoiler') return '…';
  if ('children' in inline) return inline.children.map(wordsOfInline).join('');
  if ('text' in inline) return inline.text;
  return 'name' in inline ? inline.name : '';
}

/**
 * @param {string} source
 * @param {number} depth
 * @returns {Block[]}
 */
function parseBlocks(source, depth) {
  /** @type {Block[]} */
  const blocks = [];
  let from = 0;
  for (const fence of source.matchAll(FENCE)) {
    const text = (fence[2] ?? '').replace(/\n+$/u, '');
    if (text.trim() === '') continue;
    blocks.push(...parseLines(source.slice(from, fence.index), depth));
    blocks.push({ kind: 'code', language: fence[1] ?? '', text });
    from = fence.index + fence[0].length;
  }
  blocks.push(...parseLines(source.slice(from), depth));
  return blocks;
}

/**
 * @param {string} source
 * @param {number} depth
 * @returns {Block[]}
 */
function parseLines(source, depth) {
  const lines = source.split('\n');
  /** @type {Block[]} */
  const blocks = [];
  /** @type {string[]} */
  let plain = [];
  const flush = () => {
    const text = plain.join('\n').replace(/^\n+|\n+$/gu, '');
    if (text !== '') blocks.push({ kind: 'paragraph', children: parseInline(text) });
    plain = [];
  };

  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? '';
    const rest = depth < DEEPEST && line.startsWith('>>> ') ? [line.slice(4), ...lines.slice(at + 1)] : null;
    if (rest) {
      flush();
      blocks.push({ kind: 'quote', blocks: parseBlocks(rest.join('\n'), depth + 1) });
      return blocks;
    }
    const found = parseOneBlock(lines, at, depth);
    if (found) {
      flush();
      blocks.push(found.block);
      at = found.next;
    } else {
      plain.push(line);
      at += 1;
    }
  }
  flush();
  return blocks;
}

/**
 * @param {string[]} lines
 * @param {number} at
 * @param {number} depth
 * @returns {{ block: Block, next: number } | null} nothing when the line is ordinary text
 */
function parseOneBlock(lines, at, depth) {
  const line = lines[at] ?? '';
  const heading = HEADING.exec(line);
  if (heading) {
    const level = /** @type {1 | 2 | 3} */ (heading[1]?.length ?? 1);
    return { block: { kind: 'heading', level, children: parseInline(heading[2] ?? '') }, next: at + 1 };
  }
  const subtext = SUBTEXT.exec(line);
  if (subtext) return { block: { kind: 'subtext', children: parseInline(subtext[1] ?? '') }, next: at + 1 };
  if (depth >= DEEPEST) return null;
  if (QUOTE.test(line)) return parseQuote(lines, at, depth);
  if (LIST_ITEM.test(line)) return parseList(lines, at, depth);
  return null;
}

/**
 * @param {string[]} lines
 * @param {number} at
 * @param {number} depth
 * @returns {{ block: Block, next: number }}
 */
function parseQuote(lines, at, depth) {
  /** @type {string[]} */
  const inner = [];
  let next = at;
  for (let quoted = QUOTE.exec(lines[next] ?? ''); quoted; quoted = QUOTE.exec(lines[next] ?? '')) {
    inner.push(quoted[1] ?? '');
    next += 1;
  }
  return { block: { kind: 'quote', blocks: parseLines(inner.join('\n'), depth + 1) }, next };
}

/**
 * @param {string[]} lines
 * @param {number} at
 * @param {number} depth
 * @returns {{ block: Block, next: number }}
 */
function parseList(lines, at, depth) {
  const first = LIST_ITEM.exec(lines[at] ?? '');
  const indent = first?.[1]?.length ?? 0;
  const ordered = first?.[2] !== undefined;
  /** @type {string[][]} */
  const items = [];
  let next = at;
  while (next < lines.length) {
    const line = lines[next] ?? '';
    const item = LIST_ITEM.exec(line);
    const depthOfLine = line.length - line.trimStart().length;
    if (item && (item[1]?.length ?? 0) < indent + 2) {
      if ((item[2] !== undefined) !== ordered || (item[1]?.length ?? 0) < indent) break;
      items.push([item[3] ?? '']);
    } else if (line.trim() !== '' && depthOfLine >= indent + 2) {
      items.at(-1)?.push(line.slice(indent + 2));
    } else break;
    next += 1;
  }
  const block = /** @type {const} */ ({
    kind: 'list',
    ordered,
    start: Number(first?.[2] ?? 1),
    items: items.map((item) => parseLines(item.join('\n'), depth + 1)),
  });
  return { block, next };
}
