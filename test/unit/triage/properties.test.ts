import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RawText } from '../../../src/core/raw-text.ts';
import { severities, severityRank } from '../../../src/core/triage/assessment.ts';
import { createTriage } from '../../../src/core/triage/triage.ts';

const triage = createTriage();
const assess = (text: string) => triage.assess(new RawText(text), { earlier: [] });
const acuteLines = [
  'jeg skal ta livet mitt i kveld',
  'har tatt hele glasset med paracet',
  'pappa slår mamma nå, jeg har gjemt meg i skapet',
];
const harmlessTails = [
  'snakkes',
  'når åpner klubben på torsdag',
  'jeg liker blå jakker',
  'bussen var litt sein',
  'det er kaldt på rommet mitt',
  'hilsen meg',
];

describe('triage, for any text', () => {
  it('never throws, answers with a known level, and gives places inside the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ unit: 'grapheme', maxLength: 300 })),
        (text) => {
          const { severity, reasons } = assess(text);
          expect(severities).toContain(severity);
          for (const { start, end } of reasons.flatMap(({ spans = [] }) => spans)) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
          }
        },
      ),
      { numRuns: 150 },
    );
  }, 30_000);

  it.each(['constructor', 'jeg vil dø i kveld toString', '__proto__ valueOf hasOwnProperty'])(
    'reads words that JavaScript gives a meaning of their own: %s',
    (text) => {
      expect(severities).toContain(assess(text).severity);
    },
  );

  it('answers the same twice', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 120 }), (text) => {
        expect(assess(text)).toEqual(assess(text));
      }),
      { numRuns: 100 },
    );
  });

  it('gives every alert a reason', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...acuteLines, ...harmlessTails),
        fc.constantFrom(...acuteLines, ...harmlessTails),
        (one, two) => {
          const { severity, reasons } = assess(`${one}. ${two}`);
          if (severity !== 'none') expect(reasons.length).toBeGreaterThan(0);
        },
      ),
    );
  });

  it('is not silenced by a harmless beginning or end', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...acuteLines),
        fc.array(fc.constantFrom(...harmlessTails), { maxLength: 30 }),
        fc.boolean(),
        (line, tails, first) => {
          const around = tails.join('. ');
          const text = first ? `${line}. ${around}` : `${around}. ${line}`;
          expect(severityRank(assess(text).severity)).toBeGreaterThanOrEqual(severityRank('serious'));
        },
      ),
      { numRuns: 100 },
    );
  });

  it.each([
    ['one long word', 'a'.repeat(4000)],
    ['masked letters', 'k*'.repeat(2000)],
    ['single letters', 'd ø '.repeat(1000)],
    ['brackets', '['.repeat(4000)],
    ['stars', '*'.repeat(4000)],
    ['the same alarming sentence', 'jeg vil dø i kveld og pappa slår meg. '.repeat(105)],
    ['unknown words', 'qzxwv '.repeat(666)],
  ])('handles 4,000 characters of %s without running away', (_, text) => {
    assess(text);
    const start = performance.now();
    assess(text);
    expect(performance.now() - start).toBeLessThan(250);
  });
});
