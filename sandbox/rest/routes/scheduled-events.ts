import { PermissionFlagsBits as P } from '../../discord-codes.ts';
import { z } from 'zod';
import { invalidField, refuse } from '../../errors.ts';
import { isObject, textOf, withoutNulls, type JsonObject, type Wire } from '../../json.ts';
import { check, integer, REQUIRED, snowflake, text } from '../../validation/form.ts';
import type { Guild, ScheduledEvent } from '../../world/model.ts';
import { guildPermissions, has, requireGuild } from '../../world/permissions.ts';
import type { World } from '../../world/world.ts';
import { none, ok, route, type RestRequest, type Route } from '../route.ts';

/** Events in a guild's calendar; only those at a place of their own (`EXTERNAL`). */

const time = z.iso.datetime({ offset: true });
const keys = {
  name: text(1, 100),
  description: text(0, 1000).nullish(),
  privacy_level: z.literal(2),
  scheduled_start_time: time,
  scheduled_end_time: time.nullish(),
  entity_type: z.literal([1, 2, 3]),
  entity_metadata: z.strictObject({ location: text(1, 100).nullish() }).nullish(),
  channel_id: snowflake.nullish(),
  image: z.string().nullish(),
  recurrence_rule: z.unknown().optional(),
};
const createBody = z.strictObject(keys).superRefine((given, context) => {
  if (given.entity_type !== 3) return;
  if (!given.scheduled_end_time) context.addIssue({ ...REQUIRED, path: ['scheduled_end_time'] });
  if (!given.entity_metadata?.location) context.addIssue({ ...REQUIRED, path: ['entity_metadata', 'location'] });
});
const editBody = z.strictObject({ ...keys, status: integer(1, 4) }).partial();

function wire(world: World, guild: Guild, { id, body, creatorId }: ScheduledEvent): Wire {
  return {
    id,
    guild_id: guild.id,
    creator_id: creatorId,
    channel_id: null,
    scheduled_end_time: null,
    description: null,
    status: 1,
    entity_id: null,
    entity_metadata: null,
    image: null,
    recurrence_rule: null,
    user_count: 0,
    creator: {
      id: creatorId,
      username: world.user(creatorId).username,
      discriminator: '0',
      avatar: null,
      global_name: null,
    },
    ...body,
  };
}

function checkTimes(world: World, body: JsonObject): void {
  const start = Date.parse(textOf(body, 'scheduled_start_time') ?? '');
  if (start < world.clock.now()) {
    throw invalidField(
      ['scheduled_start_time'],
      'GUILD_SCHEDULED_EVENT_SCHEDULE_PAST',
      'Cannot schedule event in the past.',
    );
  }
  const end = body['scheduled_end_time'];
  if (typeof end === 'string' && Date.parse(end) <= start) {
    throw invalidField(
      ['scheduled_end_time'],
      'GUILD_SCHEDULED_EVENT_END_BEFORE_START',
      'The end must be after the start.',
    );
  }
}

function find({ world, part }: RestRequest): { readonly guild: Guild; readonly event: ScheduledEvent } {
  const guild = requireGuild(world, world.botId, part('guild'));
  const event = guild.events.get(part('event'));
  if (event === undefined) throw refuse(10070);
  return { guild, event };
}

/** An app changes its own events with CREATE_EVENTS, those of others with MANAGE_EVENTS. */
function checkMayChange(world: World, guild: Guild, event: ScheduledEvent): void {
  const granted = guildPermissions(guild, world.botId);
  const own = event.creatorId === world.botId && has(granted, P.CreateEvents);
  if (!own && !has(granted, P.ManageEvents)) throw refuse(50013);
}

export const scheduledEventRoutes: readonly Route[] = [
  route('GET', '/guilds/:guild/scheduled-events', ({ world, part }) => {
    const guild = requireGuild(world, world.botId, part('guild'));
    return ok([...guild.events.values()].map((event) => wire(world, guild, event)));
  }),
  route('POST', '/guilds/:guild/scheduled-events', ({ world, part, body }) => {
    const guild = requireGuild(world, world.botId, part('guild'));
    const granted = guildPermissions(guild, world.botId);
    if (!has(granted, P.CreateEvents) && !has(granted, P.ManageEvents)) throw refuse(50013);
    check(createBody, body);
    const kept = withoutNulls(isObject(body) ? body : {});
    checkTimes(world, kept);
    const event = { id: world.mint.next(), body: kept, creatorId: world.botId };
    guild.events.set(event.id, event);
    const shown = wire(world, guild, event);
    world.emit({ kind: 'scheduled-event', act: 'CREATE', guild, event: shown });
    return ok(shown);
  }),
  route('GET', '/guilds/:guild/scheduled-events/:event', (request) => {
    const { guild, event } = find(request);
    return ok(wire(request.world, guild, event));
  }),
  route('PATCH', '/guilds/:guild/scheduled-events/:event', (request) => {
    const { world, body } = request;
    const { guild, event } = find(request);
    checkMayChange(world, guild, event);
    check(editBody, body);
    const changed = { ...event, body: { ...event.body, ...withoutNulls(isObject(body) ? body : {}) } };
    guild.events.set(event.id, changed);
    const shown = wire(world, guild, changed);
    world.emit({ kind: 'scheduled-event', act: 'UPDATE', guild, event: shown });
    return ok(shown);
  }),
  route('DELETE', '/guilds/:guild/scheduled-events/:event', (request) => {
    const { guild, event } = find(request);
    checkMayChange(request.world, guild, event);
    guild.events.delete(event.id);
    request.world.emit({ kind: 'scheduled-event', act: 'DELETE', guild, event: wire(request.world, guild, event) });
    return none;
  }),
];
