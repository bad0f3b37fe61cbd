import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dayMs, hourMs } from '../../../src/core/time.ts';
import { fileStamp } from '../../../src/store/sqlite/migrate.ts';
import { countOldCopies, removeOldBackups } from '../../../src/store/sqlite/old-copies.ts';

const now = Date.UTC(2030, 0, 31, 12);
let folder: string;
let backups: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'utekontakt-copies-'));
  backups = join(folder, 'backups');
  mkdirSync(backups);
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const backupOf = (at: number): string => `utekontakt-${fileStamp(at)}.db`;
const put = (where: string, name: string, at = now): void => {
  writeFileSync(join(where, name), 'invented');
  utimesSync(join(where, name), at / 1000, at / 1000);
};
const count = (): number => countOldCopies(join(folder, 'store.db'), [backups, join(folder, 'gone')], now);

describe('copies of the store', () => {
  it('are old as backups after thirty days, whatever the disk says of the file', () => {
    put(backups, backupOf(now - 30 * dayMs + hourMs));
    expect(count()).toBe(0);
    put(backups, backupOf(now - 30 * dayMs - hourMs));
    put(backups, backupOf(now - 400 * dayMs));
    expect(count()).toBe(2);
  });

  it('are old as keys when no backup has been taken for thirty days', () => {
    put(backups, 'keys.db', now - 29 * dayMs);
    expect(count()).toBe(0);
    put(backups, 'keys.db', now - 31 * dayMs);
    expect(count()).toBe(1);
  });

  it.each(['replaced', 'corrupt', 'before-v7'])('are old a week after they were set aside as «%s»', (why) => {
    put(folder, `store.db.${why}-${fileStamp(now - 6 * dayMs)}`);
    expect(count()).toBe(0);
    put(folder, `store.db.${why}-${fileStamp(now - 8 * dayMs)}`);
    expect(count()).toBe(1);
  });

  it('are deleted when they are old backups, and nothing else is', () => {
    const kept = [backupOf(now), 'keys.db', 'utekontakt-report.db', `${backupOf(0)}.txt`, `store-${fileStamp(0)}.db`];
    for (const name of [...kept, backupOf(now - 31 * dayMs)]) put(backups, name, 0);
    removeOldBackups(backups, now);
    expect(readdirSync(backups).toSorted()).toEqual(kept.toSorted());
  });
});
