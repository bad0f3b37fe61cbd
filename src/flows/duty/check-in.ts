import { mayPerform } from '../../core/access.ts';
import { isApproved } from '../../core/approval.ts';
import { checkIn } from '../../core/duty/duty-book.ts';
import { shiftFrom } from '../../core/duty/shift.ts';
import type { WaitingCase } from '../../core/duty/waiting.ts';
import type { DutyTheme } from '../../core/duty/themes.ts';
import { turnDuty } from '../../core/duty/turn.ts';
import { isTrained } from '../../core/practice/practice.ts';
import { stateAt } from '../../core/hours/opening-state.ts';
import type { Instant } from '../../core/time.ts';
import type { Municipalities, Staff } from '../../ports.ts';
import { counting } from '../counting.ts';
import { readTraining } from '../practice/training.ts';
import { queueEvent } from './duty-posts.ts';
import { readDuty, savingDuty } from './duty-setting.ts';
import { makeKeepDuty } from './keep-duty.ts';
import type { DutyDeps } from './keep-duty.ts';
import { findWaitingCases } from './waiting-cases.ts';

export interface DutyPress {
  /** The interaction id: the same press acts once. */
  readonly cause: string;
  readonly staff: Staff;
}

export type CheckInOutcome =
  | {
      readonly kind: 'checked-in';
      readonly from: Instant;
      readonly until: Instant;
      readonly now: Instant;
      /** The unanswered, most serious first. */
      readonly waiting: readonly WaitingCase[];
    }
  | { readonly kind: 'too-early'; readonly next: Instant; readonly now: Instant }
  | { readonly kind: 'nothing-planned' | 'not-approved' | 'not-trained' | 'not-permitted' };

export interface CheckInDeps extends DutyDeps {
  readonly municipalities: Pick<Municipalities, 'find'>;
}

/**
 * Purpose: «/vakt inn»: somebody is there, until closing. Personal data: staff id and signature, shown on the card.
 * Checking in again brings new themes.
 */
export const makeCheckIn = (deps: CheckInDeps) => {
  const { now, store, pseudonyms, municipalities } = deps;
  const keepDuty = makeKeepDuty(deps);

  return async function enter(press: DutyPress, themes: readonly DutyTheme[]): Promise<CheckInOutcome> {
    const { staff, cause } = press;
    const municipality = municipalities.find(staff.municipalityId);
    if (!municipality || !mayPerform(staff.roles, 'duty.check-in')) return { kind: 'not-permitted' };

    if (!isApproved(municipality.approval, 2, now())) return { kind: 'not-approved' };
    if (municipality.training.required && !isTrained(await readTraining(store, municipality.id, staff.id)))
      return { kind: 'not-trained' };

    // A shift that has ended unseen is handed over before the next one begins.
    await keepDuty(municipality);
    const at = now();
    const shift = shiftFrom(municipality.hours, at);
    if (shift.kind === 'too-early') return { ...shift, now: at };
    if (shift.kind === 'nothing-planned') return shift;

    const { book, version } = await readDuty(store, municipality.id);
    const { from, until } = shift;
    const entered = checkIn(book, { id: staff.id, signature: staff.signature, themes, from, until });
    const turn = turnDuty(entered, stateAt(municipality.hours, at), at);
    const outcome = await store.commit({
      cause: `interaction:${cause}`,
      at,
      basedOn: [],
      changes: [
        savingDuty(municipality.id, version, turn.book),
        ...turn.events.flatMap((event) => queueEvent(municipality, pseudonyms, event, at)),
        { kind: 'audit', entry: { event: 'duty.checked-in', at, municipalityId: municipality.id, by: staff.id } },
        ...counting(municipality.id, at, book.people.some(({ id }) => id === staff.id) ? [] : ['shift']),
      ],
    });
    if (outcome === 'stale') return enter(press, themes);
    return { kind: 'checked-in', from, until, now: at, waiting: await findWaitingCases(store, municipality.id) };
  };
};
