import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DutyAnswers } from '../../../src/core/duty-guide/guide.ts';
import { askedQuestions, nextQuestion, nextStep } from '../../../src/core/duty-guide/next-step.ts';
import { guide } from './shipped-guide.ts';

const calm = { dangerNow: 'no', avertable: 'no' };
const noDuty = { harm: 'no', crime: 'no', suicide: 'no', home: 'no', threat: 'none', victim: 'no' };
const known = { identity: 'known', residence: 'unknown' };

/** Every leaf of the table: the row, answers that lead to it, its card, and the line of the source it rests on. */
const leaves: readonly (readonly [row: string, answers: DutyAnswers, card: string, source: string])[] = [
  ['acute-unknown', { dangerNow: 'yes', identity: 'unknown' }, 'call-112-unknown', '000:48'],
  ['acute-medical', { dangerNow: 'yes', dangerKind: 'medical', identity: 'known' }, 'call-113', '000:46'],
  ['acute', { dangerNow: 'unsure', dangerKind: 'violence', identity: 'known' }, 'call-112', '000:46'],
  ['avert-unknown', { ...calm, avertable: 'yes', crime: 'yes', identity: 'unknown' }, 'kripos-avert', '000:64'],
  [
    'avert-local',
    { ...calm, avertable: 'yes', crime: 'yes', identity: 'known', residence: 'here' },
    'police-local-avert',
    '000:46',
  ],
  ['avert', { ...calm, ...known, avertable: 'unsure', crime: 'unsure' }, 'police-avert', '000:64'],
  ['harm-unknown', { ...calm, ...noDuty, identity: 'partly', harm: 'yes' }, 'kripos-harm', '000:38'],
  [
    'harm-local',
    { ...calm, ...noDuty, identity: 'known', residence: 'here', harm: 'yes' },
    'police-local-harm',
    '000:46',
  ],
  ['harm', { ...calm, ...noDuty, ...known, residence: 'elsewhere', harm: 'unsure' }, 'police-harm', '000:44'],
  ['suicide-known', { ...calm, ...noDuty, ...known, suicide: 'yes' }, 'suicide-known', '003:82'],
  ['suicide-unknown', { ...calm, ...noDuty, identity: 'unknown', suicide: 'yes' }, 'suicide-unknown', '003:82'],
  [
    'home-against-will',
    { ...calm, ...noDuty, ...known, home: 'yes', ownWill: 'no' },
    'barnevern-second-assessment',
    '000:40',
  ],
  ['home-known', { ...calm, ...noDuty, ...known, home: 'yes', ownWill: 'yes' }, 'barnevern', '000:36'],
  ['home-unsure', { ...calm, ...noDuty, ...known, home: 'unsure', ownWill: 'yes' }, 'barnevern-discuss', '000:34'],
  [
    'home-partly',
    { ...calm, ...noDuty, identity: 'partly', home: 'yes', ownWill: 'not-asked' },
    'barnevern-partly',
    '000:38',
  ],
  ['home-unknown', { ...calm, ...noDuty, identity: 'unknown', home: 'yes' }, 'find-adult-unknown', '000:38'],
  ['threat-staff', { ...calm, ...noDuty, ...known, threat: 'staff' }, 'threat-staff', '000:72'],
  ['threat-others', { ...calm, ...noDuty, identity: 'unknown', threat: 'others' }, 'threat-others', '000:72'],
  ['crime-past', { ...calm, ...noDuty, ...known, crime: 'yes' }, 'cannot-avert', '000:64'],
  ['victim', { ...calm, ...noDuty, ...known, victim: 'yes' }, 'victim', '000:66'],
  ['otherwise', { ...calm, ...noDuty, ...known }, 'find-adult', '000:32'],
];

describe('a leaf of the table', () => {
  it.each(leaves)('leads by row %s to one card, resting on its source', (row, answers, card, source) => {
    const step = nextStep(guide, answers);
    expect(step.rowId).toBe(row);
    expect(step.card.id).toBe(card);
    const sources = [...step.card.source, ...(guide.rows.find(({ id }) => id === row)?.source ?? [])];
    expect(sources).toContain(source);
    expect(step.settled).toBe(true);
  });

  it('is tested for every row there is', () => {
    expect(leaves.map(([row]) => row)).toEqual(guide.rows.map(({ id }) => id));
  });
});

const answerOf = (index: number) => {
  const question = guide.questions[index];
  return fc.option(fc.constantFrom(...(question?.answers ?? []).map(({ id }) => id)), { nil: undefined });
};
const anyAnswers = fc.tuple(...guide.questions.map((_question, index) => answerOf(index))).map((given): DutyAnswers =>
  Object.fromEntries(
    given.flatMap((answer, index) => {
      const id = guide.questions[index]?.id;
      return answer === undefined || id === undefined ? [] : [[id, answer]];
    }),
  ),
);
const completed = (answers: DutyAnswers): DutyAnswers => {
  const question = nextQuestion(guide, answers);
  return question ? completed({ ...answers, [question.id]: question.ifUnanswered }) : answers;
};

