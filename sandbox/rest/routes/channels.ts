import { PermissionFlagsBits as P } from '../../discord-codes.ts';
import { refuse } from '../../errors.ts';
import { checkMaySend } from '../../world/bot-messages.ts';
import { deleteChannel, dropOverwrite, editChannel, setOverwriteByRest } from '../../world/channels.ts';
import { canSee, requireChannel } from '../../world/permissions.ts';
import {
  addThreadMember,
  removeThreadMember,
  requireThread,
  startThread,
  threadFromMessage,
} from '../../world/threads.ts';
import { wireChannel, wireThreadMember } from '../../world/wire.ts';
import { wireNewMessage } from '../../world/wire-message.ts';
import type { World } from '../../world/world.ts';
import { wholeNumber } from '../query.ts';
import { created, none, ok, route, type RestRequest, type Route } from '../route.ts';

const PUBLIC: readonly number[] = [10, 11];
const PRIVATE: readonly number[] = [12];

function archived({ world, part, query }: RestRequest, types: readonly number[], rights: bigint, joinedOnly: boolean) {
  const parent = requireChannel(world, world.botId, part('channel'), P.ReadMessageHistory | rights);
  const limit = wholeNumber(query, 'limit', 50, 2, 100);
  const all = [...world.channels.values()].filter(
    (channel) =>
      channel.parentId === parent.id &&
      channel.thread?.archived === true &&
      types.includes(channel.type) &&
      canSee(world, channel, world.botId) &&
      (!joinedOnly || channel.thread.members.has(world.botId)),
  );
  const newestFirst = all.toSorted((a, b) => (b.thread?.archivedAt ?? 0) - (a.thread?.archivedAt ?? 0));
  const threads = newestFirst.slice(0, limit);
  return ok({
    threads: threads.map((channel) => wireChannel(world, channel)),
    members: threads
      .filter(({ thread }) => thread?.members.has(world.botId))
      .map((channel) => wireThreadMember(channel, world.botId)),
    has_more: newestFirst.length > limit,
  });
}

const memberId = (world: World, user: string): string => (user === '@me' ? world.botId : user);

export const channelRoutes: readonly Route[] = [
  route('GET', '/channels/:channel', ({ world, part }) =>
    ok(wireChannel(world, requireChannel(world, world.botId, part('channel')))),
  ),
  route('PATCH', '/channels/:channel', ({ world, part, body }) =>
    ok(wireChannel(world, editChannel(world, world.botId, part('channel'), body))),
  ),
  route('DELETE', '/channels/:channel', ({ world, part }) =>
    ok(wireChannel(world, deleteChannel(world, world.botId, part('channel')))),
  ),
  route('PUT', '/channels/:channel/permissions/:target', ({ world, part, body }) => {
    setOverwriteByRest(world, world.botId, part('channel'), part('target'), body);
    return none;
  }),
  route('DELETE', '/channels/:channel/permissions/:target', ({ world, part }) => {
    dropOverwrite(world, requireChannel(world, world.botId, part('channel'), P.ManageRoles), part('target'));
    return none;
  }),
  route('POST', '/channels/:channel/typing', ({ world, part }) => {
    const channel = checkMaySend(world, world.botId, part('channel'));
    world.emit({ kind: 'typing', channel, userId: world.botId });
    return none;
  }),
  route('POST', '/channels/:channel/messages/:message/threads', ({ world, part, body }) =>
    created(wireChannel(world, threadFromMessage(world, world.botId, part('channel'), part('message'), body))),
  ),
  route('POST', '/channels/:channel/threads', ({ world, part, body, files }) => {
    const { thread, first } = startThread(world, world.botId, part('channel'), body, files);
    const shown = wireChannel(world, thread);
    return created(first === null ? shown : { ...shown, message: wireNewMessage(world, first) });
  }),
  route('GET', '/channels/:channel/threads/archived/public', (request) => archived(request, PUBLIC, 0n, false)),
  route('GET', '/channels/:channel/threads/archived/private', (request) =>
    archived(request, PRIVATE, P.ManageThreads, false),
  ),
  route('GET', '/channels/:channel/users/@me/threads/archived/private', (request) =>
    archived(request, PRIVATE, 0n, true),
  ),
  // Listing a thread's members takes the privileged intent GUILD_MEMBERS.
  route('GET', '/channels/:channel/thread-members', ({ world, part }) => {
    requireThread(world, world.botId, part('channel'));
    throw refuse(50001);
  }),
  route('GET', '/channels/:channel/thread-members/:user', ({ world, part }) => {
    const { channel, thread } = requireThread(world, world.botId, part('channel'));
    const user = memberId(world, part('user'));
    if (!thread.members.has(user)) throw refuse(10007);
    return ok(wireThreadMember(channel, user));
  }),
  route('PUT', '/channels/:channel/thread-members/:user', ({ world, part }) => {
    addThreadMember(world, world.botId, part('channel'), memberId(world, part('user')));
    return none;
  }),
  route('DELETE', '/channels/:channel/thread-members/:user', ({ world, part }) => {
    removeThreadMember(world, world.botId, part('channel'), memberId(world, part('user')));
    return none;
  }),
];
