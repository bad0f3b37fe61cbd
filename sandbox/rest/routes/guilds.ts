import { PermissionFlagsBits as P } from '../../discord-codes.ts';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { refuse } from '../../errors.ts';
import { check, text } from '../../validation/form.ts';
import { createChannel } from '../../world/channels.ts';
import { changeRole } from '../../world/members.ts';
import { canSee, requireGuild } from '../../world/permissions.ts';
import { wireChannel, wireGuild, wireMember, wireRole, wireThreadMember } from '../../world/wire.ts';
import { wholeNumber } from '../query.ts';
import { created, none, ok, route, type Route } from '../route.ts';

/** The bot's own profile in one guild. */
const picture = z.string().regex(/^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/]+={0,2}$/);

const ownMemberBody = z.strictObject({
  nick: text(0, 32).nullish(),
  avatar: picture.nullish(),
  banner: picture.nullish(),
  bio: text(0, 190).nullish(),
});

const pictureHash = (picture: string | null): string | null =>
  picture === null ? null : createHash('md5').update(picture).digest('hex');

export const guildRoutes: readonly Route[] = [
  route('GET', '/guilds/:guild', ({ world, part, query }) => {
    const guild = requireGuild(world, world.botId, part('guild'));
    const counts = { approximate_member_count: guild.members.size, approximate_presence_count: 1 };
    return ok({ ...wireGuild(guild), ...(query.get('with_counts') === 'true' ? counts : {}) });
  }),
  route('GET', '/guilds/:guild/channels', ({ world, part }) => {
    const guild = requireGuild(world, world.botId, part('guild'));
    const channels = world.channelsOf(guild.id).filter(({ thread }) => thread === null);
    return ok(channels.map((channel) => wireChannel(world, channel)));
  }),
  route('POST', '/guilds/:guild/channels', ({ world, part, body }) =>
    created(wireChannel(world, createChannel(world, world.botId, part('guild'), body))),
  ),
  route('GET', '/guilds/:guild/threads/active', ({ world, part }) => {
    const guild = requireGuild(world, world.botId, part('guild'));
    const threads = world
      .channelsOf(guild.id)
      .filter((channel) => channel.thread?.archived === false && canSee(world, channel, world.botId));
    const joined = threads.filter(({ thread }) => thread?.members.has(world.botId));
    return ok({
      threads: threads.map((channel) => wireChannel(world, channel)),
      members: joined.map((channel) => wireThreadMember(channel, world.botId)),
    });
  }),
  route('GET', '/guilds/:guild/roles', ({ world, part }) =>
    ok([...requireGuild(world, world.botId, part('guild')).roles.values()].map(wireRole)),
  ),
  route('GET', '/guilds/:guild/roles/:role', ({ world, part }) => {
    const role = requireGuild(world, world.botId, part('guild')).roles.get(part('role'));
    if (role === undefined) throw refuse(10011);
    return ok(wireRole(role));
  }),
  // Listing everybody takes the privileged intent GUILD_MEMBERS, which this application does not have.
  route('GET', '/guilds/:guild/members', ({ world, part }) => {
    requireGuild(world, world.botId, part('guild'));
    throw refuse(50001);
  }),
  route('GET', '/guilds/:guild/members/search', ({ world, part, query }) => {
    const guild = requireGuild(world, world.botId, part('guild'));
    const limit = wholeNumber(query, 'limit', 1, 1, 1000);
    const start = (query.get('query') ?? '').toLowerCase();
    const found = [...guild.members.values()].filter(({ userId, nick }) => {
      const user = world.user(userId);
      return [user.username, user.displayName, nick ?? ''].some((name) => name.toLowerCase().startsWith(start));
    });
    return ok(found.slice(0, limit).map((member) => wireMember(world, member)));
  }),
  route('GET', '/guilds/:guild/members/:user', ({ world, part }) => {
    const guild = requireGuild(world, world.botId, part('guild'));
    return ok(wireMember(world, world.member(guild, part('user'))));
  }),
  route('PATCH', '/guilds/:guild/members/@me', ({ world, part, body }) => {
    const given = check(ownMemberBody, body);
    const renames = given.nick !== undefined;
    const guild = requireGuild(world, world.botId, part('guild'), renames ? P.ChangeNickname : 0n);
    const member = world.member(guild, world.botId);
    if (renames) member.nick = given.nick === '' ? null : (given.nick ?? null);
    if (given.avatar !== undefined) member.avatar = pictureHash(given.avatar);
    if (given.banner !== undefined) member.banner = pictureHash(given.banner);
    world.emit({ kind: 'member-updated', guild, member });
    return ok({ ...wireMember(world, member), bio: given.bio ?? '' });
  }),
  route('PUT', '/guilds/:guild/members/:user/roles/:role', ({ world, part }) => {
    changeRole(world, part('guild'), part('user'), part('role'), true);
    return none;
  }),
  route('DELETE', '/guilds/:guild/members/:user/roles/:role', ({ world, part }) => {
    changeRole(world, part('guild'), part('user'), part('role'), false);
    return none;
  }),
];
