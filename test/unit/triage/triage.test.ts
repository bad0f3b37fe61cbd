import { describe, expect, it } from 'vitest';
import { RawText } from '../../../src/core/raw-text.ts';
import { severityRank } from '../../../src/core/triage/assessment.ts';
import { explainAssessment } from '../../../src/core/triage/explain.ts';
import { createTriage, type TriageSettings } from '../../../src/core/triage/triage.ts';

const triage = createTriage();
const assess = (text: string, earlier: readonly string[] = []) =>
  triage.assess(new RawText(text), { earlier: earlier.map((one) => new RawText(one)) });
const rank = (text: string, earlier: readonly string[] = []) => severityRank(assess(text, earlier).severity);

describe('triage', () => {
  it.each([
    'Jeg skal ta livet mitt i kveld',
    'eg skal ta livet mitt i natt',
    'æ ska ta live mitt i kvell',
    "I'm going to kill myself tonight",
    'har tatt hele glasset med paracet',
    'pappa slår mamma nå, jeg har gjemt meg i skapet',
    'venninna mi puster ikke, hun har tatt piller',
    'jeg tar med kniv på skolen i morgen og dreper dem',
  ])('finds «%s» acute', (text) => {
    expect(assess(text).severity).toBe('acute');
  });

  it.each([
    'Når åpner klubben?',
    'hei',
    '😂',
    '',
    '   ',
    'Skal vi spille Fortnite etter leksene?',
    'Ta livet med ro, vi rekker bussen',
    'jeg døde ti ganger i spillet',
    // Every compound is made of words; these hold «brev», «venn», «fjorden» and «lapp».
    'fikk brev fra brevvennen min i Japan i dag',
    'det er mange bølger i Oslofjorden i dag',
    'jeg fant en femtilapp i vinterjakka, dette er min dag',
  ])('finds nothing in «%s»', (text) => {
    expect(assess(text)).toMatchObject({ severity: 'none', categories: [], reasons: [] });
  });

  it.each([
    ['spaced letters', 's k a l  t a  l i v e t  m i t t  i  n a t t'],
    ['letters with dots between', 't.a.r l.i.v.e.t a.v m.e.g i n.a.t.t'],
    ['digits for letters', 'sk4l dr3pe m3g s3lv i kv3ld'],
    ['a digit where a number of something could stand', 'h4r sv3lg3t 4lt n4'],
    ['doubled last letters', 'pappaa er hjeme nå å ahn har knivv'],
    ['masked letters', 'skal ta l**et mitt i kveld'],
    ['look-alike letters', 'jеg skаl tа livеt mitt i nаtt'],
    ['invisible characters', 'jeg skal ta li\u200Bvet mi\u00ADtt i natt'],
    ['no spaces', 'jegskaltalivetmittinatt'],
    ['a long message with no spaces', 'minlillesøstererellevehunharskrevetfarvelogbodørenerlåst'],
    ['written backwards', 'ttan i ttim tevil at laks gej'],
    ['drawn-out letters', 'jeg skaaaal ta livet mitt i nattttt'],
    ['capitals and full stops', 'JEG. SKAL. DREPE. MEG. SELV. NÅ.'],
  ])('sees through %s', (_, text) => {
    expect(rank(text)).toBeGreaterThanOrEqual(severityRank('serious'));
  });

  it.each(['Langermet i hele sommer, så ingen ser kuttene', 'ingen merker at jeg skader meg'])(
    'does not take «ingen» for a denial of what nobody sees: «%s»',
    (text) => {
      expect(rank(text)).toBeGreaterThanOrEqual(severityRank('serious'));
    },
  );

  it.each(['Jeg har ikke selvmordstanker, jeg er bare trøtt', 'Pappa har aldri slått meg'])(
    'does not raise a clear denial to serious: «%s»',
    (text) => {
      expect(rank(text)).toBeLessThan(severityRank('serious'));
    },
  );

  it.each([
    'har skrevet brev til alle, i natt er det slutt',
    'stefar har kniv og leter etter oss',
    'hun har drukket sprit og våkner ikke',
  ])('gives an acute rule outside every frame at least serious, whatever the model thinks: «%s»', (text) => {
    expect(rank(text)).toBeGreaterThanOrEqual(severityRank('serious'));
  });

  it('does not hold back what is written straight to staff', () => {
    const text = 'haha takk for alt, i kveld er det slutt';
    const level = (channel: 'dm' | 'channel') =>
      severityRank(triage.assess(new RawText(text), { earlier: [], channel }).severity);
    expect(level('dm')).toBeGreaterThanOrEqual(severityRank('serious'));
    expect(level('dm')).toBeGreaterThanOrEqual(level('channel'));
  });

  it('is not quieted by a frame in another sentence', () => {
    expect(rank('Vi spiste pizza i går, kjempegodt. Nå står jeg på brua og orker ikke mer.')).toBeGreaterThanOrEqual(2);
  });

  it('keeps the level when it is about a friend', () => {
    expect(assess('vennen min skal ta livet sitt i kveld').severity).toBe('acute');
  });

  it('reads earlier messages together with the last one', () => {
    const earlier = ['jeg har skrevet brev til alle', 'til hvem?'];
    expect(rank('dere finner dem i morgen, for da er jeg ikke her', earlier)).toBeGreaterThanOrEqual(2);
  });

  it('does not let earlier harmless messages quiet an acute one', () => {
    expect(assess('jeg skal ta livet mitt i kveld', ['skal vi game', 'haha ja']).severity).toBe('acute');
  });

  it('gives the place of the words in the original', () => {
    const text = 'Hei. Jeg skal ta livet mitt i kveld';
    const rule = assess(text).reasons.find(({ role }) => role === 'rule');
    const [first] = rule?.spans ?? [];
    expect(first).toBeDefined();
    expect(text.slice(first?.start, first?.end)).toContain('livet');
  });

  it('never repeats the message in a reason', () => {
    for (const { sentence } of assess('jeg skal ta livet mitt i kveld Zlatanovic').reasons)
      expect(sentence).not.toContain('Zlatanovic');
  });

  it('keeps noticing when the redactor has already put placeholders in', () => {
    expect(assess('jeg heter [navn 1] og skal ta livet mitt i kveld på [adresse]').severity).toBe('acute');
    expect(rank('[navn 1] slår [navn 2] hver dag og jeg er redd')).toBeGreaterThan(0);
  });

  it.each([
    'nie wiem co mam robić, ojciec mnie bije',
    'Я не знаю что мне делать дальше',
    'أنا خائف جدا ولا أعرف ماذا أفعل',
    'አባቴ ሁልጊዜ ይመታኛል',
    'asdkj qweoiu zxcmn qpwoe mznxb',
  ])('sends what it cannot read to people: «%s»', (text) => {
    expect(rank(text)).toBeGreaterThanOrEqual(severityRank('concern'));
  });

  it('says so when it could not assess', () => {
    const { reasons } = assess('ባለፈው ሳምንት አባቴ');
    expect(reasons.map(({ role }) => role)).toContain('not-assessed');
  });

  it('explains itself with level, categories, reasons and its own limits', () => {
    const text = 'jeg skal ta livet mitt i kveld';
    const lines = explainAssessment(text, assess(text));
    expect(lines[0]).toBe('Nivå: akutt: noen må se dette nå');
    expect(lines.some((line) => line.startsWith('Regel suicide.intent-with-time') && line.includes('ta livet'))).toBe(
      true,
    );
    expect(lines.at(-1)).toBe('Programmet fanger ikke opp alt. Ser du noe, si fra.');
  });
});

