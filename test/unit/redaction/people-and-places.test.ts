import { describe, expect, it } from 'vitest';
import { redactor } from './redactor-fixture.ts';

const found = (text: string): readonly string[] =>
  redactor.find(text).map(({ start, end, kind }) => `${kind} ${text.slice(start, end)}`);
const names = (text: string): readonly string[] =>
  found(text)
    .filter((it) => it.startsWith('NAME '))
    .map((it) => it.slice(5));

describe('names', () => {
  it.each([
    ['tindra sa det', ['tindra']],
    ['TINDRA SLO MEG IGJEN', ['TINDRA']],
    ['T i n d r a slo meg', ['T i n d r a']],
    ['T.i.n.d.r.a', ['T.i.n.d.r.a']],
    ['T1ndra i klassen', ['T1ndra']],
    ['Tindraaaa svar', ['Tindraaaa']],
    ['ᴛɪɴᴅʀᴀ vet', ['ᴛɪɴᴅʀᴀ']],
    ['Тindra er her', ['Тindra']],
    ['Ｔｉｎｄｒａ', ['Ｔｉｎｄｒａ']],
    ['🅃🄸🄽🄳🅁🄰', ['🅃🄸🄽🄳🅁🄰']],
    ['🇹 🇮 🇳 🇩 🇷 🇦 er slem', ['🇹 🇮 🇳 🇩 🇷 🇦']],
    ['**T**indra', ['T**indra']],
    ['T̶i̶n̶d̶r̶a̶ igjen', ['T̶i̶n̶d̶r̶a̶']],
    ['K@ri er slem', ['K@ri']],
    ['navnet baklengs: ardnit', ['ardnit']],
    ['tindra brekke', ['tindra brekke']],
    ['Tindra Zyxberg', ['Tindra Zyxberg']],
    ['Per H. i 9b', ['Per H']],
    ['T. Brekke ringte', ['T. Brekke']],
    ['Ludwig van Zyxen', ['Ludwig van Zyxen']],
    ['tindras mor', ['tindra']],
    ['Per-Inge ringte', ['Per-Inge']],
    ['han heter zyx', ['zyx']],
    ['hun heter visst zyxa', ['zyxa']],
    ['navn: zyxen', ['zyxen']],
    ['mvh zyxen', ['zyxen']],
    ['klem fra zyxa', ['zyxa']],
    ['onkel zyxen kom', ['zyxen']],
    ['broren min zyxen bråker', ['zyxen']],
    ['læreren Zyxen er streng', ['Zyxen']],
    ['snakka med Zyxen', ['Zyxen']],
    ['hei, zyxen her', ['zyxen']],
    ['dette er Zyxen', ['Zyxen']],
    ['my name is zyxen', ['zyxen']],
    ['mu namma lea zyxen', ['zyxen']],
    ['||zyxen||', ['zyxen']],
    ['kjære Zyxen, takk', ['Zyxen']],
    ['broren min heter stein', ['stein']],
    ['snakka med storm på klubben', ['storm']],
    ['så kom stein og tok den', ['stein']],
    ['Hauk i 10b er slem', ['Hauk']],
    ['bor hos liv nå', ['liv']],
    ['Storm sa nei', ['Storm']],
    ['det er bare else som hører', ['else']],
    ['Tindra og storm kom', ['Tindra', 'storm']],
    ['Leif Hagen her', ['Leif Hagen']],
  ])('it finds the names in «%s»', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  it.each([
    'kasta stein på ruta',
    'i dag er en dårlig dag',
    'Storm i vannglass',
    'Dag etter dag',
    'finn fem feil',
    'det går på livet løs',
    'Finn fem feil',
    'helle vann over noen',
    'noko anna',
    'hopp i bilen',
    'Odd at ingen svarer',
    'hauk over og hauk under',
    'en vakker rose',
    'max tre personer',
    'jeg bor i Hamar',
    'flytta til Tromsø',
    'savner Oslo',
    'På Burger King i Sandvika',
    'elsa i frost er favoritten',
    'kratos og atreus',
    'Haaland scora',
    'HVORFOR SVARER INGEN',
    'Jeg Vet Ikke Hva Jeg Skal Gjøre',
    'LOL OMG',
    'Nabojenta tar psykologi',
    "I'm fine and I'll call",
    'see you Monday',
    'l i k s o m',
    'de kaller meg tjukken',
    'mu eadni lea buohcci',
    'mamma klyper meg',
    'jeg heter ikke det',
    'han heter det samme som meg',
    'ser etter kai',
    'jeg vil vera i fred',
  ])('it leaves «%s»', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('masks every place a name stands once it is found', () => {
    expect(names('han heter zyxen og zyxen lyver')).toEqual(['zyxen', 'zyxen']);
  });
});

describe('addresses', () => {
  it.each([
    ['vi bor i Bjørkeveien 14', 'Bjørkeveien 14'],
    ['bjørkeveien 14 b', 'bjørkeveien 14 b'],
    ['i Bjørkeveien 14, H0203', 'Bjørkeveien 14, H0203'],
    ['til Bjørkeveien 14B, 8624 Mo i Rana', 'Bjørkeveien 14B, 8624 Mo i Rana'],
    ['i Kong Oscars gate 5', 'Kong Oscars gate 5'],
    ['kong oscars gate 5', 'kong oscars gate 5'],
    ['i zyxhagen 75', 'zyxhagen 75'],
    ['bor i Zyxum 12', 'Zyxum 12'],
    ['bor i Fjellgata', 'Fjellgata'],
    ['gata heter Steinsprangeveien', 'Steinsprangeveien'],
    ['Zyxbekk tjueniB 9730 Karasjok', 'Zyxbekk tjueniB 9730 Karasjok'],
    ['i Storgt. 5', 'Storgt. 5'],
    ['nummer 14 i Bjørkeveien', 'nummer 14 i Bjørkeveien'],
    ['leilighet H0403', 'leilighet H0403'],
    ['i Тyttebærlia 113', 'Тyttebærlia 113'],
    ['Deanugeaidnu 140', 'Deanugeaidnu 140'],
  ])('it finds the address in «%s»', (text, address) => {
    expect(found(text)).toEqual([`ADDRESS ${address}`]);
  });

  it('finds a house number on its own after a street', () => {
    expect(found('gata er Bjørkeveien, husnummeret er 45')).toEqual(['ADDRESS Bjørkeveien', 'ADDRESS 45']);
  });

  it.each([
    'gikk forbi Storgata',
    'samme vei hjem',
    'buss 14',
    'i går 14 stykker',
    'innlagt 6. mai',
    'timelønn 162,31',
    'hun er i 9. klasse',
    'fylt 14 år',
    'jeg bor i Hamar',
    'på veien 5 ganger',
    'gta 5 i kveld',
    'episode åtte',
  ])('it leaves «%s»', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('schools', () => {
  it.each([
    ['går på Lyngmo skole', 'Lyngmo skole'],
    ['på lyngmo skole', 'lyngmo skole'],
    ['Lyngmo videregående skole er', 'Lyngmo videregående skole'],
    ['ved nordlys videregående', 'nordlys videregående'],
    ['Zyxum u-skole', 'Zyxum u-skole'],
    ['zyxum u.skole', 'zyxum u.skole'],
    ['Vestre Zyxum barneskole', 'Vestre Zyxum barneskole'],
    ['Zyxum sør skole', 'Zyxum sør skole'],
    ['hater Zyxumskolen', 'Zyxumskolen'],
    ['toppidrettsgymnaset i fjordbyen', 'toppidrettsgymnaset i fjordbyen'],
    ['begynte på Zyxum i fjor', 'Zyxum'],
    ['Zyxum skuvla', 'Zyxum skuvla'],
    ['St. Zyx vgs', 'St. Zyx vgs'],
  ])('it finds the school in «%s»', (text, school) => {
    expect(found(text)).toEqual([`SCHOOL ${school}`]);
  });

  it('finds a class tied to a school, and leaves a class alone', () => {
    expect(found('8B på Lyngmo skole')).toEqual(['SCHOOL 8B', 'SCHOOL Lyngmo skole']);
    expect(found('hele 10C er syke')).toEqual([]);
  });

  it.each([
    'hater skolen',
    'min skole',
    'en annen skole',
    'barneskolen var bedre',
    'går på videregående',
    'ny skole til høsten',
    'kjøreskole koster',
    'naboskolen vant',
    'første året på vgs',
    'på skole i dag',
    'ungdomsskolen i byen',
  ])('it leaves «%s»', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('handles', () => {
  it.each([
    ['snap: mia.moo', 'mia.moo'],
    ['snapen min er mia.moo', 'mia.moo'],
    ['på insta heter jeg mia.moo', 'mia.moo'],
    ['mia.moo er snapen', 'mia.moo'],
    ['@mia.moo svarer ikke', 'mia.moo'],
    ['ig @ mia.moo', 'mia.moo'],
    ['heter pixelpus på val', 'pixelpus'],
    ['roblox RamenRotte', 'RamenRotte'],
    ['kontoen "mia_moo" sprer det', 'mia_moo'],
    ['disc Mia#0492', 'Mia#0492'],
    ['sw-4011-6718-9664', 'sw-4011-6718-9664'],
    ['snap mia punktum moo', 'mia punktum moo'],
    ['👻 legg til mia.moo da', 'mia.moo'],
    ['$nap-en min heter mia.moo', 'mia.moo'],
    ['det er mia.moo som sprer det på snap', 'mia.moo'],
    ['insta h e d d z a b e d d a', 'h e d d z a b e d d a'],
    ['steamid: pixelpus, legg meg til', 'pixelpus'],
    ['sanpen min er mia.moo', 'mia.moo'],
  ])('it finds the handle in «%s»', (text, handle) => {
    expect(found(text)).toEqual([`USERNAME ${handle}`]);
  });

  it('finds the digits of a mention and keeps other markup', () => {
    expect(
      found(
        '<@707996350455219188> se <#25182440978440575> <t:1737806308:F> <@&52403637561491375> <:smil:52403637561491375>',
      ),
    ).toEqual(['USERNAME 707996350455219188']);
    expect(found('bruker-id 707996350455219188')).toEqual(['USERNAME 707996350455219188']);
    expect(found('server-id 707996350455219188')).toEqual([]);
  });

  it.each([
    'snap meg da',
    'er snap farlig?',
    '@everyone kom',
    '@here nå',
    'discord lagger sykt',
    'insta er nede igjen',
    'Jeg bruker iPhone',
    'slutt.han la det på snap',
    'legg meg til i gruppa',
    '__viktig__ melding',
    'join discord serveren',
  ])('it leaves «%s»', (text) => {
    expect(found(text)).toEqual([]);
  });
});
