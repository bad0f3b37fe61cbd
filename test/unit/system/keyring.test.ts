import { describe, expect, it } from 'vitest';
import { StoreFault } from '../../../src/ports.ts';
import type { Vault } from '../../../src/store/vault.ts';
import { createKeyring, decrypt, encrypt, nameMasterKey } from '../../../src/system/keyring.ts';

const hex = (text: string) => Buffer.from(text, 'hex');
const key = (n: number) => nameMasterKey(Buffer.alloc(32, n));
const place = { table: 'cases', row: 'a', column: 'body', municipalityId: 'eksempelvik', version: 1 };
const vault: Vault = createKeyring([key(1)]);
const words = Buffer.from('ord som ingen skal lese: æøå');

const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'no fault';
  } catch (error) {
    return error instanceof StoreFault ? error.code : String(error);
  }
};

/** Source: McGrew and Viega, "The Galois/Counter Mode of Operation", test cases 13–16 (AES-256), as submitted to NIST. */
const knownAnswers = [
  {
    name: 'case 13',
    key: '00'.repeat(32),
    iv: '00'.repeat(12),
    plain: '',
    aad: '',
    cipher: '',
    tag: '530f8afbc74536b9a963b4f1c4cb738b',
  },
  {
    name: 'case 14',
    key: '00'.repeat(32),
    iv: '00'.repeat(12),
    plain: '00'.repeat(16),
    aad: '',
    cipher: 'cea7403d4d606b6e074ec5d3baf39d18',
    tag: 'd0d1c8a799996bf0265b98b5d48ab919',
  },
  {
    name: 'case 15',
    key: 'feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308',
    iv: 'cafebabefacedbaddecaf888',
    plain:
      'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b391aafd255',
    aad: '',
    cipher:
      '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662898015ad',
    tag: 'b094dac5d93471bdec1a502270e3cc6c',
  },
  {
    name: 'case 16',
    key: 'feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308',
    iv: 'cafebabefacedbaddecaf888',
    plain:
      'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39',
    aad: 'feedfacedeadbeeffeedfacedeadbeefabaddad2',
    cipher:
      '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662',
    tag: '76fc6ece0f4e1768cddf8853bb2d551b',
  },
];

describe('AES-256-GCM', () => {
  it.each(knownAnswers)('gives the known answer of $name', ({ key: secret, iv, plain, aad, cipher, tag }) => {
    const sealed = encrypt(hex(secret), hex(plain), hex(aad), hex(iv));
    expect(sealed.toString('hex')).toBe(iv + cipher + tag);
    expect(decrypt(hex(secret), sealed, hex(aad))?.toString('hex')).toBe(plain);
  });

  it('never takes a nonce twice', () => {
    const secret = vault.newSecret();
    const nonces = Array.from({ length: 20_000 }, () =>
      Buffer.from(vault.seal(secret, words, place).subarray(1, 13)).toString('hex'),
    );
    expect(new Set(nonces).size).toBe(nonces.length);
  });
});

describe('the keyring', () => {
  it('opens what it sealed', () => {
    const secret = vault.newSecret();
    expect(secret).toHaveLength(32);
    const wrapped = vault.wrap(secret, place);
    expect(vault.kidOf(wrapped)).toBe(key(1).kid);
    expect(vault.unwrap(wrapped, place)).toEqual(secret);
    expect(vault.open(secret, vault.seal(secret, words, place), place)).toEqual(words);
    expect(Buffer.from(vault.seal(secret, words, place)).includes(words)).toBe(false);
  });

  it('accepts no altered byte', () => {
    const secret = vault.newSecret();
    const sealed = Buffer.from(vault.seal(secret, words, place));
    const wrapped = Buffer.from(vault.wrap(secret, place));
    for (let at = 0; at < sealed.length; at += 1) {
      for (const bit of [1, 0x80]) {
        const altered = Buffer.from(sealed);
        altered[at] = (altered[at] ?? 0) ^ bit;
        expect(codeOf(() => vault.open(secret, altered, place))).toBe(at === 0 ? 'unknown-version' : 'corrupt');
      }
    }
    for (let at = 0; at < wrapped.length; at += 1) {
      const altered = Buffer.from(wrapped);
      altered[at] = (altered[at] ?? 0) ^ 1;
      expect(codeOf(() => vault.unwrap(altered, place))).toBe(at === 0 ? 'unknown-version' : 'wrong-key');
    }
  });

  it('accepts nothing cut short', () => {
    const secret = vault.newSecret();
    const sealed = vault.seal(secret, words, place);
    const wrapped = vault.wrap(secret, place);
    for (let length = 1; length < sealed.length; length += 1) {
      expect(codeOf(() => vault.open(secret, sealed.subarray(0, length), place))).toBe('corrupt');
    }
    for (let length = 1; length < wrapped.length; length += 1) {
      expect(codeOf(() => vault.unwrap(wrapped.subarray(0, length), place))).toBe('wrong-key');
    }
    expect(codeOf(() => vault.open(secret, new Uint8Array(), place))).toBe('unknown-version');
  });

  it.each([{ table: 'entries' }, { row: 'b' }, { column: 'other' }, { municipalityId: 'annenvik' }, { version: 2 }])(
    'opens nothing that was moved to %j',
    (elsewhere) => {
      const secret = vault.newSecret();
      const moved = { ...place, ...elsewhere };
      expect(codeOf(() => vault.open(secret, vault.seal(secret, words, place), moved))).toBe('corrupt');
      expect(codeOf(() => vault.unwrap(vault.wrap(secret, place), moved))).toBe('wrong-key');
    },
  );

  it('wraps with the first key and opens with all of them', () => {
    const secret = vault.newSecret();
    const old = vault.wrap(secret, place);
    const both = createKeyring([key(2), key(1)]);
    expect(both.unwrap(old, place)).toEqual(secret);
    const renewed = both.wrap(secret, place);
    expect(both.kidOf(renewed)).toBe(key(2).kid);
    expect(codeOf(() => vault.unwrap(renewed, place))).toBe('wrong-key');
    expect(createKeyring([key(2)]).unwrap(renewed, place)).toEqual(secret);
  });

  it.each([
    ['no key', () => createKeyring([])],
    ['a short key', () => nameMasterKey(Buffer.alloc(31))],
    ['a long key', () => nameMasterKey(Buffer.alloc(33))],
    ['an empty key', () => nameMasterKey(Buffer.alloc(0))],
    ['a name of another key', () => createKeyring([{ kid: key(2).kid, key: key(1).key }])],
    ['a short key with a name', () => createKeyring([{ kid: key(1).kid, key: Buffer.alloc(16, 1) }])],
  ])('refuses %s', (_, make) => {
    expect(codeOf(make)).toBe('wrong-key');
  });

  it('names a key without telling it', () => {
    expect(key(1).kid).toMatch(/^[0-9a-f]{16}$/);
    expect(key(1).kid).not.toBe(key(2).kid);
    expect(JSON.stringify(vault)).not.toContain(Buffer.from(key(1).key).toString('hex').slice(0, 16));
  });

  it('separates the parts and purposes of a mac', () => {
    const secret = vault.newSecret();
    const mac = (purpose: string, ...parts: string[]) => Buffer.from(vault.mac(secret, purpose, parts)).toString('hex');
    const all = [mac('a', 'bc'), mac('ab', 'c'), mac('a', 'b', 'c'), mac('a', 'bc', ''), mac('abc')];
    expect(new Set(all).size).toBe(all.length);
    expect(mac('a', 'bc')).toBe(all[0]);
  });
});
