// Scores and times our redaction beside other redactors on one corpus and prints one table.
//   node bench/redaction/compare.ts [CORPUS.jsonl]     without an argument: the shared corpus if present, else our own examples
// Run `npm ci` in bench/ first. Speed is messages per second of processor time, the best of three rounds.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { removePII } from '@coffeeandfun/remove-pii';
import { createRedactor } from '../../src/core/redaction/redact.ts';
import { measure, readExamples, type Example } from '../../test/examples/redaction/measure.ts';

interface Span {
  readonly start: number;
  readonly end: number;
}
interface Contestant {
  readonly name: string;
  readonly run: (text: string) => readonly Span[] | Promise<readonly Span[]>;
}
interface Person {
  readonly offset: { readonly start: number; readonly length: number };
}

const require = createRequire(import.meta.url);
const { Redactor } = require('@redactpii/node') as { Redactor: new () => { redact: (text: string) => string } };
const { SyncRedactor } = require('redact-pii') as { SyncRedactor: new () => { redact: (text: string) => string } };
const { OpenRedaction } = require('openredaction') as {
  OpenRedaction: new () => {
    detect: (text: string) => Promise<{ detections: readonly { position: readonly [number, number] }[] }>;
  };
};
const compromise = require('compromise') as (text: string) => {
  people: () => { json: (options: object) => readonly Person[] };
};
const { findPhoneNumbersInText } = require('libphonenumber-js') as {
  findPhoneNumbersInText: (text: string, country: string) => readonly { startsAt: number; endsAt: number }[];
};

const here = new URL('.', import.meta.url);
const shared = new URL('../../../shared/corpora/redaction.dev.jsonl', here);
const own = new URL('../../test/examples/redaction/held-out.jsonl', here);
const argument = process.argv[2];
const file =
  argument === undefined ? (existsSync(shared) ? shared : own) : new URL(argument, `file://${process.cwd()}/`);
const corpus = readExamples(file);
if (corpus === undefined) throw new Error(`no corpus at ${file.pathname}`);

const allowlist = new URL('../../../shared/corpora/allowlist.json', here);
const municipal = existsSync(allowlist)
  ? (JSON.parse(readFileSync(allowlist, 'utf8')) as { municipal: string[] }).municipal
  : [];

const placeholder =
  /\[[^\]\n]{2,40}\]|(?:PERSON_NAME|EMAIL_ADDRESS|PHONE_NUMBER|CREDIT_CARD_NUMBER|US_SOCIAL_SECURITY_NUMBER|IP_ADDRESS|STREET_ADDRESS|ZIPCODE|USERNAME|PASSWORD|CREDENTIALS|DIGITS|URL)/g;

/** Places of the original that no longer stand in a text with placeholders, found by matching what is left in order. */
function spansOf(text: string, redacted: string): readonly Span[] {
  if (text === redacted) return [];
  const spans: Span[] = [];
  let at = 0;
  let first = true;
  for (const literal of redacted.split(placeholder)) {
    const found = literal === '' ? (first ? 0 : text.length) : text.indexOf(literal, at);
    if (found < 0) return [...spans, { start: at, end: text.length }];
    if (!first && found > at) spans.push({ start: at, end: literal === '' ? text.length : found });
    at = literal === '' && !first ? at : found + literal.length;
    first = false;
  }
  return spans;
}

const before = process.memoryUsage().heapUsed;
const started = performance.now();
const ours = createRedactor({ protectedNumbers: municipal });
const ready = performance.now() - started;
const redactpii = new Redactor();
const redactPii = new SyncRedactor();
const openRedaction = new OpenRedaction();
const contestants: readonly Contestant[] = [
  { name: 'ours', run: (text) => ours.find(text) },
  {
    name: 'openredaction',
    run: async (text) =>
      (await openRedaction.detect(text)).detections.map(({ position: [start, end] }) => ({ start, end })),
  },
  { name: 'redact-pii', run: (text) => spansOf(text, redactPii.redact(text)) },
  { name: '@coffeeandfun/remove-pii', run: (text) => spansOf(text, removePII(text)) },
  { name: '@redactpii/node', run: (text) => spansOf(text, redactpii.redact(text)) },
  {
    name: 'compromise',
    run: (text) =>
      compromise(text)
        .people()
        .json({ offset: true })
        .map(({ offset: { start, length } }) => ({ start, end: start + length })),
  },
  {
    name: 'libphonenumber-js',
    run: (text) => findPhoneNumbersInText(text, 'NO').map(({ startsAt, endsAt }) => ({ start: startsAt, end: endsAt })),
  },
];

function processorSeconds(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1e6;
}

async function messagesPerSecond(run: Contestant['run'], examples: readonly Example[]): Promise<number> {
  let best = 0;
  for (let round = 0; round < 3; round++) {
    const start = process.cpuUsage();
    let count = 0;
    while (processorSeconds(start) < 0.7) {
      for (const { text } of examples) {
        const result = run(text);
        if (result instanceof Promise) await result;
      }
      count += examples.length;
    }
    best = Math.max(best, count / processorSeconds(start));
  }
  return best;
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const rows: string[][] = [
  [
    'tool',
    'recall',
    'adversarial',
    'chars leaked',
    'char precision',
    'leaky messages',
    'false alarm clean',
    'messages/s',
  ],
];
for (const { name, run } of contestants) {
  const answers = new Map<string, readonly Span[]>();
  for (const { text } of corpus) answers.set(text, await run(text));
  const finder = { find: (text: string): readonly Span[] => answers.get(text) ?? [] };
  const all = measure(finder, corpus);
  const hard = measure(
    finder,
    corpus.filter(({ kind }) => kind === 'adversarial'),
  );
  const speed = await messagesPerSecond(run, corpus);
  rows.push([
    name,
    percent(all.recall),
    percent(hard.recall),
    percent(all.charactersLeaked),
    percent(all.characterPrecision),
    percent(all.leakyMessages),
    percent(all.falseAlarmClean),
    Math.round(speed).toLocaleString('en'),
  ]);
}

const bytes = corpus.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
const neverMatching = /\u{10FFFE}|zzqx\d{40}|@@@@never@@@@/u;
const vocabulary = new Set(['jeg', 'og', 'det', 'er', 'ikke']);
const physical: readonly (readonly [string, (text: string) => unknown])[] = [
  ['never-matching combined RegExp', (text) => neverMatching.test(text)],
  ['word split + Set', (text) => text.split(/[^\p{L}\p{N}]+/u).filter((word) => vocabulary.has(word)).length],
];

const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
console.log(`${file.pathname}: ${String(corpus.length)} messages, ${String(bytes)} bytes\n`);
for (const row of rows)
  console.log(
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  '),
  );
console.log('');
for (const [name, run] of physical) {
  const speed = await messagesPerSecond((text) => (run(text) === 0 ? [] : []), corpus);
  console.log(
    `${name}: ${Math.round(speed).toLocaleString('en')} messages/s, ${((speed * bytes) / corpus.length / 1e6).toFixed(0)} MB/s`,
  );
}
console.log(
  `ours: ready in ${ready.toFixed(0)} ms after import, heap at start of the run ${(before / 1e6).toFixed(1)} MB with all lists loaded`,
);
