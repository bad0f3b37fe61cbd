import type { REST } from '@discordjs/rest';
import { describe, expect, it } from 'vitest';
import type { MunicipalityId, Snowflake } from '../../../src/core/ids.ts';
import { createDirectory } from '../../../src/discord/directory.ts';
import { snowflake } from '../../examples/cases.ts';
import { exampleConfiguration } from '../../examples/municipality.ts';

const { eksempelvik } = await exampleConfiguration();
const nabovik = { ...eksempelvik, id: 'nabovik' as MunicipalityId, guildId: snowflake(90), gameGuilds: [] };
const all = [eksempelvik, nabovik];
const kim = snowflake(1);

/** A directory in a Discord where Kim is in these guilds. */
const directoryWhere = (
  isMember: (guildId: string) => boolean | Error,
  served: readonly (typeof eksempelvik)[] = all,
) => {
  const asked: string[] = [];
  const get = (route: string): Promise<unknown> => {
    const guildId = route.split('/')[2] ?? '';
    asked.push(guildId);
    const answer = isMember(guildId);
    if (answer === true) return Promise.resolve({});
    return Promise.reject(answer === false ? Object.assign(new Error('no member'), { status: 404 }) : answer);
  };
  const directory = createDirectory({ get } as unknown as REST, { all: () => served, find: () => undefined }, () => 0);
  const ids = async (guildId?: Snowflake) =>
    (await directory.candidates({ senderId: kim, ...(guildId ? { guildId } : {}) })).map(({ id }) => id);
  return { ids, asked };
};

describe('whom a message may be for', () => {
  it('is the one of the card, whatever else the sender is in', async () => {
    const { ids, asked } = directoryWhere(() => true);
    expect(await ids(nabovik.guildId)).toEqual(['nabovik']);
    expect(await ids(snowflake(77))).toEqual([]);
    expect(asked).toEqual([]);
  });

  it.each([
    ['both', () => true, ['eksempelvik', 'nabovik']],
    ['the second', (guildId: string) => guildId === nabovik.guildId, ['nabovik']],
    [
      'a game server of the first',
      (guildId: string) => guildId === eksempelvik.gameGuilds[1]?.guildId,
      ['eksempelvik'],
    ],
    ['none', () => false, []],
  ])('is %s that the sender shares a server with', async (_which, isMember, expected) => {
    expect(await directoryWhere(isMember).ids()).toEqual(expected);
  });

  it('is any of them when Discord cannot say', async () => {
    expect(await directoryWhere(() => new Error('Discord is away')).ids()).toEqual(['eksempelvik', 'nabovik']);
  });

  it('is the only one there is, without asking Discord', async () => {
    const { ids, asked } = directoryWhere(() => false, [eksempelvik]);
    expect(await ids()).toEqual(['eksempelvik']);
    expect(asked).toEqual([]);
  });
});
