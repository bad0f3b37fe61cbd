import { MessageFlags } from '../../discord-codes.ts';
import type { Wire } from '../../json.ts';
import { answer, type Answered } from '../../world/interaction-answers.ts';
import {
  answerMessage,
  deleteAnswer,
  editAnswer,
  followUp,
  interactionByToken,
} from '../../world/interaction-webhook.ts';
import type { Interaction } from '../../world/interaction-desk.ts';
import { wireMessage } from '../../world/wire-message.ts';
import type { World } from '../../world/world.ts';
import { none, ok, route, type RestRequest, type Route } from '../route.ts';

/** Callbacks and the webhook behind an interaction. The token in the path is the right to call. */

const open = { needsToken: false };

function callbackResponse(world: World, { interaction, callbackType, message }: Answered): Wire {
  const shown = message !== null && [4, 5, 7].includes(callbackType) ? message : null;
  return {
    interaction: {
      id: interaction.id,
      type: interaction.type,
      channel_id: interaction.channelId,
      ...(interaction.guildId === null ? {} : { guild_id: interaction.guildId }),
      ...(message === null
        ? {}
        : {
            response_message_id: message.id,
            response_message_loading: (message.flags & MessageFlags.Loading) !== 0,
            response_message_ephemeral: message.onlyFor !== null,
          }),
    },
    ...(callbackType === 8 || callbackType === 6
      ? {}
      : { resource: { type: callbackType, ...(shown === null ? {} : { message: wireMessage(world, shown) }) } }),
  };
}

function caller({ world, part }: RestRequest): Interaction {
  return interactionByToken(world, part('application'), part('token'));
}

export const interactionRoutes: readonly Route[] = [
  route(
    'POST',
    '/interactions/:interaction/:token/callback',
    ({ world, part, query, body, files }) => {
      const answered = answer(world, part('interaction'), part('token'), body, files);
      return query.get('with_response') === 'true' ? ok(callbackResponse(world, answered)) : none;
    },
    open,
  ),
  route(
    'POST',
    '/webhooks/:application/:token',
    (request) => ok(wireMessage(request.world, followUp(request.world, caller(request), request.body, request.files))),
    open,
  ),
  route(
    'GET',
    '/webhooks/:application/:token/messages/:message',
    (request) => ok(wireMessage(request.world, answerMessage(request.world, caller(request), request.part('message')))),
    open,
  ),
  route(
    'PATCH',
    '/webhooks/:application/:token/messages/:message',
    (request) => {
      const { world, part, body, files } = request;
      return ok(wireMessage(world, editAnswer(world, caller(request), part('message'), body, files)));
    },
    open,
  ),
  route(
    'DELETE',
    '/webhooks/:application/:token/messages/:message',
    (request) => {
      deleteAnswer(request.world, caller(request), request.part('message'));
      return none;
    },
    open,
  ),
];
