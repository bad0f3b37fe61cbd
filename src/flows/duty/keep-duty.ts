import { turnDuty } from '../../core/duty/turn.ts';
import { stateAt } from '../../core/hours/opening-state.ts';
import type { Municipality } from '../../core/municipality.ts';
import type { Clock, Pseudonyms, Store } from '../../ports.ts';
import { queueEvent } from './duty-posts.ts';
import { readDuty, savingDuty } from './duty-setting.ts';

export interface DutyDeps {
  readonly now: Clock;
  readonly pseudonyms: Pick<Pseudonyms, 'lane'>;
  readonly store: Pick<Store, 'findSetting' | 'commit' | 'listOpenCases' | 'listEntries'>;
}

/**
 * Purpose: check out at closing, hand over what is unanswered, and tell of openings and closings. Personal data: staff id
 * and signature. Each event is told once, whatever restarts and however many processes look: the book and the rows of
 * the outbox are written together, on the version they were made from.
 */
export const makeKeepDuty =
  ({ now, pseudonyms, store }: DutyDeps) =>
  async (municipality: Municipality): Promise<'changed' | 'unchanged'> => {
    const { id, hours } = municipality;
    const { book, version } = await readDuty(store, id);
    const at = now();
    const turn = turnDuty(book, stateAt(hours, at), at);
    if (turn.book === book) return 'unchanged';

    const left = book.people.length - turn.book.people.length;
    const outcome = await store.commit({
      cause: `duty:${id}:${version}`,
      at,
      basedOn: [],
      changes: [
        savingDuty(id, version, turn.book),
        ...turn.events.flatMap((event) => queueEvent(municipality, pseudonyms, event, at)),
        ...(left > 0
          ? [
              {
                kind: 'audit',
                entry: { event: 'duty.ended', at, municipalityId: id, details: { count: left } },
              } as const,
            ]
          : []),
      ],
    });
    // Stale: another process was first, and what it saw is told.
    return outcome === 'committed' ? 'changed' : 'unchanged';
  };
