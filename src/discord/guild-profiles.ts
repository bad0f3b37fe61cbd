import type { REST } from '@discordjs/rest';
import { Routes } from 'discord-api-types/v10';
import type { APIGuildMember } from 'discord-api-types/v10';
import type { Snowflake } from '../core/ids.ts';
import type { GuildProfiles } from '../ports.ts';
import { refusalOf } from './refusal.ts';

/** The bot's nickname, picture, banner and bio in each guild. Source: Discord, «Modify Current Member». */
export function createGuildProfiles(rest: REST, botId: Snowflake): GuildProfiles {
  /** Nothing when Discord refuses for good. */
  const unlessRefused = async <Answer>(asked: Promise<Answer>): Promise<Answer | undefined> => {
    try {
      return await asked;
    } catch (fault) {
      if (refusalOf(fault).kind === 'undeliverable') return undefined;
      throw fault;
    }
  };
  return {
    async shown(guildId) {
      const member = (await unlessRefused(rest.get(Routes.guildMember(guildId, botId)))) as APIGuildMember | undefined;
      if (!member) return undefined;
      const { nick, avatar, user } = member;
      return { name: nick ?? user.global_name ?? user.username, hasOwnAvatar: (avatar ?? user.avatar) != null };
    },
    async apply(guildId, { name, bio, avatar, banner }) {
      const body = { nick: name, bio, ...(avatar ? { avatar } : {}), ...(banner ? { banner } : {}) };
      const done = await unlessRefused(rest.patch(`${Routes.guildMembers(guildId)}/@me`, { body }));
      return done === undefined ? 'refused' : 'applied';
    },
  };
}
