import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { isCaseId, isSnowflake } from '../core/ids.ts';
import type { CaseId, MunicipalityId, Snowflake } from '../core/ids.ts';
import type { DeskTokens } from '../flows/desk/desk-link.ts';

const nonceBytes = 12;
const tagBytes = 16;
const aad = Buffer.from('utekontakt desk link 1');

const claim = z
  .tuple([
    z.custom<Snowflake>((value) => typeof value === 'string' && isSnowflake(value)),
    z.custom<MunicipalityId>((value) => typeof value === 'string'),
    z.custom<CaseId>((value) => typeof value === 'string' && isCaseId(value)),
    z.string().length(22),
    z.number().int(),
  ])
  .transform(([staffId, municipalityId, caseId, nonce, until]) => ({ staffId, municipalityId, caseId, nonce, until }));

/**
 * One-time links as AES-256-GCM under a key of their own: the link passes through Discord, so it says nothing and cannot
 * be made by anybody else. Every process with the same store makes and reads the same links.
 * @param secret 32 bytes that stay the same for the life of the store
 */
export function createDeskTokens(secret: Uint8Array): DeskTokens {
  const key = Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), 'utekontakt desk link', 32));
  return {
    mint({ staffId, municipalityId, caseId, until }) {
      const iv = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(aad);
      const plain = JSON.stringify([staffId, municipalityId, caseId, randomBytes(16).toString('base64url'), until]);
      const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, sealed, cipher.getAuthTag()]).toString('base64url');
    },
    read(token) {
      if (!/^[\w-]{40,600}$/.test(token)) return undefined;
      const bytes = Buffer.from(token, 'base64url');
      if (bytes.length <= nonceBytes + tagBytes) return undefined;
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes });
      decipher.setAAD(aad).setAuthTag(bytes.subarray(-tagBytes));
      try {
        const plain = Buffer.concat([decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()]);
        return claim.safeParse(JSON.parse(plain.toString('utf8'))).data;
      } catch {
        return undefined;
      }
    },
  };
}
