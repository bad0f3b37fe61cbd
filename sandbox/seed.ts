import { ChannelType, PermissionFlagsBits as P } from './discord-codes.ts';
import { blankChannel } from './world/blank-channel.ts';
import { CommandBook } from './world/command-book.ts';
import { InteractionDesk } from './world/interaction-desk.ts';
import type { Guild, Overwrite, Role, User } from './world/model.ts';
import { Oracle } from './world/oracle.ts';
import { SnowflakeMint } from './snowflake.ts';
import { World } from './world/world.ts';

/** The invented municipality everything starts from. Ids never change: the bot's example configuration repeats them. */
export const seedIds = {
  application: '1300000000000000001',
  bot: '1300000000000000001',
  guilds: {
    municipality: '1300000000000000100',
    minecraft: '1300000000000000200',
    roblox: '1300000000000000300',
  },
  roles: {
    koordinator: '1300000000000000111',
    saksbehandler: '1300000000000000112',
    vakthavende: '1300000000000000113',
    innholdsprodusent: '1300000000000000114',
    municipalityBot: '1300000000000000119',
    minecraftBot: '1300000000000000219',
    robloxBot: '1300000000000000319',
  },
  channels: {
    velkommen: '1300000000000000121',
    vakt: '1300000000000000122',
    reserveVakt: '1300000000000000123',
    koordinering: '1300000000000000124',
    minecraftVelkommen: '1300000000000000221',
    minecraftUtekontakten: '1300000000000000222',
    robloxVelkommen: '1300000000000000321',
    robloxUtekontakten: '1300000000000000322',
  },
  users: {
    kim: '1300000000000000901',
    sander: '1300000000000000902',
    alex: '1300000000000000903',
    kari: '1300000000000000904',
    ola: '1300000000000000905',
    berit: '1300000000000000906',
    fremmed: '1300000000000000907',
    /** Owns the guilds and never says anything. */
    eier: '1300000000000000908',
    /** Writes posts; sees no conversation. */
    iben: '1300000000000000909',
  },
} as const;

/** Looks like a token and opens nothing but the sandbox. */
export const seedToken = 'c2FuZGJveA.dXRla29udGFrdA.eksempelvik-er-oppdiktet';

const EVERYONE =
  P.ViewChannel |
  P.SendMessages |
  P.SendMessagesInThreads |
  P.ReadMessageHistory |
  P.AddReactions |
  P.UseApplicationCommands |
  P.AttachFiles |
  P.EmbedLinks |
  P.ChangeNickname |
  P.CreatePublicThreads;

/** What the bot is given in the municipality's own guild. */
export const municipalityBotPermissions =
  P.ViewChannel |
  P.SendMessages |
  P.SendMessagesInThreads |
  P.ReadMessageHistory |
  P.EmbedLinks |
  P.AttachFiles |
  P.CreatePublicThreads |
  P.CreatePrivateThreads |
  P.ManageThreads |
  P.ManageMessages |
  P.PinMessages |
  P.AddReactions |
  P.CreateEvents |
  P.ManageEvents |
  P.ChangeNickname;

/** What the bot is given in a game server. */
export const gameBotPermissions =
  P.ViewChannel |
  P.SendMessages |
  P.SendMessagesInThreads |
  P.ReadMessageHistory |
  P.EmbedLinks |
  P.CreatePrivateThreads |
  P.ChangeNickname;

/** What those who work in a municipality's guild are given. */
export const staffPermissions = P.ManageThreads | P.MentionEveryone | P.CreatePrivateThreads;

/** When the invented guilds were made: 2025-03-03 08:00 UTC. */
const FOUNDED = Date.UTC(2025, 2, 3, 8);

type Person = Pick<User, 'id' | 'username' | 'displayName' | 'part'> & Partial<User>;

function addUser(world: World, person: Person): void {
  world.users.set(person.id, {
    bot: false,
    locale: 'no',
    dmOpen: true,
    blocksBot: false,
    installedApp: false,
    avatar: null,
    ...person,
  });
}

export function role(id: string, name: string, permissions: bigint, position: number, given: Partial<Role> = {}): Role {
  return { id, name, permissions, position, mentionable: false, botId: null, ...given };
}

export function addGuild(
  world: World,
  given: { id: string; name: string; roles: readonly Role[]; members: Readonly<Record<string, readonly string[]>> },
): Guild {
  const members = Object.entries(given.members).map(
    ([userId, roleIds]) => [userId, { userId, roleIds: new Set(roleIds), nick: null, joinedAt: FOUNDED }] as const,
  );
  const roles = [role(given.id, '@everyone', EVERYONE, 0), ...given.roles];
  const guild: Guild = {
    id: given.id,
    name: given.name,
    ownerId: seedIds.users.eier,
    locale: 'no',
    botState: 'member',
    roles: new Map(roles.map((entry) => [entry.id, entry])),
    members: new Map(members),
    events: new Map(),
  };
  world.guilds.set(guild.id, guild);
  return guild;
}

export function addText(
  world: World,
  guild: Guild,
  id: string,
  name: string,
  topic: string,
  overwrites: readonly Overwrite[] = [],
): void {
  const channel = blankChannel(id, ChannelType.GuildText, guild.id, name);
  channel.topic = topic;
  channel.position = world.channelsOf(guild.id).length;
  for (const overwrite of overwrites) channel.overwrites.set(overwrite.id, overwrite);
  world.channels.set(id, channel);
}

export const hide = (id: string): Overwrite => ({ id, type: 'role', allow: 0n, deny: P.ViewChannel });
export const show = (id: string): Overwrite => ({ id, type: 'role', allow: P.ViewChannel | P.SendMessages, deny: 0n });

