import type { REST } from '@discordjs/rest';
import { Routes } from 'discord-api-types/v10';
import type { MunicipalityId, Snowflake } from '../core/ids.ts';
import type { Municipality } from '../core/municipality.ts';
import { minuteMs } from '../core/time.ts';
import type { Instant } from '../core/time.ts';
import type { Clock, Municipalities } from '../ports.ts';
import { refusalOf } from './refusal.ts';

/** Those served at the moment, as their settings are at the moment. */
interface Served {
  all(): readonly Municipality[];
  find(id: MunicipalityId): { readonly municipality: Municipality } | undefined;
}

/** Discord's answer about a membership is trusted this long. */
const trustMs = 10 * minuteMs;

const guildsOf = ({ guildId, gameGuilds }: Municipality): readonly Snowflake[] => [
  guildId,
  ...gameGuilds.map((game) => game.guildId),
];

/**
 * Who answers for whom. A DM has no guild: with several municipalities Discord is asked which of their servers the
 * sender is in; asking about one member needs no privileged intent. When Discord cannot say, all of them may be meant: the
 * sender knows. Source: DESIGN §5 «Which municipality».
 */
export function createDirectory(rest: REST, live: Served, now: Clock): Municipalities {
  const known = new Map<string, { readonly at: Instant; readonly isMember: boolean }>();

  async function isMember(guildId: Snowflake, userId: Snowflake): Promise<boolean> {
    const key = `${guildId}:${userId}`;
    const fresh = known.get(key);
    if (fresh && now() - fresh.at < trustMs) return fresh.isMember;
    for (const [old, { at }] of known) if (now() - at >= trustMs) known.delete(old);
    const answer = await rest.get(Routes.guildMember(guildId, userId)).then(
      () => true,
      (fault: unknown) => {
        if ((fault as { status?: unknown }).status === 404 || refusalOf(fault).kind === 'undeliverable') return false;
        throw fault;
      },
    );
    known.set(key, { at: now(), isMember: answer });
    return answer;
  }

  async function sharesServer(municipality: Municipality, userId: Snowflake): Promise<boolean> {
    for (const guildId of guildsOf(municipality)) if (await isMember(guildId, userId)) return true;
    return false;
  }

  async function sharing(all: readonly Municipality[], userId: Snowflake): Promise<readonly Municipality[]> {
    const shares = await Promise.all(all.map((municipality) => sharesServer(municipality, userId)));
    return all.filter((_, n) => shares[n]);
  }

  return {
    find: (id) => live.find(id)?.municipality,
    all: () => live.all(),
    ofStaffGuild: (guildId) => live.all().find((municipality) => municipality.guildId === guildId),
    async candidates({ guildId, senderId }) {
      const all = live.all();
      if (guildId) return all.filter((municipality) => guildsOf(municipality).includes(guildId)).slice(0, 1);
      return all.length <= 1 ? all : sharing(all, senderId).catch(() => all);
    },
  };
}
