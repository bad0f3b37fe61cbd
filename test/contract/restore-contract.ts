import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Clock } from '../../src/ports.ts';
import type { StoreIncident } from '../../src/store/maintenance.ts';
import {
  aCase,
  aDossier,
  anEntry,
  aSender,
  caseId,
  commitOf,
  day,
  lane,
  message,
  municipality,
  noon,
  opening,
  post,
  session,
} from './samples.ts';
import type { Ground, OpenedStore } from './store-contract.ts';

export interface RestoreGround extends Omit<Ground, 'open'> {
  open(options?: {
    readonly clock?: Clock;
    readonly onFault?: (incident: StoreIncident) => void;
  }): Promise<OpenedStore>;
  /** As the operator of such a store makes a copy of it. */
  copy(): Promise<void>;
  /** As the operator puts it back, with every program stopped. */
  putBack(at: number): Promise<void>;
}

/** What is promised of a store that goes on from an old copy. Source: RELIABILITY F-46. */
export function describeRestore(name: string, makeGround: () => RestoreGround): void {
  describe(name, () => {
    let ground: RestoreGround;
    let store: OpenedStore;
    beforeEach(async () => {
      ground = makeGround();
      store = await ground.open();
    });
    afterEach(async () => {
      await store.close();
      await ground.dispose();
    });

    const restoredAt = noon + day;
    const restore = async (): Promise<readonly StoreIncident[]> => {
      // The service does so every other second.
      await store.keepLedger();
      await store.close();
      await ground.putBack(restoredAt);
      const incidents: StoreIncident[] = [];
      store = await ground.open({ clock: () => restoredAt, onFault: (incident) => incidents.push(incident) });
      return incidents;
    };
    const eraseNow = async (caseName: string): Promise<void> => {
      const change = { kind: 'save-case', case: aCase(caseName), eraseAt: noon } as const;
      await store.commit(
        commitOf(`erase:${caseName}`, [change], { basedOn: [{ caseId: caseId(caseName), version: 1 }] }),
      );
      await store.eraseExpired(noon);
    };
    /** Something happens that only the store knows of. */
    const goOn = async (): Promise<void> => {
      await store.accept(message(500, { lane: lane('other') }), undefined);
      const held = await store.claimInbox(noon + 600, 1000);
      if (held) await store.commit(commitOf('later', [], { finishes: held }));
    };

    it('brings everything back', async () => {
      await store.commit(opening('one'));
      await store.commit(commitOf('s', [{ kind: 'audit', entry: { event: 'x', at: noon } }]));
      const secret = await store.pseudonymSecret();
      await ground.copy();
      await store.commit(opening('two'));
      await goOn();
      await restore();
      expect(await store.findCase(caseId('one'))).toMatchObject({ version: 1 });
      expect(await store.openOriginals(caseId('one'))).toMatchObject([{ entryId: 'entry-one' }]);
      expect(await store.findCase(caseId('two'))).toBeUndefined();
      expect(await store.pseudonymSecret()).toEqual(secret);
      expect(await store.verifyAudit()).toMatchObject({ kind: 'intact', rows: 1 });
    });

    it('does not bring back what was erased after the copy', async () => {
      await store.commit(opening('one'));
      await store.commit(opening('two'));
      await ground.copy();
      await eraseNow('one');
      await restore();
      expect(await store.findCase(caseId('one'))).toBeUndefined();
      expect(await store.openOriginals(caseId('one'))).toEqual([]);
      expect(await store.findCase(caseId('two'))).toBeDefined();
    });

    it('keeps it erased when the same copy is put back once more', async () => {
      await store.commit(opening('one'));
      await ground.copy();
      await eraseNow('one');
      await restore();
      await restore();
      expect(await store.findCase(caseId('one'))).toBeUndefined();
    });

    it('does not bring back words that their sender took back', async () => {
      await store.commit(opening('one'));
      await ground.copy();
      const body = { kind: 'deleted-by-sender', at: noon } as const;
      const entry = anEntry('one', 'entry-one', { body });
      await store.commit(commitOf('deletion', [{ kind: 'save-entry', entry, eraseAt: noon + 9 * day }]));
      await restore();
      expect(await store.findCase(caseId('one'))).toBeDefined();
      expect(await store.findEntry(caseId('one'), 'entry-one')).toBeUndefined();
    });

    it('keeps what was taken back before the copy in its place', async () => {
      await store.commit(opening('one'));
      const entry = anEntry('one', 'entry-one', { body: { kind: 'deleted-by-sender', at: noon } });
      await store.commit(commitOf('deletion', [{ kind: 'save-entry', entry, eraseAt: noon + 9 * day }]));
      await ground.copy();
      await goOn();
      await restore();
      expect(await store.findEntry(caseId('one'), 'entry-one')).toMatchObject({ body: { kind: 'deleted-by-sender' } });
    });

    it('does not bring back a dossier that was erased after the copy', async () => {
      await store.commit(commitOf('d', [aDossier('one', 0, { eraseAt: noon + day }), aDossier('two', 0)]));
      await ground.copy();
      await store.eraseExpired(noon + day);
      await restore();
      expect(await store.findDossier(municipality, caseId('one'))).toBeUndefined();
      expect(await store.findDossier(municipality, caseId('two'))).toMatchObject({ version: 1 });
    });

    it('does not bring back what was remembered of a sender whose conversation is erased', async () => {
      for (const caseName of ['one', 'two']) {
        await store.commit(opening(caseName));
        await store.commit(commitOf(`s-${caseName}`, [{ kind: 'save-sender', record: aSender(caseName) }]));
      }
      await ground.copy();
      await eraseNow('one');
      await restore();
      const remembered = (caseName: string) => store.findSender(municipality, aSender(caseName).sender);
      expect(await remembered('one')).toBeUndefined();
      expect(await remembered('two')).toBeDefined();
    });

    it('sends nothing again without looking for a copy first', async () => {
      await store.commit(commitOf('q', [{ kind: 'queue', entry: post('waiting', { notBefore: noon + 5 }) }]));
      await store.accept(message(1, { lane: lane('b') }), undefined);
      await ground.copy();
      await goOn();
      await restore();
      expect(await store.claimOutbox(noon + day, 1000, 9)).toMatchObject([{ id: 'waiting', firstTriedAt: noon + 5 }]);

      const old = await store.claimInbox(noon + day, 1000);
      expect(old?.id).toBe(message(1).id);
      if (old) {
        const change = { kind: 'queue', entry: post('again', { lane: lane('c') }) } as const;
        await store.commit(commitOf('old', [change], { finishes: old }));
      }
      expect(await store.claimOutbox(noon + day, 1000, 9)).toMatchObject([{ id: 'again', firstTriedAt: noon + 1 }]);

      await store.accept(message(2 * day, { lane: lane('d') }), undefined);
      const fresh = await store.claimInbox(noon + 3 * day, 1000);
      if (fresh) {
        const change = { kind: 'queue', entry: post('fresh', { lane: lane('e') }) } as const;
        await store.commit(commitOf('fresh', [change], { finishes: fresh }));
      }
      const [first] = (await store.claimOutbox(noon + 3 * day, 1000, 9)).filter(({ id }) => id === 'fresh');
      expect(first?.id).toBe('fresh');
      expect(first?.firstTriedAt).toBeUndefined();
    });

    it('looks for a copy also of an alert that was sent after the copy was made', async () => {
      await store.commit(commitOf('q', [{ kind: 'queue', entry: post('alert', { priority: 0 }) }]));
      await ground.copy();
      const [alert] = await store.claimOutbox(noon + 5, 1000, 9);
      if (alert) await store.settleOutbox(alert.id, alert.lease, { kind: 'sent', at: noon + 6 }, []);
      await restore();
      expect(await store.claimOutbox(noon + day, 1000, 9)).toMatchObject([{ id: 'alert', firstTriedAt: noon }]);
    });

    it('lets no lease or session of its time live on', async () => {
      await store.accept(message(1), { intake: 'a', session: session(1) });
      const old = await store.claimInbox(noon + 5, 1e9);
      await ground.copy();
      await goOn();
      await restore();
      expect(await store.loadSession('a')).toBeUndefined();
      const renewed = await store.claimInbox(noon + 6, 1000);
      expect(renewed?.id).toBe(old?.id);
      expect(renewed?.lease.token).toBeGreaterThan((old?.lease.token ?? 0) + 1e9);
      if (old) expect(await store.commit(commitOf('c', [], { finishes: old }))).toBe('stale');
    });

    it('is told of to whoever opens it in the two weeks after, and not later', async () => {
      await ground.copy();
      await goOn();
      const told = { kind: 'restored', at: restoredAt, from: 'copy' };
      expect(await restore()).toEqual([told]);
      const incidents: StoreIncident[] = [];
      const onFault = (incident: StoreIncident): void => {
        incidents.push(incident);
      };
      await (await ground.open({ clock: () => restoredAt + 13 * day, onFault })).close();
      expect(incidents).toEqual([told]);
      await (await ground.open({ clock: () => restoredAt + 15 * day, onFault })).close();
      expect(incidents).toEqual([told]);
    });

    it('is told from the audit head kept elsewhere', async () => {
      await ground.copy();
      await store.commit(commitOf('a', [{ kind: 'audit', entry: { event: 'x', at: noon } }]));
      const anchor = await store.auditHead();
      await restore();
      expect(await store.verifyAudit(anchor)).toMatchObject({ kind: 'rolled-back' });
    });
  });
}
