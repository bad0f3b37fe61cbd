import { describe, expect, it } from 'vitest';
import { redactor } from './redactor-fixture.ts';

const found = (text: string): readonly string[] =>
  redactor.find(text).map(({ start, end, kind }) => `${kind} ${text.slice(start, end)}`);

describe('addresses with all that hangs on to them', () => {
  it.each([
    ['bor i Kvernhusbakken 4B, 3. etg', 'Kvernhusbakken 4B, 3. etg'],
    ['Smedgata 12 oppgang C', 'Smedgata 12 oppgang C'],
    ['Elvevei-gata 33, leil. H0402, 4017 Stavanger', 'Elvevei-gata 33, leil. H0402, 4017 Stavanger'],
    ['bor i Øvre Mølledalen tverrgate 7', 'Øvre Mølledalen tverrgate 7'],
    ['Kl0sterg4ta 5', 'Kl0sterg4ta 5'],
    ['vi bor i 17. mai-gata 3', '17. mai-gata 3'],
    ['send til Postboks 219, 8001 Bodø', 'Postboks 219, 8001 Bodø'],
    ['postnummeret mitt er 5541 Kolnes', '5541 Kolnes'],
    ['Fv. 263 nr 1290', 'Fv. 263 nr 1290'],
    ['heime på Nigard Sletten', 'Nigard Sletten'],
    ['garden vår, Øvre Lid, er seld', 'Øvre Lid'],
  ])('it finds the whole address in «%s»', (text, address) => {
    expect(found(text)).toEqual([`ADDRESS ${address}`]);
  });

  it('finds a house number that stands apart from its street', () => {
    expect(found('gata er Fiolveien og huset er 31')).toEqual(['ADDRESS Fiolveien', 'ADDRESS 31']);
    expect(found('husnummeret mitt er 26, gata er Heiveien')).toEqual(['ADDRESS 26', 'ADDRESS Heiveien']);
  });

  it.each([
    'jeg tok snarveien hjem',
    'kom inn bakveien',
    'bor på Grünerløkka',
    'øy-kode 1689-4915-8628',
    'sperra gata',
  ])('it leaves «%s»', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('positions', () => {
  it.each([
    ['bredde femtini komma ni en tre', 'lengde ti komma sju fire seks'],
    ['nord femtini grader', 'øst ti grader'],
  ])('it reads degrees in words: «%s, %s»', (north, east) => {
    const number = (text: string): string => `COORDINATES ${text.slice(text.indexOf(' ') + 1)}`;
    expect(found(`${north}, ${east}`)).toEqual([number(north), number(east)]);
  });

  it.each([
    ['UTM 32V 597423 6642895', '32V 597423 6642895'],
    ['w3w: bolle.sykkel.tak', 'bolle.sykkel.tak'],
    ['59 punktum 9139 , 10 punktum 7522', '59 punktum 9139 , 10 punktum 7522'],
    ['geo:59.91,10.75', 'geo:59.91,10.75'],
    ['60.62N 6.42A', '60.62N 6.42A'],
    ['seksti komma tre åtte, fem komma tre tre er koordinatene', undefined],
  ])('it finds the position in «%s»', (text, position) => {
    expect(found(text)).toEqual(
      position === undefined
        ? ['COORDINATES seksti komma tre åtte', 'COORDINATES fem komma tre tre']
        : [`COORDINATES ${position}`],
    );
  });

  it('leaves measures', () => {
    expect(found('bredde 40 lengde 50')).toEqual([]);
  });
});

describe('plates spelled out', () => {
  it.each([
    ['regnummer Bravo Tango fire to ni en fem', 'Bravo Tango fire to ni en fem'],
    ['E K seks ni null to fire', 'E K seks ni null to fire'],
    ['bil EKI2345', 'EKI2345'],
  ])('it finds the plate in «%s»', (text, plate) => {
    expect(found(text)).toEqual([`VEHICLE ${plate}`]);
  });

  it('leaves serial numbers', () => {
    expect(found('serienummeret er SN-55218-0094')).toEqual([]);
  });
});

describe('profiles behind links no program reads as links', () => {
  it.each([
    'insta gram . com / lillerev',
    'hxxps://instagram[.]com/lillerev',
    'instagram punktum com skråstrek lillerev',
  ])('it finds the handle in «%s» and nothing else', (text) => {
    expect(found(text)).toEqual(['URL lillerev']);
  });
});

describe('names in parts and in disguise', () => {
  it.each([
    ['Hel\nene har slutta', ['NAME Hel', 'NAME ene']],
    ['navnet er Mar pluss kus', ['NAME Mar', 'NAME kus']],
    ['navnet begynner på Se og slutter på bastian', ['NAME Se', 'NAME bastian']],
    ['€va vet det', ['NAME €va']],
    ['eimaJ baklengs', ['NAME eimaJ']],
    ['lille-eva er fire', ['NAME lille-eva']],
    ['bokstavene er N, I, K, L, A, S', ['NAME N, I, K, L, A, S']],
    ['ho synne i 9b', ['NAME synne']],
    ['fastlegen min dr. Haugsbø', ['NAME Haugsbø']],
    ['Liv er død', ['NAME Liv']],
    ['Storm og Sol er tvillinger', ['NAME Storm', 'NAME Sol']],
    ['Odd på jobb', ['NAME Odd']],
    ['jeg mener stein, han i tiende', ['NAME stein']],
    ['liv og sol i klassen', ['NAME liv', 'NAME sol']],
    ['Bjørn fra PPT', ['NAME Bjørn']],
    ['Le Thi Hoa er moren', ['NAME Le Thi Hoa']],
  ])('it finds the name in %j', (text, names) => {
    expect(found(text)).toEqual(names);
  });

  it.each([
    'boka heter Sofies verden',
    'katta heter Pus',
    'har sett harry potter',
    'Elsa i Frost',
    'trikk mot Rikshospitalet',
    'tante nås best på kvelden',
    'Kulturskolen har konsert',
    'en fin stein på stranda',
    'bakfra og baklengs',
  ])('it leaves «%s»', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('handles made of words', () => {
  it.each([
    ['snappen min e gulrotkongen', 'gulrotkongen'],
    ['legg meg til på disc, vaffelmonster', 'vaffelmonster'],
    ['brukeren karatekalle truer meg', 'karatekalle'],
    ['sn4p: juliemus', 'juliemus'],
    ['blomsterpike på tellonym', 'blomsterpike'],
    ['dm av slayqueen.oda', 'slayqueen.oda'],
    ['whatsapp-navnet hans er Big Moha', 'Big Moha'],
    ['snap er s.n.u.s.b.o.k.s', 's.n.u.s.b.o.k.s'],
  ])('it finds the handle in «%s»', (text, handle) => {
    expect(found(text)).toEqual([`USERNAME ${handle}`]);
  });

  it.each(['brukeren min er sperra', 'legg til rette for meg', 'slutta.orker ikke mer', 'snap er nede', 'ja.nei'])(
    'it leaves «%s»',
    (text) => {
      expect(found(text)).toEqual([]);
    },
  );
});

describe('schools without a word for school', () => {
  it.each([
    ['går vg2 på Kuben', ['SCHOOL Kuben']],
    ['vi i 10D på hagaløkka', ['SCHOOL 10D', 'SCHOOL hagaløkka']],
    ['i go to Manglerud high school', ['SCHOOL Manglerud high school']],
    ['elev ved Edvard Munch', ['SCHOOL Edvard Munch']],
    ['Akademiet VGS Sandvika', ['SCHOOL Akademiet VGS Sandvika']],
  ])('it finds the school in «%s»', (text, schools) => {
    expect(found(text)).toEqual(schools);
  });

  it.each(['går på Ritalin', 'den gamle skolen min', 'internatet er greit'])('it leaves «%s»', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('numbers', () => {
  it('reads a telephone number before a count', () => {
    expect(found('ringt fra 476 55 829 14 ganger')).toEqual(['PHONE 476 55 829']);
  });

  it('leaves dates and order numbers', () => {
    expect(found('konfirmasjonen er 24.05.2027')).toEqual([]);
    expect(found('ordrenr. 92018374 fra butikken')).toEqual([]);
    expect(found('localhost 127.0.0.1')).toEqual([]);
  });

  it('finds a foreign number said to be one', () => {
    expect(found('svensk nr 070-123 45 67')).toEqual(['PHONE 070-123 45 67']);
  });

  it.each([
    ['jeg ble 15 2. februar', '2. februar'],
    ['født fjortende i tredje to tusen og ti', 'fjortende i tredje to tusen og ti'],
    ['born March 14th 2010', 'March 14th 2010'],
    ['dob 14 03 2010', '14 03 2010'],
    ['født julaften 2009', 'julaften 2009'],
  ])('it finds the date of birth in «%s»', (text, date) => {
    expect(found(text)).toEqual([`BIRTHDATE ${date}`]);
  });

  it.each([
    'tuva.h@example punktum no',
    'tuva@example[.]no',
    'tuva<at>example<dot>no',
    'tuva snabel-a example dått no',
    'tuva\n@example.no',
  ])('it finds the whole e-mail address in %j', (text) => {
    expect(found(text)).toEqual([`EMAIL ${text}`]);
  });
});
