import { z } from 'zod';
import { isSnowflake } from '../../core/ids.ts';
import type { MunicipalityId, Snowflake } from '../../core/ids.ts';
import { permittedActs } from '../../core/settings/permitted-acts.ts';
import { hourMs } from '../../core/time.ts';
import type { Instant } from '../../core/time.ts';
import type { Change, Store } from '../../ports.ts';

const name = 'settings-proposal';

/** A proposal is forgotten after this: what it was based on is no longer fresh in anybody's mind. */
export const proposalLivesMs = 24 * hourMs;

const signed = {
  by: z.custom<Snowflake>((value) => typeof value === 'string' && isSnowflake(value)),
  at: z.number().int(),
};
const proposalSchema = z.discriminatedUnion('kind', [
  z
    .object({
      kind: z.literal('settings'),
      set: z.record(z.string(), z.unknown()),
      /** The settings it was made on. */
      basedOn: z.number().int(),
      ...signed,
    })
    .readonly(),
  /** Something on the machine that two persons must agree to. */
  z.object({ kind: z.literal('permit'), act: z.enum(permittedActs), ...signed }).readonly(),
]);
/** What waits for a second person. */
export type Proposal = z.output<typeof proposalSchema>;
export type ProposedSettings = Extract<Proposal, { kind: 'settings' }>;

export interface StoredProposal {
  /** Absent: nothing waits, or it has waited too long, or cannot be read: it can be made again. */
  readonly proposal?: Proposal;
  /** Names this very proposal: who confirms, confirms what they were shown. */
  readonly version: number;
}

export async function readProposal(
  store: Pick<Store, 'findSetting'>,
  id: MunicipalityId,
  now: Instant,
): Promise<StoredProposal> {
  const found = await store.findSetting(id, name);
  const parsed = proposalSchema.safeParse(found?.value);
  const isAlive = parsed.success && now - parsed.data.at <= proposalLivesMs;
  return { ...(isAlive ? { proposal: parsed.data } : {}), version: found?.version ?? 0 };
}

/** @param value absent: done with */
export const savingProposal = (municipalityId: MunicipalityId, basedOn: number, value?: Proposal): Change => ({
  kind: 'save-setting',
  municipalityId,
  name,
  basedOn,
  value: value ?? null,
});
