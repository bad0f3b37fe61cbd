import { PermissionFlagsBits as P } from '../../discord-codes.ts';
import { z } from 'zod';
import { invalidField, refuse } from '../../errors.ts';
import { check, list, snowflake } from '../../validation/form.ts';
import { bulkDeleteAsBot, deleteAsBot, editAsBot, messageIn, sendAsBot } from '../../world/bot-messages.ts';
import type { Message } from '../../world/model.ts';
import { channelPermissions, has, requireChannel } from '../../world/permissions.ts';
import { changePin, react, unreact } from '../../world/marks.ts';
import { wireMessage, wireNewMessage } from '../../world/wire-message.ts';
import { wholeNumber } from '../query.ts';
import { none, ok, route, type RestRequest, type Route } from '../route.ts';

/** Messages newest first, whichever of `before`, `after` and `around` is given. */
function history({ world, part, query }: RestRequest): readonly Message[] {
  const channel = requireChannel(world, world.botId, part('channel'));
  const limit = wholeNumber(query, 'limit', 50, 1, 100);
  const anchors = ['before', 'after', 'around'].filter((key) => query.has(key));
  if (anchors.length > 1) {
    throw invalidField(anchors.slice(1), 'BASE_TYPE_EXCLUSIVE', 'before, after and around exclude each other');
  }
  if (!has(channelPermissions(world, channel, world.botId), P.ReadMessageHistory)) return [];
  const after = query.get('after');
  if (after !== null) return channel.log.after(check(snowflake, after, ['after']), limit);
  const around = query.get('around');
  if (around !== null) return channel.log.around(check(snowflake, around, ['around']), limit);
  const before = query.get('before');
  return channel.log.before(before === null ? null : check(snowflake, before, ['before']), limit);
}

function one({ world, part }: RestRequest): Message {
  const channel = requireChannel(world, world.botId, part('channel'), P.ReadMessageHistory);
  return messageIn(channel, part('message'));
}

function pins({ world, part }: RestRequest): readonly Message[] {
  const channel = requireChannel(world, world.botId, part('channel'));
  return channel.log.pinned().toReversed();
}

const pinRoutes = (path: string): readonly Route[] =>
  [true, false].map((pinned) =>
    route(pinned ? 'PUT' : 'DELETE', path, ({ world, part }) => {
      changePin(world, part('channel'), part('message'), pinned);
      return none;
    }),
  );

export const messageRoutes: readonly Route[] = [
  route('GET', '/channels/:channel/messages', (request) =>
    ok(history(request).map((message) => wireMessage(request.world, message, request.world.mayRead(message)))),
  ),
  route('POST', '/channels/:channel/messages', ({ world, part, body, files }) =>
    ok(wireNewMessage(world, sendAsBot(world, part('channel'), body, files))),
  ),
  route('POST', '/channels/:channel/messages/bulk-delete', ({ world, part, body }) => {
    const { messages } = check(z.strictObject({ messages: list(snowflake, 2, 100) }), body);
    bulkDeleteAsBot(world, part('channel'), messages);
    return none;
  }),
  route('GET', '/channels/:channel/messages/pins', (request) =>
    ok({
      items: pins(request).map((message) => ({
        pinned_at: new Date(message.pinnedAt ?? 0).toISOString(),
        message: wireMessage(request.world, message),
      })),
      has_more: false,
    }),
  ),
  route('GET', '/channels/:channel/pins', (request) =>
    ok(pins(request).map((message) => wireMessage(request.world, message))),
  ),
  ...pinRoutes('/channels/:channel/messages/pins/:message'),
  ...pinRoutes('/channels/:channel/pins/:message'),
  route('GET', '/channels/:channel/messages/:message', (request) => {
    const message = one(request);
    return ok(wireMessage(request.world, message, request.world.mayRead(message)));
  }),
  route('PATCH', '/channels/:channel/messages/:message', ({ world, part, body, files }) =>
    ok(wireMessage(world, editAsBot(world, part('channel'), part('message'), body, files))),
  ),
  route('DELETE', '/channels/:channel/messages/:message', ({ world, part }) => {
    deleteAsBot(world, part('channel'), part('message'));
    return none;
  }),
  route('PUT', '/channels/:channel/messages/:message/reactions/:emoji/@me', ({ world, part }) => {
    react(world, world.botId, part('channel'), part('message'), part('emoji'));
    return none;
  }),
  route('DELETE', '/channels/:channel/messages/:message/reactions/:emoji/@me', ({ world, part }) => {
    unreact(world, world.botId, part('channel'), part('message'), part('emoji'));
    return none;
  }),
  route('GET', '/channels/:channel/messages/:message/reactions/:emoji', (request) => {
    const message = one(request);
    const users = message.reactions.get(request.part('emoji'));
    if (users === undefined) throw refuse(10014);
    return ok(
      [...users].map((id) => ({ id, username: request.world.user(id).username, discriminator: '0', avatar: null })),
    );
  }),
];
