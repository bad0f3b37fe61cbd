import { describe, expect, it } from 'vitest';
import { examineBot, examineDiscord, roleFindings } from '../../../src/core/doctor/examine-discord.ts';
import type { ChannelFacts, DiscordFacts } from '../../../src/core/doctor/examine-discord.ts';
import { examineMunicipality } from '../../../src/core/doctor/examine-municipality.ts';
import { isFault } from '../../../src/core/doctor/finding.ts';
import { holds, permissionBits, permissionsIn } from '../../../src/core/doctor/permissions.ts';
import { isSnowflake } from '../../../src/core/ids.ts';
import type { Snowflake } from '../../../src/core/ids.ts';
import type { Municipality } from '../../../src/core/municipality.ts';
import { backupFolders, examineBackup, noteBackup } from '../../../src/flows/doctor/backup-taken.ts';
import type { Commit } from '../../../src/ports.ts';
import { dayMs } from '../../../src/core/time.ts';
import { findingLine } from '../../../src/i18n/doctor.ts';
import { loadConfiguration } from '../../../src/settings/configuration.ts';

const loaded = await loadConfiguration('config');
if (!loaded.ok) throw new Error('the shipped configuration does not load');
const { national } = loaded.value;
const [first] = loaded.value.municipalities;
if (!first) throw new Error('no municipality');
const eksempelvik: Municipality = first;
const { approval: _recorded, ...real } = eksempelvik;
const now = Date.UTC(2026, 10, 22, 12);

const id = (text: string): Snowflake => {
  if (!isSnowflake(text)) throw new Error('not an id');
  return text;
};
const bot = id('1300000000000000001');
const botRole = '1300000000000000119';
const { view, send, readHistory, createPublicThreads, sendInThreads, manageThreads, createEvents, administrator } =
  permissionBits;
const all = view | send | readHistory | createPublicThreads | sendInThreads | manageThreads | createEvents;

function sound(municipality = eksempelvik): DiscordFacts {
  const role = (roleId: string, permissions: bigint, managed = false) => ({ id: roleId, permissions, managed });
  const staff = Object.values(municipality.roles).flatMap((roleId) => (roleId ? [role(roleId, 0n)] : []));
  const hidden = [
    { id: municipality.guildId, allow: 0n, deny: view },
    { id: botRole, allow: view | send, deny: 0n },
  ];
  const guild = (guildId: Snowflake) =>
    [
      guildId,
      { requiresMfa: true, roles: [role(guildId, all), role(botRole, all, true), ...staff], botRoleIds: [botRole] },
    ] as const;
  const staffChannels = [municipality.staffChannelId, ...municipality.fallbackChannelIds];
  return {
    bot: { id: bot, name: 'Utekontakten Eksempelvik', hasAvatar: true, hasTeam: true, hasPrivilegedIntent: false },
    guilds: new Map([guild(municipality.guildId), ...municipality.gameGuilds.map(({ guildId }) => guild(guildId))]),
    channels: new Map<Snowflake, ChannelFacts>([
      ...staffChannels.map((one) => [one, { guildId: municipality.guildId, overwrites: hidden }] as const),
      ...municipality.gameGuilds.map(
        ({ guildId, cardChannelId }) => [cardChannelId, { guildId, overwrites: [] }] as const,
      ),
    ]),
  };
}

/** The sound facts with one channel changed. */
function withChannel(
  channelId: Snowflake,
  change: (facts: DiscordFacts) => { guildId?: string; overwrites?: object[] },
) {
  const facts = sound();
  const channel = facts.channels.get(channelId);
  if (!channel) throw new Error('no such channel');
  return {
    ...facts,
    channels: new Map([...facts.channels, [channelId, { ...channel, ...change(facts) }]]),
  } as DiscordFacts;
}

