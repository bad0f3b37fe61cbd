import { z } from 'zod';
import { refuse } from '../../errors.ts';
import type { Wire } from '../../json.ts';
import { check, snowflake, text } from '../../validation/form.ts';
import { openDm } from '../../world/dms.ts';
import { botLeaves } from '../../world/members.ts';
import { wireChannel, wireGuildCard, wireUser } from '../../world/wire.ts';
import type { World } from '../../world/world.ts';
import { none, ok, route, type Route } from '../route.ts';

const IDENTIFIES_A_DAY = 1_000;

const profileBody = z.strictObject({
  username: text(2, 32).nullish(),
  avatar: z.string().nullish(),
  banner: z.string().nullish(),
});

const applicationBody = z.strictObject({
  description: text(0, 400).nullish(),
  tags: z.array(text(1, 20)).max(5).nullish(),
  icon: z.string().nullish(),
  cover_image: z.string().nullish(),
  flags: z.number().int().nullish(),
  interactions_endpoint_url: z.null().optional(),
});

function application(world: World): Wire {
  const { id, name, publicKey } = world.application;
  return {
    id,
    name,
    icon: null,
    description: '',
    summary: '',
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: publicKey,
    flags: 0,
    owner: { ...wireUser(world.bot()), bot: false },
    team: null,
    bot: wireUser(world.bot()),
    approximate_guild_count: world.guilds.size,
    integration_types_config: { '0': {}, '1': {} },
    redirect_uris: [],
    tags: [],
  };
}

export const userRoutes: readonly Route[] = [
  route('GET', '/gateway', ({ addresses }) => ok({ url: addresses.gateway }), { needsToken: false }),
  route('GET', '/gateway/bot', ({ world, addresses }) =>
    ok({
      url: addresses.gateway,
      shards: 1,
      session_start_limit: {
        total: IDENTIFIES_A_DAY,
        remaining: Math.max(0, IDENTIFIES_A_DAY - world.oracle.identifies),
        reset_after: 86_400_000,
        max_concurrency: 1,
      },
    }),
  ),
  route('GET', '/users/@me', ({ world }) =>
    ok({ ...wireUser(world.bot()), mfa_enabled: true, verified: true, email: null, locale: 'en-US' }),
  ),
  route('PATCH', '/users/@me', ({ world, body }) => {
    const given = check(profileBody, body);
    const bot = world.bot();
    bot.username = given.username ?? bot.username;
    bot.displayName = given.username ?? bot.displayName;
    if (given.avatar !== undefined) bot.avatar = given.avatar === null ? null : 'a'.repeat(32);
    world.emit({ kind: 'bot-user-updated' });
    return ok(wireUser(bot));
  }),
  route('GET', '/users/@me/guilds', ({ world }) =>
    ok(
      [...world.guilds.values()]
        .filter(({ botState }) => botState !== 'left')
        .map((guild) => wireGuildCard(world, guild)),
    ),
  ),
  route('DELETE', '/users/@me/guilds/:guild', ({ world, part }) => {
    const guild = world.guild(part('guild'));
    if (guild.botState === 'left') throw refuse(10004);
    botLeaves(world, guild);
    return none;
  }),
  route('POST', '/users/@me/channels', ({ world, body }) => {
    const { recipient_id: id } = check(z.strictObject({ recipient_id: snowflake }), body);
    return ok(wireChannel(world, openDm(world, id)));
  }),
  route('GET', '/users/:user', ({ world, part }) => ok(wireUser(world.user(part('user'))))),
  route('GET', '/applications/@me', ({ world }) => ok(application(world))),
  route('GET', '/oauth2/applications/@me', ({ world }) => ok(application(world))),
  route('PATCH', '/applications/@me', ({ world, body }) => {
    check(applicationBody, body);
    return ok(application(world));
  }),
  route('GET', '/applications/:application/emojis', () => ok({ items: [] })),
  route('GET', '/applications/:application/entitlements', () => ok([])),
  route('GET', '/applications/:application/skus', () => ok([])),
];
