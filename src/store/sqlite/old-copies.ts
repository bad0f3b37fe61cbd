import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { backupLivesMs, copyLivesMs } from '../../core/retention.ts';
import type { Instant } from '../../core/time.ts';

const stamp = String.raw`(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z`;
const backupName = new RegExp(`^utekontakt-${stamp}\\.db$`, 'u');
const setAsideName = new RegExp(`^\\.(?:replaced|corrupt|before-v\\d+)-${stamp}$`, 'u');
/** Holds the keys of everything that has been erased since it was written. */
const keysName = 'keys.db';

/** When a copy was made, as its name tells; nothing for another file. */
function stampedAt(name: string, pattern: RegExp): Instant | undefined {
  const [, ...parts] = pattern.exec(name) ?? [];
  const [year, month, day, hour, minute, second] = parts;
  return parts.length === 0 ? undefined : Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}

const oldBackups = (folder: string, now: Instant): readonly string[] =>
  readdirSync(folder).filter((name) => (stampedAt(name, backupName) ?? now) < now - backupLivesMs);

/** Deletes the backups in a folder that have outlived their time; no other file. */
export function removeOldBackups(folder: string, now: Instant): void {
  for (const name of oldBackups(folder, now)) rmSync(join(folder, name));
}

/**
 * Copies of the store that should be gone: backups where they were put, and files set aside beside it. A folder that is
 * gone holds none; copies taken elsewhere cannot be seen.
 * @throws when a folder cannot be read
 */
export function countOldCopies(file: string, backupFolders: readonly string[], now: Instant): number {
  const backups = backupFolders.filter(existsSync).map((folder) => {
    const keys = statSync(join(folder, keysName), { throwIfNoEntry: false });
    return oldBackups(folder, now).length + (keys && keys.mtimeMs < now - backupLivesMs ? 1 : 0);
  });
  const store = basename(file);
  const setAside = readdirSync(dirname(file)).filter(
    (name) => name.startsWith(store) && (stampedAt(name.slice(store.length), setAsideName) ?? now) < now - copyLivesMs,
  );
  return backups.reduce((sum, count) => sum + count, setAside.length);
}
