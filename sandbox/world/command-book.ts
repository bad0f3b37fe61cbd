import { refuse } from '../errors.ts';
import { isObject, numberOf, textOf, withoutNulls, type JsonObject, type JsonValue, type Wire } from '../json.ts';
import { check } from '../validation/form.ts';
import { commandBody } from '../validation/command.ts';
import { invalidForm } from '../errors.ts';

export interface Command {
  readonly id: string;
  /** 1 slash command, 2 user menu, 3 message menu. */
  readonly type: number;
  readonly guildId: string | null;
  readonly name: string;
  readonly version: string;
  /** As registered, without nulls. */
  readonly body: JsonObject;
}

/** Most commands of each type in each scope. Source: Discord API docs, "Registering a Command". */
const MOST: Readonly<Record<number, number>> = { 1: 100, 2: 15, 3: 15 };

/** The application's registered commands, global and by guild. */
export class CommandBook {
  readonly #applicationId: string;
  readonly #nextId: () => string;
  #commands: readonly Command[] = [];

  constructor(applicationId: string, nextId: () => string) {
    this.#applicationId = applicationId;
    this.#nextId = nextId;
  }

  /** Commands of one scope: a guild, or global with null. */
  in(guildId: string | null): readonly Command[] {
    return this.#commands.filter((command) => command.guildId === guildId);
  }

  /** Commands that can be used in a guild, or in the DM with null. */
  usableIn(guildId: string | null): readonly Command[] {
    const global = this.in(null);
    return guildId === null ? global : [...this.in(guildId), ...global];
  }

  /** @throws ApiError 10063 */
  get(guildId: string | null, id: string): Command {
    const command = this.in(guildId).find((entry) => entry.id === id);
    if (command === undefined) throw refuse(10063);
    return command;
  }

  /** A new command, or a new body for the one of the same name and type. @throws ApiError 50035, 30032 */
  create(guildId: string | null, raw: JsonValue | undefined): { readonly command: Command; readonly isNew: boolean } {
    check(commandBody, raw);
    const made = this.#make(guildId, raw, null);
    const known = this.in(guildId).find(({ name, type }) => name === made.name && type === made.type);
    if (known === undefined && this.#count(guildId, made.type) >= (MOST[made.type] ?? 0)) throw refuse(30032);
    const command = known === undefined ? made : { ...made, id: known.id };
    this.#commands = [...this.#commands.filter((entry) => entry !== known), command];
    return { command, isNew: known === undefined };
  }

  /** @throws ApiError 10063, 50035 */
  edit(guildId: string | null, id: string, raw: JsonValue | undefined): Command {
    const known = this.get(guildId, id);
    const merged = { ...known.body, ...(isObject(raw) ? raw : {}) };
    check(commandBody, merged);
    const command = this.#make(guildId, merged, id);
    this.#commands = this.#commands.map((entry) => (entry === known ? command : entry));
    return command;
  }

  /** @throws ApiError 10063 */
  delete(guildId: string | null, id: string): void {
    const known = this.get(guildId, id);
    this.#commands = this.#commands.filter((entry) => entry !== known);
  }

  /** Replaces a whole scope; commands of the same name and type keep their id. @throws ApiError 50035 by index, 30032 */
  replace(guildId: string | null, bodies: readonly JsonValue[]): readonly Command[] {
    bodies.forEach((body, index) => check(commandBody, body, [index]));
    const before = this.in(guildId);
    const after = bodies.map((body) => {
      const made = this.#make(guildId, body, null);
      const known = before.find(({ name, type }) => name === made.name && type === made.type);
      return known === undefined ? made : { ...made, id: known.id };
    });
    this.#checkNames(after);
    for (const [type, most] of Object.entries(MOST)) {
      if (after.filter((command) => command.type === Number(type)).length > most) throw refuse(30032);
    }
    this.#commands = [...this.#commands.filter((entry) => entry.guildId !== guildId), ...after];
    return after;
  }

  #checkNames(commands: readonly Command[]): void {
    const seen = new Set<string>();
    const faults = commands.flatMap(({ name, type }, index) => {
      const key = `${type}:${name}`;
      const twice = seen.has(key);
      seen.add(key);
      const message = 'Application command names must be unique';
      return twice ? [{ path: [index], code: 'APPLICATION_COMMANDS_DUPLICATE_NAME', message }] : [];
    });
    if (faults.length > 0) throw invalidForm(faults);
  }

  #count(guildId: string | null, type: number): number {
    return this.in(guildId).filter((command) => command.type === type).length;
  }

  #make(guildId: string | null, raw: JsonValue | undefined, id: string | null): Command {
    const body = withoutNulls(isObject(raw) ? raw : {});
    const type = typeof body['type'] === 'number' ? body['type'] : 1;
    const name = typeof body['name'] === 'string' ? body['name'] : '';
    return { id: id ?? this.#nextId(), type, guildId, name, version: this.#nextId(), body };
  }

  wire(command: Command, withLocalisations: boolean): Wire {
    const { body } = command;
    const bits = textOf(body, 'default_member_permissions') ?? numberOf(body, 'default_member_permissions');
    return {
      id: command.id,
      application_id: this.#applicationId,
      version: command.version,
      type: command.type,
      name: command.name,
      description: body['description'] ?? '',
      ...(withLocalisations
        ? {
            name_localizations: body['name_localizations'] ?? null,
            description_localizations: body['description_localizations'] ?? null,
          }
        : {}),
      default_member_permissions: bits === null ? null : String(bits),
      dm_permission: command.guildId === null ? (body['dm_permission'] ?? true) : undefined,
      contexts: body['contexts'] ?? null,
      integration_types: body['integration_types'] ?? [0],
      nsfw: body['nsfw'] ?? false,
      ...(command.guildId === null ? {} : { guild_id: command.guildId }),
      ...(body['options'] === undefined
        ? {}
        : { options: withLocalisations ? body['options'] : withoutLocalisations(body['options']) }),
    };
  }
}

function withoutLocalisations(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map((entry: JsonValue) => withoutLocalisations(entry));
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(([key]) => !key.endsWith('_localizations'));
  return Object.fromEntries(kept.map(([key, entry]) => [key, withoutLocalisations(entry)]));
}
