import { describe, expect, it } from 'vitest';
import { letterTriples, looksLikely, readability } from '../../../src/core/triage/readability.ts';
import { tokenise } from '../../../src/core/triage/text/tokens.ts';

const read = (text: string, known: number) => readability(tokenise(text), known);

describe('whether a text can be read', () => {
  it.each([
    ['nothing', '', 0],
    ['numbers alone', '12 2026 50kr', 0],
    ['greetings and thanks in newcomers’ languages', 'dzień dobry dziękuję', 0],
    ['one unknown word', 'zxcvbnmqwrtp', 0],
    ['two unknown words that are short', 'zx qwrt', 0],
    ['two unknown words when one is known', 'zxcvbnm qwrtplkj', 0.5],
    ['four words of which a third is known', 'ab cd ef gh', 0.34],
    ['foreign letters in fewer than half of the words', 'jeg heter ليلى og liker', 0.8],
    ['one small word of another language', 'jeg bor hos und vennen min', 0.9],
    ['small words of another language in a text that is known', 'nie und', 0.95],
  ])('calls %s readable', (_, text, known) => {
    expect(read(text, known)).toBe('readable');
  });

  it.each([
    ['two unknown words of eight letters together', 'zxcv qwrt', 0],
    ['four words of which fewer than a third are known', 'ab cd ef gh', 0.33],
    ['foreign letters in half of the words', 'hei ليلى', 1],
    ['two small words of another language', 'nie chcę już und so weiter', 0.94],
  ])('calls %s unknown', (_, text, known) => {
    expect(read(text, known)).toBe('unknown');
  });

  it('counts numbers as no words: two unknown ones beside a number are judged alone', () => {
    expect(read('zxcv qwrt 12 13', 0)).toBe('unknown');
    expect(read('zxcv 12 13 14', 0)).toBe('readable');
  });
});

describe('whether an unknown word could be one of ours', () => {
  const triples = letterTriples(['skolen', 'hesten']);

  it('marks the edges of the words it learns from', () => {
    expect([...letterTriples(['ab'])]).toEqual([' ab', 'ab ']);
    expect([...letterTriples(['abc'])]).toEqual([' ab', 'abc', 'bc ']);
  });

  it('needs four of five triples to be common', () => {
    expect(looksLikely('skolen', triples)).toBe(true);
    // « sk», «sko», «kol», «ole», «len», «en » are common; «xsk» is not.
    expect(looksLikely('skolenx', triples)).toBe(false);
    expect(looksLikely('hestolen', triples)).toBe(false);
    expect(looksLikely('qwrtplk', triples)).toBe(false);
  });

  it('says nothing of words under five letters', () => {
    expect(looksLikely('sko', letterTriples(['sko']))).toBe(false);
    expect(looksLikely('skol', letterTriples(['skol']))).toBe(false);
    expect(looksLikely('skole', letterTriples(['skole']))).toBe(true);
  });
});
