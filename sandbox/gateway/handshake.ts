import type { RawData } from 'ws';
import { z } from 'zod';
import { parseJson, type JsonValue, type Wire } from '../json.ts';
import type { Guild } from '../world/model.ts';
import { wireUser } from '../world/wire.ts';
import type { World } from '../world/world.ts';
import { areKnown, PRIVILEGED } from './intents.ts';
import type { Session } from './session.ts';

/** What client and gateway say to each other when a connection begins. */

const payload = z.object({ op: z.number().int(), d: z.unknown().optional() });
export const identify = z.object({
  token: z.string(),
  intents: z.unknown().optional(),
  properties: z.looseObject({}),
  shard: z.tuple([z.number().int(), z.number().int()]).nullish(),
  presence: z.unknown().optional(),
});
export const resume = z.object({ token: z.string(), session_id: z.string(), seq: z.number().int() });

/** The close code an IDENTIFY deserves; null when it is welcome. @param privileged privileged intents that were granted */
export function identifyFault(
  world: World,
  privileged: number,
  { token, intents, shard }: z.infer<typeof identify>,
): readonly [code: number, reason: string] | null {
  if (world.settings.unauthorized || token !== world.application.token) return [4004, 'Authentication failed.'];
  if (shard && !(shard[0] >= 0 && shard[0] < shard[1])) return [4010, 'Invalid shard.'];
  if (!areKnown(intents)) return [4013, 'Invalid intent(s).'];
  if ((intents & PRIVILEGED & ~privileged) !== 0) return [4014, 'Disallowed intent(s).'];
  return null;
}

/** The body of READY. @param url where to resume */
export function readyPayload(world: World, session: Session, guilds: readonly Guild[], url: string): Wire {
  return {
    v: 10,
    user: { ...wireUser(world.bot()), verified: true, mfa_enabled: true, email: null },
    user_settings: {},
    guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
    private_channels: [],
    relationships: [],
    presences: [],
    guild_join_requests: [],
    geo_ordered_rtc_regions: [],
    session_type: 'normal',
    session_id: session.id,
    resume_gateway_url: url,
    shard: session.shard,
    application: { id: world.application.id, flags: 0 },
    _trace: ['sandbox'],
  };
}

/** A payload of a client; null when it is not one. */
export function decode(data: RawData): { readonly op: number; readonly d: unknown } | null {
  try {
    const text = Buffer.isBuffer(data)
      ? data.toString('utf8')
      : Buffer.concat(data instanceof ArrayBuffer ? [new Uint8Array(data)] : data).toString('utf8');
    const value: JsonValue = parseJson(text);
    const parsed = payload.safeParse(value);
    return parsed.success ? { op: parsed.data.op, d: parsed.data.d } : null;
  } catch {
    return null;
  }
}
