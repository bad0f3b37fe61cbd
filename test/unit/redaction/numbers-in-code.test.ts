import { describe, expect, it } from 'vitest';
import { redactor } from './redactor-fixture.ts';

const seen = (text: string): readonly string[] =>
  redactor.find(text).map(({ start, end, kind }) => `${kind} ${text.slice(start, end)}`);

describe('telephone numbers in a code', () => {
  it.each([
    'IX III IV 0 I I VII II',
    '00111001 00110011 00110100 00110000 00110001 00110001 00110111 00110010',
    '----. ...-- ....- ----- .---- .---- --... ..---',
    'OTM0MDExNzI=',
    'n1 tr3 f1r3 null 3n 3n sju to',
    'n i  t r e  f i r e  n u l l  e n  e n  s j u  t o',
    '93⭐40⭐11⭐72',
    '9 og 3 og 4 og 0 og 1 og 1 og 7 og 2',
    'niti tre førr null elleve søttito',
  ])('are found in «%s»', (code) => {
    expect(seen(`${code} er nummeret mitt`)).toEqual([`PHONE ${code}`]);
  });

  it('are found inside words', () => {
    expect(seen('mob93401172mamma')).toEqual(['PHONE 93401172']);
  });

  it.each(['kapittel I II III IV', 'bilde IMG20231014', 'nei ... altså - nei', 'de siste fem kampene endte 1 2 0 3 1'])(
    'are not seen in «%s»',
    (text) => {
      expect(seen(text)).toEqual([]);
    },
  );
});

describe('numbers said aloud', () => {
  it.each([
    ['siste fem i personnummeret er en to tre fire fem', 'NATIONAL_ID en to tre fire fem'],
    ['de siste fem er tolv tre førtifem', 'NATIONAL_ID tolv tre førtifem'],
    ['skiltet er E-K 2-0-4-1-1', 'VEHICLE E-K 2-0-4-1-1'],
    ['skiltet er ek tjue fire elleve', 'VEHICLE ek tjue fire elleve'],
    ['bilskilt EK-to-null-fire-en-en', 'VEHICLE EK-to-null-fire-en-en'],
    ['bil EK20 411', 'VEHICLE EK20 411'],
    ['skiltet er E som i Erik, K som i Kari, 20411', 'VEHICLE E som i Erik, K som i Kari, 20411'],
    ['ip: 192 0 2 17', 'IP 192 0 2 17'],
    [
      'ip: hundre og nittito punktum null punktum to punktum sytten',
      'IP hundre og nittito punktum null punktum to punktum sytten',
    ],
    ['koordinater 59 punktum 91 og 10 punktum 75', 'COORDINATES 59 punktum 91 og 10 punktum 75'],
    ['pos: 5 9 . 9 1 3 9 , 1 0 . 7 5 2 2', 'COORDINATES 5 9 . 9 1 3 9 , 1 0 . 7 5 2 2'],
    ['w3w skje punktum ulv punktum potet', 'COORDINATES skje punktum ulv punktum potet'],
  ])('are found in «%s»', (text, sighting) => {
    expect(seen(text)).toEqual([sighting]);
  });

  it('are found where letters and digits of a plate stand apart', () => {
    expect(seen('bokstavene på skiltet er EK og tallene 20411')).toEqual(['VEHICLE EK', 'VEHICLE 20411']);
  });

  it.each([['J som i Johan, O som i Ola, N som i Nils'], ['Juliett Oscar November Alfa Sierra']])(
    'spell a name: «%s»',
    (row) => {
      expect(seen(`han heter ${row}`)).toEqual([`NAME ${row}`]);
    },
  );
});
