import type { Rotation } from '../maintenance.ts';
import { bytes, integer, list, text } from './context.ts';
import type { Context } from './context.ts';
import { rewrapScript } from './lua/keys.ts';

const kidsOf = async ({ connection }: Context): Promise<readonly string[]> =>
  list(await connection.call('SMEMBERS', 'kids')).map(text);

export async function countKeys(context: Context): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  for (const kid of await kidsOf(context)) {
    const count = integer(await context.connection.call('HLEN', `keys:${kid}`));
    if (count > 0) counts[kid] = count;
  }
  return counts;
}

/** Keys move one by one from the hash of the old master key to that of the new, and are always in exactly one. */
export async function rotateKeys(context: Context, limit: number): Promise<Rotation> {
  const { connection, vault, sealing } = context;
  let moved = 0;
  for (const kid of await kidsOf(context)) {
    if (kid === vault.kid || moved >= limit) continue;
    const [, page] = list(await connection.call('HSCAN', `keys:${kid}`, '0', 'COUNT', String(limit - moved)));
    const flat = list(page).slice(0, 2 * (limit - moved));
    const values: (string | Uint8Array)[] = [];
    for (let n = 0; n < flat.length; n += 2) {
      const owner = text(flat[n]);
      const old = bytes(flat[n + 1]);
      values.push(owner, old, sealing.rewrapKey(owner, old));
    }
    moved += integer(await connection.run(rewrapScript, kid, vault.kid, ...values));
  }
  const counts = Object.entries(await countKeys(context)).filter(([kid]) => kid !== vault.kid);
  return { moved, left: counts.reduce((sum, [, count]) => sum + count, 0) };
}
