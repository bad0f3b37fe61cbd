import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { simpleQuestionIn } from '../../../src/core/questions/simple-question.ts';
import type { SimpleQuestion } from '../../../src/core/questions/simple-question.ts';

/** Invented messages that are a simple question and nothing else. */
const asked: Readonly<Record<SimpleQuestion, readonly string[]>> = {
  hours: [
    'når har dere åpent?',
    'Når har dere åpent i dag',
    'nar har dere apent',
    'hei når åpner dere',
    'har dere åpent nå??',
    'Er dere her?',
    'er det noen der',
    'Hei! Er det noen her?',
    'hvor lenge har dere åpent i kveld',
    'åpningstider?',
    'når får jeg svar',
    'når har de ope?',
    'når opnar de i morgon',
    'er de opne no',
    'when are you open?',
    'Hi, are you open now',
    'is anyone there?',
    'hei lurer på når dere åpner'.replace('når dere åpner', 'når åpner dere'),
  ],
  bot: [
    'er du en bot?',
    'er du bot',
    'Er dette en robot?',
    'er du et menneske eller en bot',
    'snakker jeg med en AI',
    'er du ein bot',
    'are you a bot',
    'Am I talking to a human?',
  ],
  where: [
    'hvor finner jeg dere?',
    'Hvor er dere',
    'hva er adressen deres',
    'hvor holder dere til da?',
    'kvar finn eg dykk',
    'where are you?',
    'how can I reach you',
  ],
  'who-reads': [
    'hvem leser dette?',
    'Hei hvem er du',
    'hvem kan se meldingene mine',
    'hvem ser det jeg skriver',
    'kven les dette',
    'who reads this?',
    'who am i talking to',
  ],
  thanks: ['takk', 'Tusen takk!', 'ok takk', 'takk for hjelpen', 'Takk skal du ha.', 'thanks', 'thank you so much!'],
  greeting: ['hei', 'Heisann!', 'hallo', 'hei hei', 'God kveld', 'hi', 'Hello there'],
};

/** Near misses: something more, or something else, is said. Every one must go to people without a ready answer. */
const notSimple: readonly string[] = [
  '',
  '?',
  'når har dere åpent? jeg har det ikke bra',
  'når har dere åpent jeg må snakke med noen nå',
  'er dere her? jeg er redd',
  'er det noen der som kan hjelpe meg',
  'er det noen som bryr seg',
  'er noen der ute',
  'hei 😢',
  'hei :(',
  'hei...? jeg orker ikke mer',
  'takk for alt',
  'takk for alt dere har gjort for meg',
  'takk og farvel',
  'tusen takk og ha det',
  'ha det',
  'hade',
  'takk for meg',
  'er du en bot for da sier jeg ingenting',
  'er du en bot? ingen mennesker bryr seg',
  'hvem leser dette, pappa må ikke se det',
  'hvem ser det hvis jeg sier fra om noen',
  'hvor er dere når man trenger dere',
  'hvor finner jeg piller',
  'hvor finner jeg noen å snakke med',
  'hvem er du egentlig ute etter',
  'hei jeg er 13',
  'hei kan jeg snakke med noen',
  'når er det best å dø',
  'når slutter det å gjøre vondt',
  'thanks for everything',
  'thank you goodbye',
  'are you there god',
  'who are you to judge',
  'ok',
  'nei takk',
  'takk men det hjelper ikke',
  'hei '.repeat(40),
];

describe.each(Object.entries(asked))('«%s»', (question, messages) => {
  it.each(messages)('is what «%s» asks', (message) => {
    expect(simpleQuestionIn(message)).toBe(question);
  });
});

describe('a simple question', () => {
  it.each(notSimple)('is not «%s»', (message) => {
    expect(simpleQuestionIn(message)).toBeUndefined();
  });

  it('is none with anything more said after it', () => {
    const messages = Object.values(asked).flat();
    fc.assert(
      fc.property(
        fc.constantFrom(...messages),
        fc.constantFrom(
          'jeg vil ikke leve',
          'han slår meg',
          'hjelp',
          'redd',
          'jeg har kuttet meg',
          'i want to die',
          '💔',
          'farvel',
        ),
        fc.boolean(),
        (message, more, first) => {
          expect(simpleQuestionIn(first ? `${more} ${message}` : `${message} ${more}`)).toBeUndefined();
        },
      ),
    );
  });

  it('is looked for in any text without failing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect([undefined, ...Object.keys(asked)]).toContain(simpleQuestionIn(text));
      }),
    );
  });
});

describe('the labelled triage examples', () => {
  const read = (name: string) =>
    readFileSync(new URL(`../../examples/triage/${name}`, import.meta.url), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { readonly text: string; readonly level: string });
  const examples = ['train.jsonl', 'dev.jsonl', 'held-out.jsonl'].flatMap(read);

  it('hold no worrying message that would get a ready answer, and some harmless ones that would', () => {
    const answered = examples.filter(({ text }) => simpleQuestionIn(text) !== undefined);
    expect(examples.filter(({ level }) => level !== 'none').length).toBeGreaterThan(1_000);
    expect(answered.length).toBeGreaterThan(0);
    expect(answered.filter(({ level }) => level !== 'none')).toEqual([]);
  });
});
