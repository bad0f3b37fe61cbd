import { PermissionFlagsBits } from 'discord-api-types/v10';
import { DiscordAPIError } from '@discordjs/rest';
import type { REST } from '@discordjs/rest';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Municipality } from '../../../src/core/municipality.ts';
import { makeJudgePlaces } from '../../../src/discord/post-places.ts';
import { snowflake } from '../../examples/cases.ts';
import { exampleConfiguration } from '../../examples/municipality.ts';

let municipality: Municipality;
let served: string;
beforeAll(async () => {
  ({ eksempelvik: municipality } = await exampleConfiguration());
  served = municipality.gameGuilds[0]?.guildId ?? '';
});

const [bot, open, readOnly, foreign, gone] = [1, 31, 32, 33, 34].map(snowflake);
const foreignGuild = snowflake(90);
const { ViewChannel, SendMessages, ReadMessageHistory } = PermissionFlagsBits;

/** Discord's answers, as far as the judge asks. */
function discord(): REST {
  const guild = (id: string) => ({
    mfa_level: 0,
    roles: [{ id, permissions: String(ViewChannel | SendMessages | ReadMessageHistory), managed: false }],
  });
  const silent = { id: served, type: 0, allow: '0', deny: String(SendMessages) };
  const answers: Readonly<Record<string, unknown>> = {
    '/users/@me': { id: bot, username: 'utekontakten', avatar: null },
    '/applications/@me': { team: null, flags: 0 },
    [`/guilds/${served}`]: guild(served),
    [`/guilds/${served}/members/${String(bot)}`]: { roles: [] },
    [`/guilds/${foreignGuild}`]: guild(foreignGuild),
    [`/guilds/${foreignGuild}/members/${String(bot)}`]: { roles: [] },
    [`/channels/${String(open)}`]: { guild_id: served, permission_overwrites: [] },
    [`/channels/${String(readOnly)}`]: { guild_id: served, permission_overwrites: [silent] },
    [`/channels/${String(foreign)}`]: { guild_id: foreignGuild, permission_overwrites: [] },
    [`/channels/${municipality.staffChannelId}`]: { guild_id: served, permission_overwrites: [] },
  };
  const get = (route: string): Promise<unknown> =>
    route in answers
      ? Promise.resolve(answers[route])
      : Promise.reject(
          new DiscordAPIError({ message: 'Unknown Channel', code: 10_003 }, 10_003, 404, 'GET', route, {}),
        );
  return { get } as unknown as REST;
}

describe('a channel somebody has chosen for a post', () => {
  it.each([
    ['is kept with its server when the bot may write there', () => open, () => ({ guildId: served, channelId: open })],
    ['is closed where the bot may only read', () => readOnly, () => ({ kind: 'closed-channel', channelId: readOnly })],
    ['is closed when the bot does not see it', () => gone, () => ({ kind: 'closed-channel', channelId: gone })],
    ['is foreign in another server', () => foreign, () => ({ kind: 'foreign-channel', channelId: foreign })],
    [
      'is foreign where only staff read, in whichever server that is',
      () => municipality.staffChannelId,
      () => ({ kind: 'foreign-channel', channelId: municipality.staffChannelId }),
    ],
  ])('%s', async (_, channel, expected) => {
    const channelId = channel();
    if (channelId === undefined) throw new Error('no channel');
    expect(await makeJudgePlaces(discord())(municipality, [channelId])).toEqual([expected()]);
  });
});