describe('triage settings', () => {
  const refused: readonly (readonly [string, TriageSettings])[] = [
    ['an acute rule switched off', { switchedOff: ['suicide.intent-with-time'] }],
    ['an unknown rule', { switchedOff: ['no.such-rule'] }],
    ['a threshold moved too far', { concernShift: 3 }],
    ['a threshold that is no number', { concernShift: Number.NaN }],
    [
      'a word under an unknown concept',
      { localWords: [{ words: 'fjas', concept: 'NOPE', examplesMatch: ['a'], examplesNot: ['b'] }] },
    ],
    [
      'a word that would hold alerts back',
      { localWords: [{ words: 'selvmord', concept: 'GAME', examplesMatch: ['a'], examplesNot: ['b'] }] },
    ],
    [
      'a word without examples',
      { localWords: [{ words: 'rasko', concept: 'DRUG', examplesMatch: [], examplesNot: [] }] },
    ],
    [
      'a word with signs',
      { localWords: [{ words: 'a,b', concept: 'DRUG', examplesMatch: ['a'], examplesNot: ['b'] }] },
    ],
  ];
  it.each(refused)('refuses %s', (_, settings) => {
    expect(() => createTriage(settings)).toThrow(RangeError);
  });

  it('takes a municipality’s own words', () => {
    const local = createTriage({
      localWords: [
        { words: 'brunebiter', concept: 'DRUG', examplesMatch: ['tar brunebiter'], examplesNot: ['spiser brunost'] },
      ],
    });
    const text = new RawText('jeg tar brunebiter hver dag før skolen og klarer ikke slutte');
    const said = local.assess(text, { earlier: [] }).reasons.map(({ ruleId }) => ruleId);
    expect(said.some((id) => id.startsWith('substances.'))).toBe(true);
  });

  it('leaves a switched-off soft rule out', () => {
    const text = new RawText('dra til helvete alle sammen, jeg hater dere');
    const said = (settings: TriageSettings) =>
      createTriage(settings)
        .assess(text, { earlier: [] })
        .reasons.map(({ ruleId }) => ruleId);
    expect(said({})).toContain('violence.staff-anger');
    expect(said({ switchedOff: ['violence.staff-anger'] })).not.toContain('violence.staff-anger');
  });

  it('never lowers an acute message by moving the soft threshold', () => {
    const strict = createTriage({ concernShift: 2 });
    expect(strict.assess(new RawText('jeg skal ta livet mitt i kveld'), { earlier: [] }).severity).toBe('acute');
  });
});
