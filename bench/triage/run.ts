/** `node bench/triage/run.ts`: speed and scores of the shipped triage on one core. */
import { existsSync, readFileSync } from 'node:fs';
import { RawText } from '../../src/core/raw-text.ts';
import { scoreTriage, type LabelledRow, type Share } from '../../src/core/triage/score.ts';

interface Line extends LabelledRow {
  readonly text: string;
  readonly context?: readonly string[];
}

const warmUpRounds = 3;
const measuredRounds = 10;
const read = (url: URL): readonly Line[] =>
  readFileSync(url, 'utf8')
    .split('\n')
    .filter((row) => row.trim() !== '')
    .map((row) => JSON.parse(row) as Line);
const percent = ({ p, k, n, lo, hi }: Share): string =>
  p === null || lo === null || hi === null
    ? '–'
    : `${(100 * p).toFixed(1)} % [${(100 * lo).toFixed(1)}–${(100 * hi).toFixed(1)}] (${k}/${n})`;

const before = performance.now();
const { createTriage } = await import('../../src/core/triage/triage.ts');
const triage = createTriage();
console.log(`load: ${(performance.now() - before).toFixed(0)} ms`);

const examples = new URL('../../test/examples/triage/', import.meta.url);
const shared = new URL('../../../shared/corpora/triage.dev.jsonl', import.meta.url);
const corpora: readonly (readonly [string, URL])[] = [
  ['held-out frames (never trained on)', new URL('held-out.jsonl', examples)],
  ['development corpus (trained on; not an estimate)', existsSync(shared) ? shared : new URL('dev.jsonl', examples)],
];
const all: { readonly raw: RawText; readonly earlier: readonly RawText[] }[] = [];
for (const [name, url] of corpora) {
  const lines = read(url);
  const prepared = lines.map(({ text, context = [] }) => ({
    raw: new RawText(text),
    earlier: context.map((one) => new RawText(one)),
  }));
  all.push(...prepared);
  const score = scoreTriage(
    lines,
    prepared.map(({ raw, earlier }, index) => {
      const { severity, categories } = triage.assess(raw, { earlier });
      return { id: lines[index]?.id ?? '', level: severity, categories };
    }),
  );
  console.log(`\n${name}: ${score.n} lines`);
  for (const [figure, share] of Object.entries(score.recall)) console.log(`  ${figure.padEnd(24)} ${percent(share)}`);
  for (const [kind, { any, serious, acute }] of Object.entries(score.falseAlerts)) {
    if (any.n > 0)
      console.log(`  false alerts ${kind.padEnd(11)} ${percent(any)}, serious ${serious.k}, acute ${acute.k}`);
  }
}

const alone = all.map(({ raw }) => raw);
const times: number[] = [];
for (let round = 0; round < warmUpRounds; round += 1) for (const raw of alone) triage.assess(raw, { earlier: [] });
const start = performance.now();
for (let round = 0; round < measuredRounds; round += 1) for (const raw of alone) triage.assess(raw, { earlier: [] });
const elapsed = performance.now() - start;
for (const { raw, earlier } of all) {
  const one = performance.now();
  triage.assess(raw, { earlier });
  times.push(performance.now() - one);
}
times.sort((a, b) => a - b);
const at = (share: number): string => (times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(3);
console.log(`\nspeed: ${Math.round((1000 * measuredRounds * alone.length) / elapsed)} messages/s on one core`);
console.log(`one message with its context: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, slowest ${at(1)} ms`);
for (const [name, text] of [
  ['one word', 'a'.repeat(4000)],
  ['masked', 'k*'.repeat(2000)],
  ['letters', 'd ø '.repeat(1000)],
  ['sentences', 'jeg vil dø i kveld og pappa slår meg. '.repeat(105)],
] as const) {
  const one = performance.now();
  triage.assess(new RawText(text), { earlier: [] });
  console.log(`4,000 characters, ${name}: ${(performance.now() - one).toFixed(1)} ms`);
}
