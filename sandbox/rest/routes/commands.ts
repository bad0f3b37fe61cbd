import { invalidField, refuse } from '../../errors.ts';
import { isList } from '../../json.ts';
import type { Command } from '../../world/command-book.ts';
import { none, route, type RestReply, type RestRequest, type Route } from '../route.ts';

/** Registration of application commands, global and by guild. */

/** @throws ApiError 50001 for another application or a guild the bot is not in */
function scope({ world, part }: RestRequest, inGuild: boolean): string | null {
  if (part('application') !== world.application.id) throw refuse(50001);
  if (!inGuild) return null;
  const guild = world.guilds.get(part('guild'));
  if (guild === undefined || guild.botState === 'left') throw refuse(50001);
  return guild.id;
}

function show({ world }: RestRequest, command: Command, status = 200): RestReply {
  return { status, body: world.commands.wire(command, true) };
}

function routesUnder(base: string, inGuild: boolean): readonly Route[] {
  return [
    route('GET', base, (request) => {
      const full = request.query.get('with_localizations') === 'true';
      const commands = request.world.commands.in(scope(request, inGuild));
      return { status: 200, body: commands.map((command) => request.world.commands.wire(command, full)) };
    }),
    route('POST', base, (request) => {
      const { command, isNew } = request.world.commands.create(scope(request, inGuild), request.body);
      request.world.emit({ kind: 'commands-changed' });
      return show(request, command, isNew ? 201 : 200);
    }),
    route('PUT', base, (request) => {
      const guildId = scope(request, inGuild);
      if (!isList(request.body))
        throw invalidField([], 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType.');
      const commands = request.world.commands.replace(guildId, request.body);
      request.world.emit({ kind: 'commands-changed' });
      return { status: 200, body: commands.map((command) => request.world.commands.wire(command, true)) };
    }),
    route('GET', `${base}/:command`, (request) =>
      show(request, request.world.commands.get(scope(request, inGuild), request.part('command'))),
    ),
    route('PATCH', `${base}/:command`, (request) => {
      const command = request.world.commands.edit(scope(request, inGuild), request.part('command'), request.body);
      request.world.emit({ kind: 'commands-changed' });
      return show(request, command);
    }),
    route('DELETE', `${base}/:command`, (request) => {
      request.world.commands.delete(scope(request, inGuild), request.part('command'));
      request.world.emit({ kind: 'commands-changed' });
      return none;
    }),
  ];
}

export const commandRoutes: readonly Route[] = [
  ...routesUnder('/applications/:application/commands', false),
  ...routesUnder('/applications/:application/guilds/:guild/commands', true),
  route('GET', '/applications/:application/guilds/:guild/commands/permissions', (request) => {
    scope(request, true);
    return { status: 200, body: [] };
  }),
];
