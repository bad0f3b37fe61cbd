import { describe, expect, it } from 'vitest';
import { emptyBook, pauseIntake, readApprovalBook, resumeIntake, trackOf } from '../../../src/core/approval/book.ts';
import type { ApprovalBook } from '../../../src/core/approval/book.ts';
import { fileStep, longestApprovalMs, stepsOpen } from '../../../src/core/approval/file-step.ts';
import type { Filing } from '../../../src/core/approval/filings.ts';
import { consequenceAssessmentSchema, decisionSchema } from '../../../src/core/approval/filings.ts';
import { gates, intakeState, reviewWarningMs, standingOf } from '../../../src/core/approval/standing.ts';
import { withApprovalInForce } from '../../../src/core/approval/in-force.ts';
import type { Snowflake } from '../../../src/core/ids.ts';
import { dayMs } from '../../../src/core/time.ts';
import { exampleConfiguration } from '../../examples/municipality.ts';
import { filer, filings, leader, person, start } from './filings-made-up.ts';

/** Nothing in the settings file. */
const real = { invented: false };
const made = filings();

/** The book after these steps; every one must be taken. */
function after(steps: readonly (readonly [Filing, Snowflake])[], from: ApprovalBook = emptyBook): ApprovalBook {
  return steps.reduce((book, [filing, by]) => {
    const outcome = fileStep(book, 2, filing, { by, at: start });
    if (outcome.kind !== 'filed') throw new Error(`${filing.step}: ${outcome.kind}`);
    return outcome.book;
  }, from);
}

const assessed = [
  [made.purpose, filer],
  [made.ip, filer],
  [made.dpia, filer],
  [made.basis, filer],
] as const;
const throughGate = [...assessed, [made.approved, leader], [made.overview, filer]] as const;

function drilled(book: ApprovalBook): ApprovalBook {
  const paused = pauseIntake(book, { by: filer, at: start });
  const resumed = paused && resumeIntake(paused, { by: filer, at: start });
  if (!resumed) throw new Error('no drill');
  return resumed;
}
const approved = drilled(after(throughGate));

describe('the gate', () => {
  it('is shut with everything missing before anything is filed', () => {
    expect(standingOf(emptyBook, real, 2, start)).toEqual({ kind: 'locked', missing: gates });
    expect(intakeState(emptyBook, real, 2, start)).toBe('not-active');
  });

  it.each(throughGate.map(([{ step }], index) => [step, index] as const))(
    'names what is missing when %s comes next',
    (step, count) => {
      const standing = standingOf(after(throughGate.slice(0, count)), real, 2, start);
      expect(standing).toEqual({ kind: 'locked', missing: gates.slice(gates.indexOf(step)) });
    },
  );

  it('asks for a pause drill when every paper is there', () => {
    const papers = after(throughGate);
    expect(standingOf(papers, real, 2, start)).toEqual({ kind: 'locked', missing: ['drill'] });
    expect(standingOf(drilled(papers), real, 2, start)).toMatchObject({ kind: 'active' });
  });

  it('opens one strategy and no other', () => {
    expect(intakeState(approved, real, 2, start)).toBe('open');
    expect([1, 3, 4].map((other) => intakeState(approved, real, other as 1 | 3 | 4, start))).toEqual(
      Array<string>(3).fill('not-active'),
    );
  });

  it('warns before the review date and pauses at it', () => {
    const until = made.approved.filing.reviewAt;
    expect(standingOf(approved, real, 2, until - reviewWarningMs - 1)).toMatchObject({ reviewSoon: false });
    expect(standingOf(approved, real, 2, until - reviewWarningMs)).toMatchObject({ reviewSoon: true });
    expect(intakeState(approved, real, 2, until - 1)).toBe('open');
    expect(standingOf(approved, real, 2, until)).toEqual({ kind: 'expired', at: until });
    expect(intakeState(approved, real, 2, until)).toBe('paused');
  });

  it('pauses at once and opens again', () => {
    const paused = pauseIntake(approved, { by: filer, at: start });
    expect(paused && intakeState(paused, real, 2, start)).toBe('paused');
    expect(paused && pauseIntake(paused, { by: leader, at: start })).toBeUndefined();
    const resumed = paused && resumeIntake(paused, { by: leader, at: start });
    expect(resumed && intakeState(resumed, real, 2, start)).toBe('open');
    expect(resumed && resumeIntake(resumed, { by: leader, at: start })).toBeUndefined();
  });

  it('pauses when the record cannot be read', () => {
    expect(readApprovalBook({ form: 2, tracks: {} })).toBeUndefined();
    expect(intakeState(undefined, real, 2, start)).toBe('paused');
  });
});

