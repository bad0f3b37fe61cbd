import { describe, expect, it } from 'vitest';
import { emptyBook, pauseIntake, readApprovalBook, resumeIntake } from '../../../src/core/approval/book.ts';
import type { ApprovalBook } from '../../../src/core/approval/book.ts';
import { lookAgainMs, noteChangedSettings } from '../../../src/core/approval/changed-settings.ts';
import { fileStep } from '../../../src/core/approval/file-step.ts';
import type { Filing } from '../../../src/core/approval/filings.ts';
import { intakeState, standingOf } from '../../../src/core/approval/standing.ts';
import type { Snowflake } from '../../../src/core/ids.ts';
import { dayMs } from '../../../src/core/time.ts';
import { filer, filings, leader, start } from './filings-made-up.ts';

const real = { invented: false };
const made = filings();
const papers = [
  [made.purpose, filer],
  [made.ip, filer],
  [made.dpia, filer],
  [made.basis, filer],
] as const;
const decision = [made.approved, leader] as const;
const overview = [made.overview, filer] as const;

const after = (book: ApprovalBook, steps: readonly (readonly [Filing, Snowflake])[], at: number): ApprovalBook =>
  steps.reduce((current, [filing, by]) => {
    const outcome = fileStep(current, 2, filing, { by, at });
    if (outcome.kind !== 'filed') throw new Error(outcome.kind);
    return outcome.book;
  }, book);
const drill = { by: filer, at: start };
const paused = pauseIntake(after(emptyBook, [...papers, decision, overview], start), drill);
const approved = (paused && resumeIntake(paused, drill)) ?? emptyBook;
const day = (count: number): number => start + count * dayMs;

describe('a change of what management approved', () => {
  it('asks for a new decision within thirty days, and stops the intake after that', () => {
    const changed = noteChangedSettings(approved, ['staffView'], day(1));
    expect(standingOf(changed, real, 2, day(2))).toMatchObject({
      kind: 'active',
      until: day(1) + lookAgainMs,
      reviewSoon: true,
      unseen: { keys: ['staffView'] },
    });
    expect(intakeState(changed, real, 2, day(1) + lookAgainMs)).toBe('paused');
  });

  it('is not put off by changing it again, or something else', () => {
    const once = noteChangedSettings(approved, ['staffView'], day(1));
    const again = noteChangedSettings(once, ['staffView', 'name'], day(20));
    expect(standingOf(again, real, 2, day(21))).toMatchObject({
      until: day(1) + lookAgainMs,
      unseen: { keys: ['staffView', 'name'] },
    });
    expect(noteChangedSettings(again, ['staffView', 'name'], day(22))).toBe(again);
  });

  it('is answered by a decision made after it, and not by one made before', () => {
    const changed = noteChangedSettings(approved, ['staffView'], day(1));
    const seen = after(changed, [...papers, decision, overview], day(2));
    expect(standingOf(seen, real, 2, day(3))).not.toHaveProperty('unseen');
    const decided = after(approved, [...papers, decision], day(2));
    const late = after(noteChangedSettings(decided, ['gameGuilds'], day(3)), [overview], day(4));
    expect(standingOf(late, real, 2, day(5))).toMatchObject({ unseen: { keys: ['gameGuilds'] } });
  });

  it('is not noted where nothing is in force, and survives being stored', () => {
    expect(noteChangedSettings(emptyBook, ['staffView'], day(1))).toBe(emptyBook);
    const changed = noteChangedSettings(approved, ['staffView'], day(1));
    expect(readApprovalBook(JSON.parse(JSON.stringify(changed)))).toEqual(changed);
  });
});
