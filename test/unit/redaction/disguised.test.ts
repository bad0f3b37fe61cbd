import { describe, expect, it } from 'vitest';
import { redactor } from './redactor-fixture.ts';

const seen = (text: string): readonly string[] =>
  redactor.find(text).map(({ start, end, kind }) => `${kind} ${text.slice(start, end)}`);

describe('numbers in disguise', () => {
  it.each([
    'fem å førr to å tjue sju å seksti ti',
    'nittito null-null førtifire femtien',
    'to gonger ni, to gonger fire, 7 1 3 5',
    '4x7x1x8x2x2x0x9',
    '92og44og71og16',
    'ni2fire4syv1en6',
    '92foursevenfour one16',
    '92/44/71/16',
    '9 2 4 - 4 7 - 1 1 6',
    '92 så 44 så 71 så 16',
    'ni-to-fire-fire-sju-en-en-seks',
    '9o 5o 44 7l',
  ])('finds all of «%s»', (number) => {
    expect(seen(`${number} er mobilen`)).toEqual([`PHONE ${number}`]);
  });

  it.each([
    'jeg telte en to tre fire fem seks sju åtte ni ti',
    'highscoren min er 73920418',
    'kid 004419385026417',
    'fra 22.10-24.10 er vi borte',
  ])('leaves «%s»', (text) => {
    expect(seen(text)).toEqual([]);
  });

  it('takes the first six digits of a national id that says so', () => {
    expect(seen('de seks første er 147903 og de siste fem 52046')).toEqual(['NATIONAL_ID 147903', 'NATIONAL_ID 52046']);
  });
});

describe('addresses of the net in disguise', () => {
  it.each([
    'kari@eksempel,no',
    'on.lepmeske@irak',
    'karitest-at-gmail-dot-com',
    'karitest_at_gmail.com',
    'kari.test@gmail com',
    'kari æt eksempel punktum no',
  ])('finds «%s»', (address) => {
    expect(seen(`skriv ${address}`)).toEqual([`EMAIL ${address}`]);
  });

  it.each(['N 61.20483 Ø 9.31752', 'lat 61.20483, lon 9.31752', '61.20483 nord, 9.31752 øst'])(
    'finds the position «%s»',
    (position) => {
      expect(seen(`jeg er på ${position}`)).toEqual([`COORDINATES ${position}`]);
    },
  );
});

describe('names in disguise', () => {
  it.each([
    ['J*nas er slem', 'NAME J*nas'],
    ['jøna$ slo meg', 'NAME jøna$'],
    ['bakfra: irak', 'NAME irak'],
    ['snakk med sol da', 'NAME sol'],
    ['rektor Storhaug visste det', 'NAME Storhaug'],
    ['hun kalte seg fnuggelure', 'NAME fnuggelure'],
    ['æ hete fjellhesten på snap', 'USERNAME fjellhesten'],
    ['isak2011 skrev til meg', 'USERNAME isak2011'],
    ['xXmørkeXx truer meg', 'USERNAME xXmørkeXx'],
    ['jeg går på Vikhaug sk0le', 'SCHOOL Vikhaug sk0le'],
    ['Bekkesvingen\n26 C', 'ADDRESS Bekkesvingen\n26 C'],
  ])('finds the name in «%s»', (text, expected) => {
    expect(seen(text)).toEqual([expected]);
  });

  it('takes a date behind a full name in a list for a date of birth', () => {
    expect(seen('Tuva Solheim, 7.8.2010, Rognebakken 5')).toContain('BIRTHDATE 7.8.2010');
  });

  it('takes initials that are announced', () => {
    expect(redactor.find('initialene er T. M. R.').some(({ kind }) => kind === 'NAME')).toBe(true);
  });

  it.each(['the trip is on 3 May', 'pippi hadde en hest på verandaen', 'de kaller meg tjukken', 'vi sees 4.4.2025'])(
    'leaves «%s»',
    (text) => {
      expect(seen(text)).toEqual([]);
    },
  );
});
