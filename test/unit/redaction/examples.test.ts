import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { measure, readExamples } from '../../examples/redaction/measure.ts';
import { readMarked } from '../../examples/redaction/marked.ts';
import { redactor } from './redactor-fixture.ts';

const here = new URL('../../examples/redaction/', import.meta.url);
const files = [
  ['our own examples, used while tuning', new URL('tune.jsonl', here), 0.98],
  ['our own examples, held out', new URL('held-out.jsonl', here), 0.97],
  ['independent examples, spent', new URL('spent.jsonl', here), 0.97],
  ['the shared corpus', new URL('../../../../shared/corpora/redaction.dev.jsonl', import.meta.url), 0.97],
] as const;

describe.each(files)('redaction of %s', (_name, file, floor) => {
  const examples = readExamples(file);

  it.runIf(examples !== undefined)('keeps what it finds, leaks and wrongly masks within the floors', () => {
    const measured = measure(redactor, examples ?? []);
    expect(measured.entities).toBeGreaterThan(300);
    expect(measured.recall).toBeGreaterThanOrEqual(floor);
    expect(measured.leakyMessages).toBeLessThanOrEqual(0.04);
    expect(measured.charactersLeaked).toBeLessThanOrEqual(0.03);
    expect(measured.characterPrecision).toBeGreaterThanOrEqual(0.95);
    expect(measured.falseAlarmClean).toBeLessThanOrEqual(0.03);
    for (const [kind, recall] of Object.entries(measured.recallByKind))
      expect(recall, kind).toBeGreaterThanOrEqual(0.92);
  });
});

describe('redaction of unusual forms written by hand', () => {
  const examples = readdirSync(new URL('written/', here)).flatMap((name) =>
    readMarked(new URL(`written/${name}`, here)),
  );

  it('keeps what it finds, leaks and wrongly masks within the floors', () => {
    const measured = measure(redactor, examples);
    expect(measured.entities).toBeGreaterThan(400);
    expect(measured.recall).toBeGreaterThanOrEqual(0.95);
    expect(measured.charactersLeaked).toBeLessThanOrEqual(0.03);
    expect(measured.characterPrecision).toBeGreaterThanOrEqual(0.95);
    expect(measured.falseAlarmClean).toBeLessThanOrEqual(0.05);
  });
});

describe('our own examples', () => {
  const all = files.slice(0, 2).flatMap(([, file]) => readExamples(file) ?? []);

  it('number at least two thousand, half of them clean, each text once per frame', () => {
    expect(all.length).toBeGreaterThanOrEqual(2_000);
    expect(all.filter(({ kind }) => kind === 'clean').length / all.length).toBeGreaterThan(0.45);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  it('mark spans inside their text', () => {
    for (const { text, spans } of all) {
      for (const { start, end } of spans) expect(start >= 0 && start < end && end <= text.length, text).toBe(true);
    }
  });
});
