import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MunicipalityId, Snowflake } from '../../src/core/ids.ts';
import { RawText } from '../../src/core/raw-text.ts';
import type { LeasedInbox, LeasedOutbox, Store } from '../../src/ports.ts';
import { StoreFault } from '../../src/ports.ts';
import type { StoreMaintenance } from '../../src/store/maintenance.ts';
import { cursorRetentionMs, rememberedMs } from '../../src/store/retention.ts';
import type { Vault } from '../../src/store/vault.ts';
import { createKeyring, nameMasterKey } from '../../src/system/keyring.ts';
import {
  aCase,
  aDossier,
  anEntry,
  aSender,
  canaries,
  caseId,
  closedState,
  commitOf,
  day,
  lane,
  message,
  municipality,
  noon,
  opening,
  post,
  senderKey,
  session,
  snowflakeOf,
} from './samples.ts';

export type OpenedStore = Store & StoreMaintenance;

/** One empty place to keep things in, which can be opened more than once at a time. */
export interface Ground {
  open(options?: { readonly keyring?: Vault; readonly holder?: string }): Promise<OpenedStore>;
  /** Every byte the store has on a disk now. */
  bytes(): Promise<Buffer>;
  dispose(): Promise<void>;
}

export const key = (n: number) => nameMasterKey(Buffer.alloc(32, n));
export const keyring = createKeyring([key(1)]);
const leaseMs = 30_000;

const found = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('expected something, found nothing');
  return value;
};
const only = <T>(values: readonly T[]): T => {
  expect(values).toHaveLength(1);
  return found(values[0]);
};
const ids = (entries: readonly { readonly id: string }[]): readonly string[] => entries.map(({ id }) => id);
const wordsOf = ({ inbound }: LeasedInbox): string => (inbound.kind === 'deletion' ? '' : inbound.text.reveal());
const send = (store: Store, entry: LeasedOutbox, at = noon) =>
  store.settleOutbox(entry.id, entry.lease, { kind: 'sent', at }, []);

