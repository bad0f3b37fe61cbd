import type { REST } from '@discordjs/rest';
import { DiscordAPIError } from '@discordjs/rest';
import { Routes } from 'discord-api-types/v10';
import type { APIGuildMember, APIUser } from 'discord-api-types/v10';
import type { Snowflake } from '../core/ids.ts';
import type { StaffLookup } from '../flows/desk/desk-link.ts';
import type { Municipalities } from '../ports.ts';
import { staffAs } from './actor.ts';

/**
 * Who is staff now, asked of Discord every time: a role taken away counts from the next request on. Needs no privileged
 * intent, since one member is asked for by id.
 */
export const createStaffLookup = (rest: REST, municipalities: Pick<Municipalities, 'find'>): StaffLookup => ({
  async find(municipalityId, staffId) {
    const municipality = municipalities.find(municipalityId);
    if (!municipality) return undefined;
    const member = await found<APIGuildMember>(rest, Routes.guildMember(municipality.guildId, staffId));
    return (
      member &&
      staffAs(municipality, {
        id: staffId,
        roleIds: member.roles,
        displayName: member.nick ?? member.user.global_name ?? member.user.username,
      })
    );
  },
});

/** «kim_eksempel (Kim)»: what Discord shows of an account; nothing when it is gone. @throws when Discord cannot say */
export async function accountName(rest: REST, userId: Snowflake): Promise<string | undefined> {
  const user = await found<APIUser>(rest, Routes.user(userId));
  if (!user) return undefined;
  const shown = user.global_name ?? '';
  return shown === '' || shown === user.username ? user.username : `${user.username} (${shown})`;
}

const found = <Answer>(rest: REST, route: `/${string}`): Promise<Answer | undefined> =>
  rest.get(route).then(
    (answer) => answer as Answer,
    (fault: unknown) => {
      if (fault instanceof DiscordAPIError && fault.status === 404) return undefined;
      throw fault;
    },
  );
