/**
 * Writes `train.jsonl` and `held-out.jsonl` from the hand-written frames in `frames/`. Everything is made up.
 * A frame and all its variants land on the same side, so that the held-out figure is about sentences never trained on.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { slots } from './slots.ts';
import { styles, isEnglishOrSami } from './styles.ts';

const here = new URL('./', import.meta.url);
/** One frame in six is kept aside. */
const heldOutShare = 6;
const variantsPerFrame = { harmless: 6, worrying: 4 };

interface Frame {
  readonly level: string;
  readonly categories: readonly string[];
  readonly kind: string;
  readonly parts: readonly string[];
}

/** FNV-1a, so that a frame stays on its side when others are added. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return (value ^ (value >>> 15)) >>> 0;
}

function chooser(seed: number): (count: number) => number {
  let state = seed >>> 0;
  return (count) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 0x1_0000_0000) * count);
  };
}

function readFrames(name: string): Frame[] {
  const frames: Frame[] = [];
  let level = 'none';
  let categories: readonly string[] = [];
  let topic = '';
  for (const line of readFileSync(new URL(`frames/${name}`, here), 'utf8').split('\n')) {
    if (line.startsWith('# ')) {
      const [first = 'none', second = ''] = line.slice(2).split(' ');
      level = first;
      topic = second;
      categories = first === 'none' ? [] : second.split(',');
    } else if (line.trim() !== '') {
      const parts = line.split(' || ');
      const kind =
        parts.length > 1 ? 'context' : level !== 'none' ? 'worry' : topic === 'chat' ? 'plain' : 'hard_negative';
      frames.push({ level, categories, kind, parts });
    }
  }
  return frames;
}

const fill = (text: string, choose: (count: number) => number): string =>
  text.replace(/\{([\p{L}_]+)\}/gu, (_, name: string) => {
    const options = slots[name];
    if (options === undefined) throw new RangeError(`unknown slot ${name}`);
    return options[choose(options.length)] ?? '';
  });

const frames = readdirSync(new URL('frames/', here))
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .flatMap(readFrames);
const out: { train: string[]; heldOut: string[] } = { train: [], heldOut: [] };
const seen = new Set<string>();
for (const frame of frames) {
  const key = frame.parts.join('|');
  const choose = chooser(hash(key));
  const wanted = frame.level === 'none' ? variantsPerFrame.harmless : variantsPerFrame.worrying;
  for (let number = 0; number < wanted; number += 1) {
    const filled = frame.parts.map((part) => fill(part, choose));
    const foreign = isEnglishOrSami(filled.join(' '));
    const style = styles[number === 0 ? 0 : foreign ? 1 + choose(2) : 1 + choose(styles.length - 1)];
    const parts = filled.map((part) => (style === undefined ? part : style(part, choose)));
    const text = parts.at(-1) ?? '';
    const identity = `${frame.level}|${parts.join('|')}`;
    if (seen.has(identity)) continue;
    seen.add(identity);
    const side = hash(`split ${key}`) % heldOutShare === 0 ? 'heldOut' : 'train';
    const id = `${side === 'train' ? 't' : 'h'}${String(out[side].length + 1).padStart(5, '0')}`;
    const lang = foreign ? 'en' : 'nb';
    const context = parts.length > 1 ? { context: parts.slice(0, -1) } : {};
    out[side].push(
      JSON.stringify({
        id,
        text,
        level: frame.level,
        categories: frame.categories,
        lang,
        kind: frame.kind,
        ...context,
      }),
    );
  }
}
writeFileSync(new URL('train.jsonl', here), `${out.train.join('\n')}\n`);
writeFileSync(new URL('held-out.jsonl', here), `${out.heldOut.join('\n')}\n`);
console.log(`${frames.length} frames, ${out.train.length} lines to train on, ${out.heldOut.length} held out`);
