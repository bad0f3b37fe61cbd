/** @import { APISelectMenuComponent } from 'discord-api-types/v10' */
/** @import { UserGuildView, UserView } from '../../control-api.ts' */

/** @typedef {{ value: string, label: string, description: string, isDefault: boolean }} Choice */

/**
 * What a select offers: its own options, or the people, roles and channels the person can see.
 * @param {APISelectMenuComponent} select
 * @param {UserView | null} view
 * @param {string | null} guildId
 * @returns {Choice[]}
 */
export function choicesOf(select, view, guildId) {
  if (select.type === 3) {
    return select.options.map(({ value, label, description, default: isDefault }) => ({
      value,
      label,
      description: description ?? '',
      isDefault: isDefault === true,
    }));
  }
  const guild = view?.guilds.find(({ id }) => id === guildId);
  const defaults = new Set((select.default_values ?? []).map(({ id }) => id));
  return offered(select, guild).map(({ id, label }) => ({
    value: id,
    label,
    description: '',
    isDefault: defaults.has(id),
  }));
}

/**
 * @param {APISelectMenuComponent} select any kind but the one with its own options
 * @param {UserGuildView | undefined} guild
 * @returns {{ id: string, label: string }[]}
 */
function offered(select, guild) {
  if (!guild) return [];
  const users = guild.members.map(({ id, displayName }) => ({ id, label: displayName }));
  const roles = guild.roles.map(({ id, name }) => ({ id, label: `@${name.replace(/^@/u, '')}` }));
  if (select.type === 5) return users;
  if (select.type === 6) return roles;
  if (select.type === 7) return [...users, ...roles];
  const wanted = (select.type === 8 && select.channel_types) || [];
  return guild.channels
    .filter(({ type }) => wanted.length === 0 || wanted.some((one) => Number(one) === type))
    .map(({ id, name }) => ({ id, label: `#${name}` }));
}
