import { describe, expect, it } from 'vitest';
import { Coverage } from '../../../src/core/redaction/coverage.ts';
import { createLexicon } from '../../../src/core/redaction/lexicon.ts';
import type { Message } from '../../../src/core/redaction/message.ts';
import { isOrdinary } from '../../../src/core/redaction/ordinary.ts';
import { createRedactor } from '../../../src/core/redaction/redact.ts';
import { tokensOf } from '../../../src/core/redaction/tokens.ts';
import { viewOf } from '../../../src/core/redaction/view.ts';
import { createWordFacts } from '../../../src/core/redaction/word-facts.ts';

const lexicon = createLexicon([]);
const factsOf = createWordFacts(lexicon);

function ordinary(text: string, settled: Coverage = new Coverage(0, []), reversed = false): boolean {
  const view = viewOf(text);
  const tokens = tokensOf(view, () => false);
  const facts = tokens.map(({ kind, lower }) => (kind === 'word' ? factsOf(lower) : { bits: 0, hints: 0 }));
  const [bits, hints] = [facts.map((word) => word.bits), facts.map((word) => word.hints)];
  const message: Message = { view, tokens, bits, hints, hasDigits: /\d/.test(text), lexicon, reversed };
  return isOrdinary(message, settled);
}

describe('ordinary messages', () => {
  it.each(['jeg er redd', 'Jeg er redd. Hva skal jeg gjøre?', 'jeg er redd!!!', 'jeg er redd 😢'])(
    'are «%s»',
    (text) => {
      expect(ordinary(text)).toBe(true);
    },
  );

  it.each([
    'jeg er 12',
    'kari er redd',
    'sol er redd',
    'jeg er Redd',
    'JEG er redd',
    'jeg bor i oslo',
    'jeg er qwrtzu',
    'jeg er på snap',
    'jeg går på skole',
    'vi sees i mai',
    'jeg har fem katter',
    'min adresse er ny, gate og vei',
    'jeg krøllalfa',
    'jeg.redd',
    'jeg @ redd',
    'j e g e r redd',
  ])('are not «%s»', (text) => {
    expect(ordinary(text)).toBe(false);
  });

  it('are not read backwards', () => {
    expect(ordinary('jeg er redd', undefined, true)).toBe(false);
  });

  it('may hold placeholders', () => {
    const text = '[navn 1] er redd';
    expect(ordinary(text)).toBe(false);
    expect(ordinary(text, new Coverage(text.length, [{ start: 0, end: 8 }]))).toBe(true);
  });

  it('still give way to the schools and streets of a municipality', () => {
    const local = createRedactor({ protectedNumbers: [], localSchools: ['toppen'], localStreets: ['bunnen'] });
    expect(local.find('jeg er redd på toppen').map(({ kind }) => kind)).toEqual(['SCHOOL']);
    expect(local.find('jeg er redd på bunnen').map(({ kind }) => kind)).toEqual(['ADDRESS']);
  });
});
