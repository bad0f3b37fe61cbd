import type { Assessor, Messenger, Store } from '../ports.ts';

/**
 * Places where a test may end the process the hard way, to see that nothing is lost. Source: RELIABILITY §2.
 * `mid_rekey` and `mid_migration` belong to the store, whose own tests pass them.
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
] as const;
export type KillPoint = (typeof killPoints)[number];

/** Ends the process as `kill -9` would when it reaches the point it was told to die at. */
export type Reach = (point: KillPoint) => void;

export const createReach =
  (killAt: string | undefined): Reach =>
  (point) => {
    if (point === killAt) process.kill(process.pid, 'SIGKILL');
  };

/** The same powers, passing the points on the way. */
export function withKillPoints<S extends Store>(store: S, reach: Reach): S {
  const passing: Pick<Store, 'accept' | 'commit' | 'settleOutbox' | 'eraseExpired'> = {
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
