import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messageView } from '../../../sandbox/control/message-view.ts';
import { objectsOf, textOf } from '../../../sandbox/json.ts';
import type { JsonObject, Wire } from '../../../sandbox/json.ts';
import { wireMessage } from '../../../sandbox/world/wire-message.ts';
import { addNeighbour, neighbourIds } from '../../../sandbox/seed-neighbour.ts';
import { seedIds } from '../../../sandbox/seed.ts';
import { textOfMessage } from '../../../sandbox/visitor.ts';
import type { Command } from '../../../sandbox/world/command-book.ts';
import { dmWithBot } from '../../../sandbox/control/user-messages.ts';
import { resolve, startInteraction } from '../../../sandbox/world/interaction-start.ts';
import type { Channel, Message } from '../../../sandbox/world/model.ts';
import type { StaffRole } from '../../../src/core/access.ts';
import { isCaseId } from '../../../src/core/ids.ts';
import type { CaseId, MunicipalityId } from '../../../src/core/ids.ts';
import { dayMs } from '../../../src/core/time.ts';
import { decodeCustomId, kindOfRoute, routeNames } from '../../../src/discord/custom-id.ts';
import type { Route } from '../../../src/discord/custom-id.ts';
import { fields } from '../../../src/discord/written-form.ts';
import { approvalTexts } from '../../../src/i18n/approval.ts';
import { textsIn } from '../../../src/i18n/catalogue.ts';
import { reflectionTexts } from '../../../src/i18n/reflection.ts';
import { requestTexts } from '../../../src/i18n/requests.ts';
import { setupTexts } from '../../../src/i18n/setup.ts';
import { triageTexts } from '../../../src/i18n/triage.ts';
import { lookInto } from '../delivery/look-into.ts';
import { masterKey, openStage, ordinaryWords, until } from '../delivery/stage.ts';
import { twoMunicipalities } from './neighbour.ts';
import { whoMayPress, whoMayRun } from './who-may.ts';
import type { WhoMay } from './who-may.ts';

/**
 * The real program is asked for everything it answers, by everybody it must refuse. What is asked for comes from its own
 * lists: the routes of `custom-id.ts` and the commands it has registered.
 */
const { users, guilds, channels, roles } = seedIds;
const roleIds: Readonly<Record<StaffRole, string>> = {
  caseworker: roles.saksbehandler,
  dutyLead: roles.vakthavende,
  coordinator: roles.koordinator,
  contentProducer: roles.innholdsprodusent,
};
const staffRoles = Object.keys(roleIds) as readonly StaffRole[];
const { outcomes } = textsIn('nb');
/** Every sentence somebody without the role is met with. */
const refusals: readonly string[] = [
  outcomes.notPermitted(),
  approvalTexts.notPermitted,
  reflectionTexts.notPermitted,
  requestTexts.notPermitted,
  setupTexts.notPermitted,
  triageTexts.notPermitted,
];

const configuration = twoMunicipalities();
const stage = await openStage({ env: { CONFIG_DIR: configuration.folder } });
const { world } = stage.discord;
addNeighbour(world);
const vakt = world.channel(channels.vakt);
let card: Message;
let caseId: CaseId;

beforeAll(async () => {
  await stage.bot.start();
  stage.discord.write(0, ordinaryWords);
  await stage.shown('Ingen har tatt den');
  await stage.shown(ordinaryWords);
  const shown = vakt.log.newest();
  if (!shown) throw new Error('no card');
  card = shown;
  caseId = caseOf(card);
  const isRegistered = () => [guilds.municipality, neighbourIds.guild].every((id) => world.commands.in(id).length > 20);
  await until(isRegistered, 20_000, 'commands in both guilds');
});
afterAll(async () => {
  await stage.close();
  configuration.remove();
});

function caseOf(message: Message): CaseId {
  const ids = JSON.stringify(message.components).match(/[\w-]{22}/gu) ?? [];
  const [id] = ids.filter((one) => isCaseId(one) && decodeCustomId(`case-claim:${one}`));
  if (id === undefined || !isCaseId(id)) throw new Error('no case on the card');
  return id;
}

/** A case that is nobody's: whoever may look for it is told that it is not there. */
const nobodys = 'A'.repeat(22) as CaseId;
const tableNow = () => whoMayPress(nobodys, Date.now() + dayMs);

/** In the municipality's own guild with these roles and no others, from this very moment. */
function employ(userId: string, held: readonly StaffRole[]): void {
  setRoles(
    guilds.municipality,
    userId,
    held.map((role) => roleIds[role]),
  );
}

