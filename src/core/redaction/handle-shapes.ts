import { lexeme } from './lexicon.ts';
import type { Message } from './message.ts';
import type { RuleId } from './rules.ts';

const chunkPattern = /[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]{0,38}[\p{L}\p{N}_])?(?:#[A-Z\d]{2,5}(?![\p{L}\p{N}]))?/gu;

/** How sure the signs alone make it that a stretch is a handle. */
export type Shape = 'certain' | 'likely' | 'plain';

/** A stretch of signs that may be a handle. View offsets. */
export interface Chunk {
  readonly start: number;
  readonly end: number;
  readonly shape: Shape;
}

/** Takes a handle that was found. View offsets. */
export type Add = (start: number, end: number, ruleId: RuleId) => void;

/** «gulrotkongen»: two words put together by whoever chose the name. */
export function isMadeUp(bits: number): boolean {
  return (bits & lexeme.compound) !== 0;
}

/** Every stretch that may be a handle, by where it starts. */
export function chunksOf({ view: { text } }: Message): ReadonlyMap<number, Chunk> {
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
