import { describe, expect, it } from 'vitest';
import { RawText } from '../../../src/core/raw-text.ts';
import { severityRank } from '../../../src/core/triage/assessment.ts';
import { withChange } from '../../../src/core/triage/change.ts';
import { allRules } from '../../../src/core/triage/rules/all-rules.ts';
import { localWordRule } from '../../../src/core/triage/rules/local-word.ts';
import {
  checkSettings,
  faultsOf,
  isMoved,
  localMeanings,
  triageSettingsSchema,
  type TriageSettings,
} from '../../../src/core/triage/settings.ts';
import { createTriage } from '../../../src/core/triage/triage.ts';
import { tryOut, weakensAcute, type TrialFigures } from '../../../src/core/triage/trial.ts';
import { trialLines } from '../../../src/core/triage/trial-lines.ts';

const asShipped = triageSettingsSchema.parse({});
const word = {
  words: 'brunebiter',
  concept: 'DRUG',
  examplesMatch: ['han ga meg en brunebiter'],
  examplesNot: ['vi spiste brunost'],
};
const levelOf = (settings: TriageSettings, text: string) =>
  createTriage(settings).assess(new RawText(text), { earlier: [], channel: 'dm' }).severity;

describe('what a coordinator may move', () => {
  it('is nothing as shipped', () => {
    expect(isMoved(asShipped)).toBe(false);
    expect(faultsOf(asShipped)).toEqual([]);
  });

  it.each([
    [{ switchedOff: ['bullying.hint'] }],
    [{ concernShift: -1 }],
    [{ seriousShift: 0.5 }],
    [{ localWords: [word] }],
  ] satisfies readonly [TriageSettings][])('counts %o as moved', (settings) => {
    expect(isMoved(triageSettingsSchema.parse(settings))).toBe(true);
  });

  it.each(allRules.filter(({ level }) => level === 'acute').map(({ id }) => id))(
    'never is the acute rule %s',
    (rule) => {
      expect(faultsOf({ switchedOff: [rule] })).toEqual([{ kind: 'acute-rule', rule }]);
      expect(triageSettingsSchema.safeParse({ switchedOff: [rule] }).success).toBe(false);
    },
  );

  it.each([
    [{ switchedOff: ['no.such'] }, { kind: 'unknown-rule', rule: 'no.such' }],
    [{ concernShift: 2.1 }, { kind: 'shift-out-of-range', shift: 'concernShift' }],
    [{ seriousShift: -1.1 }, { kind: 'shift-out-of-range', shift: 'seriousShift' }],
    [{ localWords: [{ ...word, concept: 'NOPE' }] }, { kind: 'unknown-concept', words: 'brunebiter' }],
    [{ localWords: [{ ...word, concept: 'GAME' }] }, { kind: 'harmless-concept', words: 'brunebiter' }],
    [{ localWords: [{ ...word, concept: 'NOW' }] }, { kind: 'harmless-concept', words: 'brunebiter' }],
    [{ localWords: [{ ...word, words: 'Stor' }] }, { kind: 'bad-words', words: 'Stor' }],
    [{ localWords: [{ ...word, words: 'a*' }] }, { kind: 'bad-words', words: 'a*' }],
    [{ localWords: [{ ...word, examplesNot: [] }] }, { kind: 'no-examples', words: 'brunebiter' }],
  ] satisfies readonly [TriageSettings, object][])('refuses %o', (settings, fault) => {
    expect(faultsOf(settings)).toEqual([fault]);
    expect(triageSettingsSchema.safeParse(settings).success).toBe(false);
  });

  it.each([
    [{ switchedOff: ['no.such'] }, 'switchedOff', 'there is no triage rule called "no.such"'],
    [{ switchedOff: ['suicide.place'] }, 'switchedOff', 'rule "suicide.place" is acute and cannot be switched off'],
    [{ concernShift: 3 }, 'concernShift', 'concernShift must be between -2 and 2'],
    [{ seriousShift: -2 }, 'seriousShift', 'seriousShift must be between -1 and 1'],
    [{ localWords: [{ ...word, concept: 'NOPE' }] }, 'localWords', 'names a concept that does not exist'],
    [{ localWords: [{ ...word, concept: 'GAME' }] }, 'localWords', 'stands under a concept that takes no local words'],
    [
      { localWords: [{ ...word, words: 'Stor' }] },
      'localWords',
      'is not a word or phrase of 2 to 60 letters in lower case',
    ],
    [
      { localWords: [{ ...word, examplesMatch: [] }] },
      'localWords',
      'needs an example that matches and one that does not',
    ],
  ] satisfies readonly [TriageSettings, string, string][])('says where and why: %o', (settings, place, why) => {
    expect(() => createTriage(settings)).toThrow(new RangeError(why));
    const { error } = triageSettingsSchema.safeParse(settings);
    expect(error?.issues.map(({ path, message }) => [path, message])).toEqual([[[place], why]]);
  });

  it('names every fault, in the order they are written', () => {
    const settings = {
      switchedOff: ['no.such', 'suicide.place', 'bullying.hint'],
      concernShift: -3,
      localWords: [{ ...word, words: 'X', concept: 'NOPE', examplesNot: [] }],
    };
    expect(faultsOf(settings).map(({ kind }) => kind)).toEqual([
      'unknown-rule',
      'acute-rule',
      'shift-out-of-range',
      'unknown-concept',
      'bad-words',
      'no-examples',
    ]);
  });

  it.each([2, -2])('takes a concern threshold moved by %d, and a serious one by half of that', (shift) => {
    expect(faultsOf({ concernShift: shift, seriousShift: shift / 2 })).toEqual([]);
    expect(faultsOf({ concernShift: shift * 1.01, seriousShift: (shift / 2) * 1.01 })).toHaveLength(2);
  });

  it('takes no threshold that is not a number', () => {
    expect(faultsOf({ seriousShift: Number.NaN })).toEqual([{ kind: 'shift-out-of-range', shift: 'seriousShift' }]);
  });

  it.each(['ab', 'å4', '4g', 'en to-tre', 'a'.repeat(60)])('takes «%s» as words', (words) => {
    expect(faultsOf({ localWords: [{ ...word, words }] })).toEqual([]);
  });

  it.each(['a', 'ab ', ' ab', 'ab-', '-ab', 'a'.repeat(61), 'ab,cd', 'ABC'])('takes no «%s» as words', (words) => {
    expect(faultsOf({ localWords: [{ ...word, words }] })).toEqual([{ kind: 'bad-words', words }]);
  });

  it('leaves out the rules that are switched off, and only those', () => {
    const rules = (settings: TriageSettings) => checkSettings(settings).rules.map(({ id }) => id);
    const all = allRules.map(({ id }) => id);
    expect(rules({})).toEqual(all);
    expect(rules({ switchedOff: ['bullying.hint'] })).toEqual(all.filter((id) => id !== 'bullying.hint'));
    expect(rules({ localWords: [word] })).toEqual([...all, ...localWordRule.map(({ id }) => id)]);
  });

  it('gives the engine what was set, a local word under its meaning and as local', () => {
    expect(checkSettings({ concernShift: 1, seriousShift: -1, localWords: [word] })).toMatchObject({
      concernShift: 1,
      seriousShift: -1,
      local: [
        ['DRUG', 'brunebiter'],
        ['LOCAL', 'brunebiter'],
      ],
    });
    expect(checkSettings({})).toMatchObject({ concernShift: 0, seriousShift: 0, local: [] });
  });

  it.each([
    ['a rule id that is too long', { switchedOff: ['x'.repeat(61)] }],
    ['something nobody has heard of', { volume: 11 }],
    ['an example that is too short', { localWords: [{ ...word, examplesNot: ['nei'.slice(1)] }] }],
    ['an example that is too long', { localWords: [{ ...word, examplesNot: ['x'.repeat(201)] }] }],
    ['six examples', { localWords: [{ ...word, examplesNot: Array<string>(6).fill('vi spiste brunost') }] }],
    ['more than a hundred words', { localWords: Array<typeof word>(101).fill(word) }],
    ['a word with something nobody has heard of', { localWords: [{ ...word, volume: 11 }] }],
  ])('cannot be %s', (_, settings) => {
    expect(triageSettingsSchema.safeParse(settings).success).toBe(false);
  });

  it('may be a hundred words with five examples of 200 letters each', () => {
    const full = { ...word, examplesMatch: Array<string>(5).fill('x'.repeat(200)), examplesNot: ['nei'] };
    expect(triageSettingsSchema.safeParse({ localWords: Array<typeof word>(100).fill(full) }).success).toBe(true);
  });

  it('takes a word in every meaning it offers', () => {
    expect(localMeanings.flatMap((concept) => faultsOf({ localWords: [{ ...word, concept }] }))).toEqual([]);
  });

  it('makes a local word noticed, and nothing that merely looks like it', () => {
    const settings = { localWords: [word] };
    expect(levelOf({}, 'det lå en brunebiter på bordet')).toBe('none');
    expect(levelOf(settings, 'det lå en brunebiter på bordet')).not.toBe('none');
    expect(levelOf(settings, 'vi spiste brunost')).toBe('none');
  });

  it('notices less as the threshold is moved up, and never less of the acute', () => {
    const count = (concernShift: number): TrialFigures => tryOut({ concernShift }, trialLines).figures;
    const [low, shipped, high] = [count(-2), count(0), count(2)];
    expect(low.falseHard.k).toBeGreaterThan(shipped.falseHard.k);
    expect(high.concernAny.k).toBeLessThan(shipped.concernAny.k);
    expect(weakensAcute(shipped, low)).toBe(false);
  }, 20_000);

  it('leaves a message that speaks of now at its level, however far the thresholds are moved', () => {
    const most = { concernShift: 2, seriousShift: 1 };
    for (const text of ['jeg skal ta livet mitt i kveld', 'pappa slår mamma nå', 'hun puster ikke']) {
      expect(severityRank(levelOf(most, text))).toBe(severityRank(levelOf({}, text)));
    }
  });
});

