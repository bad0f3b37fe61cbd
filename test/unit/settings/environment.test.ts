import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { knownVariables, readEnvironment } from '../../../src/settings/environment.ts';
import type { Settings } from '../../../src/settings/environment.ts';
import { faultLine } from '../../../src/settings/fault.ts';
import { Secret } from '../../../src/settings/secret.ts';

const key = Buffer.from(Array.from({ length: 32 }, (_, index) => index)).toString('base64');
const shortKey = Buffer.from('0123456789abcdef').toString('base64');

const nothingThere = () => false;
const everythingThere = () => true;

function settingsOf(environment: Record<string, string>, exists = nothingThere): Settings {
  const read = readEnvironment(environment, exists);
  if (!read.ok) throw new Error(read.faults.map(faultLine).join('\n'));
  return read.value;
}
function linesOf(environment: Record<string, string>, exists = nothingThere): readonly string[] {
  const read = readEnvironment(environment, exists);
  return read.ok ? [] : read.faults.map(faultLine);
}

describe('readEnvironment', () => {
  it('needs nothing for the sandbox', () => {
    expect(settingsOf({ PATH: '/usr/bin', HOME: '/home/eksempel' })).toEqual({
      platform: { kind: 'sandbox' },
      configDir: 'config',
      store: { kind: 'sqlite', path: 'data/utekontakt.db' },
      masterKey: { kind: 'file', path: 'data/master.key', createIfMissing: true },
      previousKeys: [],
      erasureLedger: 'data/redis.erased',
      requestsPerSecond: 45,
      roles: ['intake', 'worker', 'app', 'desk'],
      operationsPort: 0,
      desk: { port: 0, host: '127.0.0.1' },
      logLevel: 'info',
      intakes: 1,
      intakeName: 'intake',
      mode: 'development',
    });
  });

  it('takes every variable into account', () => {
    const settings = settingsOf({
      DISCORD_TOKEN: 'invented.sandbox.token',
      DISCORD_API: 'http://127.0.0.1:4100/api/',
      CONFIG_DIR: '/etc/utekontakt',
      STORE_URL: 'rediss://store.eksempelvik.example:6379/0',
      MASTER_KEY: key,
      ROLES: 'worker, intake',
      OPERATIONS_PORT: '9999',
      DESK_PORT: '9998',
      DESK_HOST: '::1',
      DESK_URL: 'https://skjema.eksempelvik.example/',
      LOG_LEVEL: 'debug',
      INTAKES: '2',
      NODE_ENV: 'production',
    });
    expect(settings).toMatchObject({
      platform: { kind: 'discord', api: 'http://127.0.0.1:4100/api' },
      configDir: '/etc/utekontakt',
      store: { kind: 'redis' },
      masterKey: { kind: 'given' },
      roles: ['intake', 'worker'],
      operationsPort: 9999,
      desk: { port: 9998, host: '::1', url: 'https://skjema.eksempelvik.example' },
      logLevel: 'debug',
      intakes: 2,
      mode: 'production',
    });
    const { platform, store, masterKey } = settings;
    expect(platform.kind === 'discord' && platform.token.reveal()).toBe('invented.sandbox.token');
    expect(store.kind === 'redis' && store.urls.reveal()).toEqual(['rediss://store.eksempelvik.example:6379/0']);
    expect(masterKey.kind === 'given' && [...masterKey.key.reveal()]).toEqual([...Buffer.from(key, 'base64')]);
  });

  it('takes the sandbox port and request log into account', () => {
    const { platform } = settingsOf({ SANDBOX_PORT: '0', SANDBOX_REQUEST_LOG: 'requests.jsonl' });
    expect(platform).toEqual({ kind: 'sandbox', port: 0, requestLog: 'requests.jsonl' });
  });

  it('lets the desk be on 9465 against Discord, and anywhere beside a local one', () => {
    const discord = { DISCORD_TOKEN: 'invented.token', MASTER_KEY: key };
    expect(settingsOf(discord).desk).toEqual({ port: 9465, host: '127.0.0.1' });
    expect(settingsOf({ ...discord, DISCORD_API: 'http://127.0.0.1:4100/api' }).desk.port).toBe(0);
  });

  it.each(['http://skjema.eksempelvik.example', 'https://skjema.example/sti', 'https://a:b@skjema.example', 'skjema'])(
    'refuses %s as the address of the desk',
    (DESK_URL) => {
      const read = readEnvironment({ DESK_URL });
      expect(read.ok ? [] : read.faults.map(({ where }) => where)).toEqual(['DESK_URL']);
    },
  );

  it('listens for health checks on 9464 against Discord', () => {
    expect(settingsOf({ DISCORD_TOKEN: 'a.b.c', MASTER_KEY: key }).operationsPort).toBe(9464);
  });

  it('reads an empty variable as one that is not set', () => {
    const empty = {
      CONFIG_DIR: '',
      STORE_URL: '',
      ROLES: '',
      LOG_LEVEL: '',
      SANDBOX_PORT: '',
      MASTER_KEY_FILE: '',
      NODE_ENV: '',
    };
    expect(settingsOf(empty)).toEqual(settingsOf({}));
  });

  it.each([
    ['file:data/a.db', { kind: 'sqlite', path: 'data/a.db' }],
    ['file:/var/lib/utekontakt/a.db', { kind: 'sqlite', path: '/var/lib/utekontakt/a.db' }],
    ['file:///var/lib/utekontakt/a.db', { kind: 'sqlite', path: '/var/lib/utekontakt/a.db' }],
  ])('reads the store %s', (url, store) => {
    expect(settingsOf({ STORE_URL: url }).store).toEqual(store);
  });

  it('reads several nodes of a Redis Cluster', () => {
    const { store } = settingsOf({ STORE_URL: 'redis://a:6379, redis://b:6379', MASTER_KEY: key });
    expect(store.kind === 'redis' && store.urls.reveal()).toEqual(['redis://a:6379', 'redis://b:6379']);
  });

  it('puts the key file beside the database', () => {
    expect(settingsOf({ STORE_URL: 'file:/srv/u/a.db' }).masterKey).toMatchObject({ path: '/srv/u/master.key' });
  });

  it('uses a key file that is there against Discord, and never makes one', () => {
    expect(settingsOf({ DISCORD_TOKEN: 'a.b.c' }, everythingThere).masterKey).toEqual({
      kind: 'file',
      path: 'data/master.key',
      createIfMissing: false,
    });
  });

  it.each<[string, Record<string, string>, string]>([
    [
      'an empty token',
      { DISCORD_TOKEN: '', MASTER_KEY: key },
      'DISCORD_TOKEN: is empty; take the variable away to run the sandbox',
    ],
    [
      'a token with Bot before it',
      { DISCORD_TOKEN: 'Bot a.b.c', MASTER_KEY: key },
      'DISCORD_TOKEN: needs the token alone, without the word Bot',
    ],
    [
      'a token over two lines',
      { DISCORD_TOKEN: 'a.b\n.c', MASTER_KEY: key },
      'DISCORD_TOKEN: has a space or a line break in it',
    ],
    ['a short key', { MASTER_KEY: shortKey }, 'MASTER_KEY: needs 32 bytes in base64, got 16'],
    ['a key that is no base64', { MASTER_KEY: 'hemmelig nøkkel' }, 'MASTER_KEY: needs 32 bytes in base64'],
    ['an empty key', { MASTER_KEY: '' }, 'MASTER_KEY: needs 32 bytes in base64'],
    [
      'a key of zeros',
      { MASTER_KEY: Buffer.alloc(32).toString('base64') },
      'MASTER_KEY: is one byte repeated; make one with: openssl rand -base64 32',
    ],
    [
      'no key against Discord',
      { DISCORD_TOKEN: 'a.b.c' },
      'MASTER_KEY: is needed with DISCORD_TOKEN, since there is no key file at data/master.key',
    ],
    [
      'no key for Redis',
      { STORE_URL: 'redis://localhost' },
      'MASTER_KEY: is needed with a Redis store: every process must have the same key',
    ],
    [
      'a key file that is not there',
      { DISCORD_TOKEN: 'a.b.c', MASTER_KEY_FILE: 'k' },
      'MASTER_KEY_FILE: there is no file at k',
    ],
    [
      'two keys',
      { MASTER_KEY: key, MASTER_KEY_FILE: 'k' },
      'MASTER_KEY_FILE: is given together with MASTER_KEY; keep one of them',
    ],
    [
      'an unknown role',
      { ROLES: 'worker,sender' },
      'ROLES: needs some of intake, worker, app, desk, each once, with commas between',
    ],
    [
      'a role twice',
      { ROLES: 'worker,worker' },
      'ROLES: needs some of intake, worker, app, desk, each once, with commas between',
    ],
    ['a port that is too high', { SANDBOX_PORT: '65536' }, 'SANDBOX_PORT: needs a port number from 0 to 65535'],
    ['a port in words', { OPERATIONS_PORT: 'off' }, 'OPERATIONS_PORT: needs a port number from 0 to 65535'],
    [
      'an unknown log level',
      { LOG_LEVEL: 'loud' },
      'LOG_LEVEL: needs one of fatal, error, warn, info, debug, trace, silent',
    ],
    [
      'no requests at all',
      { DISCORD_REQUESTS_PER_SECOND: '0' },
      'DISCORD_REQUESTS_PER_SECOND: needs a whole number from 1 to 999',
    ],
    ['three intakes', { INTAKES: '3' }, 'INTAKES: needs one of 1, 2'],
    ['an unknown mode', { NODE_ENV: 'prod' }, 'NODE_ENV: needs one of development, production, test'],
    [
      'another kind of store',
      { STORE_URL: 'postgres://x' },
      'STORE_URL: needs file:PATH, redis://HOST:PORT or rediss://HOST:PORT; several nodes of a Redis Cluster with commas between',
    ],
    [
      'a cluster of mixed protocols',
      { STORE_URL: 'redis://a,rediss://b', MASTER_KEY: key },
      'STORE_URL: needs file:PATH, redis://HOST:PORT or rediss://HOST:PORT; several nodes of a Redis Cluster with commas between',
    ],
    ['a store without a path', { STORE_URL: 'file:' }, 'STORE_URL: needs a path after file:'],
    [
      'a store in memory',
      { STORE_URL: 'file::memory:' },
      'STORE_URL: needs a file on disk: what is kept in memory is lost with the process',
    ],
    ['a store on another host', { STORE_URL: 'file://host/a.db' }, 'STORE_URL: needs file:PATH or file:///PATH'],
    ['a store with options', { STORE_URL: 'file:a.db?mode=ro' }, 'STORE_URL: needs a plain path, without ? or #'],
    [
      'the token sent in the clear',
      { DISCORD_API: 'http://discord.example/api' },
      'DISCORD_API: needs an https address, or an http address on this machine',
    ],
    [
      'an api that is no address',
      { DISCORD_API: 'sandbox' },
      'DISCORD_API: needs an https address, or an http address on this machine',
    ],
    [
      'a setting with our prefix',
      { UTEKONTAKT_LOG_LEVEL: 'info' },
      'UTEKONTAKT_LOG_LEVEL: is not a setting; write LOG_LEVEL',
    ],
    [
      'half a sign-in',
      { OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_ID: 'x', OIDC_CLIENT_SECRET: '' },
      'OIDC_ISSUER: OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET are given together',
    ],
    [
      'a sign-in over an open line',
      { OIDC_ISSUER: 'http://id.example', OIDC_CLIENT_ID: 'x', OIDC_CLIENT_SECRET: 'y' },
      'OIDC_ISSUER: needs an https address, or an http address on this machine',
    ],
    ['an invented setting', { UTEKONTAKT_MOOD: 'good' }, 'UTEKONTAKT_MOOD: is not a setting'],
  ])('refuses %s in one line', (_, environment, line) => {
    expect(linesOf(environment)).toEqual([line]);
  });

  it('tells every fault at once', () => {
    const lines = linesOf({ LOG_LEVEL: 'loud', INTAKES: '0', MASTER_KEY: shortKey, UTEKONTAKT_X: '1' });
    expect(lines.map((line) => line.split(':')[0])).toEqual(['UTEKONTAKT_X', 'MASTER_KEY', 'LOG_LEVEL', 'INTAKES']);
  });

  it('never repeats what may be secret', () => {
    const secret = 'HEMMELIG-VERDI';
    const environment = {
      DISCORD_TOKEN: `Bot ${secret}`,
      MASTER_KEY: secret,
      STORE_URL: `mysql://user:${secret}@host`,
      DISCORD_API: `http://user:${secret}@127.0.0.1`,
    };
    const lines = linesOf(environment);
    expect(lines).toHaveLength(4);
    expect(lines.join('\n')).not.toContain(secret);
  });

  it('holds secrets so that they do not print', () => {
    const settings = settingsOf({ DISCORD_TOKEN: 'a.b.c', MASTER_KEY: key, STORE_URL: 'redis://:passord@host' });
    for (const printed of [JSON.stringify(settings), inspect(settings, { depth: 9 }), String(new Secret('a.b.c'))]) {
      expect(printed).toContain('[secret]');
      expect(printed).not.toContain('a.b.c');
      expect(printed).not.toContain('passord');
    }
  });

  it('reads exactly the variables that are documented', () => {
    const page = readFileSync(new URL('../../../docs/configuration.md', import.meta.url), 'utf8');
    const documented = [...page.matchAll(/^\| `([A-Z_]+)` /gm)].map(([, name]) => name);
    expect(documented.toSorted()).toEqual(knownVariables.toSorted());
  });
});