describe('what Discord shows', () => {
  const { staffChannelId, guildId } = eksempelvik;
  const kinds = (facts: DiscordFacts) => examineDiscord(facts, eksempelvik).map(({ kind }) => kind);

  it('is sound when everything is', () => {
    expect(examineDiscord(sound(), eksempelvik)).toEqual([]);
    expect(examineBot(sound())).toEqual([]);
  });

  it('says in which server’s calendar activities cannot be put, once management has approved activities', () => {
    const facts = sound();
    const [game] = eksempelvik.gameGuilds;
    const guild = game && facts.guilds.get(game.guildId);
    if (!guild || !eksempelvik.approval) throw new Error('no guild, or nothing approved');
    const roles = guild.roles.map((role) => ({ ...role, permissions: role.permissions & ~createEvents }));
    const closed = { ...facts, guilds: new Map([...facts.guilds, [game.guildId, { ...guild, roles }]]) };
    expect(examineDiscord(closed, eksempelvik)).toEqual([{ kind: 'no-calendar', guildId: game.guildId }]);
    const approval = { ...eksempelvik.approval, strategies: [1, 2] as const };
    expect(examineDiscord(closed, { ...eksempelvik, approval })).toEqual([]);
  });

  it('is found wanting when everybody can read the staff channel', () => {
    expect(kinds(withChannel(staffChannelId, () => ({ overwrites: [] })))).toEqual(['channel-public']);
  });

  const read = (roleId: string): DiscordFacts => {
    const facts = sound();
    const guild = facts.guilds.get(guildId);
    if (!guild) throw new Error('no guild');
    const overwrites = [
      { id: guildId, allow: 0n, deny: view },
      { id: botRole, allow: all, deny: 0n },
      { id: roleId, allow: view, deny: 0n },
    ];
    const roles = [...guild.roles.filter(({ id }) => id !== roleId), { id: roleId, permissions: 0n, managed: false }];
    return {
      ...withChannel(staffChannelId, () => ({ overwrites })),
      guilds: new Map([...facts.guilds, [guildId, { ...guild, roles }]]),
    };
  };

  it('is found wanting when another role can read the staff channel', () => {
    expect(examineDiscord(read('1300000000000000777'), eksempelvik)).toEqual([
      { kind: 'channel-shared', channelId: staffChannelId, count: 1 },
    ]);
  });

  it('is at fault when those who only write posts can read the staff channel, unless they work with cases too', () => {
    const producer = id('1300000000000000114');
    const roles = { ...eksempelvik.roles, contentProducer: producer };
    expect(examineDiscord(read(producer), { ...eksempelvik, roles })).toEqual([
      { kind: 'producer-reads-cases', channelId: staffChannelId },
    ]);
    const both = { ...roles, contentProducer: roles.caseworker };
    expect(examineDiscord(read(roles.caseworker), { ...eksempelvik, roles: both })).toEqual([]);
    expect(isFault['producer-reads-cases']).toBe(true);
  });

  it('names the permissions that are missing', () => {
    const overwrites = [
      { id: guildId, allow: 0n, deny: view },
      { id: botRole, allow: view, deny: send | sendInThreads },
    ];
    expect(
      examineDiscord(
        withChannel(staffChannelId, () => ({ overwrites })),
        eksempelvik,
      ),
    ).toEqual([
      { kind: 'permissions-missing', channelId: staffChannelId, use: 'staff', names: ['send', 'sendInThreads'] },
    ]);
  });

  it('tells a channel of another guild from one that is gone', () => {
    expect(kinds(withChannel(staffChannelId, () => ({ guildId: '1300000000000000200' })))).toEqual([
      'channel-elsewhere',
    ]);
    const facts = sound();
    const channels = new Map([...facts.channels].filter(([channelId]) => channelId !== staffChannelId));
    expect(kinds({ ...facts, channels })).toEqual(['channel-missing']);
  });

  it('says once that a guild cannot be read', () => {
    const facts = sound();
    const guilds = new Map([...facts.guilds].filter(([one]) => one !== guildId));
    expect(kinds({ ...facts, guilds })).toEqual(['guild-missing']);
  });

  it('wants two-factor authentication, the roles of the settings, and no administrator', () => {
    const facts = sound();
    const roles = [
      { id: guildId, permissions: all, managed: false },
      { id: botRole, permissions: administrator, managed: true },
    ];
    const guilds = new Map([...facts.guilds, [guildId, { requiresMfa: false, roles, botRoleIds: [botRole] }]]);
    expect(kinds({ ...facts, guilds })).toEqual([
      'bot-is-administrator',
      'no-mfa',
      'role-missing',
      'role-missing',
      'role-missing',
      'role-missing',
    ]);
  });

  it('knows the bot’s owner and intents', () => {
    const poor = { id: bot, name: 'testbot', hasAvatar: false, hasTeam: false, hasPrivilegedIntent: true };
    expect(examineBot({ ...sound(), bot: poor }).map(({ kind }) => kind)).toEqual(['no-team', 'needless-intents']);
  });

  it('knows how the bot is shown in each guild: its name and picture there before those of its account', () => {
    const facts = { ...sound(), bot: { ...sound().bot, name: 'testbot', hasAvatar: false } };
    const guild = facts.guilds.get(guildId);
    if (!guild) throw new Error('no guild');
    const named = { ...guild, botName: 'Utekontakten Eksempelvik', botHasAvatar: true };
    const persona = (seen: DiscordFacts, of: Snowflake) =>
      examineDiscord(seen, eksempelvik).flatMap((found) =>
        found.kind === 'persona' && found.guildIds.includes(of) ? [found.fault] : [],
      );
    expect(persona(facts, guildId)).toEqual(['name-without-service', 'name-without-municipality', 'default-avatar']);
    expect(persona({ ...facts, guilds: new Map([...facts.guilds, [guildId, named]]) }, guildId)).toEqual([]);
  });
});

