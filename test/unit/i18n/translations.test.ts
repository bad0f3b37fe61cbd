import { describe, expect, it } from 'vitest';
import { fill } from '../../../src/core/texts/own-text.ts';
import { textsIn } from '../../../src/i18n/catalogue.ts';
import { checkTranslations, translatableTexts } from '../../../src/i18n/check-wording.ts';

/** Stands for a human translation: marked, and with every field. No Sámi is written by us. */
const emergency = Object.fromEntries(
  ['pages.helpAction', 'sender.cannotWait']
    .concat(
      ['acuteAction', 'seriousAction'].flatMap((name) =>
        ['medical', 'police', 'either'].map((danger) => `sender.${name}.${danger}`),
      ),
    )
    .map((key) => [key, `SE ${translatableTexts.get(key)?.template ?? ''}`]),
);
const kinds = (se: Readonly<Record<string, string>>) =>
  checkTranslations({ se }).map(({ key, fault }) => [key, fault.kind]);
const numbers = { police: '112', ambulance: '113', urgentCare: '116 117', childrensLine: '116 111' };
const municipality = { language: 'nn', texts: {}, translations: { se: emergency } } as const;

describe('a Sámi translation', () => {
  it('is read where it says something, and in the service’s Norwegian where it does not', () => {
    const { pages, sender } = textsIn('se', municipality);
    expect(pages.helpAction()).toMatch(/^SE /u);
    expect(sender.acuteAction({ ...numbers, danger: 'police' })).toBe(
      fill(emergency['sender.acuteAction.police'] ?? '', (name) => numbers[name as keyof typeof numbers]),
    );
    expect(pages.writeButton()).toBe(textsIn('nn').pages.writeButton());
    expect(textsIn('nn', municipality).pages.helpAction()).toBe(textsIn('nn').pages.helpAction());
  });

  it('is Norwegian as a whole where none is supplied', () => {
    expect(textsIn('sma', municipality).pages.helpAction()).toBe(textsIn('nn').pages.helpAction());
    expect(textsIn('smj').pages.helpAction()).toBe(textsIn('nb').pages.helpAction());
  });

  it('may say «Hjelp nå» and the marks in its own language', () => {
    const se = { ...emergency, 'pages.helpNowButton': 'SE hjelp', 'sender.botSignature': 'SE bot' };
    expect(kinds(se)).toEqual([]);
    expect(textsIn('se', { ...municipality, translations: { se } }).pages.helpNowButton()).toBe('SE hjelp');
  });

  it('must hold what says where help is', () => {
    const { 'pages.helpAction': _left, ...rest } = emergency;
    expect(kinds(rest)).toEqual([['pages.helpAction', 'emergency-missing']]);
    expect(kinds({ 'pages.writeButton': 'SE' })).toHaveLength(8);
  });

  it.each([
    ['sender.cannotWait', 'SE {police}', ['missing-placeholder', 'missing-placeholder', 'missing-placeholder']],
    ['sender.cannotWait', `${emergency['sender.cannotWait'] ?? ''} {navn}`, ['unknown-placeholder']],
    ['pages.helpAction', 'SE 112 50 900', ['phone-number']],
    ['pages.helpAction', 'SE 🙂', ['emoji']],
    ['pages.helpAction', 'SE } {', ['stray-brace']],
    ['pages.helpNowButton', 'å'.repeat(81), ['too-many-characters']],
    ['staff.caseName', 'SE', ['unknown-text']],
    ['pages.aboutFigures', 'SE', ['unknown-text']],
  ])('is refused where %s says %j', (key, words, faults) => {
    expect(kinds({ ...emergency, [key]: words }).map(([, kind]) => kind)).toEqual(faults);
  });
});
