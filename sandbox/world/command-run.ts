import { ApplicationCommandOptionType as O, PermissionFlagsBits as P } from '../discord-codes.ts';
import type { Autocomplete, CommandOptions, RunCommand, RunContextCommand } from '../control-api.ts';
import { flagOf, numberOf, objectOf, objectsOf, textOf, type JsonObject, type Wire } from '../json.ts';
import { isList } from '../json.ts';
import { lengthOf } from '../validation/form.ts';
import type { Command } from './command-book.ts';
import { channelFor, mayUseCommands, messageFor, notPossible, resolve, startInteraction } from './interaction-start.ts';
import type { Channel } from './model.ts';
import { channelPermissions, has } from './permissions.ts';
import { wireMessage } from './wire-message.ts';
import type { World } from './world.ts';

/** Commands this person can use in this channel. Source: Discord API docs, "Interaction Contexts", "Permissions". */
export function commandsFor(world: World, userId: string, channel: Channel): readonly Command[] {
  if (!mayUseCommands(world, channel, userId)) return [];
  const inDm = channel.guildId === null;
  if (!inDm && world.guildOf(channel)?.botState !== 'member') return [];
  const granted = channelPermissions(world, channel, userId);
  return world.commands.usableIn(channel.guildId).filter(({ body }) => {
    const contexts = body['contexts'];
    const here = isList(contexts) ? contexts.includes(inDm ? 1 : 0) : !inDm || flagOf(body, 'dm_permission') !== false;
    const bits = body['default_member_permissions'];
    const needed = typeof bits === 'string' || typeof bits === 'number' ? BigInt(bits) : null;
    if (inDm || needed === null) return here;
    return here && (needed === 0n ? has(granted, P.Administrator) : has(granted, needed));
  });
}

/** The text of a command or option in a person's locale. */
export function shown(body: JsonObject, key: 'name' | 'description', locale: string): string {
  const translated = objectOf(body, `${key}_localizations`);
  return (translated === null ? null : textOf(translated, locale)) ?? textOf(body, key) ?? '';
}

function isCalled(body: JsonObject, name: string): boolean {
  const translated = Object.values(objectOf(body, 'name_localizations') ?? {});
  return body['name'] === name || translated.includes(name);
}

function find(world: World, userId: string, channel: Channel, name: string, types: readonly number[]): Command {
  const command = commandsFor(world, userId, channel).find(
    (entry) => types.includes(entry.type) && isCalled(entry.body, name),
  );
  if (command === undefined) throw notPossible(`no command «${name}» here`);
  return command;
}

interface Chosen {
  /** `group sub` parts of the full name. */
  readonly path: readonly string[];
  readonly definitions: readonly JsonObject[];
  readonly wrap: (options: readonly Wire[]) => readonly Wire[];
}

function choose(command: Command, run: RunCommand): Chosen {
  const inside = (body: JsonObject, name: string, type: number): JsonObject => {
    const found = objectsOf(body, 'options').find((option) => option['type'] === type && isCalled(option, name));
    if (found === undefined) throw notPossible(`«${run.name}» has no «${name}»`);
    return found;
  };
  const group = run.subcommandGroup === undefined ? null : inside(command.body, run.subcommandGroup, O.SubcommandGroup);
  const sub = run.subcommand === undefined ? null : inside(group ?? command.body, run.subcommand, O.Subcommand);
  const last = sub ?? command.body;
  if (
    objectsOf(last, 'options').some((option) => option['type'] === O.Subcommand || option['type'] === O.SubcommandGroup)
  ) {
    throw notPossible(`«${run.name}» needs a subcommand`);
  }
  const groupName = group === null ? [] : [textOf(group, 'name') ?? ''];
  const subName = sub === null ? [] : [textOf(sub, 'name') ?? ''];
  return {
    path: [...groupName, ...subName],
    definitions: objectsOf(last, 'options'),
    wrap: (options) => {
      const inner = sub === null ? options : [{ name: subName[0], type: O.Subcommand, options }];
      return group === null ? inner : [{ name: groupName[0], type: O.SubcommandGroup, options: inner }];
    },
  };
}

/** A slash command. @throws ApiError 400 when Discord's client would not send it */
export async function runCommand(world: World, userId: string, run: RunCommand) {
  return startSlash(world, userId, run, null);
}

/** Text typed so far in an option that completes itself. */
export async function autocomplete(world: World, userId: string, run: Autocomplete) {
  return startSlash(world, userId, run, run.focused);
}