function addPeople(world: World): void {
  const { users } = seedIds;
  addUser(world, {
    id: seedIds.bot,
    username: 'utekontakten-eksempelvik',
    displayName: 'Utekontakten Eksempelvik',
    part: 'bot',
    bot: true,
  });
  addUser(world, { id: users.kim, username: 'kim_eksempel', displayName: 'Kim', part: 'sender' });
  addUser(world, { id: users.sander, username: 'sander_eksempel', displayName: 'Sander', part: 'sender' });
  addUser(world, { id: users.alex, username: 'alex_eksempel', displayName: 'Alex', part: 'friend' });
  addUser(world, { id: users.kari, username: 'kari_utekontakten', displayName: 'Kari', part: 'staff' });
  addUser(world, { id: users.ola, username: 'ola_utekontakten', displayName: 'Ola', part: 'staff' });
  addUser(world, { id: users.iben, username: 'iben_innhold', displayName: 'Iben', part: 'staff' });
  addUser(world, { id: users.berit, username: 'berit_utekontakten', displayName: 'Berit', part: 'coordinator' });
  addUser(world, {
    id: users.fremmed,
    username: 'fremmed_eksempel',
    displayName: 'Fremmed',
    part: 'stranger',
    installedApp: true,
  });
  addUser(world, { id: users.eier, username: 'eier_eksempel', displayName: 'Eier', part: 'stranger' });
}

function addMunicipality(world: World): void {
  const { roles, users, channels, guilds } = seedIds;
  const guild = addGuild(world, {
    id: guilds.municipality,
    name: 'Eksempelvik kommune',
    roles: [
      role(roles.saksbehandler, 'saksbehandler', staffPermissions, 1),
      role(roles.vakthavende, 'vakthavende', staffPermissions, 2, { mentionable: true }),
      role(roles.koordinator, 'koordinator', staffPermissions | P.ManageGuild, 3),
      role(roles.innholdsprodusent, 'innholdsprodusent', 0n, 4),
      role(roles.municipalityBot, 'Utekontakten Eksempelvik', municipalityBotPermissions, 5, { botId: seedIds.bot }),
    ],
    members: {
      [seedIds.bot]: [roles.municipalityBot],
      [users.kari]: [roles.saksbehandler, roles.vakthavende],
      [users.ola]: [roles.saksbehandler],
      [users.berit]: [roles.koordinator, roles.saksbehandler],
      [users.iben]: [roles.innholdsprodusent],
      [users.eier]: [],
    },
  });
  const forStaff = [
    hide(guild.id),
    show(roles.saksbehandler),
    show(roles.vakthavende),
    show(roles.koordinator),
    show(roles.municipalityBot),
  ];
  addText(world, guild, channels.velkommen, 'velkommen', 'Velkommen til Eksempelvik kommune');
  addText(world, guild, channels.vakt, 'utekontakt-vakt', 'Saker til vakta', forStaff);
  addText(world, guild, channels.reserveVakt, 'reserve-vakt', 'Reserve når vaktkanalen svikter', forStaff);
  addText(world, guild, channels.koordinering, 'koordinering', 'For koordinatorer', [
    hide(guild.id),
    show(roles.koordinator),
    show(roles.municipalityBot),
  ]);
}

function addGameServer(
  world: World,
  given: {
    id: string;
    name: string;
    botRole: string;
    welcome: string;
    entrance: string;
    players: readonly string[];
    /** Beyond what the bot needs. */
    alsoGranted?: bigint;
  },
): void {
  const guild = addGuild(world, {
    id: given.id,
    name: given.name,
    roles: [
      role(given.botRole, 'Utekontakten Eksempelvik', gameBotPermissions | (given.alsoGranted ?? 0n), 1, {
        botId: seedIds.bot,
      }),
    ],
    members: {
      [seedIds.bot]: [given.botRole],
      [seedIds.users.eier]: [],
      ...Object.fromEntries(given.players.map((id) => [id, []])),
    },
  });
  addText(world, guild, given.welcome, 'velkommen', 'Hils på hverandre');
  addText(world, guild, given.entrance, 'utekontakten', 'Her finner du Utekontakten i Eksempelvik');
}

/** A new world as at the first start. */
export function seedWorld(): World {
  const later: { world?: World } = {};
  const mint = new SnowflakeMint(() => later.world?.clock.now() ?? Date.now());
  const world = new World(
    {
      id: seedIds.application,
      botId: seedIds.bot,
      token: seedToken,
      publicKey: '0'.repeat(64),
      name: 'Utekontakten Eksempelvik',
    },
    {
      commands: new CommandBook(seedIds.application, () => mint.next()),
      interactions: new InteractionDesk(),
      oracle: new Oracle(),
    },
  );
  later.world = world;
  addPeople(world);
  addMunicipality(world);
  const { users, channels, guilds, roles } = seedIds;
  addGameServer(world, {
    id: guilds.minecraft,
    name: 'Eksempelvik Minecraft',
    botRole: roles.minecraftBot,
    // Its owner lets the bot put activities in the calendar; the other server's does not.
    alsoGranted: P.CreateEvents,
    welcome: channels.minecraftVelkommen,
    entrance: channels.minecraftUtekontakten,
    players: [users.kim, users.sander, users.alex, users.kari],
  });
  addGameServer(world, {
    id: guilds.roblox,
    name: 'Vikinglag Roblox',
    botRole: roles.robloxBot,
    welcome: channels.robloxVelkommen,
    entrance: channels.robloxUtekontakten,
    players: [users.sander],
  });
  return world;
}
