import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { SettingsFault, Settled } from './fault.ts';
import { parseMasterKey } from './master-key.ts';
import { Secret } from './secret.ts';
import { readStoreUrl } from './store-url.ts';
import type { StoreChoice } from './store-url.ts';

export const roles = ['intake', 'worker', 'app', 'desk'] as const;
export type Role = (typeof roles)[number];

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

export type Platform =
  | {
      readonly kind: 'discord';
      readonly token: Secret<string>;
      /** Another server that speaks Discord's API, for tests. No slash at the end. */
      readonly api?: string;
    }
  | {
      readonly kind: 'sandbox';
      /** Absent: a free port near 4100. */
      readonly port?: number;
      /** File that gets every request the bot sends. */
      readonly requestLog?: string;
    };

export type MasterKeyChoice =
  | { readonly kind: 'given'; readonly key: Secret<Uint8Array> }
  /** `createIfMissing`: the sandbox may make its own; against Discord a lost key must be noticed. */
  | { readonly kind: 'file'; readonly path: string; readonly createIfMissing: boolean };

/** What the environment says, checked and with defaults filled in. */
export interface Settings {
  readonly platform: Platform;
  readonly configDir: string;
  readonly store: StoreChoice;
  /** Where this machine notes what a Redis has erased; a database has its own place for that, beside it. */
  readonly erasureLedger: string;
  readonly masterKey: MasterKeyChoice;
  /** Master keys that still open what they have wrapped, while a rotation goes on. */
  readonly previousKeys: readonly Secret<Uint8Array>[];
  /** The parts of the program this process runs; each once, never empty. */
  readonly roles: readonly Role[];
  /** Health and metrics on loopback; 0 takes a free port. */
  readonly operationsPort: number;
  readonly desk: {
    /** 0 takes a free port. */
    readonly port: number;
    readonly host: string;
    /** Where staff reach the desk, without a slash at the end; absent: on this machine only. */
    readonly url?: string;
    /** The municipality's own folder that reports can be put in. */
    readonly exportDir?: string;
    /** The municipality's own sign-in; absent: one-time links. */
    readonly oidc?: {
      readonly issuer: string;
      readonly clientId: string;
      readonly clientSecret: Secret<string>;
      readonly scope: string;
      readonly acr?: string;
    };
  };
  readonly logLevel: LogLevel;
  /** Gateway sessions that read DMs side by side. */
  readonly intakes: 1 | 2;
  /** This process's name among those that read DMs; each keeps a gateway session of its own. */
  readonly intakeName: string;
  /** This process's name among those that bring words to staff, the same after a restart; absent: the machine's name. */
  readonly workerName?: string;
  /** Signs what goes to the municipality's own alert gateway. */
  readonly alertWebhookSecret?: Secret<string>;
  /** How many requests a second this process may make of Discord, interactions not counted. */
  readonly requestsPerSecond: number;
  /** An outside monitor that is told while everything works; it calls people when it is no longer told. */
  readonly deadManUrl?: Secret<string>;
  readonly mode: 'development' | 'production' | 'test';
}

const choice = (values: readonly string[]) => `needs one of ${values.join(', ')}`;
const oneOf = <const Values extends readonly string[]>(values: Values) => z.enum(values, choice(values));

const port = z
  .string()
  .regex(/^\d{1,5}$/, 'needs a port number from 0 to 65535')
  .transform(Number)
  .refine((number) => number <= 65_535, 'needs a port number from 0 to 65535');

const roleList = z.string().transform((text, context): readonly Role[] => {
  const named = text.split(',').map((part) => part.trim());
  const known = roles.filter((role) => named.includes(role));
  if (named.length === known.length) return known;
  context.addIssue({ code: 'custom', message: `needs some of ${roles.join(', ')}, each once, with commas between` });
  return z.NEVER;
});

const token = z
  .string()
  .min(1, 'is empty; take the variable away to run the sandbox')
  .refine((text) => !/^bot\s/i.test(text), { error: 'needs the token alone, without the word Bot', abort: true })
  .refine((text) => !/\s/.test(text), 'has a space or a line break in it')
  .transform((text) => new Secret(text));

const loopback = ['127.0.0.1', 'localhost', '[::1]'];
const safeAddress = z.string().transform((text, context): string => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && loopback.includes(url.hostname));
  if (safe && url.username === '' && url.password === '') return text.replace(/\/+$/, '');
  context.addIssue({ code: 'custom', message: 'needs an https address, or an http address on this machine' });
  return z.NEVER;
});

const processName = z.string().regex(/^[a-z][a-z0-9-]{0,30}$/, 'needs small letters, digits and hyphens, at most 31');

const deskUrl = z.string().transform((text, context): string => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && loopback.includes(url.hostname));
  const bare =
    url?.username === '' && url.password === '' && url.pathname === '/' && url.search === '' && url.hash === '';
  if (safe && bare) return url.origin;
  context.addIssue({
    code: 'custom',
    message: 'needs an https address without a path, or an http address on this machine',
  });
  return z.NEVER;
});

