import { describe, expect, it } from 'vitest';
import { catalogueLanguages } from '../../../src/core/language.ts';
import type { CatalogueLanguage } from '../../../src/core/language.ts';
import { fill } from '../../../src/core/texts/own-text.ts';
import { catalogues, textsIn } from '../../../src/i18n/catalogue.ts';
import { checkTexts, checkWording, ownTextKeys, sourceText } from '../../../src/i18n/check-wording.ts';

const kinds = (key: string, words: string, language: CatalogueLanguage = 'nb') =>
  checkWording(language, key, words).map(({ kind }) => kind);

type Text = (parameters: unknown) => string;
const textOf = (
  language: CatalogueLanguage,
  key: string,
): { readonly text: Text; readonly danger: string | undefined } => {
  const [section = '', name = '', danger] = key.split('.');
  return {
    text: (catalogues[language] as unknown as Record<string, Record<string, Text>>)[section]?.[name] as Text,
    danger,
  };
};

describe.each(catalogueLanguages)('the catalogue’s own words in %s', (language) => {
  it.each(ownTextKeys)('of %s are its template, whatever the values', (key) => {
    const { text, danger } = textOf(language, key);
    const source = sourceText(language, key);
    // One, none and several: a text built differently for one of them has no single template.
    for (const value of ['1', '0', '7', 'noe']) {
      const valueOf = (name: string) => `${value} ${name}`;
      const values = Object.fromEntries(
        (source?.placeholders ?? []).filter((name) => !name.includes('.')).map((name) => [name, valueOf(name)]),
      );
      const emergency = Object.fromEntries(
        ['police', 'ambulance', 'urgentCare', 'childrensLine'].map((name) => [name, valueOf(`emergency.${name}`)]),
      );
      expect(text({ ...values, emergency, danger })).toBe(fill(source?.template ?? '', valueOf));
      const numbers = Object.fromEntries((source?.placeholders ?? []).map((name) => [name, Number(value)]));
      if (!source?.template.includes('.') || Number.isNaN(Number(value))) continue;
      if (source.placeholders.some((name) => name.includes('.'))) continue;
      expect(text({ ...numbers, danger })).toBe(fill(source.template, () => value));
    }
  });

  it.each(ownTextKeys)('of %s pass the check that a municipality’s own must pass', (key) => {
    expect(checkWording(language, key, sourceText(language, key)?.template ?? '')).toEqual([]);
  });

  it('have the same placeholders as bokmål', () => {
    for (const key of ownTextKeys)
      expect([key, sourceText(language, key)?.placeholders.toSorted()]).toEqual([
        key,
        sourceText('nb', key)?.placeholders.toSorted(),
      ]);
  });
});

describe('a municipality’s own wording', () => {
  it('cannot take the place of «Hjelp nå», of the mark of the bot, or of a text for staff', () => {
    for (const key of ['pages.helpNowButton', 'sender.botSignature', 'staff.caseName', 'forms.replyLabel', 'x', ''])
      expect(kinds(key, 'Hei')).toEqual(['unknown-text']);
  });

  it.each([
    ['an unknown placeholder', 'sender.weOpen', 'Vi åpner {neste}.', 'unknown-placeholder'],
    ['a lost placeholder', 'pages.cardVisit', 'Treff oss: {address}.', 'missing-placeholder'],
    ['a stray brace', 'sender.weOpen', 'Vi åpner {next} {.', 'stray-brace'],
    ['no words', 'sender.weOpen', '  \n ', 'empty'],
    ['5,000 characters', 'pages.cardInvitation', 'å '.repeat(2_500), 'too-many-characters'],
    [
      'many more words than the source',
      'sender.answerThanks',
      'Takk for at du skrev hit. '.repeat(9),
      'too-many-words',
    ],
    ['a number that comes late', 'sender.acuteAction.medical', 'Vi ser deg. Ring {ambulance} nå.', 'action-not-first'],
    ['no action first', 'sender.trustedAdult', 'En voksen kan hjelpe.', 'action-not-first'],
    [
      'long words',
      'pages.whoTalk',
      'Behandlingsoppfølging, helsetjenestetilbud, konsultasjonstimer, kartleggingssamtaler tilrettelegges',
      'hard-to-read',
    ],
    ['a promise', 'sender.answerThanks', 'Her er du anonym.', 'promise'],
    ['a way to be hurt', 'sender.answerThanks', 'Fint at du ikke tok piller.', 'method'],
    ['an emoji', 'sender.answerThanks', 'Takk 😀', 'emoji'],
    ['a telephone number', 'sender.answerThanks', 'Takk. Ring 22 33 44 55.', 'phone-number'],
  ])('is refused with %s', (_, key, words, kind) => {
    expect(kinds(key, words)).toContain(kind);
  });

  it('must say in the first contact that a bot writes', () => {
    const { template = '' } = sourceText('nb', 'sender.firstContact') ?? {};
    expect(kinds('sender.firstContact', template.replace('Jeg er en bot. ', ''))).toEqual(['hides-bot']);
  });

  it('must fit the part of a form it stands in', () => {
    expect(kinds('forms.writeTitle', 'Skriv '.repeat(10))).toEqual(['too-many-characters']);
    expect(kinds('pages.writeButton', 'Skriv '.repeat(20))).toEqual(['too-many-characters']);
  });

  it('is checked in all catalogueLanguages at once', () => {
    expect(
      checkTexts({ nb: { 'sender.weOpen': 'Vi åpner igjen {next}.' }, en: { 'sender.weOpen': 'Soon.' } }).map(
        ({ language, key, fault }) => [language, key, fault.kind],
      ),
    ).toEqual([
      ['en', 'sender.weOpen', 'missing-placeholder'],
      ['en', 'sender.weOpen', 'action-not-first'],
    ]);
  });
});

describe('textsIn', () => {
  const own = { texts: { nb: { 'sender.receivedOpen': 'Takk, vi har meldingen din. Åpent til {until}.' } } };

  it('says it in the municipality’s own words, in that language only', () => {
    expect(textsIn('nb', own).sender.receivedOpen({ until: 'kl. 21' })).toBe(
      'Takk, vi har meldingen din. Åpent til kl. 21.',
    );
    expect(textsIn('nn', own)).toBe(catalogues.nn);
    expect(textsIn('nb', own).sender.weOpen({ next: 'nå' })).toBe(catalogues.nb.sender.weOpen({ next: 'nå' }));
  });

  it('gives way to the catalogue where a value is missing', () => {
    expect(textsIn('nb', own).sender.receivedOpen({ until: undefined })).toBe(
      catalogues.nb.sender.receivedOpen({ until: undefined }),
    );
  });

  it('chooses between texts that are several', () => {
    const { sender } = textsIn('nb', { texts: { nb: { 'sender.acuteAction.police': 'Ring {police} nå!' } } });
    const numbers = { police: '112', ambulance: '113', urgentCare: '116 117', childrensLine: '116 111' };
    expect(sender.acuteAction({ danger: 'police', ...numbers })).toBe('Ring 112 nå!');
    expect(sender.acuteAction({ danger: 'medical', ...numbers })).toContain('113');
  });

  it('puts values in as they are, also those that look like placeholders or patterns', () => {
    expect(textsIn('nb', own).sender.receivedOpen({ until: '{until} $& $1' })).toContain('til {until} $& $1.');
  });

  it('is made once for the same words', () => {
    expect(textsIn('nb', own)).toBe(textsIn('nb', own));
    expect(textsIn('nb')).toBe(catalogues.nb);
  });
});
