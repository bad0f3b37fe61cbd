import { PermissionFlagsBits as P } from '../discord-codes.ts';
import type { AllowedMentions } from '../validation/message.ts';
import type { Channel } from './model.ts';
import { canSee, channelPermissions, has } from './permissions.ts';
import type { World } from './world.ts';

export interface Mentions {
  readonly mentionUserIds: readonly string[];
  readonly mentionRoleIds: readonly string[];
  readonly mentionsEveryone: boolean;
}

const idsIn = (text: string, pattern: RegExp): readonly string[] => [
  ...new Set([...text.matchAll(pattern)].flatMap((match) => match[1] ?? [])),
];

/**
 * Who is really notified by a text: what stands in it, narrowed by `allowed_mentions` and by the writer's rights.
 * Without `allowed_mentions` everything in the text counts. Source: Discord API docs, "Allowed Mentions Object".
 */
export function resolveMentions(
  world: World,
  channel: Channel,
  authorId: string,
  text: string,
  allowed: AllowedMentions | null | undefined,
): Mentions {
  if (!text.includes('<@') && !text.includes('@everyone') && !text.includes('@here')) {
    return { mentionUserIds: [], mentionRoleIds: [], mentionsEveryone: false };
  }
  const parse =
    allowed === null || allowed === undefined ? (['roles', 'users', 'everyone'] as const) : (allowed.parse ?? []);
  const mayPingAll = has(channelPermissions(world, channel, authorId), P.MentionEveryone);
  const guild = world.guildOf(channel);
  const users = idsIn(text, /<@!?(\d{15,20})>/gu).filter(
    (id) => world.users.has(id) && (parse.includes('users') || (allowed?.users?.includes(id) ?? false)),
  );
  const roles = idsIn(text, /<@&(\d{15,20})>/gu).filter((id) => {
    const role = guild?.roles.get(id);
    const named = parse.includes('roles') || (allowed?.roles?.includes(id) ?? false);
    return role !== undefined && named && (role.mentionable || mayPingAll);
  });
  const everyone = /@(?:everyone|here)/u.test(text) && parse.includes('everyone') && mayPingAll && guild !== null;
  return { mentionUserIds: users, mentionRoleIds: roles, mentionsEveryone: everyone };
}

/** Above this size a mentioned role does not bring its members into a thread. */
const MOST_JOINED_BY_ROLE = 100;

/** People whom a mention brings into a thread: those who can see its parent and are not in it. */
export function joinedByMention(world: World, channel: Channel, mentions: Mentions): readonly string[] {
  const thread = channel.thread;
  const guild = world.guildOf(channel);
  const parent = channel.parentId === null ? undefined : world.channels.get(channel.parentId);
  if (thread === null || guild === null || parent === undefined) return [];
  const byRole = mentions.mentionRoleIds.flatMap((roleId) => {
    const holders = [...guild.members.values()].filter((member) => member.roleIds.has(roleId));
    return holders.length > MOST_JOINED_BY_ROLE ? [] : holders.map(({ userId }) => userId);
  });
  return [...new Set([...mentions.mentionUserIds, ...byRole])].filter(
    (id) => !thread.members.has(id) && guild.members.has(id) && canSee(world, parent, id),
  );
}