/** Every promise of the store port. Both adapters keep them on real servers. */
export function describeStore(name: string, makeGround: () => Promise<Ground>): void {
  describe(name, () => {
    let ground: Ground;
    let store: OpenedStore;

    beforeEach(async () => {
      ground = await makeGround();
      store = await ground.open();
    });
    afterEach(async () => {
      await store.close();
      await ground.dispose();
    });
    const queue = (...entries: ReturnType<typeof post>[]) =>
      store.commit(
        commitOf(
          `queue:${ids(entries).join()}`.slice(0, 80),
          entries.map((entry) => ({ kind: 'queue', entry })),
        ),
      );

    describe('intake', () => {
      it('keeps a message whole until it is claimed', async () => {
        expect(await store.accept(message(1), undefined)).toBe('accepted');
        const claimed = found(await store.claimInbox(noon + 5, leaseMs));
        expect(claimed).toMatchObject({ id: message(1).id, lane: lane('a'), order: message(1).order, attempt: 1 });
        expect(claimed).toMatchObject({ receivedAt: noon + 1, lease: { until: noon + 5 + leaseMs } });
        expect(claimed.inbound).toMatchObject({ kind: 'message', senderId: canaries.senderId });
        expect(wordsOf(claimed)).toBe(`${canaries.inbox} 1`);
      });

      it('keeps edits and deletions as what they are', async () => {
        const messageId = message(1).order;
        const channelId = canaries.channelId as Snowflake;
        const edit = {
          kind: 'edit',
          messageId,
          senderId: messageId,
          channelId,
          text: new RawText('ny'),
          at: noon,
        } as const;
        const deletion = { kind: 'deletion', messageId, channelId, at: noon } as const;
        await store.accept(message(1, { id: 'edit:1', inbound: edit }), undefined);
        await store.accept(message(1, { id: 'deletion:1', lane: lane('b'), inbound: deletion }), undefined);
        const first = found(await store.claimInbox(noon, leaseMs));
        expect([first.inbound.kind, wordsOf(first)]).toEqual(['edit', 'ny']);
        expect(found(await store.claimInbox(noon, leaseMs)).inbound).toEqual(deletion);
      });

      it('takes in the same event once, also after it is done', async () => {
        await store.accept(message(1), undefined);
        expect(await store.accept(message(1), undefined)).toBe('duplicate');
        const { id, lease } = found(await store.claimInbox(noon, leaseMs));
        expect(await store.commit(commitOf('m1', [], { finishes: { id, lease } }))).toBe('committed');
        expect(await store.accept(message(1), undefined)).toBe('duplicate');
        expect(await store.claimInbox(noon + day, leaseMs)).toBeUndefined();
      });

      it('stores the progress of a duplicate all the same', async () => {
        await store.accept(message(1), { intake: 'a', session: session(1) });
        expect(await store.accept(message(1), { intake: 'a', session: session(2) })).toBe('duplicate');
        expect(await store.loadSession('a')).toEqual(session(2));
      });

      it('stores progress without an event, one session per intake', async () => {
        await store.accept(undefined, { intake: 'a', session: session(7) });
        await store.accept(undefined, { intake: 'b', session: session(8) });
        expect((await store.loadSession('a'))?.sequence).toBe(7);
        await store.dropSession('a');
        expect(await store.loadSession('a')).toBeUndefined();
        expect((await store.loadSession('b'))?.sequence).toBe(8);
      });

      it('lists channels by last use and never moves a cursor back', async () => {
        const cursor = (channel: string, n: number) => ({
          channelId: channel as Snowflake,
          userId: canaries.senderId as Snowflake,
          lastMessageId: snowflakeOf(noon + n),
        });
        const progress = (channel: string, n: number) => ({
          intake: 'a',
          session: session(n),
          cursor: cursor(channel, n),
        });
        await store.accept(undefined, progress('444444444444444401', 5));
        await store.accept(undefined, progress('444444444444444402', 9));
        await store.accept(undefined, progress('444444444444444402', 3));
        expect(await store.listDmCursors()).toEqual([cursor('444444444444444402', 9), cursor('444444444444444401', 5)]);
        await store.eraseExpired(noon + cursorRetentionMs + 8);
        expect(await store.listDmCursors()).toEqual([cursor('444444444444444402', 9)]);
      });
    });

    describe('inbox', () => {
      it('hands out one lane in the order of Discord, one at a time', async () => {
        for (const n of [3, 1, 2]) await store.accept(message(n), undefined);
        const handled: string[] = [];
        for (
          let next = await store.claimInbox(noon + 9, leaseMs);
          next;
          next = await store.claimInbox(noon + 9, leaseMs)
        ) {
          expect(await store.claimInbox(noon + 9, leaseMs)).toBeUndefined();
          handled.push(wordsOf(next));
          await store.commit(commitOf(next.id, [], { finishes: next }));
        }
        expect(handled).toEqual([1, 2, 3].map((n) => `${canaries.inbox} ${n}`));
      });

      it('lets other lanes pass a lane that is busy', async () => {
        await store.accept(message(1), undefined);
        await store.accept(message(2), undefined);
        await store.accept(message(3, { lane: lane('b') }), undefined);
        await store.claimInbox(noon, leaseMs);
        expect((await store.claimInbox(noon, leaseMs))?.id).toBe(message(3).id);
        expect(await store.claimInbox(noon, leaseMs)).toBeUndefined();
      });

      it('lets an earlier message that arrives late wait for the later one in hand', async () => {
        await store.accept(message(2), undefined);
        const later = found(await store.claimInbox(noon + 9, leaseMs));
        await store.accept(message(1), undefined);
        await store.accept(message(3), undefined);
        expect(await store.claimInbox(noon + 9, leaseMs)).toBeUndefined();
        await store.commit(commitOf('later', [], { finishes: later }));
        expect((await store.claimInbox(noon + 9, leaseMs))?.id).toBe(message(1).id);
      });

      it('keeps an edit of the same moment behind its message', async () => {
        await store.accept(message(1), undefined);
        await store.accept(message(1, { id: `edit:${message(1).order}` }), undefined);
        expect((await store.claimInbox(noon, leaseMs))?.id).toBe(message(1).id);
      });

      it('holds a lane back while its first entry waits for another try', async () => {
        await store.accept(message(1), undefined);
        await store.accept(message(2), undefined);
        const first = found(await store.claimInbox(noon, leaseMs));
        await store.releaseInbox(first.id, first.lease, noon + 1000);
        expect(await store.claimInbox(noon + 999, leaseMs)).toBeUndefined();
        expect(await store.claimInbox(noon + 1000, leaseMs)).toMatchObject({ id: first.id, attempt: 2 });
      });

      it('hands an entry out again when its lease is over, with a higher token', async () => {
        await store.accept(message(1), undefined);
        const first = found(await store.claimInbox(noon, leaseMs));
        expect(await store.claimInbox(noon + leaseMs - 1, leaseMs)).toBeUndefined();
        const second = found(await store.claimInbox(noon + leaseMs, leaseMs));
        expect(second.lease.token).toBeGreaterThan(first.lease.token);
        expect(second.attempt).toBe(2);
      });

      it('refuses the work of a holder that was overtaken', async () => {
        await store.accept(message(1), undefined);
        const paused = found(await store.claimInbox(noon, leaseMs));
        const heir = found(await store.claimInbox(noon + leaseMs, leaseMs));
        expect(await store.commit(opening('one', { finishes: paused }))).toBe('stale');
        expect(await store.findCase(caseId('one'))).toBeUndefined();
        await store.releaseInbox(paused.id, paused.lease, noon);
        expect(await store.claimInbox(noon + leaseMs, leaseMs)).toBeUndefined();
        expect(await store.commit(opening('one', { finishes: heir }))).toBe('committed');
      });

      it('takes the work of a slow holder whom nobody overtook', async () => {
        await store.accept(message(1), undefined);
        const slow = found(await store.claimInbox(noon, leaseMs));
        expect(await store.commit(opening('one', { at: noon + 2 * leaseMs, finishes: slow }))).toBe('committed');
      });

      it('refuses work for an entry that was given back', async () => {
        await store.accept(message(1), undefined);
        const held = found(await store.claimInbox(noon, leaseMs));
        await store.releaseInbox(held.id, held.lease, noon + 5);
        expect(await store.commit(opening('one', { finishes: held }))).toBe('stale');
      });

      it('gives what a process held to the next of its name at once, and to nobody else', async () => {
        const dead = await ground.open({ holder: 'oda' });
        const alive = await ground.open({ holder: 'per' });
        const heir = await ground.open({ holder: 'oda' });
        try {
          await store.accept(message(1), undefined);
          await store.accept(message(2, { lane: lane('two') }), undefined);
          await queue(post('x'), post('y', { lane: lane('two') }));
          const held = found(await dead.claimInbox(noon, leaseMs));
          const kept = found(await alive.claimInbox(noon, leaseMs));
          const [row] = await dead.claimOutbox(noon, leaseMs, 1);
          expect(await alive.claimOutbox(noon, leaseMs, 9)).toHaveLength(1);

          await store.takeOver();
          expect(await heir.claimInbox(noon, leaseMs)).toBeUndefined();
          await heir.takeOver();
          expect(await heir.claimInbox(noon, leaseMs)).toMatchObject({ id: held.id, attempt: 2 });
          expect(await heir.claimInbox(noon, leaseMs)).toBeUndefined();
          expect(ids(await heir.claimOutbox(noon, leaseMs, 9))).toEqual([row?.id]);

          expect(await dead.commit(opening('one', { finishes: held }))).toBe('stale');
          expect(await send(dead, found(row))).toBe('lost-lease');
          expect(await alive.commit(opening('two', { finishes: kept }))).toBe('committed');
        } finally {
          for (const one of [dead, alive, heir]) await one.close();
        }
      });

      it('does not wait an hour when the clock is set back an hour', async () => {
        await store.accept(message(1), undefined);
        const late = found(await store.claimInbox(noon + 3_600_000, leaseMs));
        const again = found(await store.claimInbox(noon, leaseMs));
        expect(again.lease.token).toBeGreaterThan(late.lease.token);
        await store.releaseInbox(again.id, again.lease, noon + 2000);
        expect(await store.claimInbox(noon + 1000 - 3_600_000, leaseMs)).toBeUndefined();
        expect(await store.claimInbox(noon + 3000 - 3_600_000, leaseMs)).toMatchObject({ id: again.id });
      });
    });

    describe('commit', () => {
      it('writes everything of a commit and finds it again', async () => {
        await store.accept(message(1), undefined);
        const { id, lease } = found(await store.claimInbox(noon, leaseMs));
        const entryTwo = anEntry('one', 'entry-two', { from: 'staff', signature: 'Kari', at: noon - 5 });
        const changes = [
          ...opening('one').changes,
          { kind: 'save-entry', entry: entryTwo, eraseAt: noon + day },
          { kind: 'save-sender', record: aSender('one') },
          { kind: 'queue', entry: post('p1') },
          { kind: 'audit', entry: { event: 'case.opened', at: noon, caseId: caseId('one') } },
        ] as const;
        const basedOn = opening('one').basedOn;
        expect(await store.commit(commitOf('m1', changes, { basedOn, finishes: { id, lease } }))).toBe('committed');

        const saved = { ...aCase('one'), version: 1 };
        expect(await store.findCase(caseId('one'))).toEqual(saved);
        expect(await store.findOpenCase(municipality, senderKey('one'))).toEqual(saved);
        expect(await store.findCaseByEntry('entry-two')).toEqual(saved);
        expect(await store.listOpenCases(municipality)).toEqual([saved]);
        expect(await store.findEntry(caseId('one'), 'entry-one')).toEqual(anEntry('one', 'entry-one'));
        expect(await store.listEntries(caseId('one'))).toEqual([entryTwo, anEntry('one', 'entry-one')]);
        expect(await store.findSender(municipality, senderKey('one'))).toEqual(aSender('one'));
        expect(ids(await store.claimOutbox(noon, leaseMs, 9))).toEqual(['p1']);
        expect(await store.claimInbox(noon + day, leaseMs)).toBeUndefined();
        expect(await store.verifyAudit()).toMatchObject({ kind: 'intact', rows: 1 });
      });

      it('finds nothing where nothing is', async () => {
        expect(await store.findCase(caseId('none'))).toBeUndefined();
        expect(await store.findOpenCase(municipality, senderKey('none'))).toBeUndefined();
        expect(await store.findCaseByEntry('none')).toBeUndefined();
        expect(await store.findEntry(caseId('none'), 'none')).toBeUndefined();
        expect(await store.listEntries(caseId('none'))).toEqual([]);
        expect(await store.listOpenCases(municipality)).toEqual([]);
        expect(await store.findSender(municipality, senderKey('none'))).toBeUndefined();
        expect(await store.findSetting(municipality, 'none')).toBeUndefined();
        expect(await store.findPosted(caseId('none'), 'case-card')).toBeUndefined();
        expect(await store.loadSession('none')).toBeUndefined();
      });

      it('keeps to its municipality', async () => {
        await store.commit(opening('one'));
        const other = 'annenvik' as typeof municipality;
        expect(await store.findOpenCase(other, senderKey('one'))).toBeUndefined();
        expect(await store.listOpenCases(other)).toEqual([]);
        await store.commit(commitOf('s', [{ kind: 'save-sender', record: aSender('one') }]));
        expect(await store.findSender(other, senderKey('one'))).toBeUndefined();
      });

      it('moves a conversation to another municipality in one step, and leaves nothing with the first', async () => {
        await store.commit(opening('one'));
        const other = 'annenvik' as typeof municipality;
        const next = { ...aCase('new'), municipalityId: other, sender: senderKey('elsewhere') };
        const [sealed] = await store.openOriginals(caseId('one'));
        const moved = commitOf('moved', [
          { kind: 'save-case', case: next, eraseAt: noon + day },
          { kind: 'save-entry', entry: anEntry('new', 'entry-one'), eraseAt: noon + day },
          {
            kind: 'seal-original',
            caseId: next.id,
            entryId: 'entry-one',
            original: sealed?.original ?? new RawText(''),
            eraseAt: noon + day,
          },
          { kind: 'save-case', case: { ...aCase('one'), state: { kind: 'closed', at: noon } }, eraseAt: noon },
        ]);
        const basedOn = [
          { caseId: caseId('one'), version: 1 },
          { caseId: next.id, version: 0 },
        ];
        expect(await store.commit({ ...moved, basedOn })).toBe('committed');
        for (const isErased of [false, true]) {
          if (isErased) await store.eraseExpired(noon);
          expect(await store.findOpenCase(municipality, senderKey('one'))).toBeUndefined();
          expect((await store.findCaseByEntry('entry-one'))?.id).toBe(next.id);
          expect((await store.findOpenCase(other, senderKey('elsewhere')))?.id).toBe(next.id);
          expect(ids(await store.listEntries(next.id))).toEqual(['entry-one']);
        }
        expect(await store.findCase(caseId('one'))).toBeUndefined();
        expect((await store.openOriginals(next.id)).map(({ original }) => original.reveal())).toEqual([
          canaries.original,
        ]);
      });

      it('changes nothing for a cause it knows', async () => {
        expect(await store.commit(opening('one'))).toBe('committed');
        const again = opening('one', { basedOn: [{ caseId: caseId('one'), version: 1 }] });
        expect(await store.commit(again)).toBe('already-committed');
        expect((await store.findCase(caseId('one')))?.version).toBe(1);
        expect(await store.openOriginals(caseId('one'))).toHaveLength(1);
      });

      it('takes an entry off the list when its cause is known already', async () => {
        await store.commit(opening('one'));
        await store.accept(message(1), undefined);
        const held = found(await store.claimInbox(noon, leaseMs));
        expect(await store.commit(opening('one', { finishes: held }))).toBe('already-committed');
        expect(await store.claimInbox(noon + day, leaseMs)).toBeUndefined();
      });

      it('remembers causes for at least a week', async () => {
        await store.commit(commitOf('c', []));
        await store.eraseExpired(noon + 7 * day);
        expect(await store.commit(commitOf('c', []))).toBe('already-committed');
        await store.eraseExpired(noon + rememberedMs);
        expect(await store.commit(commitOf('c', []))).toBe('committed');
      });

      it('refuses what is based on another version, whole', async () => {
        await store.commit(opening('one'));
        const save = (cause: string, version: number) =>
          store.commit(
            commitOf(
              cause,
              [
                { kind: 'save-case', case: aCase('one', { severity: 'acute' }), eraseAt: noon + day },
                { kind: 'queue', entry: post(cause) },
              ],
              { basedOn: [{ caseId: caseId('one'), version }] },
            ),
          );
        expect(await save('old', 0)).toBe('stale');
        expect(await save('ahead', 2)).toBe('stale');
        expect(await store.claimOutbox(noon, leaseMs, 9)).toEqual([]);
        expect(await save('right', 1)).toBe('committed');
        expect(await store.findCase(caseId('one'))).toMatchObject({ version: 2, severity: 'acute' });
      });

      it('checks cases that a commit only read', async () => {
        const basedOn = [{ caseId: caseId('one'), version: 1 }];
        expect(await store.commit(commitOf('read', [], { basedOn }))).toBe('stale');
        await store.commit(opening('one'));
        expect(await store.commit(commitOf('read', [], { basedOn }))).toBe('committed');
      });

      it('refuses a second open case with one sender, and allows it after the first is closed', async () => {
        await store.commit(opening('one'));
        const second = (cause: string) =>
          store.commit(
            commitOf(
              cause,
              [{ kind: 'save-case', case: aCase('two', { sender: senderKey('one') }), eraseAt: noon + day }],
              {
                basedOn: [{ caseId: caseId('two'), version: 0 }],
              },
            ),
          );
        expect(await second('a')).toBe('stale');
        const closed = aCase('one', { state: closedState });
        const basedOn = [{ caseId: caseId('one'), version: 1 }];
        await store.commit(commitOf('close', [{ kind: 'save-case', case: closed, eraseAt: noon + day }], { basedOn }));
        expect(await store.findOpenCase(municipality, senderKey('one'))).toBeUndefined();
        expect(await second('b')).toBe('committed');
        expect((await store.findOpenCase(municipality, senderKey('one')))?.id).toBe(caseId('two'));
        expect((await store.findCase(caseId('one')))?.state).toEqual(closedState);
      });

      it('closes one case and opens the next in one commit, in whichever order they are named', async () => {
        await store.commit(opening('one'));
        const changes = [
          { kind: 'save-case', case: aCase('two', { sender: senderKey('one') }), eraseAt: noon + day },
          { kind: 'save-case', case: aCase('one', { state: closedState }), eraseAt: noon + day },
        ] as const;
        const basedOn = [
          { caseId: caseId('one'), version: 1 },
          { caseId: caseId('two'), version: 0 },
        ];
        expect(await store.commit(commitOf('swap', changes, { basedOn }))).toBe('committed');
        expect((await store.findOpenCase(municipality, senderKey('one')))?.id).toBe(caseId('two'));
      });

      it('refuses a case that is saved without saying what it is based on', async () => {
        const change = { kind: 'save-case', case: aCase('one'), eraseAt: noon + day } as const;
        await expect(store.commit(commitOf('c', [change]))).rejects.toThrow(TypeError);
        expect(await store.findCase(caseId('one'))).toBeUndefined();
        expect(await store.commit(commitOf('c', []))).toBe('committed');
      });

      it('leaves nothing behind of a commit that fails in the middle', async () => {
        const orphan = { kind: 'save-entry', entry: anEntry('none', 'x'), eraseAt: noon + day } as const;
        const change = { kind: 'queue', entry: post('p1') } as const;
        await expect(store.commit(commitOf('c', [change, orphan]))).rejects.toThrow();
        expect(await store.claimOutbox(noon, leaseMs, 9)).toEqual([]);
        expect(await store.commit(commitOf('c', [change]))).toBe('committed');
      });

      it('refuses a record it could not read back, without quoting it', async () => {
        const bad = { ...anEntry('one', 'e'), from: canaries.entry as 'sender' };
        const request = opening('one');
        const changes = [...request.changes, { kind: 'save-entry', entry: bad, eraseAt: noon + day } as const];
        const failure = await store.commit({ ...request, changes }).catch((error: unknown) => String(error));
        expect(failure).toMatch(/^TypeError: cannot store case entry: from$/);
        expect(await store.findCase(caseId('one'))).toBeUndefined();
      });

      it('replaces an entry and keeps every wording of an original', async () => {
        await store.commit(opening('one'));
        const deleted = anEntry('one', 'entry-one', { body: { kind: 'deleted-by-sender', at: noon + 1 } });
        const original = new RawText('andre ordlyd');
        await store.commit(
          commitOf('edit', [
            { kind: 'save-entry', entry: deleted, eraseAt: noon + day },
            { kind: 'seal-original', caseId: caseId('one'), entryId: 'entry-one', original, eraseAt: noon + day },
          ]),
        );
        expect(await store.listEntries(caseId('one'))).toEqual([deleted]);
        const sealed = await store.openOriginals(caseId('one'));
        expect(sealed.map((item) => [item.entryId, item.revision, item.original.reveal()])).toEqual([
          ['entry-one', 1, canaries.original],
          ['entry-one', 2, 'andre ordlyd'],
        ]);
      });

      it('guards settings by version', async () => {
        const save = (cause: string, basedOn: number, value: unknown) =>
          store.commit(
            commitOf(cause, [{ kind: 'save-setting', municipalityId: municipality, name: 'hours', basedOn, value }]),
          );
        expect(await save('a', 1, {})).toBe('stale');
        expect(await save('b', 0, { opens: '12:00' })).toBe('committed');
        expect(await store.findSetting(municipality, 'hours')).toEqual({ version: 1, value: { opens: '12:00' } });
        expect(await save('c', 0, {})).toBe('stale');
        expect(await save('d', 1, [1])).toBe('committed');
        expect(await store.findSetting(municipality, 'hours')).toEqual({ version: 2, value: [1] });
      });
    });

    describe('outbox', () => {
      it('hands out the most urgent first, at most one per lane', async () => {
        await queue(
          post('later', { lane: lane('a'), priority: 2 }),
          post('reply', { lane: lane('b'), priority: 1 }),
          post('alert', { lane: lane('c'), priority: 0 }),
          post('second', { lane: lane('b'), priority: 1 }),
        );
        expect(ids(await store.claimOutbox(noon, leaseMs, 2))).toEqual(['alert', 'reply']);
        expect(ids(await store.claimOutbox(noon, leaseMs, 9))).toEqual(['later']);
        expect(ids(await store.claimOutbox(noon, leaseMs, 9))).toEqual([]);
      });

      it('gives an entry back as it was queued', async () => {
        const dispatch = {
          kind: 'sender-notice',
          to: { userId: canaries.senderId as Snowflake },
          language: 'nb',
          notice: { kind: 'safe-reply', severity: 'acute', categories: ['suicide'], staffed: false },
        } as const;
        await queue(post('p', { dispatch, priority: 1 }));
        const { lease, attempt, ...entry } = only(await store.claimOutbox(noon, leaseMs, 1));
        expect(entry).toEqual(post('p', { dispatch, priority: 1 }));
        expect([lease.until, attempt]).toEqual([noon + leaseMs, 1]);
      });

      it('keeps the order of a lane through retries', async () => {
        await queue(post('first'), post('second'));
        const first = only(await store.claimOutbox(noon, leaseMs, 9));
        await store.settleOutbox(first.id, first.lease, { kind: 'retry', notBefore: noon + 1000 }, []);
        expect(await store.claimOutbox(noon + 999, leaseMs, 9)).toEqual([]);
        const again = only(await store.claimOutbox(noon + 1000, leaseMs, 9));
        expect([again.id, again.attempt]).toEqual(['first', 2]);
        await send(store, again);
        expect(ids(await store.claimOutbox(noon + 1000, leaseMs, 9))).toEqual(['second']);
      });

      it('lends the urgency of an alert to what stands before it', async () => {
        await queue(
          post('other', { lane: lane('b'), priority: 1 }),
          post('card', { lane: lane('a'), priority: 2 }),
          post('alert', { lane: lane('a'), priority: 0 }),
        );
        const [card] = await store.claimOutbox(noon, leaseMs, 1);
        expect(card).toMatchObject({ id: 'card', priority: 2 });
        await send(store, found(card));
        expect(ids(await store.claimOutbox(noon, leaseMs, 1))).toEqual(['alert']);
      });

      it('does not let a step planned for later hold up its lane', async () => {
        await queue(post('planned', { notBefore: noon + 300_000, priority: 0 }), post('now'));
        expect(ids(await store.claimOutbox(noon, leaseMs, 9))).toEqual(['now']);
        expect(await store.claimOutbox(noon + 299_999, leaseMs, 9)).toMatchObject([{ id: 'now' }]);
        const now = only(await store.claimOutbox(noon + 299_999 + leaseMs, leaseMs, 9));
        expect(now.id).toBe('planned');
      });

      it('queues an id once', async () => {
        await queue(post('p'));
        await store.commit(commitOf('again', [{ kind: 'queue', entry: post('p', { lane: lane('b') }) }]));
        const entry = only(await store.claimOutbox(noon, leaseMs, 9));
        expect(entry.lane).toBe(lane('a'));
        await send(store, entry);
        await store.commit(commitOf('third', [{ kind: 'queue', entry: post('p') }]));
        expect(await store.claimOutbox(noon + day, leaseMs, 9)).toEqual([]);
      });

      it('remembers the first attempt', async () => {
        await queue(post('p'));
        const first = only(await store.claimOutbox(noon, leaseMs, 1));
        expect(first.firstTriedAt).toBeUndefined();
        expect(await store.markAttempt('p', first.lease, noon + 1)).toBe('noted');
        const second = only(await store.claimOutbox(noon + leaseMs, leaseMs, 1));
        expect(second.firstTriedAt).toBe(noon + 1);
        expect(await store.markAttempt('p', second.lease, noon + 9)).toBe('noted');
        const third = only(await store.claimOutbox(noon + 2 * leaseMs, leaseMs, 1));
        expect(third.firstTriedAt).toBe(noon + 1);
      });

      it('refuses every word of a holder that was overtaken', async () => {
        await queue(post('p'));
        const paused = only(await store.claimOutbox(noon, leaseMs, 1));
        const heir = only(await store.claimOutbox(noon + leaseMs, leaseMs, 1));
        expect(heir.lease.token).toBeGreaterThan(paused.lease.token);
        expect(await store.markAttempt('p', paused.lease, noon)).toBe('lost-lease');
        expect(await send(store, paused)).toBe('lost-lease');
        expect(await send(store, heir)).toBe('settled');
        expect(await store.markAttempt('p', heir.lease, noon)).toBe('lost-lease');
      });

      it('answers the same when a settlement is told twice', async () => {
        await queue(post('p'));
        const { id, lease } = only(await store.claimOutbox(noon, leaseMs, 1));
        const settle = () => store.settleOutbox(id, lease, { kind: 'sent', at: noon }, [post('next')]);
        expect([await settle(), await settle()]).toEqual(['settled', 'settled']);
        expect(ids(await store.claimOutbox(noon, leaseMs, 9))).toEqual(['next']);
      });

      it('keeps where a post ended up, the latest of its kind and entry', async () => {
        const posted = (n: number) => ({ channelId: canaries.channelId as Snowflake, messageId: snowflakeOf(noon, n) });
        const entryPost = (id: string, entryId: string) =>
          post(id, { lane: lane(id), dispatch: { kind: 'case-entry', caseId: caseId('one'), entryId } });
        await queue(post('card', { lane: lane('z') }), entryPost('e1', 'x'), entryPost('e2', 'y'));
        let n = 0;
        for (const { id, lease } of await store.claimOutbox(noon, leaseMs, 9)) {
          await store.settleOutbox(id, lease, { kind: 'sent', posted: posted((n += 1)), at: noon }, []);
        }
        expect(await store.findPosted(caseId('one'), 'case-card')).toEqual(posted(1));
        expect(await store.findPosted(caseId('one'), 'case-entry')).toEqual(posted(3));
        expect(await store.findPosted(caseId('one'), 'case-entry', 'x')).toEqual(posted(2));
        expect(await store.findPosted(caseId('one'), 'case-thread')).toBeUndefined();
        expect(await store.findPosted(caseId('two'), 'case-card')).toBeUndefined();
      });

      it('gives up what Discord will not take, and queues what follows', async () => {
        await queue(post('p'), post('behind'));
        const { id, lease } = only(await store.claimOutbox(noon, leaseMs, 1));
        const outcome = { kind: 'undeliverable', reason: 'dm-closed', at: noon } as const;
        expect(await store.settleOutbox(id, lease, outcome, [post('note', { lane: lane('b'), priority: 0 })])).toBe(
          'settled',
        );
        expect(ids(await store.claimOutbox(noon, leaseMs, 9))).toEqual(['note', 'behind']);
      });

      it('pages neither late nor early after the clock is set back', async () => {
        await queue(post('soon', { notBefore: noon + 300_000, priority: 0 }));
        expect(await store.claimOutbox(noon - 3_600_000, leaseMs, 9)).toEqual([]);
        expect(await store.claimOutbox(noon - 3_600_000 + 299_999, leaseMs, 9)).toEqual([]);
        expect(ids(await store.claimOutbox(noon - 3_600_000 + 300_000, leaseMs, 9))).toEqual(['soon']);
      });
    });

    describe('figures', () => {
      it('counts what waits and the age of the oldest alert', async () => {
        expect(await store.stats(noon)).toEqual({ inboxWaiting: 0, outboxWaiting: 0, oldestAlertMs: 0, openCases: 0 });
        await store.commit(opening('one'));
        await store.accept(message(1), undefined);
        await queue(post('x'), post('alert', { priority: 0 }), post('step', { priority: 0, notBefore: noon + 60_000 }));
        const waiting = { inboxWaiting: 1, outboxWaiting: 3, openCases: 1 };
        expect(await store.stats(noon + 500)).toEqual({ ...waiting, oldestAlertMs: 500 });
        for (const entry of await store.claimOutbox(noon, leaseMs, 9)) await send(store, entry);
        for (const entry of await store.claimOutbox(noon, leaseMs, 9)) await send(store, entry);
        expect(await store.stats(noon + 500)).toEqual({ ...waiting, outboxWaiting: 1, oldestAlertMs: 0 });
        expect((await store.stats(noon + 60_100)).oldestAlertMs).toBe(100);
      });
    });

    describe('dossiers', () => {
      it('gives back what was saved, to its own municipality only', async () => {
        expect(await store.findDossier(municipality, caseId('one'))).toBeUndefined();
        expect(await store.commit(commitOf('d', [aDossier('one', 0)]))).toBe('committed');
        expect(await store.findDossier(municipality, caseId('one'))).toEqual({
          version: 1,
          body: { words: canaries.dossier },
        });
        expect(await store.findDossier('annen' as MunicipalityId, caseId('one'))).toBeUndefined();
      });

      it('refuses one that is based on an older version, and all that came with it', async () => {
        await store.commit(commitOf('d', [aDossier('one', 0)]));
        const setting = {
          kind: 'save-setting',
          municipalityId: municipality,
          name: 'x',
          basedOn: 0,
          value: 1,
        } as const;
        expect(await store.commit(commitOf('e', [setting, aDossier('one', 0)]))).toBe('stale');
        expect(await store.commit(commitOf('f', [setting, aDossier('one', 2)]))).toBe('stale');
        expect(await store.findSetting(municipality, 'x')).toBeUndefined();
        expect(await store.commit(commitOf('g', [aDossier('one', 1, { body: { words: 'ny' } })]))).toBe('committed');
        expect(await store.findDossier(municipality, caseId('one'))).toEqual({ version: 2, body: { words: 'ny' } });
      });

      it('lets one of two that are saved at once win', async () => {
        const outcomes = await Promise.all(
          Array.from({ length: 8 }, (_, n) => store.commit(commitOf(`d${n}`, [aDossier('one', 0)]))),
        );
        expect(outcomes.filter((outcome) => outcome === 'committed')).toHaveLength(1);
        expect(await store.findDossier(municipality, caseId('one'))).toMatchObject({ version: 1 });
      });

      it('finds by sender those that ask to be told of new contact, while they do', async () => {
        const sender = senderKey('one');
        await store.commit(commitOf('a', [aDossier('one', 0, { recontact: sender }), aDossier('two', 0)]));
        await store.commit(commitOf('b', [aDossier('three', 0, { recontact: sender })]));
        const both = [caseId('one'), caseId('three')].toSorted();
        expect(await store.findRecontacts(municipality, sender)).toEqual(both);
        expect(await store.findRecontacts(municipality, senderKey('two'))).toEqual([]);
        expect(await store.findRecontacts('annen' as MunicipalityId, sender)).toEqual([]);
        await store.commit(commitOf('c', [aDossier('three', 1)]));
        expect(await store.findRecontacts(municipality, sender)).toEqual([caseId('one')]);
      });
    });

    describe('the cases of a sender', () => {
      it('lists closed ones too, oldest first, of this municipality only, until they are erased', async () => {
        const sender = senderKey('one');
        const elsewhere = 'annenby' as MunicipalityId;
        const save = (name: string, overrides: Partial<Parameters<typeof aCase>[1]>, eraseAt = noon + 2 * day) =>
          store.commit(
            commitOf(`open:${name}`, [{ kind: 'save-case', case: aCase(name, { sender, ...overrides }), eraseAt }], {
              basedOn: [{ caseId: caseId(name), version: 0 }],
            }),
          );
        await save('later', { openedAt: noon + 2 });
        await save('first', { openedAt: noon, state: closedState }, noon + day);
        await save('other', { sender: senderKey('two') });
        await save('away', { municipalityId: elsewhere });
        const listed = await store.listCasesOfSender(municipality, sender);
        expect(listed.map(({ id, state }) => [id, state.kind])).toEqual([
          [caseId('first'), 'closed'],
          [caseId('later'), 'open'],
        ]);
        expect(listed[0]?.version).toBe(1);
        await store.eraseExpired(noon + day);
        expect((await store.listCasesOfSender(municipality, sender)).map(({ id }) => id)).toEqual([caseId('later')]);
      });
    });

    describe('counts', () => {
      const raise = (month: '2030-01' | '2030-02', name: 'case' | 'message', by: number) =>
        ({ kind: 'count', municipalityId: municipality, month, name, by }) as const;
      const sorted = async () =>
        (await store.listCounts(municipality)).map((one) => Object.values(one).join(' ')).sort();

      it('adds up by month and name, in its own municipality only', async () => {
        await store.commit(commitOf('a', [raise('2030-01', 'case', 1), raise('2030-01', 'message', 2)]));
        await store.commit(commitOf('b', [raise('2030-01', 'message', 3), raise('2030-02', 'message', 1)]));
        expect(await sorted()).toEqual(['2030-01 case 1', '2030-01 message 5', '2030-02 message 1']);
        expect(await store.listCounts('annenby' as MunicipalityId)).toEqual([]);
      });

      it('counts once for a cause it knows, and never for a commit it refuses', async () => {
        await store.commit(commitOf('a', [raise('2030-01', 'case', 1)]));
        await store.commit(commitOf('a', [raise('2030-01', 'case', 1)]));
        const stale = { kind: 'save-setting', municipalityId: municipality, name: 'x', basedOn: 3, value: 1 } as const;
        expect(await store.commit(commitOf('b', [raise('2030-01', 'case', 1), stale]))).toBe('stale');
        await expect(store.commit(commitOf('c', [raise('2030-01', 'case', 0)]))).rejects.toThrow(TypeError);
        expect(await sorted()).toEqual(['2030-01 case 1']);
      });

      it('loses none of many that count at once', async () => {
        const second = await ground.open();
        await Promise.all(
          Array.from({ length: 30 }, (_, n) =>
            (n % 2 ? store : second).commit(commitOf(`c${n}`, [raise('2030-01', 'case', 1)])),
          ),
        );
        await second.close();
        expect(await sorted()).toEqual(['2030-01 case 30']);
      });
    });

    describe('erasure', () => {
      it('tells what should be gone and is not, per kind, without erasing it', async () => {
        await store.commit(opening('one', {}, noon + day));
        await store.commit(
          commitOf('sender', [{ kind: 'save-sender', record: aSender('one', { eraseAt: noon + day }) }]),
        );
        await queue(post('p', { eraseAt: noon + 3 * day }));
        await store.commit(commitOf('audit', [{ kind: 'audit', entry: { event: 'made-up', at: noon } }]));
        expect(await store.listExpiredCases(noon + day - 1, 9)).toEqual([]);
        expect(await store.listExpiredCases(noon + day, 9)).toEqual([
          { id: caseId('one'), municipalityId: municipality },
        ]);
        expect(await store.listExpiredCases(noon + day, 0)).toEqual([]);
        const before = await store.countOverdue(noon + day - 1);
        expect(Object.values(before).every((count) => count === 0)).toBe(true);
        const due = { cases: 1, entries: 1, originals: 1, senders: 1, outbox: 0, audit: 0 };
        expect(await store.countOverdue(noon + day)).toMatchObject(due);
        expect(await store.countOverdue(noon + day)).toMatchObject(due);
        const muchLater = noon + 400 * day;
        expect(await store.countOverdue(muchLater)).toMatchObject({ audit: 1, outbox: 1, causes: 4 });
        await store.eraseExpired(muchLater);
        const after = await store.countOverdue(muchLater);
        expect(Object.entries(after).filter(([, count]) => count > 0)).toEqual([]);
      });

      it('removes what is out of time, each by its own deadline', async () => {
        await store.commit(opening('one', {}, noon + day));
        await store.commit(opening('two', {}, noon + 2 * day));
        await store.commit(
          commitOf('more', [
            { kind: 'save-sender', record: aSender('one', { eraseAt: noon + day }) },
            { kind: 'queue', entry: post('p', { eraseAt: noon + day }) },
            { kind: 'save-entry', entry: anEntry('two', 'brief'), eraseAt: noon + day },
          ]),
        );
        expect(await store.eraseExpired(noon + day - 1)).toMatchObject({ cases: 0, entries: 0, senders: 0, outbox: 0 });
        expect(await store.eraseExpired(noon + day)).toMatchObject({ cases: 1, originals: 1, senders: 1, outbox: 1 });
        expect(await store.findCase(caseId('one'))).toBeUndefined();
        expect(await store.findCaseByEntry('entry-one')).toBeUndefined();
        expect(await store.listEntries(caseId('one'))).toEqual([]);
        expect(await store.openOriginals(caseId('one'))).toEqual([]);
        expect(await store.findOpenCase(municipality, senderKey('one'))).toBeUndefined();
        expect(await store.findSender(municipality, senderKey('one'))).toBeUndefined();
        expect(await store.claimOutbox(noon + day, leaseMs, 9)).toEqual([]);
        expect(ids(await store.listEntries(caseId('two')))).toEqual(['entry-two']);
        expect((await store.findCase(caseId('two')))?.version).toBe(1);
      });

      it('takes everything of a case with it, and the keys', async () => {
        const keysBefore = await store.countKeys();
        await store.commit(opening('one', {}, noon + day));
        const late = { kind: 'save-entry', entry: anEntry('one', 'late'), eraseAt: noon + 9 * day } as const;
        await store.commit(commitOf('late', [late]));
        await store.eraseExpired(noon + day);
        expect(await store.findEntry(caseId('one'), 'late')).toBeUndefined();
        expect(await store.countKeys()).toEqual(keysBefore);
      });

      it('erases originals long before their case', async () => {
        await store.commit(opening('one'));
        const original = new RawText('x');
        await store.commit(
          commitOf('o', [{ kind: 'seal-original', caseId: caseId('one'), entryId: 'e', original, eraseAt: noon + 1 }]),
        );
        expect(await store.openOriginals(caseId('one'))).toHaveLength(2);
        expect(await store.eraseExpired(noon + 1)).toMatchObject({ originals: 1, cases: 0 });
        expect(await store.openOriginals(caseId('one'))).toMatchObject([{ entryId: 'entry-one' }]);
      });

      it('destroys a dossier by its own deadline, whether its case is there or not', async () => {
        const keysBefore = await store.countKeys();
        await store.commit(opening('one', {}, noon + day));
        await store.commit(commitOf('d1', [aDossier('one', 0, { eraseAt: noon + 3 * day })]));
        await store.commit(commitOf('d2', [aDossier('loose', 0, { eraseAt: noon + 2 * day })]));
        expect(await store.eraseExpired(noon + day)).toMatchObject({ cases: 1, dossiers: 0 });
        expect(await store.findDossier(municipality, caseId('one'))).toMatchObject({ version: 1 });
        expect(await store.eraseExpired(noon + 2 * day)).toMatchObject({ dossiers: 1 });
        expect(await store.findDossier(municipality, caseId('loose'))).toBeUndefined();
        expect(await store.eraseExpired(noon + 3 * day)).toMatchObject({ dossiers: 1 });
        expect(await store.findDossier(municipality, caseId('one'))).toBeUndefined();
        expect(await store.findRecontacts(municipality, senderKey('one'))).toEqual([]);
        expect(await store.countKeys()).toEqual(keysBefore);
      });

      it('moves the deadlines of what was said and of the originals, out and back', async () => {
        await store.commit(opening('one'));
        const case_ = { kind: 'save-case', case: aCase('one'), eraseAt: noon + 90 * day } as const;
        const move = (days: number) =>
          ({
            kind: 'move-deadlines',
            caseId: caseId('one'),
            entries: noon + days * day,
            originals: noon + days * day,
          }) as const;
        await store.commit(commitOf('hold', [case_, move(60)], { basedOn: [{ caseId: caseId('one'), version: 1 }] }));
        await store.eraseExpired(noon + 59 * day);
        expect(await store.listEntries(caseId('one'))).toHaveLength(1);
        expect(await store.openOriginals(caseId('one'))).toHaveLength(1);
        await store.commit(commitOf('release', [move(1)]));
        expect(await store.eraseExpired(noon + day)).toMatchObject({ entries: 1, originals: 1, cases: 0 });
        expect(await store.openOriginals(caseId('one'))).toEqual([]);
      });

      it('moves a deadline when a record is saved again', async () => {
        await store.commit(opening('one', {}, noon + day));
        const change = { kind: 'save-case', case: aCase('one'), eraseAt: noon + 5 * day } as const;
        await store.commit(commitOf('later', [change], { basedOn: [{ caseId: caseId('one'), version: 1 }] }));
        await store.eraseExpired(noon + day);
        expect(await store.findCase(caseId('one'))).toBeDefined();
        await store.eraseExpired(noon + 5 * day);
        expect(await store.findCase(caseId('one'))).toBeUndefined();
      });

      it('never erases a message nobody has handled', async () => {
        await store.accept(message(1), undefined);
        await store.eraseExpired(noon + 400 * day);
        expect(await store.claimInbox(noon + 400 * day, leaseMs)).toBeDefined();
      });
    });

    describe('secrecy', () => {
      it('leaves no word and no id of a person on the disk, before or after erasure', async () => {
        const scan = async () => {
          const bytes = await ground.bytes();
          expect(bytes.length).toBeGreaterThan(0);
          return Object.entries(canaries)
            .filter(([, canary]) => bytes.includes(canary))
            .map(([name]) => name);
        };
        const by = canaries.staffId as Snowflake;
        const cursor = {
          channelId: canaries.channelId as Snowflake,
          userId: canaries.senderId as Snowflake,
          lastMessageId: snowflakeOf(noon),
        };
        await store.accept(message(1), { intake: 'a', session: session(1), cursor });
        expect(await scan()).toEqual([]);
        const held = found(await store.claimInbox(noon, leaseMs));
        const notice = { kind: 'first-contact' } as const;
        const to = { userId: cursor.userId, channelId: cursor.channelId };
        const dispatch = { kind: 'sender-notice', to, language: 'nb', notice } as const;
        const request = opening('one', { finishes: held });
        await store.commit({
          ...request,
          changes: [
            ...request.changes,
            { kind: 'queue', entry: post('p', { dispatch }) },
            { kind: 'audit', entry: { event: 'case.claimed', at: noon, by } },
            aDossier('one', 0, { eraseAt: noon + 31 * day }),
            { kind: 'save-setting', municipalityId: municipality, name: 'duty', basedOn: 0, value: { lead: by } },
          ],
        });
        const { id, lease } = only(await store.claimOutbox(noon, leaseMs, 1));
        const posted = { channelId: cursor.channelId, messageId: snowflakeOf(noon) };
        await store.settleOutbox(id, lease, { kind: 'sent', posted, at: noon }, []);
        expect(await scan()).toEqual([]);
        await store.eraseExpired(noon + 31 * day);
        expect(await scan()).toEqual([]);
      });
    });

    describe('keys', () => {
      it('refuses another master key', async () => {
        await store.commit(opening('one'));
        const opened = ground.open({ keyring: createKeyring([key(2)]) });
        await expect(opened).rejects.toMatchObject({ name: 'StoreFault', code: 'wrong-key' });
        expect(await store.findCase(caseId('one'))).toBeDefined();
      });

      it('moves every key to the new master key, step by step, readable throughout', async () => {
        await store.commit(opening('one'));
        await store.accept(message(1), undefined);
        const secret = await store.pseudonymSecret();
        const both = await ground.open({ keyring: createKeyring([key(2), key(1)]) });
        const before = Object.values(await both.countKeys()).reduce((a, b) => a + b, 0);
        let step = await both.rotateKeys(2);
        expect(step).toEqual({ moved: 2, left: before - 2 });
        expect(await both.findCase(caseId('one'))).toBeDefined();
        await both.commit(opening('two'));
        while (step.left > 0) step = await both.rotateKeys(2);
        expect(Object.keys(await both.countKeys())).toEqual([key(2).kid]);
        await both.close();

        const renewed = await ground.open({ keyring: createKeyring([key(2)]) });
        expect(await renewed.pseudonymSecret()).toEqual(secret);
        expect(await renewed.findCase(caseId('one'))).toBeDefined();
        expect(await renewed.openOriginals(caseId('two'))).toHaveLength(1);
        expect(wordsOf(found(await renewed.claimInbox(noon + day, leaseMs)))).toContain(canaries.inbox);
        await renewed.close();
        await expect(ground.open({ keyring: createKeyring([key(1)]) })).rejects.toMatchObject({ code: 'wrong-key' });
      });
    });

    describe('audit', () => {
      it('reads back what a municipality has on record between two moments, the newest of too many', async () => {
        const elsewhere = 'annenby' as MunicipalityId;
        const note = (event: string, at: number, municipalityId = municipality) =>
          store.commit(commitOf(event, [{ kind: 'audit', entry: { event, at, municipalityId, details: { n: 1 } } }]));
        await note('first', noon);
        await note('elsewhere', noon + 1, elsewhere);
        await note('second', noon + 2);
        await note('third', noon + 3);
        const events = async (from: number, until: number, limit = 9) =>
          (await store.listAudit(municipality, from, until, limit)).map(({ event }) => event);
        expect(await events(noon, noon + 2)).toEqual(['first', 'second']);
        expect(await events(noon, noon + 9, 2)).toEqual(['second', 'third']);
        expect(await events(noon + 4, noon + 9)).toEqual([]);
        expect((await store.listAudit(municipality, noon, noon, 1))[0]).toMatchObject({ at: noon, details: { n: 1 } });
      });

      const record = (n: number, at = noon) =>
        store.commit(commitOf(`audit:${n}`, [{ kind: 'audit', entry: { event: 'case.opened', at, details: { n } } }]));

      it('chains rows over commits and openers', async () => {
        for (const n of [1, 2, 3]) await record(n);
        const second = await ground.open();
        await second.commit(commitOf('audit:4', [{ kind: 'audit', entry: { event: 'x', at: noon } }]));
        const head = await store.auditHead();
        expect(await second.verifyAudit(head)).toEqual({ kind: 'intact', rows: 4, head });
        await second.close();
      });

      it('recognises a head it never had', async () => {
        await record(1);
        const anchor = { sequence: 2, mac: 'AAAA' };
        expect(await store.verifyAudit(anchor)).toMatchObject({ kind: 'rolled-back', head: { sequence: 1 } });
        await record(2);
        expect(await store.verifyAudit(anchor)).toMatchObject({ kind: 'rolled-back' });
      });

      it('still verifies after its oldest rows are erased', async () => {
        await record(1);
        await record(2, noon + 10 * day);
        const anchor = await store.auditHead();
        expect(await store.eraseExpired(noon + 366 * day)).toMatchObject({ audit: 1 });
        expect(await store.verifyAudit(anchor)).toMatchObject({ kind: 'intact', rows: 1 });
        await record(3, noon + 366 * day);
        expect(await store.verifyAudit(anchor)).toMatchObject({ kind: 'intact', rows: 2 });
        await store.eraseExpired(noon + 800 * day);
        expect(await store.verifyAudit()).toMatchObject({ kind: 'intact', rows: 0, head: { sequence: 3 } });
      });
    });

    describe('two openers', () => {
      it('never hands the same work to both', async () => {
        const other = await ground.open();
        for (let n = 0; n < 40; n += 1) await store.accept(message(n, { lane: lane(String(n)) }), undefined);
        const claims = await Promise.all(
          Array.from({ length: 60 }, (_, n) => (n % 2 === 0 ? store : other).claimInbox(noon + 99, leaseMs)),
        );
        const claimed = claims.filter((entry) => entry !== undefined);
        expect(new Set(ids(claimed)).size).toBe(40);
        expect(claimed).toHaveLength(40);
        expect(new Set(claimed.map(({ lease }) => lease.token)).size).toBe(40);
        await other.close();
      });

      it('lets one win when both save the same case', async () => {
        const other = await ground.open();
        await store.commit(opening('one'));
        const press = (who: OpenedStore, cause: string) =>
          who.commit(
            commitOf(cause, [{ kind: 'save-case', case: aCase('one'), eraseAt: noon + day }], {
              basedOn: [{ caseId: caseId('one'), version: 1 }],
            }),
          );
        const outcomes = await Promise.all([press(store, 'a'), press(other, 'b')]);
        expect(outcomes.toSorted()).toEqual(['committed', 'stale']);
        expect((await store.findCase(caseId('one')))?.version).toBe(2);
        await other.close();
      });

      it('lets one win when both open a case with the same sender', async () => {
        const other = await ground.open();
        const open = (who: OpenedStore, name: string) =>
          who.commit(
            commitOf(
              name,
              [{ kind: 'save-case', case: aCase(name, { sender: senderKey('same') }), eraseAt: noon + day }],
              {
                basedOn: [{ caseId: caseId(name), version: 0 }],
              },
            ),
          );
        const outcomes = await Promise.all([open(store, 'one'), open(other, 'two')]);
        expect(outcomes.toSorted()).toEqual(['committed', 'stale']);
        await other.close();
      });

      it('accepts the same event from both once', async () => {
        const other = await ground.open();
        const outcomes = await Promise.all([store.accept(message(1), undefined), other.accept(message(1), undefined)]);
        expect(outcomes.toSorted()).toEqual(['accepted', 'duplicate']);
        await other.close();
      });

      it('shows each what the other wrote, also after a restart', async () => {
        await store.commit(opening('one'));
        await store.close();
        store = await ground.open();
        expect((await store.findCase(caseId('one')))?.version).toBe(1);
        expect(await store.commit(opening('one'))).toBe('already-committed');
      });
    });

    it('refuses to work after it is closed', async () => {
      const closed = await ground.open();
      await closed.close();
      await expect(closed.accept(message(1), undefined)).rejects.toBeInstanceOf(StoreFault);
      await expect(closed.findCase(caseId('one'))).rejects.toBeInstanceOf(StoreFault);
    });
  });
}
