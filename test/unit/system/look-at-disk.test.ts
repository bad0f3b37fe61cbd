import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Secret } from '../../../src/settings/secret.ts';
import { lookAtDisk } from '../../../src/system/look-at-disk.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'utekontakt-look-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const redis = { kind: 'redis', urls: new Secret(['redis://127.0.0.1:1']) } as const;
const look = (...parts: readonly string[]) => lookAtDisk({ store: redis, erasureLedger: join(folder, ...parts) });

describe('looking at the disk of a service on Redis', () => {
  it('finds nothing wrong where it is noted how far the Redis has come, erasures or not', async () => {
    writeFileSync(join(folder, 'redis.erased.reached'), '7');
    expect(await look('redis.erased')).toEqual([]);
  });

  it('says that there is no ledger yet where one can be made with its folders, and makes none', async () => {
    expect(await look('redis.erased')).toEqual([{ kind: 'ledger-new' }]);
    expect(await look('data', 'inner', 'redis.erased')).toEqual([{ kind: 'ledger-new' }]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('says that a ledger cannot be written where a file stands in the way', async () => {
    writeFileSync(join(folder, 'data'), '');
    expect(await look('data', 'redis.erased')).toEqual([{ kind: 'ledger-unwritable' }]);
  });
});
