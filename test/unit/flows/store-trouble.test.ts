import { describe, expect, it } from 'vitest';
import type { MunicipalityId } from '../../../src/core/ids.ts';
import { createStoreTroubleLedger } from '../../../src/flows/store-trouble-ledger.ts';
import { makeTellStoreTrouble } from '../../../src/flows/tell-store-trouble.ts';
import type { Delivery } from '../../../src/ports.ts';
import { openSqliteStore } from '../../../src/store/sqlite/sqlite-store.ts';
import { createKeyring, nameMasterKey } from '../../../src/system/keyring.ts';
import { createStoreIncidents } from '../../../src/system/store-incidents.ts';
import { municipality, openTime } from '../views/samples.ts';

const keyring = createKeyring([nameMasterKey(Buffer.alloc(32, 1))]);
const other = { ...municipality, id: 'annenvik' as MunicipalityId };

async function scene(answer: () => Delivery = () => ({ kind: 'posted' })) {
  const store = await openSqliteStore({ file: ':memory:', keyring, clock: () => openTime });
  const troubles = createStoreTroubleLedger(store, () => openTime);
  const said: string[] = [];
  const tell = makeTellStoreTrouble({
    troubles,
    municipalities: { all: () => [municipality, other] },
    messenger: {
      deliver(speech) {
        if (speech.kind === 'trouble-note') said.push(`${speech.municipality.id} ${speech.trouble.kind}`);
        return Promise.resolve(answer());
      },
    },
    pseudonyms: { nonce: (id) => id, marker: () => 7 },
  });
  return { store, troubles, tell, said };
}

describe('trouble with the store (F-38)', () => {
  it('is told once to each municipality, whoever notes it however often', async () => {
    const { troubles, tell, said } = await scene();
    await troubles.note('unreadable:inbox:m1', { kind: 'unreadable', record: 'inbox' });
    await troubles.note('unreadable:inbox:m1', { kind: 'unreadable', record: 'inbox' });
    expect(await tell()).toBe(true);
    expect(await tell()).toBe(false);
    expect(said).toEqual([`${municipality.id} unreadable`, 'annenvik unreadable']);
  });

  it('stays to be told while no staff channel takes it', async () => {
    let up = false;
    const { troubles, tell, said } = await scene(() => (up ? { kind: 'posted' } : { kind: 'later' }));
    await troubles.note('set-aside:1', { kind: 'set-aside' });
    expect(await tell()).toBe(false);
    up = true;
    expect(await tell()).toBe(true);
    expect(said).toHaveLength(4);
  });

  it('is not lost when two processes note at once', async () => {
    const { store, troubles } = await scene();
    const second = createStoreTroubleLedger(store, () => openTime);
    await Promise.all([troubles.note('a', { kind: 'set-aside' }), second.note('b', { kind: 'found-empty' })]);
    expect((await troubles.untold(municipality.id)).map(({ key }) => key).sort()).toEqual(['a', 'b']);
  });

  it('that came before anybody listened is kept for whoever does', () => {
    const incidents = createStoreIncidents();
    const heard: string[] = [];
    incidents.report({ kind: 'set-aside', file: 'a' });
    incidents.attend(({ kind }) => heard.push(kind));
    incidents.report({ kind: 'damaged', file: 'a' });
    expect(heard).toEqual(['set-aside', 'damaged']);
  });
});
