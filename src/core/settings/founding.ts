import { z } from 'zod';
import { isSnowflake } from '../ids.ts';
import type { MunicipalityId, Snowflake } from '../ids.ts';
import type { MunicipalityDocument } from './municipality-document.ts';

/**
 * A municipality of which only the staff guild is known: everything else is set in Discord with «/oppsett». It serves
 * nobody before the rest is there.
 */
export interface FoundingMunicipality {
  readonly id: MunicipalityId;
  readonly guildId: Snowflake;
  /** Made up for the sandbox; never served to real people. */
  readonly invented: boolean;
  readonly document: MunicipalityDocument;
}

const foundingSchema = z.strictObject({
  id: z.custom<MunicipalityId>((value) => typeof value === 'string' && /^[a-z][a-z0-9-]{1,30}$/.test(value)),
  guildId: z.custom<Snowflake>((value) => typeof value === 'string' && isSnowflake(value)),
  invented: z.boolean().default(false),
});

/** A `municipality.json` that names nothing but the municipality and its guild; nothing for every other file. */
export function readFounding(municipality: unknown): FoundingMunicipality | undefined {
  const parsed = foundingSchema.safeParse(municipality);
  if (!parsed.success) return undefined;
  const { id, guildId, invented } = parsed.data;
  return { id, guildId, invented, document: { municipality, hours: undefined, contacts: undefined } };
}