const masterKey = z.string().transform((text, context): Secret<Uint8Array> => {
  const parsed = parseMasterKey(text, 'MASTER_KEY');
  if (parsed.ok) return parsed.value;
  for (const { what } of parsed.faults) context.addIssue({ code: 'custom', message: what });
  return z.NEVER;
});

const previousKeys = z.string().transform((text, context): readonly Secret<Uint8Array>[] =>
  text.split(',').flatMap((one) => {
    const parsed = parseMasterKey(one, 'MASTER_KEY_PREVIOUS');
    if (parsed.ok) return [parsed.value];
    for (const { what } of parsed.faults) context.addIssue({ code: 'custom', message: what });
    return [];
  }),
);

const store = z.string().transform((text, context): StoreChoice => {
  const read = readStoreUrl(text);
  if (typeof read !== 'string') return read;
  context.addIssue({ code: 'custom', message: read });
  return z.NEVER;
});

const variables = z.object({
  DISCORD_TOKEN: token.optional(),
  DISCORD_API: safeAddress.optional(),
  CONFIG_DIR: z.string().default('config'),
  STORE_URL: store.prefault('file:data/utekontakt.db'),
  ERASURE_LEDGER: z.string().default('data/redis.erased'),
  MASTER_KEY: masterKey.optional(),
  MASTER_KEY_PREVIOUS: previousKeys.optional(),
  MASTER_KEY_FILE: z.string().optional(),
  ROLES: roleList.prefault(roles.join(',')),
  SANDBOX_PORT: port.optional(),
  SANDBOX_REQUEST_LOG: z.string().optional(),
  OPERATIONS_PORT: port.optional(),
  DESK_PORT: port.optional(),
  DESK_HOST: z.union([z.ipv4(), z.ipv6()], 'needs an IP address to listen on').default('127.0.0.1'),
  DESK_URL: deskUrl.optional(),
  DESK_EXPORT_DIR: z.string().optional(),
  OIDC_ISSUER: safeAddress.optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z
    .string()
    .transform((text) => new Secret(text))
    .optional(),
  OIDC_SCOPE: z
    .string()
    .refine((text) => text.split(' ').includes('openid'), 'needs the word openid among the others')
    .prefault('openid'),
  OIDC_ACR: z.string().optional(),
  LOG_LEVEL: oneOf(logLevels).default('info'),
  INTAKES: oneOf(['1', '2'])
    .transform((text): 1 | 2 => (text === '1' ? 1 : 2))
    .prefault('1'),
  INTAKE_NAME: processName.prefault('intake'),
  WORKER_NAME: processName.optional(),
  ALERT_WEBHOOK_SECRET: z
    .string()
    .min(32, 'needs 32 characters or more')
    .transform((text) => new Secret(text))
    .optional(),
  DISCORD_REQUESTS_PER_SECOND: z
    .string()
    .regex(/^[1-9]\d{0,2}$/, 'needs a whole number from 1 to 999')
    .transform(Number)
    .prefault('45'),
  DEAD_MAN_URL: safeAddress.transform((text) => new Secret(text)).optional(),
  NODE_ENV: oneOf(['development', 'production', 'test']).default('development'),
});
type Variables = z.output<typeof variables>;

/** Every variable the program reads. */
export const knownVariables: readonly string[] = Object.keys(variables.shape);
/** Empty is a mistake for these, and «not set» for the others: a forgotten token must not start the sandbox silently. */
const mustNotBeEmpty: readonly string[] = ['DISCORD_TOKEN', 'MASTER_KEY', 'ALERT_WEBHOOK_SECRET', 'DEAD_MAN_URL'];
const prefix = 'UTEKONTAKT_';
const defaultOperationsPort = 9464;
const defaultDeskPort = 9465;

/**
 * Reads and checks the variables the program knows; each is described in docs/configuration.md.
 * @param exists whether a file is there; only asked about the key file
 */
export function readEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
  exists: (path: string) => boolean = existsSync,
): Settled<Settings> {
  const given = Object.fromEntries(
    Object.entries(environment).filter(
      ([name, value]) =>
        knownVariables.includes(name) && value !== undefined && (value !== '' || mustNotBeEmpty.includes(name)),
    ),
  );
  const parsed = variables.safeParse(given);
  const faults: SettingsFault[] = [
    ...unknownVariables(environment),
    ...(parsed.error?.issues ?? []).map(({ path, message }) => ({ where: path.join('.'), what: message })),
  ];
  if (!parsed.success) return { ok: false, faults };

  if (parsed.data.NODE_ENV === 'production' && !parsed.data.DISCORD_TOKEN) {
    faults.push({ where: 'DISCORD_TOKEN', what: 'is needed when NODE_ENV is production' });
  }
  const signIn = [parsed.data.OIDC_ISSUER, parsed.data.OIDC_CLIENT_ID, parsed.data.OIDC_CLIENT_SECRET];
  if (signIn.some((part) => part !== undefined) && signIn.includes(undefined)) {
    faults.push({
      where: 'OIDC_ISSUER',
      what: 'OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET are given together',
    });
  }
  const key = chooseMasterKey(parsed.data, exists);
  if (!key.ok) faults.push(...key.faults);
  if (!key.ok || faults.length > 0) return { ok: false, faults };
  return { ok: true, value: toSettings(parsed.data, key.value) };
}

