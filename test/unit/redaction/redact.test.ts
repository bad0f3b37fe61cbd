import { describe, expect, it } from 'vitest';
import { RawText } from '../../../src/core/raw-text.ts';
import { createRedactor } from '../../../src/core/redaction/redact.ts';
import { contextWith, digest, masked, noMemory, redactor, redactWith } from './redactor-fixture.ts';

describe('redact', () => {
  it.each([
    ['jeg heter Tindra og går på Lyngmo skole', 'jeg heter [navn 1] og går på [skole]'],
    ['ring meg på 412 34 567', 'ring meg på [telefonnummer]'],
    ['ring +47 41234567 nå', 'ring +47 [telefonnummer] nå'],
    ['fnr 21841278901', 'fnr [fødselsnummer]'],
    ['skriv til ola.test@example.com', 'skriv til [e-post]'],
    ['vi bor i Bjørkeveien 14B, 0195 Oslo', 'vi bor i [adresse]'],
    ['født 12.03.2009', 'født [fødselsdato]'],
    ['konto 1234 56 78903', 'konto [kontonummer]'],
    ['kortet er 4242 4242 4242 4242', 'kortet er [kontonummer]'],
    ['ip 192.0.2.17', 'ip [IP-adresse]'],
    ['snap: tacofredag_7', 'snap: [brukernavn 1]'],
    ['https://www.instagram.com/tacofredag_7 se', 'https://www.instagram.com/[lenke] se'],
    ['her 59.91390, 10.75220', 'her [posisjon]'],
    ['bilen AB 12345', 'bilen [bilskilt]'],
  ])('it masks each kind: %s', (text, expected) => {
    expect(masked(text)).toBe(expected);
  });

  it('numbers people in the order they are named and keeps the number within a message', () => {
    expect(masked('Tindra slo Njål, og Njål slo Tindra')).toBe('[navn 1] slo [navn 2], og [navn 2] slo [navn 1]');
  });

  it('writes placeholders in the language of the reader', () => {
    const text = 'jeg heter Tindra, ring 41234567';
    expect(redactWith(text, { language: 'nn' }).text).toBe('jeg heter [namn 1], ring [telefonnummer]');
    expect(redactWith(text, { language: 'en' }).text).toBe('jeg heter [name 1], ring [phone number]');
  });

  it('gives a name the same number in later messages, by any of its parts', () => {
    const first = redactWith('jeg er sammen med Tindra Brekke');
    const second = redactWith('Oskar hater tindra', { memory: first.memory });
    expect(second.text).toBe('[navn 2] hater [navn 1]');
  });

  it('masks a remembered name also where it reads as a word', () => {
    const first = redactWith('broren min heter stein');
    expect(masked('han kasta stein')).toBe('han kasta stein');
    expect(redactWith('han kasta stein', { memory: first.memory }).text).toBe('han kasta [navn 1]');
  });

  it('masks a remembered handle without its cue', () => {
    const first = redactWith('snap: pixelpus');
    expect(redactWith('pixelpus svarer ikke', { memory: first.memory }).text).toBe('[brukernavn 1] svarer ikke');
  });

  it('keeps digests and never values in its memory', () => {
    const { memory } = redactWith('Tindra Brekke på snap: tacofredag_7');
    expect(memory.entries).toHaveLength(4);
    expect(JSON.stringify(memory).toLowerCase()).not.toMatch(/tindra|brekke|taco/);
    expect(memory.entries.every((entry) => /^[\da-f]{64}$/.test(entry.digest))).toBe(true);
  });

  it.each([
    [['nummeret mitt er 412 34'], '567', '[telefonnummer]'],
    [['412', '34'], '567 ring', '[telefonnummer] ring'],
    [['fnr 010899'], '12345', '[fødselsnummer]'],
    [['nummeret er 40 00'], '14 12', '[telefonnummer]'],
    [['nummeret er 40'], '116 111', '[telefonnummer]'],
  ])('it masks the end of a number begun in earlier messages: %s + %s', (earlier, text, expected) => {
    expect(redactWith(text, { earlier: earlier.map((part) => new RawText(part)) }).text).toBe(expected);
  });

  it.each([
    ['vi var 40', '116 111'],
    ['jeg ringte 116', '117'],
    ['ring heller', '116 117'],
  ])('keeps a help line although a number stood in an earlier message: %s + %s', (before, text) => {
    expect(redactWith(text, { earlier: [new RawText(before)] }).text).toBe(text);
  });

  it('leaves a number alone when earlier messages do not complete it', () => {
    const earlier = [new RawText('jeg er 15 år')];
    expect(redactWith('han er 17', { earlier }).text).toBe('han er 17');
  });

  it('names kind, rule and offsets of the original in its findings, never the value', () => {
    expect(redactWith('ring 412 34 567').findings).toEqual([
      { start: 5, end: 15, kind: 'PHONE', ruleId: 'phone.eight-digits' },
    ]);
  });

  it('leaves placeholders of every language as they are', () => {
    const text = '[navn 1] og [namn 2] og [name 3] ringte [telefonnummer] fra [address]';
    expect(masked(text)).toBe(text);
  });

  it('does not take other words in brackets for placeholders', () => {
    expect(masked('[Tindra] og [41234567]')).toBe('[[navn 1]] og [[telefonnummer]]');
  });

  it('uses names, schools and streets a municipality adds', () => {
    const local = createRedactor({
      protectedNumbers: [],
      localNames: ['Zyx'],
      localSchools: ['Tunet'],
      localStreets: ['Hjørnet'],
    });
    const context = contextWith();
    expect(local.redact(new RawText('zyx på tunet ved hjørnet'), context).text).toBe(
      '[navn 1] på [skole] ved [adresse]',
    );
    expect(masked('zyx på tunet ved hjørnet')).toBe('zyx på tunet ved hjørnet');
  });

  it('keeps the numbers of a municipality however they are set up and written', () => {
    const local = createRedactor({ protectedNumbers: ['33 44 55 66'] });
    for (const text of [
      'ring 33445566',
      'ring 33 44 55 66',
      'ring +47 334 45 566',
      'ring tre tre fire fire fem fem seks seks',
    ]) {
      expect(local.find(text)).toEqual([]);
    }
    expect(redactor.find('ring 33445566')).toHaveLength(1);
  });

  it('finds in bare text without any context, for the guard on outgoing text', () => {
    expect(redactor.find('Hei Tindra').map(({ kind }) => kind)).toEqual(['NAME']);
    expect(redactor.find('Hei tacofredag', { memory: noMemory, digest })).toEqual([]);
  });
});
