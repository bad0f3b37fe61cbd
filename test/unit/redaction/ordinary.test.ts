import { describe, expect, it } from 'vitest';
import { createLexicon } from '../../../src/core/redaction/lexicon.ts';
import { isOrdinary } from '../../../src/core/redaction/ordinary.ts';
import { createReader } from '../../../src/core/redaction/read-message.ts';
import { createRedactor } from '../../../src/core/redaction/redact.ts';

const read = createReader(createLexicon([]))();

function ordinary(text: string): boolean {
  return isOrdinary(read(text));
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
    expect(ordinary('jeg er redd baklengs')).toBe(false);
  });

  it('may hold placeholders', () => {
    expect(ordinary('[fugl 1] er redd')).toBe(false);
    expect(ordinary('[navn 1] er redd')).toBe(true);
  });

  it('still give way to the schools and streets of a municipality', () => {
    const local = createRedactor({ protectedNumbers: [], localSchools: ['toppen'], localStreets: ['bunnen'] });
    expect(local.find('jeg er redd på toppen').map(({ kind }) => kind)).toEqual(['SCHOOL']);
    expect(local.find('jeg er redd på bunnen').map(({ kind }) => kind)).toEqual(['ADDRESS']);
  });
});
