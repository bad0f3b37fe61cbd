import type { REST } from '@discordjs/rest';
import { ChannelType, PermissionFlagsBits } from 'discord.js';
import type { Client } from 'discord.js';
import { channelFindings } from '../core/doctor/examine-discord.ts';
import { isSnowflake } from '../core/ids.ts';
import type { Snowflake } from '../core/ids.ts';
import type { Municipality } from '../core/municipality.ts';
import { isPlaceOf } from '../core/posts/post-book.ts';
import type { PostPlace } from '../core/posts/post-book.ts';
import type { PlaceFault } from '../flows/posts/posts.ts';
import { askAbout } from './ask-discord.ts';

/** A channel as staff choose it. */
export interface OfferedPlace {
  readonly channelId: Snowflake;
  readonly name: string;
}

type Guild = Client['guilds']['cache'] extends ReadonlyMap<string, infer Cached> ? Cached : never;

const { ViewChannel, SendMessages, ReadMessageHistory } = PermissionFlagsBits;
/** The last so that a post whose answer was lost is found again, and not sent twice. */
const needed = [ViewChannel, SendMessages, ReadMessageHistory];

/** «#velkommen (Eksempelvik Minecraft)»; a mention when the channel is not among those the program has met. */
export function placeName({ channels }: Pick<Client, 'channels'>, channelId: Snowflake): string {
  const channel = channels.cache.get(channelId);
  return channel && 'guild' in channel ? `#${channel.name} (${channel.guild.name})` : `<#${channelId}>`;
}

/** The municipality's servers by name, as they are written. */
export const offeredServers = (
  { guilds }: Pick<Client, 'guilds'>,
  { gameGuilds }: Municipality,
): readonly { readonly name: string; readonly value: string }[] =>
  gameGuilds.map(({ guildId }) => ({ value: guildId, name: guilds.cache.get(guildId)?.name ?? guildId }));

/** Text channels a post can go to; those with a card first. @param guildId one server; absent: all */
export function offeredPlaces(
  { guilds }: Pick<Client, 'guilds'>,
  municipality: Municipality,
  guildId?: Snowflake,
): readonly OfferedPlace[] {
  const cards = new Set<string>(municipality.gameGuilds.map(({ cardChannelId }) => cardChannelId));
  return municipality.gameGuilds
    .filter((game) => guildId === undefined || game.guildId === guildId)
    .flatMap((game) => {
      const guild = guilds.cache.get(game.guildId);
      return guild ? writableIn(guild) : [];
    })
    .filter((place) => isPlaceOf(municipality, place))
    .toSorted((a, b) => Number(cards.has(b.channelId)) - Number(cards.has(a.channelId)));
}

function writableIn(guild: Guild): readonly (OfferedPlace & PostPlace)[] {
  const { me } = guild.members;
  if (!me || !isSnowflake(guild.id)) return [];
  const guildId = guild.id;
  return [...guild.channels.cache.values()]
    .filter((channel) => channel.type === ChannelType.GuildText || channel.type === ChannelType.GuildAnnouncement)
    .filter((channel) => channel.permissionsFor(me).has(needed))
    .toSorted((a, b) => a.rawPosition - b.rawPosition)
    .flatMap(({ id, name }) => (isSnowflake(id) ? [{ guildId, channelId: id, name: `#${name} (${guild.name})` }] : []));
}

/** Asks Discord about channels somebody has chosen: what is known of them here may be old. */
export const makeJudgePlaces =
  (rest: REST) =>
  async (
    municipality: Municipality,
    channelIds: readonly Snowflake[],
  ): Promise<readonly (PostPlace | PlaceFault)[]> => {
    const facts = await askAbout(rest, { guildIds: [], channelIds });
    const guildIds = [...facts.channels.values()].flatMap(({ guildId }) =>
      guildId !== undefined && isSnowflake(guildId) ? [guildId] : [],
    );
    const { guilds } = await askAbout(rest, { guildIds, channelIds: [] });
    return channelIds.map((channelId) => {
      const channel = facts.channels.get(channelId);
      if (!channel) return { kind: 'closed-channel', channelId };
      const guildId = guildIds.find((id) => id === channel.guildId);
      if (guildId === undefined || !isPlaceOf(municipality, { guildId, channelId }))
        return { kind: 'foreign-channel', channelId };
      const findings = channelFindings({ ...facts, guilds }, municipality, { guildId, channelId, use: 'card' });
      const isClosed = !guilds.has(guildId) || findings.some(({ kind }) => kind === 'permissions-missing');
      return isClosed ? { kind: 'closed-channel', channelId } : { guildId, channelId };
    });
  };
