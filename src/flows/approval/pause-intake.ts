import { mayPerform } from '../../core/access.ts';
import { pauseIntake, resumeIntake } from '../../core/approval/book.ts';
import type { StoppedContacts } from '../../core/approval/stopped-contacts.ts';
import type { Clock, Staff, Store } from '../../ports.ts';
import { readApproval, savingApproval } from './approval-setting.ts';
import { countingAnew, readStoppedContacts } from './turn-away.ts';

interface Deps {
  readonly now: Clock;
  readonly store: Pick<Store, 'findSetting' | 'listOpenCases' | 'commit'>;
}

export type PauseOutcome =
  /** `already`: it was so before the press. `openCases`: conversations that senders can no longer go on with. */
  | {
      readonly kind: 'paused';
      readonly already: boolean;
      readonly openCases: number;
      readonly contacts: StoppedContacts | undefined;
    }
  | { readonly kind: 'resumed'; readonly already: boolean; readonly contacts: StoppedContacts | undefined }
  | { readonly kind: 'not-permitted' | 'unreadable' };

/**
 * Purpose: stop taking words in at once, and go on. Personal data: staff id, in the record and the audit. A pause that
 * ends is on record as a drill. Source: 000:19.
 */
export const makePauseIntake = ({ now, store }: Deps) =>
  async function turn(cause: string, staff: Staff, wanted: 'pause' | 'resume'): Promise<PauseOutcome> {
    if (!mayPerform(staff.roles, 'intake.pause')) return { kind: 'not-permitted' };
    const { municipalityId, id: by } = staff;
    const { book, version } = await readApproval(store, municipalityId);
    if (!book) return { kind: 'unreadable' };
    const at = now();
    const { contacts, version: counted } = await readStoppedContacts(store, municipalityId);
    const next = (wanted === 'pause' ? pauseIntake : resumeIntake)(book, { by, at });
    const outcome = next
      ? await store.commit({
          cause: `interaction:${cause}`,
          at,
          basedOn: [],
          changes: [
            savingApproval(municipalityId, version, next),
            ...(wanted === 'pause' ? [countingAnew(municipalityId, counted, at)] : []),
            { kind: 'audit', entry: { event: `intake.${wanted}d`, at, municipalityId, by } },
          ],
        })
      : 'committed';
    if (outcome === 'stale') return turn(cause, staff, wanted);
    const already = next === undefined;
    if (wanted === 'resume') return { kind: 'resumed', already, contacts: already ? undefined : contacts };
    const openCases = (await store.listOpenCases(municipalityId)).length;
    return { kind: 'paused', already, openCases, contacts: already ? contacts : undefined };
  };
