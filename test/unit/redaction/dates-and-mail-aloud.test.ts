import { describe, expect, it } from 'vitest';
import { redactor } from './redactor-fixture.ts';

const seen = (text: string): readonly string[] =>
  redactor.find(text).map(({ start, end, kind }) => `${kind} ${text.slice(start, end)}`);

describe('dates of birth in odd dress', () => {
  it.each([
    ['født 14(03)2010', '14(03)2010'],
    ['født 14|03|2010', '14|03|2010'],
    ['født 14_03_2010', '14_03_2010'],
    ['bursdag 1 4 . 0 3 . 2 0 1 0', '1 4 . 0 3 . 2 0 1 0'],
    ['bursdag 14-III-2010', '14-III-2010'],
    ['født 2010 mars 14', '2010 mars 14'],
    ['f.23.10.07 står det på resepten', '23.10.07'],
    ['bursdagen min er 14 tredje', '14 tredje'],
    ['bursdagen min er fjortende dag i tredje måned', 'fjortende dag i tredje måned'],
    ['born fourteenth of march twenty ten', 'fourteenth of march twenty ten'],
  ])('are found in «%s»', (text, date) => {
    expect(seen(text)).toEqual([`BIRTHDATE ${date}`]);
  });

  it.each(['vi sees 14|03|2027', 'det er tredje gang i fjerde klasse'])('are not seen in «%s»', (text) => {
    expect(seen(text)).toEqual([]);
  });
});

describe('e-mail addresses with other signs', () => {
  it.each([
    'luz.mar arroba gmail punto com',
    'kari.n małpa poczta kropka pl',
    'kari.test hos gmail',
    'karitest på gmail punktum com',
    'karitest(@)gmail(.)com',
    'karitest%40gmail.com',
    'karitest&#64;gmail.com',
    'karitest🌀gmail.com',
    'karitest@\ngmail.com',
  ])('are found in «%s»', (address) => {
    expect(seen(`skriv til ${address}`)).toEqual([`EMAIL ${address}`]);
  });

  it('are found where only the host follows', () => {
    expect(seen('mailen er karitest at gmail')).toEqual(['EMAIL karitest at gmail']);
  });

  it.each(['jeg er på gmail hver dag', 'kontoen min på outlook er stengt', '50%40 er feil'])(
    'are not seen in «%s»',
    (text) => {
      expect(seen(text)).toEqual([]);
    },
  );
});

describe('what a name and a place hang on', () => {
  it.each([
    ['da vi kom hjem satt rune i trappa', 'NAME rune'],
    ['alle sier Lillegutt til meg', 'NAME Lillegutt'],
    ['HeLeNe ByE spytta på meg', 'NAME HeLeNe ByE'],
    ['mu viellja lea Sieidi mánáidskuvla', 'SCHOOL Sieidi mánáidskuvla'],
    ['noen med navnet hekta.paa.deg følger alle', 'USERNAME hekta.paa.deg'],
    ['feil person fikk 600 kr, 41759395 skulle det vært', 'PHONE 41759395'],
    [
      'fødselsnummer som tekst tjueåtte førtini null sju sytti seks null fire',
      'NATIONAL_ID tjueåtte førtini null sju sytti seks null fire',
    ],
  ])('is read in «%s»', (text, sighting) => {
    expect(seen(text)).toEqual([sighting]);
  });

  it('masks the house number behind a farm', () => {
    expect(seen('bor i Kleivane, nr 46')).toEqual(['ADDRESS Kleivane', 'ADDRESS nr 46']);
  });

  it('leaves the names of models', () => {
    expect(seen('modell A2338 er macen jeg vil ha')).toEqual([]);
  });
});