describe('permissions', () => {
  const guildId = eksempelvik.guildId;
  const roles = [
    { id: guildId, permissions: view, managed: false },
    { id: 'a', permissions: send, managed: false },
  ];

  it.each([
    ['a grant of the guild', [], ['a'], send, true],
    ['an overwrite of @everyone', [{ id: guildId, allow: 0n, deny: view }], ['a'], view, false],
    [
      'a role before @everyone',
      [
        { id: guildId, allow: 0n, deny: view },
        { id: 'a', allow: view, deny: 0n },
      ],
      ['a'],
      view,
      true,
    ],
    [
      'a member before the roles',
      [
        { id: 'a', allow: view, deny: 0n },
        { id: 'me', allow: 0n, deny: view },
      ],
      ['a'],
      view,
      false,
    ],
    ['no role that is not held', [{ id: 'a', allow: 0n, deny: view }], [], view, true],
  ])('follow %s', (_name, overwrites, roleIds, bits, held) => {
    expect(holds(permissionsIn(guildId, roles, overwrites, { id: 'me', roleIds }), bits)).toBe(held);
  });
});

describe('settings and records', () => {
  const examined = (municipality: Municipality, approval?: unknown) =>
    examineMunicipality({ municipality, national, recorded: { approval }, now });
  const kinds = (municipality: Municipality, approval?: unknown) => [
    ...new Set(examined(municipality, approval).map(({ kind }) => kind)),
  ];

  it('say when nothing is approved', () => {
    expect(kinds(real)).toContain('not-approved');
    expect(kinds(eksempelvik)).not.toContain('not-approved');
  });

  it('say that the record cannot be read, or that the intake is stopped', () => {
    expect(kinds(real, { form: 9 })).toContain('approval-unreadable');
    const pause = { by: '1300000000000000906', at: now };
    expect(kinds(eksempelvik, { form: 1, tracks: {}, pause })).toContain('intake-paused');
  });

  it('say nothing about an approval nobody could look up', () => {
    const found = examineMunicipality({ municipality: real, national, recorded: undefined, now });
    expect(found.map(({ kind }) => kind)).not.toContain('not-approved');
  });

  it('warn when all hours are in school hours, or there are none', () => {
    const weekly = (interval: readonly (readonly [string, string])[]) => ({
      ...eksempelvik,
      hours: {
        ...eksempelvik.hours,
        exceptions: [],
        weekly: {
          monday: interval,
          tuesday: [],
          wednesday: [],
          thursday: [],
          friday: [],
          saturday: [],
          sunday: [],
        },
      },
    });
    expect(kinds(weekly([['09:00', '15:00']]))).toContain('school-hours-only');
    expect(kinds(weekly([['09:00', '15:01']]))).not.toContain('school-hours-only');
    expect(kinds(weekly([]))).toContain('never-open');
  });

  it('name in one line the contacts nobody has checked lately, and count the national ones in another', () => {
    const later = Date.UTC(2030, 0, 1);
    const found = examineMunicipality({ municipality: eksempelvik, national, recorded: undefined, now: later });
    const overdue = found.filter(({ kind }) => kind === 'contacts-overdue').map(findingLine);
    expect(overdue).toHaveLength(2);
    for (const { names, kind } of eksempelvik.contacts) {
      if (kind !== 'kripos') expect(overdue[0]).toContain(names.nb);
    }
    expect(overdue[1]).toContain(`${national.contacts.length} nasjonale kontakter`);
  });

  it('warn when an alert has nowhere to go', () => {
    const alone = { ...eksempelvik, fallbackChannelIds: [], escalation: { coordinatorIds: [] } };
    expect(kinds(alone)).toEqual(expect.arrayContaining(['no-fallback', 'no-escalation']));
  });
});

