import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MunicipalityId } from '../../../src/core/ids.ts';
import { makeChangeSettings } from '../../../src/flows/settings/change-settings.ts';
import { makeLiveMunicipalities } from '../../../src/flows/settings/live-municipalities.ts';
import { keptRevisions } from '../../../src/flows/settings/settings-record.ts';
import { openSqliteStore } from '../../../src/store/sqlite/sqlite-store.ts';
import type { Store } from '../../../src/ports.ts';
import { createKeyring, nameMasterKey } from '../../../src/system/keyring.ts';
import { snowflake } from '../../examples/cases.ts';
import { exampleConfigured } from '../../examples/municipality.ts';

const configured = await exampleConfigured();
const [first] = configured;
if (!first) throw new Error('no example');
const { id } = first.municipality;
const now = (): number => Date.UTC(2026, 10, 23, 18, 30);
const coordinator = { id: snowflake(7), municipalityId: id, roles: ['coordinator'] } as const;

let store: Awaited<ReturnType<typeof openSqliteStore>>;
let damaged: { readonly id: MunicipalityId; readonly version: number }[];
let presses: number;
beforeEach(async () => {
  const keyring = createKeyring([nameMasterKey(new Uint8Array(32).map((_, index) => index))]);
  store = await openSqliteStore({ file: ':memory:', keyring, clock: now });
  damaged = [];
  presses = 0;
});
afterEach(() => store.close());

function process(over: Pick<Store, 'findSetting' | 'commit'> = store) {
  const live = makeLiveMunicipalities({
    store: over,
    configured,
    onDamaged(municipality, version) {
      damaged.push({ id: municipality, version });
    },
  });
  return { live, ...makeChangeSettings({ now, store: over, live }) };
}

const press = (): string => `interaction:${String((presses += 1))}`;

async function breakRecord(basedOn: number): Promise<void> {
  await store.commit({
    cause: press(),
    at: now(),
    basedOn: [],
    changes: [{ kind: 'save-setting', municipalityId: id, name: 'settings', basedOn, value: 'not a revision' }],
  });
}

describe('changeSettings', () => {
  it('is in force at once in its own process, and in another when that looks', async () => {
    const here = process();
    const there = process();
    const outcome = await here.changeSettings({
      staff: coordinator,
      cause: press(),
      basedOn: 0,
      set: { service: 'Uteteamet' },
    });
    expect(outcome).toMatchObject({ kind: 'saved', version: 1 });
    expect(here.live.find(id)?.municipality.service).toBe('Uteteamet');
    expect(there.live.find(id)?.municipality.service).toBe(first.municipality.service);
    await there.live.refresh();
    expect(there.live.find(id)?.municipality.service).toBe('Uteteamet');
  });

  it('tells those who asked that something has changed, and only then', async () => {
    const { live, changeSettings } = process();
    let told = 0;
    live.onChanged(() => (told += 1));
    await live.refresh();
    expect(told).toBe(0);
    await changeSettings({ staff: coordinator, cause: press(), basedOn: 0, set: { service: 'Uteteamet' } });
    expect(told).toBe(1);
  });

  it('saves nothing when any part does not fit, and names every place', async () => {
    const { live, changeSettings } = process();
    const outcome = await changeSettings({
      staff: coordinator,
      cause: press(),
      basedOn: 0,
      set: { service: 'Uteteamet', organisationNumber: '123', hours: { weekly: 'always' } },
    });
    expect(outcome.kind === 'refused' && new Set(outcome.faults.map(({ part, path }) => `${part} ${path}`))).toEqual(
      new Set(['municipality organisationNumber', 'hours weekly']),
    );
    await live.refresh();
    expect(live.find(id)?.municipality.service).toBe(first.municipality.service);
  });

  it.each(['id', 'invented', 'no-such-setting', '__proto__'])('refuses to set %s', async (key) => {
    const { changeSettings } = process();
    const set = JSON.parse(`{"${key}":true}`) as Record<string, unknown>;
    expect((await changeSettings({ staff: coordinator, cause: press(), basedOn: 0, set })).kind).toBe('refused');
  });

  it.each(['caseworker', 'dutyLead', 'contentProducer'] as const)('refuses a %s', async (role) => {
    const { changeSettings } = process();
    const staff = { ...coordinator, roles: [role] };
    const outcome = await changeSettings({ staff, cause: press(), basedOn: 0, set: { service: 'Uteteamet' } });
    expect(outcome).toEqual({ kind: 'not-allowed' });
  });

  it('lets the first of two coordinators win, and tells the other', async () => {
    const one = process();
    const other = process();
    const outcomes = await Promise.all([
      one.changeSettings({ staff: coordinator, cause: press(), basedOn: 0, set: { service: 'Først' } }),
      other.changeSettings({ staff: coordinator, cause: press(), basedOn: 0, set: { service: 'Sist' } }),
    ]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['saved', 'stale']);
  });

  it('puts who, when, before and after in the audit', async () => {
    const recorded: unknown[] = [];
    const { changeSettings } = process({
      findSetting: store.findSetting.bind(store),
      commit(commit) {
        recorded.push(...commit.changes.flatMap((change) => (change.kind === 'audit' ? [change.entry] : [])));
        return store.commit(commit);
      },
    });
    await changeSettings({ staff: coordinator, cause: press(), basedOn: 0, set: { service: 'Uteteamet' } });
    expect(recorded).toEqual([
      {
        event: 'settings.changed',
        at: now(),
        municipalityId: id,
        by: coordinator.id,
        details: { key: 'service', version: 1, before: 'as the file says', after: '"Uteteamet"' },
      },
    ]);
  });

  it('takes away what the file says when the value is null', async () => {
    const { changeSettings } = process();
    const outcome = await changeSettings({ staff: coordinator, cause: press(), basedOn: 0, set: { escalation: null } });
    expect(outcome.kind === 'saved' && outcome.municipality.escalation).toEqual({ coordinatorIds: [] });
  });
});

