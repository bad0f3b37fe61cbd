import { describe, expect, it } from 'vitest';
import type { CommandOptionView, CommandView, ModalView } from '../../../sandbox/control-api.ts';
import { loadPage, type FieldValue } from './page-modules.ts';

const { answersOf, faultOf, initialValue, partsOf } = await loadPage('form/modal-fields.js');
const { matching, readOptions, runnables } = await loadPage('pane/slash-commands.js');

const options = [
  { label: 'Ja', value: 'yes' },
  { label: 'Nei', value: 'no', default: true },
];

const modal: ModalView = {
  interactionId: '1',
  customId: 'form',
  title: 'Skjema',
  components: [
    { type: 10, content: 'Les dette' },
    {
      type: 18,
      label: 'Tekst',
      description: 'Kort',
      component: { type: 4, custom_id: 'text', style: 1, value: 'hei' },
    },
    { type: 18, label: 'Valg', component: { type: 3, custom_id: 'choice', options } },
    { type: 18, label: 'Ett', component: { type: 21, custom_id: 'one', options } },
    { type: 18, label: 'Flere', component: { type: 22, custom_id: 'many', options } },
    { type: 18, label: 'Kryss', component: { type: 23, custom_id: 'tick', default: true } },
    { type: 18, label: 'Hvem', component: { type: 5, custom_id: 'who', default_values: [{ id: '9', type: 'user' }] } },
    { type: 1, components: [{ type: 4, custom_id: 'old', label: 'Gammel form', style: 2 }] },
  ],
};

const fields = partsOf(modal).filter(({ kind }) => kind === 'field');

describe('a form', () => {
  it('has its texts and fields in order, in both of Discord’s shapes', () => {
    expect(partsOf(modal).map((part) => (part.kind === 'text' ? 'text' : part.label))).toEqual([
      'text',
      'Tekst',
      'Valg',
      'Ett',
      'Flere',
      'Kryss',
      'Hvem',
      'Gammel form',
    ]);
  });

  it('begins with what the bot filled in', () => {
    expect(answersOf(fields, {})).toEqual({
      text: 'hei',
      choice: ['no'],
      one: 'no',
      many: ['no'],
      tick: true,
      who: ['9'],
      old: '',
    });
  });

  it('hands over what was filled in', () => {
    expect(answersOf(fields, { text: 'nytt', many: ['yes', 'no'], tick: false })).toMatchObject({
      text: 'nytt',
      many: ['yes', 'no'],
      tick: false,
    });
  });

  const field = (component: Readonly<Record<string, unknown>>) => ({ custom_id: 'x', ...component });
  const cases: readonly (readonly [string, Readonly<Record<string, unknown>>, FieldValue, string | null])[] = [
    ['an empty text that is required', { type: 4 }, '', 'Feltet må fylles ut.'],
    ['an empty text that is not', { type: 4, required: false, min_length: 5 }, '', null],
    ['a text that is too short', { type: 4, min_length: 5 }, 'hei', 'Skriv minst 5 tegn.'],
    ['a text that is too long', { type: 4, max_length: 2 }, 'hei', 'Skriv høyst 2 tegn.'],
    ['a text that fits', { type: 4, min_length: 1, max_length: 5 }, 'hei', null],
    ['no choice where one is required', { type: 21, options }, '', 'Velg ett av alternativene.'],
    ['no choice in a menu', { type: 3, options }, [], 'Velg minst ett.'],
    ['no choice in a menu that takes none', { type: 3, options, required: false }, [], null],
    ['too few ticks', { type: 22, options, min_values: 2 }, ['yes'], 'Velg minst 2.'],
    ['too many ticks', { type: 22, options, max_values: 1 }, ['yes', 'no'], 'Velg høyst 1.'],
    ['a box without a tick', { type: 23 }, false, null],
  ];

  it.each(cases)('says what is wrong with %s', (_, component, value, expected) => {
    expect(faultOf(field(component), value)).toBe(expected);
  });

  it('starts a radio group without a default on nothing', () => {
    expect(initialValue(field({ type: 21, options: [{ label: 'Ja', value: 'yes' }] }))).toBe('');
  });
});

const option = (name: string, type: number, given: Partial<CommandOptionView> = {}): CommandOptionView => ({
  name,
  shownName: name,
  shownDescription: `om ${name}`,
  type,
  required: false,
  autocomplete: false,
  choices: [],
  options: [],
  ...given,
});

const command = (name: string, shownName: string, given: Partial<CommandView> = {}): CommandView => ({
  id: name,
  type: 1,
  name,
  shownName,
  shownDescription: `om ${shownName}`,
  options: [],
  ...given,
});

describe('slash commands', () => {
  const list = runnables([
    command('apningstider', 'åpningstider'),
    command('vakt', 'vakt', { options: [option('inn', 1, { options: [option('rolle', 3)] }), option('ut', 1)] }),
    command('oppsett', 'oppsett', { options: [option('tekst', 2, { options: [option('endre', 1)] })] }),
    command('Meld fra', 'Meld fra', { type: 3 }),
  ]);

  it('are listed in alphabetical order with subcommands spelt out, without the menu commands', () => {
    expect(list.map(({ shown }) => shown)).toEqual(['oppsett tekst endre', 'vakt inn', 'vakt ut', 'åpningstider']);
  });

  it('remember the registered names', () => {
    expect(list.map(({ run }) => run)).toEqual([
      { name: 'oppsett', subcommandGroup: 'tekst', subcommand: 'endre' },
      { name: 'vakt', subcommand: 'inn' },
      { name: 'vakt', subcommand: 'ut' },
      { name: 'apningstider' },
    ]);
  });

  it.each([
    ['/', ['oppsett tekst endre', 'vakt inn', 'vakt ut', 'åpningstider']],
    ['/Å', ['åpningstider']],
    ['/ut', ['vakt ut']],
    ['/inn', ['vakt inn']],
    ['/finnes ikke', []],
  ])('are found by %s', (typed, expected) => {
    expect(matching(list, typed).map(({ shown }) => shown)).toEqual(expected);
  });

  it('take options as the kind they are', () => {
    const kinds = [
      option('tekst', 3),
      option('antall', 4),
      option('andel', 10),
      option('ja', 5),
      option('nei', 5),
      option('tom', 3),
    ];
    expect(readOptions(kinds, { tekst: '42', antall: '7', andel: '0,5', ja: 'true', nei: 'false' })).toEqual({
      options: { tekst: '42', antall: 7, andel: 0.5, ja: true, nei: false },
    });
  });

  it.each([
    ['', '«antall» må fylles ut.'],
    ['mange', '«antall» må være et tall.'],
    ['1,5', '«antall» må være et tall.'],
  ])('say what is wrong with the number %s', (antall, fault) => {
    expect(readOptions([option('antall', 4, { required: true })], { antall })).toEqual({ fault });
  });
});
