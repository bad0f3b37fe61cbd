// Builds tune.jsonl and held-out.jsonl from frames.json:  node test/examples/redaction/build-examples.ts
// Same line shape as the labelled corpus. Frames, not lines, are split, so a held-out frame was never seen while tuning.
import { readFileSync, writeFileSync } from 'node:fs';
import { chanceOf, type Chance } from './chance.ts';
import { disguises } from './disguises.ts';
import { fillers, type Filling } from './fillers.ts';

interface Span {
  readonly start: number;
  readonly end: number;
  readonly type: string;
}
interface Example {
  readonly id: string;
  readonly text: string;
  readonly spans: readonly Span[];
  readonly lang: string;
  readonly kind: string;
}
interface Frames {
  readonly pii: readonly string[];
  readonly adversarial: readonly string[];
  readonly clean: readonly string[];
  readonly tails: readonly string[];
  readonly heads: readonly string[];
}

const here = new URL('.', import.meta.url);
const frames = JSON.parse(readFileSync(new URL('frames.json', here), 'utf8')) as Frames;
const fillingsPerFrame = { pii: 5, adversarial: 6, clean: 6 } as const;

function fill(frame: string, chance: Chance): { readonly text: string; readonly spans: readonly Span[] } {
  let text = '';
  let from = 0;
  const spans: Span[] = [];
  for (const slot of frame.matchAll(/\{([a-z0-9.~]+)\}/g)) {
    text += frame.slice(from, slot.index);
    const filler: ((chance: Chance) => Filling) | undefined = fillers[slot[1] ?? ''] ?? disguises[slot[1] ?? ''];
    if (filler === undefined) throw new Error(`no filler for ${slot[0]}`);
    const filling = filler(chance);
    const { gold } = filling;
    if (gold !== undefined)
      spans.push({ start: text.length + gold.start, end: text.length + gold.end, type: gold.type });
    text += filling.text;
    from = slot.index + slot[0].length;
  }
  return { text: text + frame.slice(from), spans };
}

function examplesOf(kind: keyof typeof fillingsPerFrame): readonly (readonly Example[])[] {
  return frames[kind].map((line, index) => {
    const bar = line.indexOf('|');
    const lang = line.slice(0, bar);
    const frame = line.slice(bar + 1);
    const seen = new Set<string>();
    const examples: Example[] = [];
    for (let copy = 1; copy <= fillingsPerFrame[kind]; copy++) {
      const chance = chanceOf(index * 1000 + copy + kind.length * 1_000_000);
      const head = /^[\p{Ll}]/u.test(frame) && copy > 1 ? chance.pick(frames.heads) : '';
      const tail = copy > 1 ? chance.pick(frames.tails) : '';
      const { text, spans } = fill(head + frame + tail, chance);
      if (seen.has(text)) continue;
      seen.add(text);
      examples.push({ id: `u-${kind}-${String(index + 1).padStart(3, '0')}-${String(copy)}`, text, spans, lang, kind });
    }
    return examples;
  });
}

const all = [...examplesOf('pii'), ...examplesOf('adversarial'), ...examplesOf('clean')];
const lines = (examples: readonly Example[]): string =>
  examples.map((example) => `${JSON.stringify(example)}\n`).join('');
writeFileSync(new URL('tune.jsonl', here), lines(all.filter((_, index) => index % 3 !== 2).flat()));
writeFileSync(new URL('held-out.jsonl', here), lines(all.filter((_, index) => index % 3 === 2).flat()));
