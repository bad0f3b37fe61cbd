import { readFileSync, statSync } from 'node:fs';
import { Secret } from './secret.ts';
import type { Settled } from './fault.ts';

/** Length of the key everything stored is encrypted under. */
export const masterKeyBytes = 32;

/** @param where what a fault is said about: the variable or the file */
export function parseMasterKey(text: string, where: string): Settled<Secret<Uint8Array>> {
  const refuse = (what: string): Settled<never> => ({ ok: false, faults: [{ where, what }] });
  const written = text.trim();
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(written)) return refuse(`needs ${masterKeyBytes} bytes in base64`);
  const bytes = Buffer.from(written, 'base64');
  if (bytes.length !== masterKeyBytes) return refuse(`needs ${masterKeyBytes} bytes in base64, got ${bytes.length}`);
  if (bytes.every((byte) => byte === bytes[0]))
    return refuse('is one byte repeated; make one with: openssl rand -base64 32');
  return { ok: true, value: new Secret(new Uint8Array(bytes)) };
}

/** Reads a key file: base64 on one line, for nobody but its owner. */
export function readKeyFile(path: string): Settled<Secret<Uint8Array>> {
  const refuse = (what: string): Settled<never> => ({ ok: false, faults: [{ where: path, what }] });
  try {
    if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) {
      return refuse('can be read by others; run: chmod 600 on it');
    }
    return parseMasterKey(readFileSync(path, 'utf8'), path);
  } catch (cause) {
    return refuse(
      `cannot be read (${cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown cause'})`,
    );
  }
}

/** What to write into a new key file. Give it mode 0600. */
export const formatMasterKey = (key: Uint8Array): string => `${Buffer.from(key).toString('base64')}\n`;
