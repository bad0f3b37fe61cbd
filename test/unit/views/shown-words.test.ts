import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutTo, inline, quoteBlocks, staffWords, unbroken } from '../../../src/discord/views/shown-words.ts';
import { actsIn, shown, visible } from './markdown-acts.ts';

const tricks = [
  '@everyone',
  '@here',
  '<@123456789012345678>',
  '<@&123456789012345678>',
  '<#123456789012345678>',
  '</svar:123>',
  '<t:1795453200:R>',
  '<a:dans:123456789012345678>',
  '<id:customize>',
  '[trykk her](https://ond.example)',
  '<https://ond.example>',
  'https://ond.example/a_b*c',
  'steam://run/1',
  ':skull:',
  '**',
  '__',
  '~~',
  '||',
  '`',
  '```',
  '# ',
  '## ',
  '-# ',
  '- ',
  '* ',
  '+ ',
  '1. ',
  '> ',
  '>>> ',
  '\\',
  '\\\\',
  '\n',
  '\r\n',
  '\u2028',
  '\t',
  '\u202E',
  '\u2066',
  '\u200F',
  '\u200B',
  '\u00AD',
  '\u0000',
  '18:30',
  ':)',
  '¯\\_(ツ)_/¯',
  'æøå',
  'Čáhppes',
  '👨‍👩‍👧',
  'ﷺ',
  ' ',
];
const nasty = fc
  .array(fc.oneof(fc.constantFrom(...tricks), fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })), {
    maxLength: 40,
  })
  .map((pieces) => pieces.join(''));

const quoteMark = /^> /u;

describe('the judge of these tests', () => {
  it.each([
    ['**fet**', 'emphasis'],
    ['hei @everyone', 'mention'],
    ['<@123456789012345678>', 'tag'],
    ['[a](https://b.example)', 'masked link'],
    ['se https://b.example', 'link'],
    [':skull:', 'emoji'],
    ['# stort', 'heading'],
    ['-# smått', 'small print'],
    ['1. en', 'numbered list'],
    ['- en', 'list'],
    ['> sitat', 'quote'],
    ['a\u202Eb', 'direction'],
    ['||skjult||', 'spoiler'],
    ['`kode`', 'code'],
  ])('sees that %j acts', (text, what) => {
    expect(actsIn(text)).toContain(what);
  });

  it('sees that a lone backslash before a letter saves nothing', () => {
    expect(actsIn('\\a**b**')).toContain('emphasis');
  });
});

describe('quoteBlocks', () => {
  it('never lets a sender’s words act, and keeps every letter of them', () => {
    fc.assert(
      fc.property(nasty, fc.integer({ min: 40, max: 400 }), (text, limit) => {
        const blocks = quoteBlocks(text, limit);
        const lines = blocks.flatMap((block) => block.split('\n'));
        for (const block of blocks) expect(block.length).toBeLessThanOrEqual(limit);
        for (const line of lines) {
          expect(line).toMatch(quoteMark);
          expect(actsIn(line.replace(quoteMark, ''))).toEqual([]);
        }
        const back = lines.map((line) => shown(line.replace(quoteMark, ''))).join('');
        expect(visible(back)).toBe(visible(text));
      }),
      { numRuns: 400 },
    );
  });

  it('takes the longest messages Discord takes, whatever is in them', () => {
    for (const text of [
      '*'.repeat(4_000),
      'a\n'.repeat(2_000),
      'æ'.repeat(4_000),
      '👨‍👩‍👧'.repeat(500),
      '🇳🇴'.repeat(1_000),
      'ord '.repeat(1_000),
    ]) {
      const blocks = quoteBlocks(text, 3_000);
      expect(blocks.length).toBeLessThanOrEqual(4);
      const back = blocks.map((block) => block.replaceAll(/^> /gmu, '')).join('');
      expect(visible(shown(back))).toBe(visible(text));
    }
  });

  it('breaks between words where it can', () => {
    expect(quoteBlocks('en to tre fire fem seks sju åtte ni ti elleve', 40)).toEqual([
      '> en to tre fire fem seks sju åtte ni ',
      '> ti elleve',
    ]);
  });

  it('has nothing for a text without visible words', () => {
    for (const text of ['', ' \n\t', '\u200B\u202E', '\n\n\n']) expect(quoteBlocks(text, 100)).toEqual([]);
  });

  it('leaves clock times and smileys readable', () => {
    expect(quoteBlocks('kl 18:30 :)', 100)).toEqual(['> kl 18:30 :\\)']);
  });
});

describe('inline', () => {
  it('is one line in which nothing acts', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const safe = inline(text);
        expect(safe).not.toContain('\n');
        expect(actsIn(safe)).toEqual([]);
        expect(visible(shown(safe))).toBe(visible(text));
      }),
      { numRuns: 200 },
    );
  });
});

describe('staffWords', () => {
  it('lets web addresses be links and nothing else act', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        for (const line of staffWords(text).split('\n')) {
          const withoutLinks = line.replaceAll(/https?:\/\/[^\s<>()[\]\\|*`]+/gu, 'lenke');
          expect(actsIn(withoutLinks)).toEqual([]);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('keeps an address whole', () => {
    expect(staffWords('Se https://www.ung.no/hjelp_oss og *husk* det')).toBe(
      'Se https://www.ung.no/hjelp_oss og \\*husk\\* det',
    );
  });
});

describe('cutTo', () => {
  it('says with «…» that something is missing, and never leaves half a character or half an escape', () => {
    expect(cutTo('kort', 4)).toBe('kort');
    expect(cutTo('langt', 4)).toBe('lan…');
    expect(cutTo('ab👋cd', 4)).toBe('ab…');
    expect(cutTo('ab\\*cd', 4)).toBe('ab…');
  });
});

describe('a number in a text', () => {
  it.each([
    ['Ring 116 117 eller 12 34 56 78.', 'Ring 116~117 eller 12~34~56~78.'],
    ['Vi åpner kl. 18.00, til kl. 21.00', 'Vi åpner kl.~18.00, til kl.~21.00'],
    ['Skriv det slik: 2026-11-25 18:00.', 'Skriv det slik: 2026-11-25 18:00.'],
    ['112 (politi), 113 (ambulanse)', '112 (politi), 113 (ambulanse)'],
  ])('is on one line: %s', (text, expected) => {
    expect(unbroken(text)).toBe(expected.replaceAll('~', '\u{A0}'));
  });
});
