import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Finding } from '../core/doctor/finding.ts';
import type { Settings } from '../settings/environment.ts';
import { highWaterFileOf } from '../store/high-water.ts';

const megabyte = 1_048_576;
/** Less than this is a fault: a full disk takes no message in. */
const leastMegabytes = 200;

/** What lies on this machine: the embedded store, or the ledger of a Redis. Makes nothing. */
export const lookAtDisk = async ({
  store,
  erasureLedger,
}: Pick<Settings, 'store' | 'erasureLedger'>): Promise<readonly Finding[]> =>
  store.kind === 'sqlite' ? lookAtDatabase(store.path) : lookAtLedger(erasureLedger);

/** Whether what is erased is noted there, or can be, its folder made first if need be. */
function lookAtLedger(file: string): readonly Finding[] {
  let nearest = file;
  while (!existsSync(nearest) && dirname(nearest) !== nearest) nearest = dirname(nearest);
  try {
    if (nearest !== file && !statSync(nearest).isDirectory()) return [{ kind: 'ledger-unwritable' }];
    accessSync(nearest, constants.W_OK);
    return existsSync(highWaterFileOf(file)) ? [] : [{ kind: 'ledger-new' }];
  } catch {
    return [{ kind: 'ledger-unwritable' }];
  }
}

/** Who else may read the embedded store, and how much room is left where it lies. */
async function lookAtDatabase(file: string): Promise<readonly Finding[]> {
  if (!existsSync(file)) return [{ kind: 'store-new' }];
  const findings: Finding[] = [];
  // Windows has other means, and shows no bits for others.
  const others = 0o007;
  const isOpen = (path: string): boolean => (statSync(path).mode & others) !== 0;
  if (process.platform !== 'win32' && isOpen(file) && isOpen(dirname(file)))
    findings.push({ kind: 'store-open-to-others' });
  const { bavail, bsize } = await statfs(dirname(file));
  const megabytes = Math.floor((bavail * bsize) / megabyte);
  if (megabytes < leastMegabytes) findings.push({ kind: 'little-space', megabytes });
  return findings;
}
