import { route, type Route } from '../rest/route.ts';
import { wholeNumber } from '../rest/query.ts';
import { autocomplete, commandsFor, runCommand, runContextCommand } from '../world/command-run.ts';
import { pressComponent } from '../world/component-press.ts';
import { submitForm } from '../world/form-submit.ts';
import type { Interaction, Receipt } from '../world/interaction-desk.ts';
import { channelFor } from '../world/interaction-start.ts';
import * as bodies from './bodies.ts';
import { parse, type ControlHandle, type ControlRequest } from './control-route.ts';
import { messageView, receiptView } from './message-view.ts';
import { deleteAsUser, dmWithBot, editAsUser, readAsUser, sendAsUser } from './user-messages.ts';
import { channelView, commandView, userCard, userView } from './views.ts';

/** Acts of one person, with that person's rights. */

type Started = Promise<{ readonly interaction: Interaction; readonly receipt: Receipt }>;

/** The person in the path. @throws ApiError 404 when there is none */
function actor({ world, part }: ControlRequest): string {
  return world.user(part('user')).id;
}

function interaction(path: string, start: (request: ControlRequest, userId: string) => Started): Route<ControlHandle> {
  return route<ControlHandle>('POST', `/sandbox/users/:user/interactions/${path}`, async (request) => {
    const started = await start(request, actor(request));
    return receiptView(request.world, started.interaction.id, started.receipt);
  });
}

export const userRoutes: readonly Route<ControlHandle>[] = [
  route('GET', '/sandbox/users/:user/view', (request) => userView(request.world, actor(request))),
  route('PATCH', '/sandbox/users/:user', (request) => {
    const user = Object.assign(request.world.user(actor(request)), parse(bodies.userSettings, request));
    request.world.emit({ kind: 'user-updated', userId: user.id });
    return userCard(user);
  }),
  route('GET', '/sandbox/users/:user/commands', (request) => {
    const { world, query } = request;
    const user = world.user(actor(request));
    const channel = channelFor(world, user.id, query.get('channel') ?? '');
    return commandsFor(world, user.id, channel).map((command) => commandView(command, user.locale));
  }),
  route('GET', '/sandbox/users/:user/channels/:channel/messages', (request) => {
    const { world, query, part } = request;
    const limit = wholeNumber(query, 'limit', 50, 1, 1000);
    const messages = readAsUser(world, actor(request), part('channel'), limit, query.get('before'));
    return messages.map((message) => messageView(world, message));
  }),
  route('POST', '/sandbox/users/:user/channels/:channel/messages', (request) => {
    const message = sendAsUser(
      request.world,
      actor(request),
      request.part('channel'),
      parse(bodies.sendMessage, request),
    );
    return messageView(request.world, message);
  }),
  route('PATCH', '/sandbox/users/:user/channels/:channel/messages/:message', (request) => {
    const { content } = parse(bodies.editMessage, request);
    return messageView(
      request.world,
      editAsUser(request.world, actor(request), request.part('channel'), request.part('message'), content),
    );
  }),
  route('DELETE', '/sandbox/users/:user/channels/:channel/messages/:message', (request) => {
    deleteAsUser(request.world, actor(request), request.part('channel'), request.part('message'));
  }),
  route('POST', '/sandbox/users/:user/dm', (request) => {
    const userId = actor(request);
    return channelView(request.world, dmWithBot(request.world, userId), userId);
  }),
  route('POST', '/sandbox/users/:user/dm/messages', (request) => {
    const userId = actor(request);
    const channel = dmWithBot(request.world, userId);
    return messageView(
      request.world,
      sendAsUser(request.world, userId, channel.id, parse(bodies.sendMessage, request)),
    );
  }),
  interaction('component', (request, userId) =>
    pressComponent(request.world, userId, parse(bodies.pressComponent, request)),
  ),
  interaction('command', (request, userId) => runCommand(request.world, userId, parse(bodies.runCommand, request))),
  interaction('autocomplete', (request, userId) =>
    autocomplete(request.world, userId, parse(bodies.autocomplete, request)),
  ),
  interaction('context', (request, userId) =>
    runContextCommand(request.world, userId, parse(bodies.runContextCommand, request)),
  ),
  interaction('modal', (request, userId) => submitForm(request.world, userId, parse(bodies.submitModal, request))),
];
