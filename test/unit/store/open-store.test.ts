import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../../src/store/open-store.ts';
import { createKeyring, nameMasterKey } from '../../../src/system/keyring.ts';
import { noon } from '../../contract/samples.ts';

const rest = { keyring: createKeyring([nameMasterKey(Buffer.alloc(32, 1))]), clock: () => noon };
const idle = { inboxWaiting: 0, outboxWaiting: 0, oldestAlertMs: 0, openCases: 0 };

describe('opening a store', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'utekontakt-open-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('makes the folder and the file that a path names', async () => {
    const file = join(folder, 'new', 'deep', 'store.db');
    const store = await openStore({ url: `file:${file}`, ...rest });
    expect(await store.stats(noon)).toEqual(idle);
    expect(existsSync(file)).toBe(true);
    await store.close();
  });

  it('takes a file address with slashes', async () => {
    const file = join(folder, 'mappe med æøå.db');
    const store = await openStore({ url: pathToFileURL(file).href, ...rest });
    expect(existsSync(file)).toBe(true);
    await store.close();
  });

  it('keeps a store in memory for tests', async () => {
    const store = await openStore({ url: 'file::memory:', ...rest });
    expect(await store.eraseExpired(noon)).toMatchObject({ cases: 0 });
    expect(await store.stats(noon)).toEqual(idle);
    await store.close();
  });

  it('says unavailable when the path leads through a file', async () => {
    const store = await openStore({ url: `file:${join(folder, 'store.db')}`, ...rest });
    await store.close();
    const opening = openStore({ url: `file:${join(folder, 'store.db', 'store.db')}`, ...rest });
    await expect(opening).rejects.toMatchObject({ name: 'StoreFault', code: 'unavailable' });
  });

  it('says unavailable when no Redis answers', async () => {
    const opening = openStore({ url: 'redis://127.0.0.1:1', ...rest });
    await expect(opening).rejects.toMatchObject({ name: 'StoreFault', code: 'unavailable' });
  });

  it.each(['', 'file:', 'sqlite:x', 'data/utekontakt.db', 'http://127.0.0.1'])('refuses %j', async (url) => {
    await expect(openStore({ url, ...rest })).rejects.toThrow(TypeError);
  });
});
