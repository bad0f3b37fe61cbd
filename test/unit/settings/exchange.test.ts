import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { settings } from '../../../src/cli/settings.ts';
import { makeChangeSettings } from '../../../src/flows/settings/change-settings.ts';
import { makeLiveMunicipalities } from '../../../src/flows/settings/live-municipalities.ts';
import { readProposal } from '../../../src/flows/settings/proposal-record.ts';
import { makeTwoPersons } from '../../../src/flows/settings/two-persons.ts';
import { openSqliteStore } from '../../../src/store/sqlite/sqlite-store.ts';
import { createKeyring, nameMasterKey } from '../../../src/system/keyring.ts';
import { eksempelvik, ola } from '../../examples/cases.ts';
import { exampleConfigured } from '../../examples/municipality.ts';
import { agreeByTwo } from '../../examples/two-persons.ts';
import { exportSettings, readExport } from '../../../src/core/settings/exchange.ts';

const folder = mkdtempSync(join(tmpdir(), 'utekontakt-exchange-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const config = fileURLToPath(new URL('../../../config', import.meta.url));
const file = (part: string) =>
  JSON.parse(readFileSync(join(config, 'eksempelvik', `${part}.json`), 'utf8')) as Record<string, unknown>;

const storeFile = join(folder, 'utekontakt.db');
const masterKey = new Uint8Array(32).map((_, index) => index * 7 + 1);
type OpenedStore = Awaited<ReturnType<typeof openSqliteStore>>;
async function withStore(work: (store: OpenedStore) => Promise<void>): Promise<void> {
  const keyring = createKeyring([nameMasterKey(masterKey)]);
  const store = await openSqliteStore({ file: storeFile, keyring, clock: Date.now });
  await work(store).finally(() => store.close());
}

/** In Discord, by somebody else than the one who imported. */
async function confirmProposal(store: OpenedStore): Promise<void> {
  const live = makeLiveMunicipalities({ store, configured: await exampleConfigured(), onDamaged: () => undefined });
  await live.refresh();
  const { confirmChange } = makeChangeSettings({ now: Date.now, store, live });
  const { decide } = makeTwoPersons({ now: Date.now, store, confirmChange });
  const { version } = await readProposal(store, eksempelvik, Date.now());
  const staff = { ...ola, municipalityId: eksempelvik, roles: ['dutyLead'] } as const;
  expect(await decide({ cause: 'confirming', staff }, version, true)).toEqual({ kind: 'confirmed' });
}

async function run(...args: string[]) {
  let out = '';
  let err = '';
  const status = await settings(args, {
    environment: {
      CONFIG_DIR: config,
      STORE_URL: `file:${storeFile}`,
      MASTER_KEY: Buffer.from(masterKey).toString('base64'),
      NODE_ENV: 'test',
    },
    input: process.stdin,
    out: (text) => (out += text),
    err: (text) => (err += text),
  });
  return { status, out, err };
}
const written = (value: unknown): string => {
  const path = join(folder, 'settings.json');
  writeFileSync(path, JSON.stringify(value));
  return path;
};
const by = ['--by', '1300000000000000906'];

describe('settings that travel', () => {
  it('name no person, place, number, server, channel or role', () => {
    const { approval: _approval, ...whole } = file('municipality');
    const text = JSON.stringify(exportSettings({ ...whole, hours: file('hours'), contacts: file('contacts') }));
    expect(text).toContain('taushetsplikt');
    expect(text).not.toMatch(/\d{8}|\d\d \d\d \d\d|@|https?:|gata/u);
  });

  it.each([
    ['a newer version', { utekontaktSettings: 2, settings: {}, more: 1 }, 'newer'],
    ['a newer version of the same shape', { utekontaktSettings: 2, settings: {} }, 'newer'],
    ['something else', { settings: {} }, 'not-an-export'],
    ['nothing', null, 'not-an-export'],
    ['a role', { utekontaktSettings: 1, settings: { roles: {} } }, 'foreign-keys'],
  ])('are refused from %s', (_name, value, why) => {
    expect(readExport(value)).toMatchObject({ ok: false, why });
  });
});

describe('utekontakt settings', () => {
  it('carries settings from one to another, on behalf of a coordinator', async () => {
    const unasked = await run('export', 'eksempelvik');
    expect(unasked).toMatchObject({ status: 1, out: '' });
    expect(unasked.err).toContain('two persons must agree first');
    await withStore((store) => agreeByTwo(store, Date.now, eksempelvik, 'settings.export'));
    const exported = await run('export', 'eksempelvik');
    expect(exported).toMatchObject({ status: 0, err: '' });
    const { settings: taken } = JSON.parse(exported.out) as { settings: Record<string, unknown> };
    const changed = { utekontaktSettings: 1, settings: { ...taken, language: 'nn' } };
    const imported = await run('import', 'eksempelvik', written(changed), ...by);
    expect(imported).toMatchObject({ status: 0, err: '' });
    expect(imported.out).toContain('waits for a second person');
    expect((await run('export', 'eksempelvik')).out).toContain('"language": "nb"');
    await withStore(confirmProposal);
    expect((await run('export', 'eksempelvik')).out).toContain('"language": "nn"');
  });

  it.each([
    ['a newer file', { utekontaktSettings: 9, settings: {} }, 'update this one first'],
    [
      'hours that overlap',
      {
        utekontaktSettings: 1,
        settings: {
          hours: {
            weekly: {
              monday: [
                ['18:00', '20:00'],
                ['19:00', '21:00'],
              ],
            },
          },
        },
      },
      'overlapper',
    ],
    ['channels', { utekontaktSettings: 1, settings: { staffChannelId: '1' } }, 'may not travel: staffChannelId'],
  ])('refuses %s and says why', async (_name, value, words) => {
    const { status, err } = await run('import', 'eksempelvik', written(value), ...by);
    expect(status).toBe(1);
    expect(err).toContain(words);
  });

  it('tells how it is used', async () => {
    for (const args of [
      [],
      ['export'],
      ['import', 'eksempelvik', 'x.json'],
      ['import', 'eksempelvik', 'x.json', '--by', 'kari'],
    ])
      expect(await run(...args)).toMatchObject({ status: 64 });
    expect((await run('export', 'nyvik')).status).toBe(1);
  });
});