function setRoles(guildId: string, userId: string, ids: readonly string[]): void {
  const held = world.member(world.guild(guildId), userId).roleIds;
  held.clear();
  for (const id of ids) held.add(id);
}

interface From {
  readonly userId: string;
  readonly channel: Channel;
}

/** What the asker is shown: the title of a form, or the words of the answer. */
async function answered(
  from: From,
  asked: { readonly type: 2 | 3 | 5; readonly data: Wire; readonly source?: Message },
) {
  const { interaction, receipt } = await startInteraction(world, { ...from, ...asked });
  if (receipt.kind === 'modal') return `form: ${receipt.modal.title}`;
  const words = () => (interaction.original ? textOfMessage(messageView(world, interaction.original)) : '');
  await until(() => !interaction.waiting && words() !== '', 5_000, `answer to ${JSON.stringify(asked.data)}`);
  return words();
}

/** A press on a message of their own, so that an answer in its place is theirs alone; or a form that is sent. */
function press(from: From, route: Route, on: CaseId): Promise<string> {
  const { args, values = [] } = whoMayPress(on, Date.now() + dayMs)[route];
  const customId = [route, ...args].join(':');
  const source: Message = {
    ...card,
    id: world.mint.next(),
    channelId: from.channel.id,
    onlyFor: from.userId,
    components: [],
  };
  world.ephemeral.set(source.id, source);
  const kind = kindOfRoute(route);
  if (kind === 'form') return answered(from, { type: 5, data: { custom_id: customId, components: filledIn }, source });
  const data = {
    custom_id: customId,
    id: 1,
    ...(kind === 'select' ? { component_type: 3, values } : { component_type: 2 }),
  };
  return answered(from, { type: 3, data, source });
}
/** Something in every field a form of ours can have. */
const filledIn = Object.values(fields).map((name) => ({
  type: 18,
  id: 1,
  component: { type: 4, id: 2, custom_id: name, value: 'planter' },
}));

interface Leaf {
  /** `name` or `name sub`. */
  readonly path: string;
  readonly data: Wire;
}

/** Everything that can be run in the municipality's guild, with something in every field that must be filled in. */
const commandsOf = (guildId: string): readonly Leaf[] =>
  world.commands.usableIn(guildId).flatMap((command) => leavesOf(command));

function leavesOf({ id, name, type, guildId, body }: Command): readonly Leaf[] {
  const base = { id, name, type, ...(guildId === null ? {} : { guild_id: guildId }) };
  if (type === 3)
    return [{ path: name, data: { ...base, target_id: card.id, resolved: { messages: { [card.id]: wireCard() } } } }];
  const parts = objectsOf(body, 'options').filter((option) => option['type'] === 1);
  if (parts.length === 0) return [{ path: name, data: { ...base, options: given(body) } }];
  return parts.map((part) => {
    const partName = textOf(part, 'name') ?? '';
    return {
      path: `${name} ${partName}`,
      data: { ...base, options: [{ name: partName, type: 1, options: given(part) }] },
    };
  });
}

const wireCard = (): Wire => wireMessage(world, card);

/** By Discord's option type: a text that is a date too, a number, a person. */
const examples: Readonly<Record<number, string | number>> = { 3: '2026-11-20', 4: 1, 6: users.kari };
/** The fields that must be filled in. */
const given = (body: JsonObject): readonly Wire[] =>
  objectsOf(body, 'options')
    .filter((option) => option['required'] === true)
    .map((option) => {
      const [choice] = objectsOf(option, 'choices');
      const type = Number(option['type']);
      return { name: option['name'], type, value: choice?.['value'] ?? examples[type] };
    });

const run = (from: From, { data }: Leaf): Promise<string> =>
  answered(from, {
    type: 2,
    data: { ...data, resolved: { ...resolve(world, vakt, [users.kari], ['user']), ...(data['resolved'] ?? {}) } },
  });

const isRefusal = (shown: string): boolean => refusals.some((sentence) => shown.split('\n')[0] === sentence);

/** The name of whoever is refused, as the table has it. */
type Asker = StaffRole | 'nobody';
const askers: readonly Asker[] = [...staffRoles, 'nobody'];
const isLetIn = (who: WhoMay, asker: Asker): boolean =>
  who === 'anyone' || (Array.isArray(who) && asker !== 'nobody' && who.includes(asker));

const staffChannelsHere = [channels.vakt, channels.koordinering, neighbourIds.channels.vakt];
/** In a channel and its threads. What only the asker sees is in no channel's log. */
const postsUnder = (channelId: string): number =>
  [...world.channels.values()]
    .filter(({ id, parentId }) => id === channelId || parentId === channelId)
    .reduce((sum, { log }) => sum + log.size, 0);

