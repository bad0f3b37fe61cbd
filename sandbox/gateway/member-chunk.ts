import { z } from 'zod';
import type { Wire } from '../json.ts';
import { wireMember } from '../world/wire.ts';
import type { World } from '../world/world.ts';

const request = z.object({
  guild_id: z.string(),
  user_ids: z.union([z.string(), z.array(z.string()).max(100)]).nullish(),
  query: z.string().nullish(),
  limit: z.number().int().min(0).max(100).nullish(),
  nonce: z.string().nullish(),
});

/** The answer to a request for guild members. Nobody is listed without a name or ids: that takes the intent GUILD_MEMBERS. */
export function memberChunk(world: World, d: unknown): Wire | null {
  const given = request.safeParse(d);
  if (!given.success) return null;
  const { guild_id: guildId, user_ids: ids, query, limit, nonce } = given.data;
  const guild = world.guilds.get(guildId);
  if (guild?.botState !== 'member') return null;
  const wanted = typeof ids === 'string' ? [ids] : (ids ?? []);
  const found = [...guild.members.values()].filter(({ userId }) => {
    if (wanted.length > 0) return wanted.includes(userId);
    return (query ?? '') !== '' && world.user(userId).username.startsWith(query ?? '');
  });
  const shown = limit ? found.slice(0, limit) : found;
  return {
    guild_id: guildId,
    members: shown.map((member) => wireMember(world, member)),
    not_found: wanted.filter((id) => !guild.members.has(id)),
    chunk_index: 0,
    chunk_count: 1,
    ...(nonce ? { nonce } : {}),
  };
}