describe('a change', () => {
  it('switches a rule off and on again', () => {
    const off = withChange(asShipped, { kind: 'rule', rule: 'bullying.hint', on: false });
    expect(off.switchedOff).toEqual(['bullying.hint']);
    expect(withChange(off, { kind: 'rule', rule: 'bullying.hint', on: false }).switchedOff).toEqual(['bullying.hint']);
    expect(withChange(off, { kind: 'rule', rule: 'bullying.hint', on: true })).toEqual(asShipped);
  });

  it('moves one threshold and leaves the other', () => {
    expect(withChange(asShipped, { kind: 'shift', shift: 'seriousShift', by: 0.5 })).toEqual({
      ...asShipped,
      seriousShift: 0.5,
    });
  });

  it('replaces a word that is there, and takes it away', () => {
    const one = withChange(asShipped, { kind: 'add-word', word });
    const two = withChange(one, { kind: 'add-word', word: { ...word, concept: 'WEAPON' } });
    expect(two.localWords).toEqual([{ ...word, concept: 'WEAPON' }]);
    expect(withChange(two, { kind: 'remove-word', words: word.words })).toEqual(asShipped);
  });
});

describe('a change among others', () => {
  const other = { ...word, words: 'gråbiter' };
  const settled = triageSettingsSchema.parse({ switchedOff: ['eating.hint'], localWords: [other] });

  it('leaves the other rules as they are', () => {
    const off = withChange(settled, { kind: 'rule', rule: 'bullying.hint', on: false });
    expect(off.switchedOff).toEqual(['eating.hint', 'bullying.hint']);
    expect(withChange(off, { kind: 'rule', rule: 'bullying.hint', on: true })).toEqual(settled);
  });

  it('leaves the other words as they are', () => {
    const both = withChange(settled, { kind: 'add-word', word });
    expect(both.localWords).toEqual([other, word]);
    expect(withChange(both, { kind: 'remove-word', words: word.words })).toEqual(settled);
  });
});