describe('whatever is answered', () => {
  it('gives exactly one card, in every branch to the end', () => {
    let ends = 0;
    const walk = (answers: DutyAnswers): void => {
      const step = nextStep(guide, answers);
      expect(guide.cards).toContain(step.card);
      const question = nextQuestion(guide, answers);
      if (step.settled || !question) {
        expect(step.settled).toBe(true);
        ends += 1;
        return;
      }
      for (const { id } of question.answers) walk({ ...answers, [question.id]: id });
    };
    walk({});
    expect(ends).toBeGreaterThan(guide.rows.length);
  });

  it('does not change a settled card however the rest is answered', () => {
    fc.assert(
      fc.property(anyAnswers, anyAnswers, (first, more) => {
        const step = nextStep(guide, first);
        fc.pre(step.settled);
        const open = askedQuestions(guide, first).filter(({ answer }) => answer === undefined);
        const later = Object.fromEntries(
          open.flatMap(({ question }) => {
            const answer = more[question.id];
            return answer === undefined ? [] : [[question.id, answer]];
          }),
        );
        expect(nextStep(guide, { ...first, ...later }).card.id).toBe(step.card.id);
      }),
    );
  });

  it('puts an emergency number first when there is, or may be, danger now', () => {
    fc.assert(
      fc.property(anyAnswers, fc.constantFrom('yes', 'unsure'), (answers, dangerNow) => {
        const { card } = nextStep(guide, { ...answers, dangerNow });
        expect(card.urgency).toBe('now');
        expect(card.contacts[0]).toMatchObject({
          id: expect.stringMatching(/^nodnummer-(politi|ambulanse)$/u) as string,
        });
      }),
    );
  });

  it('never calls for a report to barnevern about somebody nobody knows', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const { card, also } = nextStep(guide, { ...answers, identity: 'unknown' });
        expect([card, ...also].map(({ group }) => group)).not.toContain('barnevern');
      }),
    );
  });

  it('never lets the young person’s no stand without a second assessment', () => {
    fc.assert(
      fc.property(
        anyAnswers,
        fc.constantFrom('yes', 'unsure'),
        fc.constantFrom('known', 'partly'),
        (answers, home, identity) => {
          const { card, also } = nextStep(guide, { ...answers, home, identity, ownWill: 'no' });
          expect([card, ...also].some(({ needs }) => needs.includes('second-assessment'))).toBe(true);
        },
      ),
    );
  });

  it('tells the leader of every threat against staff', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const { card, also } = nextStep(guide, completed({ ...answers, threat: 'staff' }));
        expect([card, ...also].some(({ needs }) => needs.includes('leader-told'))).toBe(true);
      }),
    );
  });

  it('counts an answer that is none as not given', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string()), (nonsense) => {
        const plain = nextStep(guide, {});
        const ids = new Set(guide.questions.map(({ id }) => id));
        fc.pre(Object.keys(nonsense).every((key) => !ids.has(key)));
        expect(nextStep(guide, nonsense)).toEqual(plain);
        expect(nextStep(guide, { dangerNow: 'kanskje', toString: 'yes' })).toEqual(plain);
      }),
    );
  });

  it('shows further duties beside the first', () => {
    const { card, also } = nextStep(guide, {
      ...calm,
      ...noDuty,
      ...known,
      suicide: 'yes',
      home: 'yes',
      ownWill: 'yes',
      threat: 'staff',
    });
    expect(card.id).toBe('suicide-known');
    expect(also.map(({ id }) => id)).toEqual(['barnevern', 'threat-staff']);
  });
});

describe('the questions', () => {
  it('begin with the three that come before everything else', () => {
    const calmOnes = askedQuestions(guide, { dangerNow: 'no' }).map(({ question }) => question);
    expect(calmOnes.slice(0, 3).map(({ first }) => first)).toEqual([true, true, true]);
    expect(guide.questions.filter(({ first }) => first)).toHaveLength(3);
  });

  it('ask what kind of danger only when there may be one', () => {
    expect(askedQuestions(guide, { dangerNow: 'no' }).map(({ question }) => question.id)).not.toContain('dangerKind');
    expect(nextQuestion(guide, { dangerNow: 'unsure' })?.id).toBe('dangerKind');
  });

  it('forget an answer whose question is no longer asked', () => {
    const stale = { ...calm, ...noDuty, identity: 'unknown', residence: 'here', harm: 'yes' };
    expect(nextStep(guide, stale).card.id).toBe('kripos-harm');
  });
});