describe('a finding', () => {
  it('is one line that says what to do', () => {
    expect(findingLine({ kind: 'no-mfa' })).toBe(
      'Ansattserveren krever ikke to-trinns pålogging. Slå på kravet under Serverinnstillinger › Sikkerhet.',
    );
    expect(findingLine({ kind: 'settings-refused', where: 'A', what: 'one\nline' })).not.toContain('\n');
  });
});

describe('what else is held against the settings', () => {
  it('names a coordinator who is not in the staff guild, and nobody who is', () => {
    const called = { ...eksempelvik, escalation: { coordinatorIds: [id('1300000000000000906')] } };
    const facts = sound(called);
    expect(examineDiscord({ ...facts, absent: new Set() }, called)).toEqual([]);
    const found = examineDiscord({ ...facts, absent: new Set(called.escalation.coordinatorIds) }, called);
    expect(found).toEqual([{ kind: 'coordinator-unreachable', userId: '1300000000000000906' }]);
    expect(found.map(findingLine).join()).toContain('/oppsett');
  });

  it('refuses a role that everybody or an app has, and one that is gone', () => {
    const { guildId, roles } = eksempelvik;
    const kinds = (given: Readonly<Record<string, Snowflake>>) =>
      roleFindings(sound(), { guildId, roles: given }).map(({ kind }) => kind);
    expect(kinds({ caseworker: roles.caseworker })).toEqual([]);
    expect(kinds({ caseworker: guildId })).toEqual(['role-unfit']);
    expect(kinds({ caseworker: id(botRole) })).toEqual(['role-unfit']);
    expect(kinds({ caseworker: id('1300000000000000777') })).toEqual(['role-missing']);
  });
});

describe('the last backup', () => {
  const settings = () => {
    let value: unknown;
    return {
      findSetting: () => Promise.resolve(value === undefined ? undefined : { version: 1, value }),
      commit: ({ changes }: Commit) => {
        for (const change of changes) if (change.kind === 'save-setting') ({ value } = change);
        return Promise.resolve('committed' as const);
      },
    };
  };

  it('is asked for until there is one, and again when it is two days old', async () => {
    const store = settings();
    expect(await examineBackup(store, now)).toEqual([{ kind: 'backup-old' }]);
    await noteBackup(store, now, '/backups');
    expect(await examineBackup(store, now + 1.5 * dayMs)).toEqual([]);
    expect(await examineBackup(store, now + 3 * dayMs)).toEqual([{ kind: 'backup-old', days: 3 }]);
  });

  it('is remembered with every place backups have been put in, each once', async () => {
    const store = settings();
    for (const folder of ['/first', '/second', '/first']) await noteBackup(store, now, folder);
    expect(await backupFolders(store)).toEqual(['/first', '/second']);
  });
});