describe('a trial', () => {
  const figures = (k: number): TrialFigures => {
    const share = { k, n: 10 };
    return {
      acuteAny: share,
      acuteSeriousOrHigher: share,
      seriousAny: share,
      concernAny: share,
      falseHard: share,
      falsePlain: share,
    };
  };

  it('counts the shipped examples by what they are', () => {
    const lines = [
      { text: 'jeg skal ta livet mitt i kveld', level: 'acute', kind: 'worry' },
      { text: 'hva er klokka', level: 'none', kind: 'plain' },
    ] as const;
    const { figures: found, sentences } = tryOut({}, lines, ['hei', 'jeg skal ta livet mitt i kveld']);
    expect(found).toMatchObject({ acuteAny: { k: 1, n: 1 }, falsePlain: { k: 0, n: 1 }, seriousAny: { k: 0, n: 0 } });
    expect(sentences.map(({ severity }) => severity)).toEqual(['none', 'acute']);
  });

  it('says nothing of sentences when none is given', () => {
    expect(tryOut({}, []).sentences).toEqual([]);
  });

  it.each([
    ['fewer acute are noticed', { ...figures(5), acuteAny: { k: 4, n: 10 } }, true],
    ['fewer acute reach people', { ...figures(5), acuteSeriousOrHigher: { k: 4, n: 10 } }, true],
    ['nothing changes', figures(5), false],
    ['more are noticed', figures(6), false],
  ] as const)('says whether the acute is weakened: %s', (_, after, weaker) => {
    expect(weakensAcute(figures(5), after)).toBe(weaker);
  });
});
