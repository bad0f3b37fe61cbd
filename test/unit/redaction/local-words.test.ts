import { describe, expect, it } from 'vitest';
import { RawText } from '../../../src/core/raw-text.ts';
import { faultsOfLocalWords, localWordsSchema, redactorWords } from '../../../src/core/redaction/local-words.ts';
import { createRedactor } from '../../../src/core/redaction/redact.ts';

const words = localWordsSchema.parse({
  names: ['Trollulf'],
  schools: ['Nordre Eksempel'],
  streets: ['Tullekroken'],
  examples: [
    { text: 'så trollulf i byen', masked: 'så [navn 1] i byen' },
    { text: 'slåss ved nordre  eksempel', masked: 'slåss ved [skole]' },
    { text: 'møt meg i tullekroken', masked: 'møt meg i [adresse]' },
  ],
});

describe('local words', () => {
  it('are used when each stands in an example that comes out as written', () => {
    expect(faultsOfLocalWords(words, [])).toEqual([]);
  });

  it('are refused when one has no example', () => {
    expect(faultsOfLocalWords({ ...words, names: ['Trollulf', 'Nisselin'] }, [])).toEqual([
      { path: ['names', 1], message: 'has no example that holds it and masks it; write one in examples' },
    ]);
  });

  it('are refused when an example shows the word it is for', () => {
    const shown = { ...words, examples: words.examples.map(({ text }) => ({ text, masked: text })) };
    expect(faultsOfLocalWords(shown, []).map(({ path }) => path)).toEqual([
      ['names', 0],
      ['schools', 0],
      ['streets', 0],
      ['examples', 0, 'masked'],
      ['examples', 1, 'masked'],
      ['examples', 2, 'masked'],
    ]);
  });

  it('are refused when an example comes out otherwise, with what came out', () => {
    const examples = [...words.examples, { text: 'ring 75 55 50 00', masked: 'ring [telefonnummer]' }];
    expect(faultsOfLocalWords({ ...words, examples }, ['75555000'])).toEqual([
      { path: ['examples', 3, 'masked'], message: 'is not what comes out: ring 75 55 50 00' },
    ]);
  });

  it('may show placeholders in any language of the service', () => {
    const examples = ['[namn 1]', '[name 1]', '[navn 1]'].map((placeholder) => ({
      text: 'så trollulf i byen',
      masked: `så ${placeholder} i byen`,
    }));
    expect(faultsOfLocalWords({ ...words, schools: [], streets: [], examples }, [])).toEqual([]);
  });

  it('say nothing when there are none', () => {
    expect(faultsOfLocalWords(localWordsSchema.parse({}), [])).toEqual([]);
  });

  it('are put together for all municipalities, each once', () => {
    expect(redactorWords([words, { ...words, names: ['Nisselin', 'Trollulf'] }])).toEqual({
      localNames: ['Nisselin', 'Trollulf'],
      localSchools: ['Nordre Eksempel'],
      localStreets: ['Tullekroken'],
    });
  });

  it.each([
    ['names', ['ab'], 'needs at least three letters'],
    ['streets', ['x'.repeat(61)], 'is longer than 60 characters'],
  ])('are short and few: %s', (key, value, message) => {
    const parsed = localWordsSchema.safeParse({ [key]: value });
    expect(parsed.error?.issues[0]?.message).toBe(message);
  });

  it('of several words are one finding', () => {
    const redactor = createRedactor({ protectedNumbers: [], ...redactorWords([words]) });
    const text = 'bor i tullekroken ved nordre eksempel';
    const context = { language: 'nb', memory: { entries: [] }, digest: (value: string) => value, earlier: [] } as const;
    expect(redactor.redact(new RawText(text), context).text).toBe('bor i [adresse] ved [skole]');
  });
});
