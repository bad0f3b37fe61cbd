import { check } from 'recheck';
import { describe, expect, it } from 'vitest';
import { redactor } from './redactor-fixture.ts';
import { regexLiteralsIn } from './regex-literals.ts';

const room = new URL('../../../src/core/redaction/', import.meta.url);

describe('time', () => {
  it('holds only regular expressions a checker finds no slow input for', { timeout: 180_000 }, async () => {
    const literals = regexLiteralsIn(room);
    expect(literals.length).toBeGreaterThan(80);
    const slow: string[] = [];
    for (const { file, source, flags } of literals) {
      const { status } = await check(source, flags, { timeout: 20_000 });
      if (status !== 'safe') slow.push(`${file}: ${status} /${source}/${flags}`);
    }
    expect(slow).toEqual([]);
  });

  const units = [
    '1 ',
    'a ',
    '1 2 3 4 5 6 7 8 ',
    'snap kari ',
    'født 1.1.2010 ',
    'a@',
    'a@b.no ',
    '@a',
    '||',
    '**a',
    '[navn 1] ',
    'skole ',
    'Kari skole ',
    'i Storgata 5 ',
    '12345678 ',
    '41234567 ',
    '1(',
    '.',
    'http://a.no/b ',
    'nittiseks',
    '\u200b',
    'k\u0301',
    'to ',
    'a.',
    'a_b ',
    '1:',
    '9B ',
    'broren min x ',
    '\ud83d',
    '\u0000',
  ];

  it.each(units)('grows with the length of the text and no faster: %j repeated', (unit) => {
    // Processor time of this thread, the best of three, so that a busy machine does not decide.
    const seconds = (length: number): number => {
      const text = unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
      const times = [1, 2, 3].map(() => {
        const start = process.cpuUsage();
        redactor.find(text);
        const { user } = process.cpuUsage(start);
        return user / 1e6;
      });
      return Math.min(...times);
    };
    seconds(4_000);
    const short = Math.max(seconds(4_000), 0.004);
    // Sixteen times the text; a square would take 256 times as long.
    expect(seconds(64_000) / short).toBeLessThan(90);
  });

  it('reads 100 kB', () => {
    const text = 'Tindra bor i Storgata 5, tlf 412 34 567. Hei! '.repeat(2_200);
    expect(redactor.find(text).length).toBe(2_200 * 3);
  });
});
