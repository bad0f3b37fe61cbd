import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import { StoreFault } from '../ports.ts';

/** A key that wraps data keys. `key` is exactly 32 bytes. */
export interface MasterKey {
  readonly kid: string;
  readonly key: Uint8Array;
}

/** Same shape as the store's `Binding`; rooms do not import each other. */
interface Place {
  readonly table: string;
  readonly row: string;
  readonly column: string;
  readonly municipalityId: string;
  readonly version: number;
}

const format = 1;
const keyBytes = 32;
const kidBytes = 8;
const nonceBytes = 12;
const tagBytes = 16;

/**
 * Names a master key after its hash, so that the name can be stored and shown.
 * @throws StoreFault `wrong-key` when the key is not 32 bytes
 */
export function nameMasterKey(key: Uint8Array): MasterKey {
  if (key.length !== keyBytes) throw new StoreFault('wrong-key');
  const kid = createHash('sha256').update('utekontakt master key\0').update(key).digest().subarray(0, kidBytes);
  return { kid: kid.toString('hex'), key };
}

/** AES-256-GCM. Answer: nonce, ciphertext, tag. `nonce` is given by known-answer tests only. Source: NIST SP 800-38D. */
export function encrypt(key: Uint8Array, plain: Uint8Array, aad: Uint8Array, nonce = randomBytes(nonceBytes)): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
  cipher.setAAD(aad);
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Reverses `encrypt`; `undefined` when any byte, the key or the additional data differ. */
export function decrypt(key: Uint8Array, sealed: Uint8Array, aad: Uint8Array): Buffer | undefined {
  if (sealed.length < nonceBytes + tagBytes) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes), { authTagLength: tagBytes });
  decipher.setAAD(aad);
  decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(nonceBytes, sealed.length - tagBytes)), decipher.final()]);
  } catch {
    return undefined;
  }
}

/** Unambiguous: no two places give the same bytes. */
const placeBytes = (place: Place): Buffer =>
  Buffer.from(JSON.stringify([place.table, place.row, place.column, place.municipalityId, place.version]));

/** Parts are length-prefixed, so that «ab»,«c» and «a»,«bc» differ. */
function hmac(secret: Uint8Array, purpose: string, parts: readonly (string | Uint8Array)[]): Buffer {
  const mac = createHmac('sha256', secret);
  for (const part of [purpose, ...parts]) {
    const bytes = typeof part === 'string' ? Buffer.from(part) : part;
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    mac.update(length).update(bytes);
  }
  return mac.digest();
}

export type Keyring = ReturnType<typeof createKeyring>;

/**
 * The store's vault. The first key wraps new data keys; the others only open older ones, during a rotation.
 * @throws StoreFault `wrong-key` when there is no key, one is not 32 bytes, or a name does not fit its key
 */
export function createKeyring(masterKeys: readonly MasterKey[]) {
  const byKid = new Map<string, Uint8Array>();
  for (const { kid, key } of masterKeys) {
    if (nameMasterKey(key).kid !== kid) throw new StoreFault('wrong-key');
    byKid.set(kid, Uint8Array.from(key));
  }
  const [current] = masterKeys;
  if (!current) throw new StoreFault('wrong-key');
  const { kid } = current;

  const masterKey = (name: string): Uint8Array => {
    const key = byKid.get(name);
    if (!key) throw new StoreFault('wrong-key');
    return key;
  };
  const kidOf = (wrapped: Uint8Array): string => {
    if (wrapped[0] !== format) throw new StoreFault('unknown-version');
    return Buffer.from(wrapped.subarray(1, 1 + kidBytes)).toString('hex');
  };

  return {
    kid,
    kidOf,
    newSecret: (): Uint8Array => randomBytes(keyBytes),
    wrap(secret: Uint8Array, place: Place): Uint8Array {
      const header = Buffer.concat([Buffer.of(format), Buffer.from(kid, 'hex')]);
      return Buffer.concat([header, encrypt(masterKey(kid), secret, Buffer.concat([header, placeBytes(place)]))]);
    },
    unwrap(wrapped: Uint8Array, place: Place): Uint8Array {
      const key = masterKey(kidOf(wrapped));
      const header = wrapped.subarray(0, 1 + kidBytes);
      const secret = decrypt(key, wrapped.subarray(1 + kidBytes), Buffer.concat([header, placeBytes(place)]));
      if (secret?.length !== keyBytes) throw new StoreFault('wrong-key');
      return secret;
    },
    seal(secret: Uint8Array, plain: Uint8Array, place: Place): Uint8Array {
      return Buffer.concat([Buffer.of(format), encrypt(secret, plain, placeBytes(place))]);
    },
    open(secret: Uint8Array, sealed: Uint8Array, place: Place): Uint8Array {
      if (sealed[0] !== format) throw new StoreFault('unknown-version');
      const plain = decrypt(secret, sealed.subarray(1), placeBytes(place));
      if (!plain) throw new StoreFault('corrupt');
      return plain;
    },
    mac: (secret: Uint8Array, purpose: string, parts: readonly (string | Uint8Array)[]): Uint8Array =>
      hmac(secret, purpose, parts),
  };
}
