import { describe, expect, it } from 'vitest';
import { redactor } from './redactor-fixture.ts';

const found = (text: string): readonly string[] =>
  redactor.find(text).map(({ start, end, kind }) => `${kind} ${text.slice(start, end)}`);

describe('telephone numbers', () => {
  it.each([
    '41234567',
    '412 34 567',
    '41 23 45 67',
    '4123 4567',
    '412-34-567',
    '41.23.45.67',
    '4 1 2 3 4 5 6 7',
    '4-1-2-3-4-5-6-7',
    '4*1*2*3*4*5*6*7',
    '4/1/2/3/4/5/6/7',
    '41**23**45**67',
    '||41||23||45||67||',
    '(4)(1)(2)(3)(4)(5)(6)(7)',
    '[41][23][45][67]',
    '41, 23, 45, 67',
    '４１２３４５６７',
    '④①②③④⑤⑥⑦',
    '𝟒𝟏𝟐𝟑𝟒𝟓𝟔𝟕',
    '4️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣',
    '٤١٢٣٤٥٦٧',
    '4\u200b1\u20602\u00ad34567',
    '4l2E4567',
    '4\n1\n2\n3\n4\n5\n6\n7',
    'fire en to tre fire fem seks sju',
    'fire ein to tre fire fem seks sju',
    'four one two three four five six seven',
    'njeallje okta guokte golbma njeallje vihtta guhtta čieža',
    'firtito tre fire fem seks sju åtte'.replace('firtito', 'førtito'),
    'førtien tjuetre førtifem sekstisju',
    'enogførti treogtjue femogførti sjuogseksti',
    'en og førti tre og tjue fem og førti sju og seksti',
    'førti en tjue tre førti fem seksti sju',
    'fireentotrefirefemsekssju',
    '4 en 2 tre 4 fem 6 sju',
    'fire dobbel fem tre fire fem seks sju',
    'fire to ganger fem tre fire fem seks sju',
    '34 31 32 33 34 35 36 37',
  ])('it finds %s whole', (written) => {
    const text = `skriv opp ${written} da`;
    const covered = redactor.find(text);
    const inside = text.slice(10, 10 + written.length);
    const left = [...inside].filter(
      (sign, index) =>
        /[\p{L}\p{N}]/u.test(sign) &&
        !covered.some(
          ({ start, end }) =>
            10 + [...inside].slice(0, index).join('').length >= start &&
            10 + [...inside].slice(0, index).join('').length < end,
        ),
    );
    expect(left).toEqual([]);
    expect(covered.some(({ kind }) => kind === 'PHONE')).toBe(true);
  });

  it.each([
    ['+46 70 123 4567', ['PHONE 46 70 123 4567']],
    ['0047 412 34 567', ['PHONE 412 34 567']],
    ['47 41234567', ['PHONE 41234567']],
    ['ring meg på 09-7625400', ['PHONE 09-7625400']],
    ['ring 113 eller 41234567', ['PHONE 41234567']],
    ['nummeret mitt er 412 34', ['PHONE 412 34']],
    ['speilvendt 05643214 til meg', ['PHONE 05643214']],
    ['starter på 412, midten er 34, slutter på 567', ['PHONE 412', 'PHONE 34', 'PHONE 567']],
    ['nå meg på41234567 da', ['PHONE 41234567']],
  ])('it finds the subscriber number in «%s»', (text, expected) => {
    expect(found(text).map((it) => it.replace(/^PHONE (?:\+47 |0047 |47 )/, 'PHONE '))).toEqual(expected);
  });

  it.each([
    'ordrenummer 41234567',
    'sak 41234567',
    'seed: 41234567',
    'sporing 41234567',
    'xp 41234567',
    'kundenr 41234567',
    'varenummer 41234567',
    '41234567 kr',
    '41234567 coins',
    '41234567 følgere',
    '40000000 i gjeld',
    '10000000 stjerner',
    '2009 2010',
    '12345 67',
    '22.10-24.10',
    '18:00-20:00',
    '6 7 6 7 6 7',
    'karakterer 4 5 5 3',
    'en to tre fire fem seks sju åtte',
    'poeng 412 34 567',
    '12 12345678',
    'replay-id 41234567',
  ])('it leaves «%s»', (text) => {
    expect(found(text)).toEqual([]);
  });

  it.each([
    '116 111',
    '116111',
    '116-111',
    '(116111)',
    '+47 116 111',
    '113',
    '02800',
    '800 33 321',
    '22 40 00 40',
    '8 0 0 3 3 3 2 1',
    'en en seks en en en',
    '75 55 50 00',
    '~~116 111~~',
    '𝟖𝟎𝟎𝟑𝟑𝟑𝟐𝟏',
    '0047 22400040',
  ])('it keeps the help line %s', (written) => {
    expect(found(`ring ${written} i kveld`)).toEqual([]);
  });
});

