import { describe, expect, it } from 'vitest';
import {
  isValidFodselsnummer,
  isValidKontonummer,
  passesLuhn,
  startsWithBirthDate,
} from '../../../src/core/redaction/check-digits.ts';
import { Coverage } from '../../../src/core/redaction/coverage.ts';
import { cueWords } from '../../../src/core/redaction/cue-words.ts';
import { createLexicon, lexeme } from '../../../src/core/redaction/lexicon.ts';
import { readGluedNumberWords, readNumberWord } from '../../../src/core/redaction/number-words.ts';
import { tokensOf } from '../../../src/core/redaction/tokens.ts';
import { viewOf } from '../../../src/core/redaction/view.ts';

describe('check digits', () => {
  it('tell a kontonummer and a card from one with a digit changed', () => {
    expect(isValidKontonummer('86011117947')).toBe(true);
    expect(isValidKontonummer('86011117946')).toBe(false);
    expect(isValidKontonummer('8601111794')).toBe(false);
    expect(passesLuhn('4242424242424242')).toBe(true);
    expect(passesLuhn('4242424242424241')).toBe(false);
  });

  it('tell a test number from random digits', () => {
    expect(isValidFodselsnummer('10915596784')).toBe(true);
    expect(isValidFodselsnummer('10915596785')).toBe(false);
  });

  it.each([
    ['010110', true],
    ['310110', true],
    ['410110', true],
    ['710110', true],
    ['018110', true],
    ['014110', true],
    ['320110', false],
    ['001110', false],
    ['011310', false],
    ['010010', false],
  ])('know whether %s can be a date of birth: %s', (digits, expected) => {
    expect(startsWithBirthDate(digits)).toBe(expected);
  });
});

describe('number words', () => {
  it.each([
    ['null', '0'],
    ['ein', '1'],
    ['syv', '7'],
    ['tolv', '12'],
    ['nitti', '90'],
    ['nittiseks', '96'],
    ['seksognitti', '96'],
    ['twenty-one', '21'],
    ['nihundreogfem', '905'],
    ['trehundre', '300'],
    ['čieža', '7'],
  ])('read %s as %s', (word, digits) => {
    expect(readNumberWord(word)?.digits).toBe(digits);
  });

  it.each(['nittinull', 'tolvhundre', 'seksten-en', 'tanta', 'ennå', 'førtiden'])('leave %s', (word) => {
    expect(readNumberWord(word)).toBeUndefined();
  });

  it('read words written as one only when every letter is used', () => {
    expect(readGluedNumberWords('nitreseksnull')).toBe('9360');
    expect(readGluedNumberWords('nittisekstjueto')).toBe('9622');
    expect(readGluedNumberWords('nitreseksnullx')).toBeUndefined();
    expect(readGluedNumberWords('tretre')).toBe('33');
  });
});

describe('view', () => {
  it.each([
    ['abc æøå', 'abc æøå'],
    ['a\u200bb\u00adc', 'abc'],
    ['ｋａｒｉ', 'kari'],
    ['ᴋᴀʀɪ', 'kari'],
    ['Каri', 'Kari'],
    ['Кара', 'Кара'],
    ['e\u0301', 'é'],
    ['k\u0336a\u0336', 'ka'],
    ['⑳', '20'],
    ['٤', '4'],
    ['🇳🇴', '\ufffc'],
    ['🇰 🇦 🇷 🇮', 'KARI'],
    ['k a r i', 'kari'],
    ['k.a.r.i', 'kari'],
    ['1 2 3 4', '1 2 3 4'],
    ['k**ar**i', 'kari'],
    ['** kari **', '** kari **'],
    ['\u0301x', 'x'],
    ['\ud83d', '\ud83d'],
  ])('reads %j as %j', (text, expected) => {
    expect(viewOf(text).text).toBe(expected);
  });

  it('knows where each character came from', () => {
    const view = viewOf('a\u200b④x');
    expect([view.startOf(1), view.endOf(1)]).toEqual([2, 3]);
    expect([view.startOf(2), view.endOf(2)]).toEqual([3, 4]);
  });
});

describe('tokens', () => {
  const tokens = (text: string): readonly string[] =>
    tokensOf(viewOf(text), (lower) => lower === 'på').map(({ text: piece }) => piece);

  it.each([
    ['Hei, du!', ['Hei', ',', 'du', '!']],
    ['8B H0203', ['8', 'B', 'H0203']],
    ['på93345938 isak2011', ['på', '93345938', 'isak2011']],
    ["Per-Inge's snap-en", ["Per-Inge's", 'snap-en']],
    ['K@ri a@b.no', ['K@ri', 'a', '@', 'b', '.', 'no']],
  ])('splits %j', (text, expected) => {
    expect(tokens(text)).toEqual(expected);
  });

  it('knows casing and where sentences open', () => {
    const list = tokensOf(viewOf('Ida så KARI. Per McKay iPhone'), () => false);
    expect(list.map(({ casing }) => casing)).toEqual(['title', 'lower', 'upper', 'lower', 'title', 'title', 'mixed']);
    expect(list.map(({ opensSentence }) => opensSentence)).toEqual([true, false, false, false, true, false, false]);
  });
});

describe('lexicon', () => {
  const { of } = createLexicon(['Zyx']);
  const is = (word: string, bit: number): boolean => (of(word) & bit) !== 0;

  it('knows words by their forms, by apostrophe, by hyphen and as compounds', () => {
    for (const word of ['jentene', 'kasta', 'tryggere', "i'm", 'gym-time', 'nabojenta', 'meg', 'skoletimen'])
      expect(is(word, lexeme.word), word).toBe(true);
    expect(of('zyxqenta')).toBe(0);
  });

  it('lets names win over forms of words, and words over names from afar', () => {
    expect(is('karen', lexeme.word)).toBe(false);
    expect(is('karen', lexeme.given)).toBe(true);
    expect(is('han', lexeme.given)).toBe(false);
    expect(is('stein', lexeme.given) && is('stein', lexeme.word)).toBe(true);
  });

  it('takes the names of a municipality for names and nothing else', () => {
    expect(of('zyx')).toBe(lexeme.given);
  });

  it('knows cue words with two letters swapped or one missing, unless that is a word', () => {
    const cue = cueWords('telefon tante');
    for (const word of ['telefon', 'tleefon', 'telfon']) expect(cue.has(word)).toBe(true);
    for (const word of ['tlf', 'tanke', 'telefoner']) expect(cue.has(word)).toBe(false);
  });
});

describe('coverage', () => {
  const few = [
    { start: 2, end: 4 },
    { start: 8, end: 9 },
  ];
  const many = [...few, ...Array.from({ length: 20 }, () => ({ start: -5, end: 1 }))];

  it.each([
    ['few', few, false],
    ['many', many, true],
  ])('answers the same for %s stretches', (_name, stretches, atStart) => {
    const coverage = new Coverage(10, stretches);
    expect(
      [
        [0, 1],
        [1, 2],
        [1, 3],
        [3, 4],
        [4, 8],
        [7, 9],
        [9, 10],
        [5, 99],
      ].map(([start = 0, end = 0]) => coverage.touches(start, end)),
    ).toEqual([atStart, false, true, true, false, true, false, true]);
  });
});
