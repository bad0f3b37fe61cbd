import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { faultLine } from '../../../src/settings/fault.ts';
import { formatMasterKey, readKeyFile } from '../../../src/settings/master-key.ts';

let dir: string;
let path: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'utekontakt-key-'));
  path = join(dir, 'master.key');
});
afterEach(() => {
  rmSync(dir, { recursive: true });
});

const lineOf = (file: string): string => {
  const read = readKeyFile(file);
  return read.ok ? '' : read.faults.map(faultLine).join('\n');
};

describe('readKeyFile', () => {
  it('reads back what was written', () => {
    const key = Uint8Array.from({ length: 32 }, (_, index) => 255 - index);
    writeFileSync(path, formatMasterKey(key), { mode: 0o600 });
    const read = readKeyFile(path);
    expect(read.ok && [...read.value.reveal()]).toEqual([...key]);
  });

  it('refuses a file that others can read', () => {
    writeFileSync(path, formatMasterKey(new Uint8Array(32).fill(7, 1)));
    chmodSync(path, 0o640);
    expect(lineOf(path)).toBe(`${path}: can be read by others; run: chmod 600 on it`);
  });

  it('names the file when the key is too short', () => {
    writeFileSync(path, 'AAECAwQ=\n', { mode: 0o600 });
    expect(lineOf(path)).toBe(`${path}: needs 32 bytes in base64, got 5`);
  });

  it('says when there is no file', () => {
    expect(lineOf(path)).toBe(`${path}: cannot be read (ENOENT)`);
  });
});