describe('eleven digits', () => {
  it.each([
    ['fnr 21841278901', 'NATIONAL_ID'],
    ['21841278901', 'NATIONAL_ID'],
    ['fødselsnummer 99999999999', 'NATIONAL_ID'],
    ['personnummer 218412 78901', 'NATIONAL_ID'],
    ['21 84 12 78901 er id-en min', 'NATIONAL_ID'],
    ['konto 21841278901', 'BANK'],
    ['betal til 8601 11 17947', 'BANK'],
    ['86011117947', 'BANK'],
    ['8.6.0.1.1.1.1.7.9.4.7', 'BANK'],
  ])('it reads «%s» as %s', (text, kind) => {
    expect(redactor.find(text).map((finding) => finding.kind)).toEqual([kind]);
  });

  it.each([
    ['personnummer 140310 xxxxx', ['NATIONAL_ID 140310 xxxxx']],
    ['pnr 270810 70***', ['NATIONAL_ID 270810 70***']],
    ['de siste fem er 12345', ['NATIONAL_ID 12345']],
    ['tallene er 021007 og bak der kommer 80489', ['NATIONAL_ID 021007', 'NATIONAL_ID 80489']],
  ])('it finds the parts in «%s»', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    'kid 21841278901',
    'sporingsnummer 21841278901',
    'isbn 218412789012',
    'koden er 12345',
    'tallene er 991399 og 12345',
  ])('it leaves «%s»', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('cards and accounts abroad', () => {
  it.each([
    '4242424242424242',
    '4242 4242 4242 4242',
    '4242-4242-4242-4242',
    '4 2 4 2 4 2 4 2 4 2 4 2 4 2 4 2',
    'NO93 8601 1117 947',
    'no9386011117947',
    'DE89 3704 0044 0532 0130 00',
    'PL61109010140000071219812874',
    'N O 9 3 8 6 0 1 1 1 1 7 9 4 7',
  ])('it finds %s', (written) => {
    expect(found(`send til ${written}`)).toEqual([`BANK ${written}`]);
  });

  it('goes by shape even when the control digits of an IBAN are wrong', () => {
    expect(found('NO00 8601 1117 947')).toEqual(['BANK NO00 8601 1117 947']);
  });

  it.each(['NO93 8601'])('it leaves «%s»', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('dates of birth', () => {
  it.each([
    ['født 12.03.2009', '12.03.2009'],
    ['f. 120309', '120309'],
    ['fødd 3. mai 2010', '3. mai 2010'],
    ['bursdagen min er 24/1', '24/1'],
    ['birthday: February 25, 2008', 'February 25, 2008'],
    ['born 14 June 2006', '14 June 2006'],
    ['fødselsdato 2010-05-23', '2010-05-23'],
    ['kom til verden sjuende i niende totusenogåtte', 'sjuende i niende totusenogåtte'],
    ['bdag ①④. september', '①④. september'],
    ['3. mai er bursdagen min', '3. mai'],
    ['bursdag den femte mai', 'den femte mai'],
  ])('it finds the date in «%s»', (text, date) => {
    expect(found(text)).toEqual([`BIRTHDATE ${date}`]);
  });

  it.each([
    'prøve 12.03',
    'det skjedde 12.03.2024',
    'født i 2009',
    'jeg fyller 15',
    'tentamen 9. mai',
    'bursdagsfest hos meg 5. mai',
    'født i Hamar',
    'bursdag 45.13',
  ])('it leaves «%s»', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('addresses of the net', () => {
  it.each([
    ['ola.test@example.com', 'EMAIL'],
    ['OLA_2009@EXAMPLE.NO', 'EMAIL'],
    ['ola @ example . com', 'EMAIL'],
    ['ola krøllalfa example punktum com', 'EMAIL'],
    ['ola(at)example(dot)com', 'EMAIL'],
    ['ola [at] example [dot] no', 'EMAIL'],
    ['ola at gmail dot com', 'EMAIL'],
    ['ola＠example．no', 'EMAIL'],
    ['olaⓐexample.com', 'EMAIL'],
    ['ola punktum test snabel-a example prikk no', 'EMAIL'],
    ['o l a @ e x a m p l e . c o m', 'EMAIL'],
    ['192.0.2.17', 'IP'],
    ['2001:db8::1:2', 'IP'],
    ['192 . 0 . 2 . 17 er ip-en'.slice(0, 15), 'IP'],
    ['192 punktum 0 punktum 2 punktum 17', 'IP'],
    ['61.9187N 15.7220E', 'COORDINATES'],
    ['70°49\'25.0"n 15°41\'57.7"e', 'COORDINATES'],
    ['///sokk.melon.bris', 'COORDINATES'],
    ['w3w.co/skje.ulv.potet', 'COORDINATES'],
  ])('it finds %s', (written, kind) => {
    expect(found(`ip her ${written}`)).toEqual([`${kind} ${written}`]);
  });

  it.each([
    ['https://maps.google.com/?q=60.1,10.2', '?q=60.1,10.2'],
    ['https://www.google.com/maps/@60.1,10.2,17z', '@60.1,10.2,17z'],
    ['https://goo.gl/maps/abcDEF', 'abcDEF'],
    ['https://www.tiktok.com/@mia.moo', 'mia.moo'],
    ['snapchat.com/add/mia.moo', 'mia.moo'],
    ['https://www.roblox.com/users/profile?username=mia_moo', 'mia_moo'],
  ])('it keeps the host of %s and masks the rest', (text, rest) => {
    expect(found(text).map((it) => it.replace(/^\w+ /, ''))).toEqual([rest]);
  });

  it.each([
    'https://www.vg.no/nyheter/i/1/sak',
    'https://discord.com/channels/128367938149647656/129654621501437100',
    'https://discord.gg/abC12xyz',
    'https://www.youtube.com/watch?v=abc',
    'versjon 1.2.3.4',
    'chrome 131.0.6778.86',
    'kl 12:30:45',
    'aa:bb:cc:dd:ee:ff',
    'play.example.com er nede',
    'jeg er at home dot',
  ])('it leaves «%s»', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('number plates', () => {
  it.each(['AB 12345', 'ab12345', 'AB-12345', 'N.E.-.2.4.8.5.7', 'ＡＢ １２３４５'])('it finds %s', (written) => {
    expect(found(`bilen ${written} sto der`)).toEqual([`VEHICLE ${written}`]);
  });

  it('finds a moped plate only near a word for a vehicle', () => {
    expect(found('mopeden har skilt SP 5014')).toEqual(['VEHICLE SP 5014']);
    expect(found('rom SP 5014')).toEqual([]);
  });

  it('finds letters spelled with names', () => {
    expect(found('bilskiltet er Erik Lars 5 8 0 3 1')).toEqual(['VEHICLE Erik Lars 5 8 0 3 1']);
  });

  it.each(['koden er 94826', 'kr 12345', 'av 12345 var det', 'ID 12345'])('it leaves «%s»', (text) => {
    expect(found(text)).toEqual([]);
  });
});