describe('the decision', () => {
  it.each(assessed.map((_, index) => index))('is refused from whoever filed paper %i', (index) => {
    const papers = after(assessed.map(([filing], at) => [filing, at === index ? leader : person(3 + at)] as const));
    expect(fileStep(papers, 2, made.approved, { by: leader, at: start })).toEqual({ kind: 'decider-filed' });
  });

  it.each([
    ['in the past', start, 'review-in-the-past'],
    ['too far ahead', start + longestApprovalMs + 1, 'review-too-late'],
  ] as const)('is refused with a review date %s', (_name, reviewAt, kind) => {
    const decision = { step: 'decision', filing: { ...made.approved.filing, reviewAt } } as const;
    expect(fileStep(after(assessed), 2, decision, { by: leader, at: start })).toEqual({ kind });
  });

  it('needs the remaining risk to be accepted', () => {
    const { acceptsResidualRisk: _accepted, ...without } = made.approved.filing;
    expect(decisionSchema.safeParse(without).success).toBe(false);
    expect(decisionSchema.safeParse({ ...without, acceptsResidualRisk: false }).success).toBe(false);
  });

  it('on conditions stays locked and sees the revised assessment in a new round', () => {
    const stopped = after([...assessed, [made.conditional, leader]]);
    expect(stepsOpen(trackOf(stopped, 2))).toEqual(['assessment', 'purpose']);
    expect(fileStep(stopped, 2, made.overview, { by: filer, at: start })).toMatchObject({ kind: 'not-this-step' });
    const revised = fileStep(stopped, 2, made.dpia, { by: filer, at: start });
    expect(revised).toMatchObject({ kind: 'filed', round: 2 });
    const renewed = after(
      [
        [made.dpia, filer],
        [made.basis, filer],
        [made.approved, leader],
        [made.overview, filer],
      ],
      stopped,
    );
    expect(intakeState(drilled(renewed), real, 2, start)).toBe('open');
  });

  it('no ends what was in force', () => {
    const again = after([...assessed, [made.refused, leader]], approved);
    expect(intakeState(again, real, 2, start)).toBe('not-active');
    expect(stepsOpen(trackOf(again, 2))).toEqual(['purpose']);
  });

  it('is waited for while the one before it stays in force', () => {
    expect(intakeState(after(assessed, approved), real, 2, start)).toBe('open');
  });
});

describe('the first assessment', () => {
  it('that says no stops the round', () => {
    const stopped = after([
      [made.purpose, filer],
      [made.ipNo, filer],
    ]);
    expect(stepsOpen(trackOf(stopped, 2))).toEqual(['purpose']);
    expect(fileStep(stopped, 2, made.ip, { by: filer, at: start })).toMatchObject({ kind: 'not-this-step' });
  });
});

describe('the consequence assessment', () => {
  it('as PLM says why it is enough', () => {
    const { reason: _reason, ...without } = made.plm.filing;
    expect(consequenceAssessmentSchema.safeParse(made.plm.filing).success).toBe(true);
    expect(consequenceAssessmentSchema.safeParse(without).success).toBe(false);
  });

  it('as DPIA has been put to the data protection officer', () => {
    const { officerConsultedOn: _date, ...without } = made.dpia.filing;
    expect(consequenceAssessmentSchema.safeParse(without).success).toBe(false);
  });
});

describe('an approval in the settings file', () => {
  const approval = {
    strategies: [2],
    decidedAt: start - dayMs,
    reviewAt: start + dayMs,
    decidedBy: 'Kari Eksempel',
    decidedRole: 'Kommunalsjef (oppdiktet)',
    reference: 'EKS-2026/0001',
  } as const;

  it('counts until management has decided in the record', () => {
    expect(intakeState(emptyBook, { approval, invented: true }, 2, start)).toBe('open');
    expect(intakeState(after(assessed), { approval, invented: true }, 2, start)).toBe('open');
  });

  it('counts no longer once management has decided', () => {
    const refused = after([...assessed, [made.refused, leader], [made.purpose, filer]]);
    expect(intakeState(refused, { approval, invented: true }, 2, start)).toBe('not-active');
  });

  it('can be paused', () => {
    const paused = pauseIntake(emptyBook, { by: filer, at: start });
    expect(intakeState(paused, { approval, invented: true }, 2, start)).toBe('paused');
  });
});

const { eksempelvik: settings } = await exampleConfiguration();

describe('the municipality as approved', () => {
  const { approval: _inSettings, ...without } = settings;

  it('carries what is on record', () => {
    const shown = withApprovalInForce(without, approved, start);
    expect(shown.approval).toMatchObject({ strategies: [2], reviewAt: made.approved.filing.reviewAt });
    expect(shown.intakePaused).toBe(false);
  });

  it('carries nothing while the intake is paused, or the record cannot be read', () => {
    const paused = pauseIntake(approved, { by: filer, at: start });
    for (const book of [paused, undefined]) {
      const shown = withApprovalInForce(settings, book, start);
      expect([shown.approval, shown.intakePaused]).toEqual([undefined, true]);
    }
  });

  it('carries what its settings say of the strategies nobody has decided on', () => {
    const refused = after([...assessed, [made.refused, leader]]);
    expect(withApprovalInForce(settings, refused, start).approval?.strategies).toEqual([1, 3]);
  });
});
