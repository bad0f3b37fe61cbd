import { ChannelType, PermissionFlagsBits as P } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { seedIds, seedWorld } from '../../../sandbox/seed.ts';
import { blankChannel } from '../../../sandbox/world/blank-channel.ts';
import type { Overwrite } from '../../../sandbox/world/model.ts';
import { ALL, canSee, channelPermissions, has, isPublic, requireChannel } from '../../../sandbox/world/permissions.ts';
import { startThread } from '../../../sandbox/world/threads.ts';
import type { World } from '../../../sandbox/world/world.ts';

const { users, channels, roles, guilds } = seedIds;

function overwrite(world: World, channelId: string, given: Partial<Overwrite> & Pick<Overwrite, 'id'>): void {
  world.channel(channelId).overwrites.set(given.id, { type: 'role', allow: 0n, deny: 0n, ...given });
}

const may = (world: World, channelId: string, userId: string, right: bigint): boolean =>
  has(channelPermissions(world, world.channel(channelId), userId), right);

describe('permissions in a channel', () => {
  it('hide the staff channel from everybody but staff and the bot', () => {
    const world = seedWorld();
    const sees = [users.kari, users.ola, users.berit, seedIds.bot, users.kim, users.fremmed].map((id) =>
      canSee(world, world.channel(channels.vakt), id),
    );
    expect(sees).toEqual([true, true, true, true, false, false]);
    expect(isPublic(world, world.channel(channels.vakt))).toBe(false);
    expect(isPublic(world, world.channel(channels.velkommen))).toBe(true);
  });

  it.each([
    ['a denial for everyone', [{ id: guilds.municipality, deny: P.SendMessages }], false],
    [
      'an allowance for a role against a denial for everyone',
      [
        { id: guilds.municipality, deny: P.SendMessages },
        { id: roles.saksbehandler, allow: P.SendMessages },
      ],
      true,
    ],
    [
      'an allowance for one role against a denial for another',
      [
        { id: roles.vakthavende, deny: P.SendMessages },
        { id: roles.saksbehandler, allow: P.SendMessages },
      ],
      true,
    ],
    [
      'a denial for the person against an allowance for a role',
      [
        { id: roles.saksbehandler, allow: P.SendMessages },
        { id: users.kari, type: 'member' as const, deny: P.SendMessages },
      ],
      false,
    ],
  ])('follow %s', (_what, overwrites, expected) => {
    const world = seedWorld();
    for (const entry of overwrites) overwrite(world, channels.velkommen, entry);
    expect(may(world, channels.velkommen, users.kari, P.SendMessages)).toBe(expected);
  });

  it('give an owner and an administrator everything, whatever the channel says', () => {
    const world = seedWorld();
    overwrite(world, channels.velkommen, { id: guilds.municipality, deny: ALL });
    expect(channelPermissions(world, world.channel(channels.velkommen), users.eier)).toBe(ALL);
    const role = world.guild(guilds.municipality).roles.get(roles.koordinator);
    if (role) role.permissions |= P.Administrator;
    expect(channelPermissions(world, world.channel(channels.velkommen), users.berit)).toBe(ALL);
    expect(channelPermissions(world, world.channel(channels.velkommen), users.ola)).toBe(0n);
  });

  it('are nothing at all without the right to see', () => {
    const world = seedWorld();
    overwrite(world, channels.velkommen, { id: guilds.municipality, deny: P.ViewChannel });
    expect(channelPermissions(world, world.channel(channels.velkommen), users.ola)).toBe(0n);
  });

  it('leave no mention of everybody and no files without the right to write', () => {
    const world = seedWorld();
    const denied = P.SendMessages | P.SendMessagesInThreads;
    overwrite(world, channels.velkommen, { id: roles.saksbehandler, deny: denied });
    expect(may(world, channels.velkommen, users.ola, P.MentionEveryone)).toBe(false);
    expect(may(world, channels.velkommen, users.ola, P.AttachFiles)).toBe(false);
    expect(may(world, channels.velkommen, users.ola, P.ReadMessageHistory)).toBe(true);
  });

  it('are those of the parent in a thread, and a private one is for its members and those who manage threads', () => {
    const world = seedWorld();
    const { thread } = startThread(world, seedIds.bot, channels.minecraftUtekontakten, { name: 'Samtale' }, []);
    thread.thread?.members.set(users.kim, 0);
    const sees = [users.kim, users.sander, users.eier].map((id) => canSee(world, thread, id));
    expect(sees).toEqual([true, false, true]);
    overwrite(world, channels.minecraftUtekontakten, { id: users.kim, type: 'member', deny: P.ViewChannel });
    expect(canSee(world, thread, users.kim)).toBe(false);
  });

  it('open a DM to its two ends only', () => {
    const world = seedWorld();
    const dm = { ...blankChannel('1', ChannelType.DM, null, 'Kim'), recipientId: users.kim };
    expect([users.kim, seedIds.bot, users.sander].map((id) => canSee(world, dm, id))).toEqual([true, true, false]);
  });

  it('end for the bot when it leaves the guild', () => {
    const world = seedWorld();
    world.guild(guilds.municipality).botState = 'left';
    expect(channelPermissions(world, world.channel(channels.vakt), seedIds.bot)).toBe(0n);
  });
});

describe('a refusal', () => {
  const codeOf = (work: () => unknown): unknown => {
    try {
      work();
    } catch (error) {
      return typeof error === 'object' && error !== null && 'code' in error ? error.code : error;
    }
    return null;
  };

  it.each([
    ['10003 for a channel that does not exist', '1300000000000009999', P.SendMessages, 10003],
    ['50001 for a channel that cannot be seen', channels.koordinering, P.SendMessages, 50001],
    ['50013 for a right that is missing', channels.velkommen, P.ManageChannels, 50013],
    ['nothing for a right that is there', channels.velkommen, P.SendMessages, null],
  ])('is %s', (_what, channelId, right, code) => {
    expect(codeOf(() => requireChannel(seedWorld(), users.ola, channelId, right))).toBe(code);
  });
});
