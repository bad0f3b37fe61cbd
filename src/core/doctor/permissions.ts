import type { Snowflake } from '../ids.ts';

/** A role as Discord gives it; bits as a bigint. */
export interface RoleFacts {
  readonly id: string;
  readonly permissions: bigint;
  /** The role of an app, which cannot be given to a person. */
  readonly managed: boolean;
}

export interface OverwriteFacts {
  /** Of a role or a member. */
  readonly id: string;
  readonly allow: bigint;
  readonly deny: bigint;
}

/** Source: Discord, «Permissions», bitwise permission flags. */
export const permissionBits = {
  administrator: 1n << 3n,
  view: 1n << 10n,
  send: 1n << 11n,
  readHistory: 1n << 16n,
  manageThreads: 1n << 34n,
  createPublicThreads: 1n << 35n,
  sendInThreads: 1n << 38n,
  createEvents: 1n << 44n,
} as const;
const everything = (1n << 64n) - 1n;

/**
 * What somebody with these roles may do in a channel: the guild's grants, then the overwrites of @everyone, of the roles
 * together, and of the member. Source: Discord, «Permissions», permission overwrites.
 */
export function permissionsIn(
  guildId: Snowflake,
  roles: readonly RoleFacts[],
  overwrites: readonly OverwriteFacts[],
  member: { readonly id?: string; readonly roleIds: readonly string[] },
): bigint {
  const held = roles.filter(({ id }) => id === guildId || member.roleIds.includes(id));
  const base = held.reduce((sum, { permissions }) => sum | permissions, 0n);
  if ((base & permissionBits.administrator) !== 0n) return everything;

  const apply = (granted: bigint, given: readonly OverwriteFacts[]): bigint => {
    const deny = given.reduce((sum, one) => sum | one.deny, 0n);
    const allow = given.reduce((sum, one) => sum | one.allow, 0n);
    return (granted & ~deny) | allow;
  };
  const of = (matches: (id: string) => boolean) => overwrites.filter(({ id }) => matches(id));
  const asEveryone = apply(
    base,
    of((id) => id === guildId),
  );
  const asRoles = apply(
    asEveryone,
    of((id) => id !== guildId && member.roleIds.includes(id)),
  );
  return apply(
    asRoles,
    of((id) => id === member.id),
  );
}

export const holds = (granted: bigint, bits: bigint): boolean => (granted & bits) === bits;
