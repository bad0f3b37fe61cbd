import { PermissionFlagsBits as P } from '../discord-codes.ts';
import type {
  ChannelView,
  ChoiceView,
  CommandOptionView,
  CommandView,
  GuildCard,
  RoleView,
  UserCard,
  UserGuildView,
  UserView,
  WorldView,
} from '../control-api.ts';
import { flagOf, numberOf, objectsOf, textOf, type JsonObject } from '../json.ts';
import type { Command } from '../world/command-book.ts';
import { shown } from '../world/command-run.ts';
import type { Channel, Guild, User } from '../world/model.ts';
import { canSee, channelPermissions, has, isPublic, sendRight } from '../world/permissions.ts';
import type { World } from '../world/world.ts';
import { displayName } from './message-view.ts';

/** What people are shown of the world. */

export function userCard(user: User): UserCard {
  const { id, username, displayName: name, bot, part, locale, dmOpen, blocksBot } = user;
  return { id, username, displayName: name, bot, part, locale, dmOpen, blocksBot };
}

function rolesOf(guild: Guild): readonly RoleView[] {
  return [...guild.roles.values()].map(({ id, name, mentionable, permissions }) => ({
    id,
    name,
    mentionable,
    permissions: permissions.toString(),
  }));
}

function guildCard(guild: Guild): GuildCard {
  const { id, name, botState } = guild;
  return { id, name, botState, roles: rolesOf(guild), memberIds: [...guild.members.keys()] };
}

export function channelView(world: World, channel: Channel, userId: string): ChannelView {
  const granted = channelPermissions(world, channel, userId);
  const mayUnlock = has(granted, P.ManageThreads);
  const locked = channel.thread?.locked === true && !mayUnlock;
  return {
    id: channel.id,
    type: channel.type,
    name: channel.recipientId === userId ? world.bot().displayName : channel.name,
    topic: channel.topic,
    guildId: channel.guildId,
    parentId: channel.parentId,
    canSend: has(granted, sendRight(channel)) || channel.recipientId === userId ? !locked : false,
    isPublic: isPublic(world, channel),
    lastMessageId: channel.lastMessageId,
    thread:
      channel.thread === null
        ? null
        : {
            archived: channel.thread.archived,
            locked: channel.thread.locked,
            memberIds: [...channel.thread.members.keys()],
          },
    recipientId:
      channel.recipientId === null ? null : channel.recipientId === userId ? world.botId : channel.recipientId,
  };
}

function userGuildView(world: World, guild: Guild, userId: string): UserGuildView {
  return {
    id: guild.id,
    name: guild.name,
    botState: guild.botState,
    botName: displayName(world, world.botId, guild.id),
    myRoleIds: [...(guild.members.get(userId)?.roleIds ?? [])],
    roles: rolesOf(guild),
    members: [...guild.members.keys()]
      .filter((id) => id !== world.botId || guild.botState !== 'left')
      .map((id) => ({ id, displayName: displayName(world, id, guild.id), bot: world.user(id).bot })),
    channels: world
      .channelsOf(guild.id)
      .filter((channel) => canSee(world, channel, userId))
      .map((channel) => channelView(world, channel, userId)),
    events: [...guild.events.values()].map(({ id, body }) => ({
      id,
      name: textOf(body, 'name') ?? '',
      startsAt: textOf(body, 'scheduled_start_time') ?? '',
      endsAt: textOf(body, 'scheduled_end_time'),
    })),
  };
}

export function userView(world: World, userId: string): UserView {
  const dmId = world.dmByUser.get(userId);
  return {
    user: userCard(world.user(userId)),
    guilds: [...world.guilds.values()]
      .filter((guild) => guild.members.has(userId))
      .map((guild) => userGuildView(world, guild, userId)),
    dms: dmId === undefined ? [] : [channelView(world, world.channel(dmId), userId)],
    presence: world.presence,
    clock: world.clock.view(),
  };
}

export function worldView(world: World): WorldView {
  return {
    applicationId: world.application.id,
    bot: userCard(world.bot()),
    users: [...world.users.values()].filter(({ bot }) => !bot).map(userCard),
    guilds: [...world.guilds.values()].map(guildCard),
    presence: world.presence,
    clock: world.clock.view(),
  };
}

export function commandView({ id, type, name, body }: Command, locale: string): CommandView {
  return {
    id,
    type,
    name,
    shownName: shown(body, 'name', locale),
    shownDescription: shown(body, 'description', locale),
    options: objectsOf(body, 'options').map((option) => optionView(option, locale)),
  };
}

function optionView(option: JsonObject, locale: string): CommandOptionView {
  return {
    name: textOf(option, 'name') ?? '',
    shownName: shown(option, 'name', locale),
    shownDescription: shown(option, 'description', locale),
    type: numberOf(option, 'type') ?? 0,
    required: flagOf(option, 'required') ?? false,
    autocomplete: flagOf(option, 'autocomplete') ?? false,
    choices: objectsOf(option, 'choices').map((choice) => choiceView(choice, locale)),
    options: objectsOf(option, 'options').map((entry) => optionView(entry, locale)),
  };
}

function choiceView(choice: JsonObject, locale: string): ChoiceView {
  return { name: shown(choice, 'name', locale), value: numberOf(choice, 'value') ?? textOf(choice, 'value') ?? '' };
}
