import { createHmac, hkdfSync } from 'node:crypto';
import type { Lane, SenderKey } from '../core/ids.ts';
import type { Pseudonyms } from '../ports.ts';
import { StoreFault } from '../ports.ts';

/** HKDF-SHA-256 without salt, 32 bytes. Source: RFC 5869. */
export const deriveKey = (secret: Uint8Array, info: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), info, 32));

const hmac = (key: Uint8Array, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/**
 * Keyed one-way names. Discord ids are guessable, so a bare hash would hide nothing; each municipality has a pepper of its
 * own, so that the same person cannot be followed from one to the other.
 * @param secret 32 bytes that stay the same for the life of the store: `store.pseudonymSecret()`
 * @throws StoreFault `wrong-key` when the secret is not 32 bytes
 */
export function createPseudonyms(secret: Uint8Array): Pseudonyms {
  if (secret.length !== 32) throw new StoreFault('wrong-key');
  const laneKey = deriveKey(secret, 'utekontakt lane');
  const nonceKey = deriveKey(secret, 'utekontakt nonce');
  const proofKey = deriveKey(secret, 'utekontakt proof');
  const markerKey = deriveKey(secret, 'utekontakt marker');
  const peppers = new Map<string, Buffer>();
  const pepperOf = (municipalityId: string): Buffer => {
    const known = peppers.get(municipalityId);
    if (known) return known;
    const pepper = deriveKey(secret, `utekontakt sender ${municipalityId}`);
    peppers.set(municipalityId, pepper);
    return pepper;
  };

  return {
    sender: (municipalityId, userId) =>
      hmac(pepperOf(municipalityId), userId).subarray(0, 16).toString('base64url') as SenderKey,
    lane: (kind, id) => hmac(laneKey, `${kind}\0${id}`).subarray(0, 16).toString('base64url') as Lane,
    nonce: (outboxId) => hmac(nonceKey, outboxId).subarray(0, 18).toString('base64url'),
    // Zero is left out, so that «positive» holds for every input.
    marker: (outboxId) => (hmac(markerKey, outboxId).readUInt32BE(0) % 0x7fff_fffe) + 1,
    proof: (about) => hmac(proofKey, about).subarray(0, 16).toString('base64url'),
    digestKey: (conversation) => deriveKey(secret, `utekontakt digest ${conversation}`).toString('base64url'),
  };
}