describe('goBackTo', () => {
  it('brings back a kept revision as a new one', async () => {
    const { live, changeSettings, goBackTo } = process();
    for (const [basedOn, service] of ['En', 'To', 'Tre'].entries()) {
      await changeSettings({ staff: coordinator, cause: press(), basedOn, set: { service } });
    }
    const outcome = await goBackTo({ staff: coordinator, cause: press(), basedOn: 3, to: 1 });
    expect(outcome).toMatchObject({ kind: 'saved', version: 4 });
    expect(live.find(id)?.municipality.service).toBe('En');
    await goBackTo({ staff: coordinator, cause: press(), basedOn: 4, to: 0 });
    expect(live.find(id)?.municipality.service).toBe(first.municipality.service);
  });

  it('says when a revision is too old to be kept', async () => {
    const { changeSettings, goBackTo } = process();
    for (let basedOn = 0; basedOn <= keptRevisions; basedOn += 1) {
      await changeSettings({ staff: coordinator, cause: press(), basedOn, set: { service: `Lag ${String(basedOn)}` } });
    }
    const basedOn = keptRevisions + 1;
    expect(await goBackTo({ staff: coordinator, cause: press(), basedOn, to: 1 })).toEqual({ kind: 'not-kept' });
    expect(await goBackTo({ staff: coordinator, cause: press(), basedOn, to: 2 })).toMatchObject({ kind: 'saved' });
  });
});

describe('a damaged record', () => {
  it('leaves a running process as it was, and tells it once', async () => {
    const { live, changeSettings } = process();
    await changeSettings({ staff: coordinator, cause: press(), basedOn: 0, set: { service: 'Uteteamet' } });
    await breakRecord(1);
    await live.refresh();
    await live.refresh();
    expect(live.find(id)).toMatchObject({ standing: 'last-known-good', municipality: { service: 'Uteteamet' } });
    expect(damaged).toEqual([{ id, version: 2 }]);
  });

  it('lets a process that starts go on with the newest revision that is sound', async () => {
    await process().changeSettings({ staff: coordinator, cause: press(), basedOn: 0, set: { service: 'Uteteamet' } });
    await breakRecord(1);
    const { live } = process();
    await live.refresh();
    expect(live.find(id)).toMatchObject({
      standing: 'last-known-good',
      version: 1,
      municipality: { service: 'Uteteamet' },
    });
  });

  it('is mended by the next change, which keeps what was in force', async () => {
    const { live, changeSettings } = process();
    await changeSettings({ staff: coordinator, cause: press(), basedOn: 0, set: { service: 'Uteteamet' } });
    await breakRecord(1);
    await live.refresh();
    await changeSettings({ staff: coordinator, cause: press(), basedOn: 2, set: { name: 'Prøvevik kommune' } });
    expect(live.find(id)).toMatchObject({
      standing: 'sound',
      version: 3,
      municipality: { service: 'Uteteamet', name: 'Prøvevik kommune' },
    });
  });
});
