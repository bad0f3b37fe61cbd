import { describe, expect, it } from 'vitest';
import type { RedactedText } from '../../../src/core/redaction/redaction.ts';
import { catalogueLanguages } from '../../../src/core/language.ts';
import { eraseOutcome, eraseQuestion, myData } from '../../../src/discord/views/data-subject.ts';
import type { MyCase } from '../../../src/flows/data-subject/show-my-data.ts';
import { aCase, anEntry, closedState, day, noon } from '../../contract/samples.ts';
import { bodyFaults, labelsOf, textOf } from '../views/body-faults.ts';
import { municipality } from '../views/samples.ts';

const words = (n: number) => `${'lang melding '.repeat(20)}${n}` as RedactedText;
const stored = (name: string, overrides: Partial<MyCase> = {}): MyCase => ({
  case: aCase(name),
  entries: Array.from({ length: 30 }, (_, n) => anEntry(name, String(n), { body: { kind: 'text', text: words(n) } })),
  eraseAt: noon + 30 * day,
  isDocumented: false,
  ...overrides,
});
const everything = {
  cases: [
    stored('one'),
    stored('two', { case: aCase('two', { state: closedState }), isDocumented: true, answerDueAt: noon + 20 * day }),
    stored('three', { case: aCase('three', { state: closedState }), eraseAt: noon + 3 * day }),
  ],
};

describe.each(catalogueLanguages)('what a sender sees of their own, in %s', (language) => {
  it('fits in one message however much is stored, and says how much is left out', () => {
    const body = myData(everything, municipality, language);
    expect(bodyFaults(body)).toEqual([]);
    expect(textOf(body)).toMatch(/2\d /u);
    expect(labelsOf(body)).toHaveLength(2);
  });

  it('asks before it erases, and the receipt fits', () => {
    const erased = {
      at: noon,
      staffCopiesGone: false,
      conversations: [
        { caseNumber: 4821, messages: 1 },
        { caseNumber: 4822, messages: 12 },
      ],
    };
    const requested = [{ caseNumber: 4823, dueAt: noon + 30 * day, again: false }];
    for (const body of [
      eraseQuestion(municipality, language),
      eraseOutcome({ kind: 'answered', erased, requested }, municipality, language),
      eraseOutcome({ kind: 'answered', requested }, municipality, language),
      eraseOutcome({ kind: 'try-again' }, municipality, language),
      eraseOutcome({ kind: 'nothing-stored' }, municipality, language),
    ]) {
      expect(bodyFaults(body)).toEqual([]);
    }
  });
});

describe('the page of one’s own data', () => {
  it('says honestly that staff keep a record the law asks for, and when a closed conversation goes', () => {
    const text = textOf(myData(everything, municipality, 'nb'));
    expect(text).toContain('et eget, låst notat');
    expect(text).toMatch(/Samtalen er lukket, og den slettes fredag 4\. januar/u);
    expect(text).toMatch(/Et menneske svarer deg innen/u);
    expect(textOf(myData({ cases: [stored('one')] }, municipality, 'nb'))).not.toContain('notat');
  });
});
