import { existsSync, rmSync, writeFileSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';
import { StoreFault } from '../../ports.ts';
import { toFault } from './faults.ts';

/**
 * Whether the whole file can be read.
 * @param depth `quick` reads every page; `full` also compares every index with its table
 * @throws StoreFault only when the answer could not be had
 */
export function isSoundDatabase(database: DatabaseSync, depth: 'quick' | 'full' = 'quick'): boolean {
  const check = depth === 'quick' ? 'quick_check' : 'integrity_check';
  try {
    return database.prepare(`PRAGMA ${check}(1)`).get()?.[check] === 'ok';
  } catch (error) {
    const fault = toFault(error);
    if (fault instanceof StoreFault && fault.code === 'corrupt') return false;
    throw fault;
  }
}

/** The same while the store is in use. @throws StoreFault `unavailable` when the answer could not be had */
export async function isSoundFile(file: string): Promise<boolean> {
  const answer = Promise.withResolvers<boolean>();
  const thread = new Worker(new URL('./soundness-thread.ts', import.meta.url), { workerData: { file } });
  thread.unref();
  thread.once('message', (sound: boolean) => {
    answer.resolve(sound);
  });
  thread.once('error', (cause) => {
    answer.reject(new StoreFault('unavailable', { cause }));
  });
  thread.once('exit', () => {
    answer.reject(new StoreFault('unavailable'));
  });
  return answer.promise;
}

/** Lies beside a database in which damage was met: the next start reads it through, however large it is. */
const suspicionOf = (file: string): string => `${file}.damaged`;

export const isSuspected = (file: string): boolean => existsSync(suspicionOf(file));

export function suspect(file: string): void {
  try {
    writeFileSync(suspicionOf(file), '', { mode: 0o600 });
  } catch (error) {
    // A disk that takes nothing more; what was met is reported all the same.
    if (!(error instanceof Error && 'code' in error)) throw error;
  }
}

export const clearSuspicion = (file: string): void => {
  rmSync(suspicionOf(file), { force: true });
};
