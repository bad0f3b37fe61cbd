import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RawText } from '../../../src/core/raw-text.ts';
import { contextWith, redactor } from './redactor-fixture.ts';

const alphabet = fc.constantFrom(
  'a',
  'Æ',
  'ø',
  'Å',
  'k',
  'Kari',
  'tindra',
  'stein',
  'heter',
  'broren min ',
  'snap',
  'snap: ',
  'født',
  'skole',
  ' vgs',
  'Storgata',
  'veien',
  'i ',
  'på ',
  ' ',
  ' ',
  '\n',
  '.',
  ',',
  '-',
  '_',
  '@',
  '#',
  '/',
  ':',
  '||',
  '**',
  '`',
  '(',
  ')',
  '[',
  ']',
  '[navn 1]',
  '[adresse]',
  '<@',
  '>',
  '1',
  '2',
  '4',
  '9',
  '412 34 567',
  '116 111',
  '21841278901',
  'H0203',
  '8B',
  'AB 12345',
  '192.0.2.7',
  'NO93',
  'https://',
  'instagram.com/',
  'mia.moo',
  'nitti',
  'seks',
  'to ',
  'ni ',
  'krøllalfa',
  ' punktum ',
  '\u200b',
  '\u0301',
  '\u0336',
  '\ud83d',
  '\ude00',
  '😀',
  '🇳',
  '🇴',
  '1️⃣',
  '④',
  'Ａ',
  'К',
  'ᴋ',
  '\u0000',
  '\ufffc',
  'أحمد',
  '\u202e',
  'ß',
  'İ',
  'ﬁ',
  '⑳',
  '½',
);
const chatter = fc.array(alphabet, { maxLength: 40 }).map((parts) => parts.join(''));
const anyText = fc.oneof(
  chatter,
  fc.string({ unit: 'binary', maxLength: 120 }),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
);
const runs = { numRuns: 1500 };

const splitsPair = (text: string, at: number): boolean => {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
};

describe('redaction of any text', () => {
  it('never throws and answers with sorted, separate offsets inside the text, never inside a surrogate pair', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let from = 0;
        for (const { start, end } of redactor.find(text)) {
          expect(start).toBeGreaterThanOrEqual(from);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(splitsPair(text, start) || splitsPair(text, end)).toBe(false);
          from = end;
        }
      }),
      runs,
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = redactor.redact(new RawText(text), contextWith()).text;
        expect(redactor.redact(new RawText(once), contextWith()).text).toBe(once);
      }),
      runs,
    );
  });

  it('gives the same answer every time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(redactor.redact(new RawText(text), contextWith())).toEqual(
          redactor.redact(new RawText(text), contextWith()),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('leaves everything outside its findings as it was', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { text: masked, findings } = redactor.redact(new RawText(text), contextWith());
        let at = 0;
        let from = 0;
        for (const { start, end } of findings) {
          const kept = text.slice(from, start);
          expect(masked.startsWith(kept, at)).toBe(true);
          at = masked.indexOf(']', at + kept.length) + 1;
          from = end;
        }
        expect(masked.slice(at)).toBe(text.slice(from));
      }),
      runs,
    );
  });
});

const digits = (count: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: count, maxLength: count });
const phone = fc
  .tuple(fc.constantFrom('4', '9'), digits(7))
  .map(([first, rest]) => first + rest)
  .filter((number) => !/0{5}$/.test(number) && !['40000777', '41716111', '91508588'].includes(number));
const national = fc
  .tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 81, max: 92 }), digits(7))
  .map(([day, month, rest]) => `${String(day).padStart(2, '0')}${String(month)}${rest}`);
const separator = fc.constantFrom('', ' ', '-', '.', '*', '_', '\u200b', '\u00ad', '**', '||');
const handle = fc
  .tuple(
    fc.constantFrom('mia', 'taco', 'svett', 'fnugg'),
    fc.constantFrom('_', '.'),
    fc.constantFrom('moo', 'sokk', 'trx', 'qwz'),
  )
  .map((parts) => parts.join(''));
const before = fc.constantFrom(
  '',
  'hei ',
  'kan dere ringe ',
  'jeg er redd, ',
  'NÅ!! ',
  '😀 ',
  'mamma sa ',
  'skriv opp: ',
  '(',
  '"',
);
const afterwards = fc.constantFrom('', ' ass', '!', '. takk', ' 😭', '\nplis', ')', '" sa hun', ', svar');

describe('planted identifiers', () => {
  const covers = (text: string, start: number, end: number): void => {
    const findings = redactor.find(text);
    for (let at = start; at < end; at++) {
      if (!/[\p{L}\p{N}]/u.test(text.charAt(at))) continue;
      expect(
        findings.some((it) => at >= it.start && at < it.end),
        `${String(at)} in ${JSON.stringify(text)}`,
      ).toBe(true);
    }
  };
  const planted = (value: fc.Arbitrary<string>, cue: string): void => {
    fc.assert(
      fc.property(before, value, afterwards, (lead, written, tail) => {
        const start = lead.length + cue.length;
        covers(lead + cue + written + tail, start, start + written.length);
      }),
      { numRuns: 800 },
    );
  };

  it('covers telephone numbers with any single separator', () => {
    planted(
      fc.tuple(phone, separator).map(([number, mark]) => Array.from(number).join(mark)),
      'tlf ',
    );
  });

  it('covers telephone numbers in pairs without any cue', () => {
    planted(
      phone.map((number) => number.replace(/(..)(?=.)/g, '$1 ')),
      '',
    );
  });

  it('covers national ids, with right and wrong control digits', () => {
    planted(
      fc.tuple(national, separator).map(([number, mark]) => Array.from(number).join(mark)),
      'fnr ',
    );
  });

  it('covers e-mail addresses', () => {
    planted(
      handle.map((name) => `${name}@example.com`),
      'mail ',
    );
  });

  it('covers handles after the name of a platform', () => {
    planted(handle, 'snap ');
  });

  it('covers listed names however they are cased', () => {
    planted(fc.constantFrom('Tindra', 'tindra', 'TINDRA', 'tInDrA', 'Maryam Tesfay', 'håvard nilsen', 'Ailo Utsi'), '');
  });

  it('covers a number split over two messages in a row', () => {
    fc.assert(
      fc.property(phone, fc.integer({ min: 3, max: 5 }), (number, cut) => {
        const grouped = number.replace(/(..)(?=.)/g, '$1 ');
        const at = grouped.indexOf(' ', cut);
        const earlier = [new RawText(`nummeret er ${grouped.slice(0, at)}`)];
        const rest = grouped.slice(at + 1);
        expect(redactor.find(rest, { earlier })[0]).toMatchObject({ start: 0, end: rest.length });
      }),
      { numRuns: 300 },
    );
  });
});
