import { createHmac, hkdfSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { CaseId, MunicipalityId, Snowflake } from '../../../src/core/ids.ts';
import { createPseudonyms, deriveKey } from '../../../src/system/vault-pseudonyms.ts';

const hex = (text: string): Buffer => Buffer.from(text, 'hex');
const secret = Buffer.alloc(32, 7);
const here = 'eksempelvik' as MunicipalityId;
const user = '111111111111111101' as Snowflake;

describe('derived keys', () => {
  it('gives the known answer of RFC 5869 test case 3, with empty salt and info', () => {
    const expected = '8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d';
    expect(deriveKey(Buffer.alloc(22, 0x0b), '').toString('hex')).toBe(expected);
  });

  it('runs on a platform that gives the known answer of RFC 5869 test case 1', () => {
    const derived = hkdfSync(
      'sha256',
      Buffer.alloc(22, 0x0b),
      hex('000102030405060708090a0b0c'),
      hex('f0f1f2f3f4f5f6f7f8f9'),
      42,
    );
    expect(Buffer.from(derived).toString('hex')).toBe(
      '3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865',
    );
  });

  it('runs on a platform that gives the known answers of RFC 4231', () => {
    const mac = (key: Buffer, data: string) => createHmac('sha256', key).update(data).digest('hex');
    expect(mac(Buffer.alloc(20, 0x0b), 'Hi There')).toBe(
      'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7',
    );
    expect(mac(Buffer.from('Jefe'), 'what do ya want for nothing?')).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    );
  });
});

describe('pseudonyms', () => {
  const names = createPseudonyms(secret);

  it('keeps names the same for one secret and gives others for another', () => {
    const again = createPseudonyms(Buffer.from(secret));
    const other = createPseudonyms(Buffer.alloc(32, 8));
    expect(again.sender(here, user)).toBe(names.sender(here, user));
    expect(other.sender(here, user)).not.toBe(names.sender(here, user));
    expect(other.lane('sender', user)).not.toBe(names.lane('sender', user));
    expect(other.nonce('p1')).not.toBe(names.nonce('p1'));
    expect(other.marker('p1')).not.toBe(names.marker('p1'));
    expect(other.digestKey('c' as CaseId)).not.toBe(names.digestKey('c' as CaseId));
  });

  it('names one person differently in each municipality', () => {
    expect(names.sender('annenvik' as MunicipalityId, user)).not.toBe(names.sender(here, user));
  });

  it('tells lanes of different kinds apart', () => {
    expect(names.lane('sender', 'x')).not.toBe(names.lane('case', 'x'));
  });

  it('carries nothing of what a name stands for', () => {
    for (const name of [names.sender(here, user), names.lane('sender', user)]) {
      expect(name).toMatch(/^[\w-]{22}$/);
      expect(name).not.toContain(user.slice(0, 6));
    }
  });

  it('fits a Discord nonce, and a positive number of 31 bits', () => {
    const nonces = Array.from({ length: 2000 }, (_, n) => names.nonce(`p${n}`));
    expect(new Set(nonces).size).toBe(nonces.length);
    expect(nonces.every((nonce) => nonce.length === 24)).toBe(true);
    const markers = Array.from({ length: 2000 }, (_, n) => names.marker(`p${n}`));
    expect(markers.every((marker) => Number.isInteger(marker) && marker > 0 && marker <= 0x7fff_ffff)).toBe(true);
    expect(new Set(markers).size).toBe(markers.length);
  });

  it('refuses a secret that is not 32 bytes', () => {
    expect(() => createPseudonyms(Buffer.alloc(31))).toThrow('wrong-key');
  });
});