/** What is on record in both municipalities, and what stands where staff read: the same before and after whatever is refused. */
async function tracesLeft(): Promise<readonly number[]> {
  const counts = await lookInto(`file:${join(stage.folder, 'utekontakt.db')}`, [masterKey], (store) =>
    Promise.all(
      ['eksempelvik', 'nabovik'].map(async (id) => {
        const entries = await store.listAudit(id as MunicipalityId, 0, Date.now() + dayMs, 10_000);
        return entries.length;
      }),
    ),
  );
  return [...counts, ...staffChannelsHere.map(postsUnder)];
}

const staffRoutes = routeNames.filter((route) => Array.isArray(tableNow()[route].who));
const caseRoutes = staffRoutes.filter((route) => route.startsWith('case-'));
const staffCommands = (guildId: string): readonly Leaf[] =>
  commandsOf(guildId).filter(({ path }) => Array.isArray(whoMayRun[path]));

describe('what may be asked of the program', () => {
  it('is in the tables, every command and every route', () => {
    expect(
      commandsOf(guilds.municipality)
        .map(({ path }) => path)
        .toSorted(),
    ).toEqual(Object.keys(whoMayRun).sort());
    expect(caseRoutes.length).toBeGreaterThan(20);
    expect(staffRoutes.length).toBeGreaterThan(50);
    expect(staffCommands(neighbourIds.guild).length).toBeGreaterThan(35);
  });
});

describe('nothing is answered, posted or put on record', () => {
  /** Where somebody asks who may nothing there, although they may elsewhere or did a moment ago. */
  const outside: readonly (readonly [string, () => From])[] = [
    [
      'whose role was taken away after the card was shown',
      () => {
        employ(users.ola, []);
        return { userId: users.ola, channel: vakt };
      },
    ],
    [
      'who works there, and presses in a game server',
      () => {
        employ(users.kari, staffRoles);
        return { userId: users.kari, channel: world.channel(channels.minecraftVelkommen) };
      },
    ],
    [
      'who works there, and presses in a direct message',
      () => {
        employ(users.kari, staffRoles);
        return { userId: users.kari, channel: dmWithBot(world, users.kari) };
      },
    ],
  ];

  it.each(outside)(
    'for somebody %s',
    async (_name, from) => {
      const before = await tracesLeft();
      const asker = from();
      const letIn: string[] = [];
      for (const route of staffRoutes) if (!isRefusal(await press(asker, route, caseId))) letIn.push(route);
      for (const leaf of staffCommands(guilds.municipality))
        if (!isRefusal(await run(asker, leaf))) letIn.push(`/${leaf.path}`);
      expect(letIn).toEqual([]);
      expect(await tracesLeft()).toEqual(before);
    },
    60_000,
  );

  it('about a case for those who work in another municipality', async () => {
    const before = await tracesLeft();
    const { saksbehandler, vakthavende, koordinator } = neighbourIds.roles;
    setRoles(neighbourIds.guild, users.ola, [saksbehandler, vakthavende, koordinator]);
    const asker = { userId: users.ola, channel: world.channel(neighbourIds.channels.vakt) };
    const shown = new Map<string, string>();
    for (const route of caseRoutes) shown.set(route, await press(asker, route, caseId));
    const told = [...shown].filter(([, words]) => words !== outcomes.notFound());
    expect(told).toEqual([]);
    const [number = ''] = /(?<=Sak )\d+/u.exec(textOfMessage(messageView(world, card))) ?? [];
    expect(number).not.toBe('');
    for (const route of ['request-answer', 'request-answer-sent'] as const)
      expect(await press(asker, route, caseId)).not.toContain(number);
    expect(await tracesLeft()).toEqual(before);
  }, 60_000);
});

describe('each role is let in to exactly what the table says', () => {
  it.each(askers)(
    '%s',
    async (asker) => {
      employ(users.ola, asker === 'nobody' ? [] : [asker]);
      const from = { userId: users.ola, channel: vakt };
      const wrong: string[] = [];
      for (const route of routeNames) {
        const shown = await press(from, route, nobodys);
        const { who } = tableNow()[route];
        const isRight =
          who === 'its-own-sender' ? shown === outcomes.staleComponent() : isRefusal(shown) !== isLetIn(who, asker);
        if (!isRight) wrong.push(`${route}: ${shown}`);
      }
      for (const leaf of commandsOf(guilds.municipality)) {
        const shown = await run(from, leaf);
        if (isRefusal(shown) === isLetIn(whoMayRun[leaf.path] ?? [], asker)) wrong.push(`/${leaf.path}: ${shown}`);
      }
      expect(wrong).toEqual([]);
    },
    60_000,
  );
});
