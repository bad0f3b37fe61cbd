import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isStepId, readStep, sharedStepIds, stepIds, steps } from '../../../src/core/incident/steps.ts';
import { deskNb } from '../../../src/i18n/desk/nb.ts';

const here = { now: Date.UTC(2026, 10, 22, 20, 40), timeZone: 'Europe/Oslo' };
const informed = { told: 'yes', involved: 'no', involvedReason: 'Det hastet', leader: 'yes' };

describe('a step that is read', () => {
  it('keeps what was written, trimmed and with one kind of line break', () => {
    expect(readStep(steps.observed, { observed: '  a\r\nb\rc ' }, here)).toEqual({
      values: { observed: 'a\nb\nc', assessment: '' },
      faults: {},
    });
  });

  it.each([
    ['an empty required field', 'observed', { observed: ' ' }, { observed: 'required' }],
    ['a no without its reason', 'informed', { ...informed, told: 'no' }, { toldReason: 'required' }],
    [
      'a no to taking part without its reason',
      'informed',
      { ...informed, involvedReason: '' },
      { involvedReason: 'required' },
    ],
    ['something done at no time', 'reported', { action: 'called-112' }, { when: 'required' }],
    [
      'something done in the future',
      'reported',
      { action: 'called-112', when: '23.11.2026 21:40' },
      { when: 'not-a-moment' },
    ],
    ['other help that is not named', 'reported', { action: 'other-help', when: '21:40' }, { toWhom: 'required' }],
    ['no answer at all', 'informed', {}, { told: 'required', involved: 'required', leader: 'required' }],
    ['an answer that is none', 'informed', { ...informed, told: 'maybe' }, { told: 'not-a-choice' }],
    ['an age without where it comes from', 'identity', { age: '15' }, { ageBasis: 'required' }],
    ['a text that is too long', 'adults', { adults: 'æ'.repeat(2_001) }, { adults: 'too-long' }],
    ['a line break in a line', 'identity', { name: 'a\nb' }, { name: 'unreadable' }],
    ['a NUL', 'identity', { name: 'a\u0000b' }, { name: 'unreadable' }],
    ['a sign that turns the text around', 'adults', { adults: 'a\u202Eb' }, { adults: 'unreadable' }],
    ['half a character', 'adults', { adults: 'a\uD83D' }, { adults: 'unreadable' }],
  ] as const)('is not saved with %s', (_what, id, posted, faults) => {
    expect(readStep(steps[id], posted, here).faults).toEqual(faults);
  });

  it.each([
    ['identity', {}],
    ['identity', { age: '15', ageBasis: 'assumed', name: 'Testine Æøå-O’Brien 🙂' }],
    ['kripos', {}],
    ['informed', informed],
    ['informed', { ...informed, told: 'no-report' }],
    ['reported', { action: 'none-yet' }],
    ['reported', { action: 'called-112', when: '21:40' }],
    ['adults', { adults: 'é'.normalize('NFD').repeat(2_000) }],
  ] as const)('is saved in step %s with what is right: %j', (id, posted) => {
    expect(readStep(steps[id], posted, here).faults).toEqual({});
  });

  it('throws nothing away that was typed, and takes in nothing that was not asked', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...stepIds),
        fc.dictionary(fc.string(), fc.string()),
        fc.string(),
        (id, extra, typed) => {
          const [first] = steps[id].fields;
          if (!first) throw new Error('a step without fields');
          const { values } = readStep(steps[id], { ...extra, [first.id]: typed }, here);
          expect(Object.keys(values)).toEqual(steps[id].fields.map((field) => field.id));
          expect(values[first.id]).toBe(typed.replaceAll(/\r\n?/gu, '\n').normalize('NFC').trim());
        },
      ),
    );
  });

  it('knows its own steps only', () => {
    expect(stepIds.every(isStepId)).toBe(true);
    for (const other of ['', 'toString', '__proto__', 'Observed']) expect(isStepId(other)).toBe(false);
  });
});

describe('the steps that are shown in Discord', () => {
  it('fit in one form each, and hold neither names nor ethnicity nor what was observed', () => {
    for (const id of sharedStepIds) expect(steps[id].fields.length).toBeLessThanOrEqual(5);
    const ids = sharedStepIds.flatMap((id) => steps[id].fields.map((field) => field.id));
    for (const sealed of ['name', 'phone', 'residence', 'school', 'ethnicity', 'observed', 'adults', 'contact'])
      expect(ids).not.toContain(sealed);
  });
});

describe('the words of the form', () => {
  it.each(stepIds)('name every field and choice of step %s', (id) => {
    const words: Readonly<
      Record<string, { readonly label: string; readonly choices?: Readonly<Record<string, string>> }>
    > = deskNb.steps[id].fields;
    expect(Object.keys(words)).toEqual(steps[id].fields.map((field) => field.id));
    for (const field of steps[id].fields)
      if (field.kind === 'choice') expect(Object.keys(words[field.id]?.choices ?? {})).toEqual(field.choices);
  });

  it('ask for ethnicity in the step for Kripos only', () => {
    const asking = stepIds.filter((id) => steps[id].fields.some((field) => field.id === 'ethnicity'));
    expect(asking).toEqual(['kripos']);
    expect(steps.kripos.onlyForKripos).toBe(true);
  });
});
