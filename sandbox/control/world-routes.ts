import { refuse } from '../errors.ts';
import { route, type Route } from '../rest/route.ts';
import { dropOverwrite, setOverwrite } from '../world/channels.ts';
import { deleteAnyChannel, removeMember, setBotState, setMember } from '../world/members.ts';
import * as bodies from './bodies.ts';
import { parse, type ControlHandle } from './control-route.ts';
import { worldView } from './views.ts';

/** Changes to the world that nobody in it has to be allowed to make. */

export const worldRoutes: readonly Route<ControlHandle>[] = [
  route('GET', '/sandbox/world', ({ world }) => worldView(world)),
  route('PUT', '/sandbox/guilds/:guild/members/:user', (request) => {
    const { world, part } = request;
    setMember(world, world.guild(part('guild')), part('user'), parse(bodies.memberSettings, request).roleIds);
  }),
  route('DELETE', '/sandbox/guilds/:guild/members/:user', ({ world, part }) => {
    removeMember(world, world.guild(part('guild')), part('user'));
  }),
  route('POST', '/sandbox/guilds/:guild/bot', (request) => {
    const { world, part } = request;
    setBotState(world, world.guild(part('guild')), parse(bodies.botMembership, request).state);
  }),
  route('DELETE', '/sandbox/channels/:channel', ({ world, part }) => {
    deleteAnyChannel(world, part('channel'));
  }),
  route('PUT', '/sandbox/channels/:channel/permissions/:target', (request) => {
    const { world, part } = request;
    const channel = world.channel(part('channel'));
    const guild = world.guildOf(channel);
    if (guild === null) throw refuse(50003);
    const { type, allow, deny } = parse(bodies.overwriteSettings, request);
    setOverwrite(world, guild, channel, { id: part('target'), type, allow: BigInt(allow), deny: BigInt(deny) });
  }),
  route('DELETE', '/sandbox/channels/:channel/permissions/:target', ({ world, part }) => {
    dropOverwrite(world, world.channel(part('channel')), part('target'));
  }),
  route('PATCH', '/sandbox/channels/:channel/thread', (request) => {
    const { world, part } = request;
    const channel = world.channel(part('channel'));
    if (channel.thread === null) throw refuse(50024);
    Object.assign(channel.thread, parse(bodies.threadSettings, request), { archivedAt: world.clock.now() });
    world.emit({ kind: 'thread-updated', channel });
  }),
];