async function startSlash(world: World, userId: string, run: RunCommand, focused: string | null) {
  const channel = channelFor(world, userId, run.channelId);
  const command = find(world, userId, channel, run.name, [1]);
  const chosen = choose(command, run);
  const given = canonical(chosen.definitions, run.options ?? {});
  const resolved: Wire = {};
  const options = chosen.definitions.flatMap((definition) => {
    const name = textOf(definition, 'name') ?? '';
    const value = given[name];
    if (focused !== null && isCalled(definition, focused)) {
      if (flagOf(definition, 'autocomplete') !== true) throw notPossible(`«${name}» does not complete itself`);
      return [{ name, type: definition['type'], value: value ?? '', focused: true }];
    }
    if (value === undefined) {
      if (flagOf(definition, 'required') === true && focused === null) throw notPossible(`«${name}» must be given`);
      return [];
    }
    const checked = checkValue(world, channel, definition, value, resolved);
    return [{ name, type: definition['type'], value: checked }];
  });
  const data = {
    id: command.id,
    name: command.name,
    type: 1,
    ...(command.guildId === null ? {} : { guild_id: command.guildId }),
    options: chosen.wrap(options),
    ...(Object.keys(resolved).length === 0 ? {} : { resolved }),
  };
  const name = [command.name, ...chosen.path].join(' ');
  return startInteraction(world, { userId, channel, type: focused === null ? 2 : 4, data, name, commandType: 1 });
}

/** Values by registered option name. @throws ApiError 400 for an option the command does not have */
function canonical(definitions: readonly JsonObject[], given: CommandOptions): CommandOptions {
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => {
      const definition = definitions.find((entry) => isCalled(entry, name));
      if (definition === undefined) throw notPossible(`no option «${name}»`);
      return [textOf(definition, 'name') ?? '', value];
    }),
  );
}

const KINDS: Readonly<Record<number, readonly ('user' | 'role' | 'channel')[]>> = {
  [O.User]: ['user'],
  [O.Channel]: ['channel'],
  [O.Role]: ['role'],
  [O.Mentionable]: ['user', 'role'],
};

type Value = CommandOptions[string];

function checkValue(world: World, channel: Channel, definition: JsonObject, value: Value, resolved: Wire): Value {
  const type = numberOf(definition, 'type') ?? 0;
  const name = textOf(definition, 'name') ?? '';
  const kinds = KINDS[type];
  if (kinds !== undefined) {
    for (const [kind, found] of Object.entries(resolve(world, channel, [String(value)], kinds))) {
      resolved[kind] = Object.assign(resolved[kind] ?? {}, found);
    }
    return String(value);
  }
  const wanted = type === O.String ? 'string' : type === O.Boolean ? 'boolean' : 'number';
  if (typeof value !== wanted) throw notPossible(`«${name}» takes a ${wanted}`);
  if (type === O.Integer && !Number.isSafeInteger(value)) throw notPossible(`«${name}» takes a whole number`);
  const choices = objectsOf(definition, 'choices');
  if (choices.length > 0 && !choices.some((choice) => choice['value'] === value))
    throw notPossible(`«${name}» has no such choice`);
  const size = typeof value === 'string' ? lengthOf(value) : Number(value);
  const least = numberOf(definition, typeof value === 'string' ? 'min_length' : 'min_value');
  const most = numberOf(definition, typeof value === 'string' ? 'max_length' : 'max_value');
  if ((least !== null && size < least) || (most !== null && size > most))
    throw notPossible(`«${name}» is out of range`);
  return value;
}

/** A command on a message or a person. @throws ApiError 400 */
export async function runContextCommand(world: World, userId: string, run: RunContextCommand) {
  const channel = channelFor(world, userId, run.channelId);
  const command = find(world, userId, channel, run.name, [2, 3]);
  const resolved =
    command.type === 2
      ? resolve(world, channel, [run.targetId], ['user'])
      : { messages: { [run.targetId]: wireMessage(world, messageFor(world, userId, channel, run.targetId)) } };
  const data = {
    id: command.id,
    name: command.name,
    type: command.type,
    target_id: run.targetId,
    resolved,
    ...(command.guildId === null ? {} : { guild_id: command.guildId }),
  };
  return startInteraction(world, { userId, channel, type: 2, data, name: command.name, commandType: command.type });
}
