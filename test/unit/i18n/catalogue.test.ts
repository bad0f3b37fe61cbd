import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogues } from '../../../src/i18n/catalogue.ts';
import { phoneNumber } from '../../../src/core/texts/banned-words.ts';
import { catalogueLanguages } from '../../../src/core/language.ts';
import { lix, sentencesOf, wordsOf } from '../../../src/core/texts/reading.ts';

const sections = Object.keys(catalogues.nb) as (keyof typeof catalogues.nb)[];

/** The parameters a text asks for, seen by watching what it takes out of its argument. */
function parametersOf(text: (parameters: never) => string): readonly string[] {
  const asked = new Set<string>();
  const watcher = new Proxy(
    {},
    {
      get: (_, key) => {
        asked.add(String(key));
        return undefined;
      },
    },
  );
  try {
    text(watcher as never);
  } catch {
    // A text that looks its parameter up in a table fails on a missing one, after it has been asked for.
    expect(asked.size).toBeGreaterThan(0);
  }
  return [...asked].sort();
}

describe.each(catalogueLanguages)('the catalogue in %s', (language) => {
  it.each(sections)('has the texts of bokmål in «%s», with the same parameters', (section) => {
    const source = catalogues.nb[section] as Record<string, (parameters: never) => string>;
    const translated = catalogues[language][section] as Record<string, (parameters: never) => string>;
    expect(Object.keys(translated).sort()).toEqual(Object.keys(source).sort());
    for (const [key, text] of Object.entries(source)) {
      const wanted = parametersOf(text);
      expect([key, parametersOf(translated[key] ?? text)]).toEqual([key, wanted]);
    }
  });
});

const filesUnder = (folder: string): readonly string[] => {
  const root = new URL(`../../../${folder}/`, import.meta.url);
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(new URL(name, root), 'utf8'));
};

const number = new RegExp(phoneNumber, 'gu');

describe('the source of texts and views', () => {
  it('holds no phone number: they come from the contact register', () => {
    const sources = [...filesUnder('src/i18n'), ...filesUnder('src/discord/views')];
    expect(sources.length).toBeGreaterThan(20);
    for (const source of sources) expect(source.match(number)).toBeNull();
  });

  it('would find one if it were there', () => {
    for (const written of ['Ring 113 nå', '116 117', '02800', '22 40 00 40', '800 33 321']) {
      expect(written.match(number)).not.toBeNull();
    }
  });
});

describe('readability', () => {
  it('counts words, sentences and long words as LIX does', () => {
    expect(wordsOf('Ring 113 nå. Du er ikke alene!')).toHaveLength(7);
    expect(sentencesOf('Vi åpner kl. 18.00 den 21. november. Skriv da.')).toHaveLength(2);
    expect(lix('Vi er her nå. Skriv til oss.')).toBe(3.5);
    expect(lix('Kommunalområdets behandlingsoversikt dokumenteres.')).toBe(103);
  });
});
