import { describe, expect, it } from 'vitest';
import { RawText } from '../../../src/core/raw-text.ts';
import { severityRank } from '../../../src/core/triage/assessment.ts';
import { withChange } from '../../../src/core/triage/change.ts';
import { allRules } from '../../../src/core/triage/rules/all-rules.ts';
import {
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

  it.each([
    ['fewer acute are noticed', { ...figures(5), acuteAny: { k: 4, n: 10 } }, true],
    ['fewer acute reach people', { ...figures(5), acuteSeriousOrHigher: { k: 4, n: 10 } }, true],
    ['nothing changes', figures(5), false],
    ['more are noticed', figures(6), false],
  ] as const)('says whether the acute is weakened: %s', (_, after, weaker) => {
    expect(weakensAcute(figures(5), after)).toBe(weaker);
  });
});