/** The prefix is ours, so a variable with it is meant for us and misspelt. */
function unknownVariables(environment: Readonly<Record<string, string | undefined>>): readonly SettingsFault[] {
  return Object.keys(environment)
    .filter((name) => name.startsWith(prefix))
    .map((name) => {
      const meant = name.slice(prefix.length);
      return {
        where: name,
        what: knownVariables.includes(meant) ? `is not a setting; write ${meant}` : 'is not a setting',
      };
    });
}

function chooseMasterKey(given: Variables, exists: (path: string) => boolean): Settled<MasterKeyChoice> {
  const refuse = (where: string, what: string): Settled<never> => ({ ok: false, faults: [{ where, what }] });
  if (given.MASTER_KEY && given.MASTER_KEY_FILE !== undefined) {
    return refuse('MASTER_KEY_FILE', 'is given together with MASTER_KEY; keep one of them');
  }
  if (given.MASTER_KEY) return { ok: true, value: { kind: 'given', key: given.MASTER_KEY } };

  const shared = given.STORE_URL.kind === 'redis';
  if (shared && given.MASTER_KEY_FILE === undefined) {
    return refuse('MASTER_KEY', 'is needed with a Redis store: every process must have the same key');
  }
  const path =
    given.MASTER_KEY_FILE ??
    join(given.STORE_URL.kind === 'sqlite' ? dirname(given.STORE_URL.path) : 'data', 'master.key');
  const createIfMissing = given.DISCORD_TOKEN === undefined && !shared;
  if (!createIfMissing && !exists(path)) {
    return given.MASTER_KEY_FILE === undefined
      ? refuse('MASTER_KEY', `is needed with DISCORD_TOKEN, since there is no key file at ${path}`)
      : refuse('MASTER_KEY_FILE', `there is no file at ${path}`);
  }
  return { ok: true, value: { kind: 'file', path, createIfMissing } };
}

function oidcOf(given: Variables): Pick<Settings['desk'], 'oidc'> {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = given;
  if (issuer === undefined || clientId === undefined || !clientSecret) return {};
  const acr = given.OIDC_ACR === undefined ? {} : { acr: given.OIDC_ACR };
  return { oidc: { issuer, clientId, clientSecret, scope: given.OIDC_SCOPE, ...acr } };
}

function toSettings(given: Variables, key: MasterKeyChoice): Settings {
  const platform: Platform = given.DISCORD_TOKEN
    ? {
        kind: 'discord',
        token: given.DISCORD_TOKEN,
        ...(given.DISCORD_API !== undefined && { api: given.DISCORD_API }),
      }
    : {
        kind: 'sandbox',
        ...(given.SANDBOX_PORT !== undefined && { port: given.SANDBOX_PORT }),
        ...(given.SANDBOX_REQUEST_LOG !== undefined && { requestLog: given.SANDBOX_REQUEST_LOG }),
      };
  return {
    platform,
    configDir: given.CONFIG_DIR,
    store: given.STORE_URL,
    erasureLedger: given.ERASURE_LEDGER,
    masterKey: key,
    previousKeys: given.MASTER_KEY_PREVIOUS ?? [],
    requestsPerSecond: given.DISCORD_REQUESTS_PER_SECOND,
    roles: given.ROLES,
    operationsPort: given.OPERATIONS_PORT ?? (platform.kind === 'discord' ? defaultOperationsPort : 0),
    desk: {
      // Beside a local Discord there may be several; the link says where it is.
      port: given.DESK_PORT ?? (platform.kind === 'discord' && platform.api === undefined ? defaultDeskPort : 0),
      host: given.DESK_HOST,
      ...(given.DESK_URL !== undefined && { url: given.DESK_URL }),
      ...(given.DESK_EXPORT_DIR !== undefined && { exportDir: given.DESK_EXPORT_DIR }),
      ...oidcOf(given),
    },
    logLevel: given.LOG_LEVEL,
    intakes: given.INTAKES,
    intakeName: given.INTAKE_NAME,
    ...(given.WORKER_NAME !== undefined && { workerName: given.WORKER_NAME }),
    ...(given.ALERT_WEBHOOK_SECRET && { alertWebhookSecret: given.ALERT_WEBHOOK_SECRET }),
    ...(given.DEAD_MAN_URL && { deadManUrl: given.DEAD_MAN_URL }),
    mode: given.NODE_ENV,
  };
}
