import type { Assessor, Messenger, Store } from '../ports.ts';
import type { Settings } from '../settings/environment.ts';
import type { StoreMaintenance } from '../store/maintenance.ts';

/**
 * Places where a test may end the process the hard way, to see that nothing is lost. Source: RELIABILITY §2.
 * `mid_migration` is passed by a start that installs a newer schema, after its last step and before its commit;
 * `mid_rekey` by `utekontakt keys rotate`, after each of its transactions that leaves something to do.
 */
export const killPoints = [
  'before_inbox_commit',
  'after_inbox_commit',
  'after_triage',
  'after_commit',
  'before_post',
  'after_post_sent',
  'after_post_response',
  'after_outbox_mark',
  'mid_catchup',
  'mid_retention',
  'mid_rekey',
  'mid_migration',
] as const;
export type KillPoint = (typeof killPoints)[number];

/** Ends the process as `kill -9` would when it reaches the point it was told to die at. */
export type Reach = (point: KillPoint) => void;

/** What `KILL_AT` names; nothing outside the mode for tests. */
export const killAtIn = (environment: NodeJS.ProcessEnv, mode: Settings['mode']): string | undefined =>
  mode === 'test' ? environment['KILL_AT'] : undefined;

export const createReach =
  (killAt: string | undefined): Reach =>
  (point) => {
    if (point === killAt) process.kill(process.pid, 'SIGKILL');
  };

type Passing = Pick<Store, 'accept' | 'commit' | 'settleOutbox' | 'eraseExpired'> &
  Pick<StoreMaintenance, 'rotateKeys'>;

/** The same powers, passing the points on the way. */
export function withKillPoints<S extends Store & StoreMaintenance>(store: S, reach: Reach): S {
  const passing: Passing = {
    async accept(entry, progress) {
      if (entry) reach('before_inbox_commit');
      const outcome = await store.accept(entry, progress);
      if (entry) reach('after_inbox_commit');
      return outcome;
    },
    async commit(commit) {
      const outcome = await store.commit(commit);
      if (commit.finishes) reach('after_commit');
      return outcome;
    },
    async settleOutbox(...settling) {
      const outcome = await store.settleOutbox(...settling);
      reach('after_outbox_mark');
      return outcome;
    },
    async eraseExpired(now) {
      const erased = await store.eraseExpired(now);
      reach('mid_retention');
      return erased;
    },
    async rotateKeys(limit) {
      const rotation = await store.rotateKeys(limit);
      if (rotation.left > 0) reach('mid_rekey');
      return rotation;
    },
  };
  return { ...store, ...passing };
}

export const assessorWithKillPoints = (assessor: Assessor, reach: Reach): Assessor => ({
  async assess(request) {
    const assessed = await assessor.assess(request);
    reach('after_triage');
    return assessed;
  },
});

export const messengerWithKillPoints = (messenger: Messenger, reach: Reach): Messenger => ({
  async deliver(speech, how) {
    reach('before_post');
    const delivery = await messenger.deliver(speech, how);
    reach('after_post_response');
    return delivery;
  },
});
