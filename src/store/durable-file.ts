import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { StoreFault } from '../ports.ts';

/** What stands in a file; empty when there is none. @throws StoreFault `unavailable` when it cannot be read */
export function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw new StoreFault('unavailable', { cause: error });
  }
}

/** On the disk when it returns; the folder is made when missing. @throws StoreFault `unavailable` */
export const appendDurably = (file: string, text: string): void => {
  faulting(() => {
    write(file, 'a', text);
  });
};

/** The old content or the new, whenever the power goes. @throws StoreFault `unavailable` */
export const replaceDurably = (file: string, text: string): void => {
  faulting(() => {
    // Processes that share the folder must not write into each other's half-written file.
    const next = `${file}.${process.pid}.new`;
    write(next, 'w', text);
    renameSync(next, file);
  });
};

function write(file: string, flag: 'a' | 'w', text: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const handle = openSync(file, flag, 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function faulting(work: () => void): void {
  try {
    work();
  } catch (error) {
    throw new StoreFault('unavailable', { cause: error });
  }
}
