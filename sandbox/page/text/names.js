import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** @import { UserView, WorldView } from '../../control-api.ts' */

/**
 * What ids are called, as one person sees them, and what the sandbox's clock shows.
 * @typedef {{
 *   readonly user: (id: string) => string | null,
 *   readonly role: (id: string) => string | null,
 *   readonly channel: (id: string) => string | null,
 *   readonly nowMs: () => number,
 * }} Names
 */

/** @type {Names} */
const nobody = { user: () => null, role: () => null, channel: () => null, nowMs: () => 0 };

export const NamesContext = createContext(nobody);

export const useNames = () => useContext(NamesContext);

/**
 * @param {WorldView | null} world
 * @param {UserView | null} view
 * @param {() => number} nowMs the sandbox's time, epoch milliseconds
 * @returns {Names}
 */
export function makeNames(world, view, nowMs) {
  const users = new Map((world?.users ?? []).map((user) => [user.id, user.displayName]));
  if (world) users.set(world.bot.id, world.bot.displayName);
  const guilds = view?.guilds ?? [];
  const roles = new Map(guilds.flatMap((guild) => guild.roles.map((role) => [role.id, role.name])));
  const channels = new Map(guilds.flatMap((guild) => guild.channels.map((channel) => [channel.id, channel.name])));
  return {
    user: (id) => users.get(id) ?? null,
    role: (id) => roles.get(id) ?? null,
    channel: (id) => channels.get(id) ?? null,
    nowMs,
  };
}
