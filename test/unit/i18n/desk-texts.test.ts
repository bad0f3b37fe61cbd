import { describe, expect, it } from 'vitest';
import { deskTextsIn } from '../../../src/i18n/desk/catalogue.ts';

/** Every text, with its place; a text that takes words is given some. */
function textsOf(value: unknown, place = ''): readonly (readonly [place: string, text: string])[] {
  if (typeof value === 'string') return [[place, value]];
  if (typeof value === 'function') return [[place, String((value as (...words: string[]) => unknown)('A', 'B', 'C'))]];
  return Object.entries(value as object).flatMap(([key, part]) =>
    textsOf(part, place === '' ? key : `${place}.${key}`),
  );
}

const [nb, nn] = [textsOf(deskTextsIn('nb')), textsOf(deskTextsIn('nn'))];

/** Common words that are written otherwise in nynorsk. */
const bokmal =
  /(?<!\p{L})(?:ikke|jeg|hvem|hva|hvor|hvordan|hvorfor|noen|noe|dere|fra|blir slettet|åpne|åpent|ingenting er lagret|lenka|ansatt|melding er|skrev|kollegaen|nå)(?!\p{L})/iu;

describe('the desk in nynorsk', () => {
  it('has every text of bokmål', () => {
    expect(nb.length).toBeGreaterThan(250);
    expect(nn.map(([place]) => place).toSorted()).toEqual(nb.map(([place]) => place).toSorted());
    for (const [place, text] of nn) expect([place, text.trim()]).not.toEqual([place, '']);
  });

  it('is nynorsk', () => {
    expect(nn.filter(([, text]) => bokmal.test(text))).toEqual([]);
  });

  it('would be told of bokmål if there were any', () => {
    expect(nb.filter(([, text]) => bokmal.test(text)).length).toBeGreaterThan(60);
  });
});
