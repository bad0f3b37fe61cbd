import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawn, spawnSync } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import type { GatewaySessionView } from '../../../sandbox/control-api.ts';
import { seedIds } from '../../../sandbox/seed.ts';
import { Visitor } from '../../../sandbox/visitor.ts';
import { openScene, says } from './harness.ts';
import type { Scene } from './harness.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const entry = join(root, 'bin/utekontakt.mjs');
const folders: string[] = [];
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'utekontakt-start-'));
  folders.push(made);
  return made;
};
let scene: Scene | undefined;
afterEach(async () => {
  await scene?.close();
  scene = undefined;
  for (const made of folders.splice(0)) rmSync(made, { recursive: true, force: true });
});

/** Starts the program and waits for its end; the sandbox in this process must go on answering meanwhile. */
async function started(env: NodeJS.ProcessEnv, cwd = root, program = entry) {
  const child = spawn(process.execPath, [program, 'start'], { cwd, env: { PATH: process.env['PATH'], ...env } });
  const [stdout, stderr, [status]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit') as Promise<[number | null]>,
  ]);
  return { status, stdout, stderr };
}

/** Everything needed to start, so that each test can break one thing. */
const whole = async (): Promise<NodeJS.ProcessEnv> => {
  scene = await openScene();
  return {
    DISCORD_TOKEN: scene.sandbox.token,
    DISCORD_API: scene.sandbox.apiUrl,
    STORE_URL: `file:${join(folder(), 'utekontakt.db')}`,
    MASTER_KEY: Buffer.from(Array.from({ length: 32 }, (_, index) => index + 1)).toString('base64'),
    OPERATIONS_PORT: '0',
  };
};

describe('a start with something wrong', () => {
  it.each([
    ['an unknown variable', { UTEKONTAKT_LOG_LEVEL: 'info' }, /^UTEKONTAKT_LOG_LEVEL: /mu],
    ['a value that is none', { LOG_LEVEL: 'chatty' }, /^LOG_LEVEL: needs one of /mu],
    ['a short key', { MASTER_KEY: 'c2hvcnQ=' }, /^MASTER_KEY: needs 32 bytes in base64, got 5$/mu],
    ['a folder that is a file', { STORE_URL: 'file:/dev/null/utekontakt.db' }, /^STORE_URL: .*cannot be/mu],
    ['a wrong token', { DISCORD_TOKEN: 'not-the-token' }, /^DISCORD_TOKEN: Discord does not accept it$/mu],
    ['a configuration that is not there', { CONFIG_DIR: '/nowhere' }, /^\/nowhere: cannot be read/mu],
  ])('%s is one plain line and exit 78', async (_name, wrong, line) => {
    const { status, stdout, stderr } = await started({ ...(await whole()), ...wrong });
    expect(stderr).toMatch(line);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr + stdout).not.toMatch(/at .*\.ts:\d+/u);
    expect(status).toBe(78);
  });

  it('a missing key names what is needed', async () => {
    const { MASTER_KEY: _left, ...rest } = await whole();
    const { status, stderr } = await started(rest);
    expect(stderr).toMatch(/^MASTER_KEY: is needed with DISCORD_TOKEN/u);
    expect(status).toBe(78);
  });

  it('a port in use is named', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    const { status, stderr } = await started({ ...(await whole()), OPERATIONS_PORT: String(port) });
    taken.close();
    expect(stderr).toMatch(new RegExp(`^OPERATIONS_PORT: port ${port} cannot be used$`, 'mu'));
    expect(status).toBe(78);
  });

  it('a configuration file with a wrong field says which', async () => {
    const config = folder();
    cpSync(join(root, 'config'), config, { recursive: true });
    writeFileSync(join(config, 'eksempelvik', 'hours.json'), '{"timeZone":"Europe/Oslo","weekly":{"munday":[]}}');
    const { status, stderr } = await started({ ...(await whole()), CONFIG_DIR: config });
    expect(stderr).toMatch(/hours\.json: /u);
    expect(status).toBe(78);
  });

  it('another key than the store was written with is refused', async () => {
    const env = await whole();
    const child = spawn(process.execPath, [entry, 'start'], {
      cwd: root,
      env: { PATH: process.env['PATH'], ...env },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    await once(child, 'message');
    child.kill('SIGTERM');
    await once(child, 'exit');
    const other = Buffer.from(Array.from({ length: 32 }, (_, index) => 255 - index)).toString('base64');
    const { status, stderr } = await started({ ...env, MASTER_KEY: other });
    expect(stderr).toMatch(/was written with another MASTER_KEY$/mu);
    expect(status).toBe(78);
  });
});

describe('a Discord that does not answer', () => {
  it('is waited for, by what answers commands too', async () => {
    const env = await whole();
    await scene?.control('POST', '/faults', {
      kind: 'refuse',
      status: 502,
      method: 'GET',
      route: '/gateway/bot',
      count: 3,
    });
    const child = spawn(process.execPath, [entry, 'start'], {
      cwd: root,
      env: { PATH: process.env['PATH'], ...env, ROLES: 'worker,app' },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const first = await Promise.race([
      once(child, 'message').then(() => 'is up'),
      once(child, 'exit').then(([code]) => `ended with ${String(code)}`),
    ]);
    expect(first).toBe('is up');
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });
});

describe('the sandbox', () => {
  it('says in one line that its port is in use', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    const { status, stderr } = await started({ SANDBOX_PORT: String(port) });
    taken.close();
    expect(stderr).toBe('SANDBOX_PORT: the port is in use; choose another\n');
    expect(status).toBe(78);
  });

  it('starts with one command, with the real program in it', async () => {
    const child = spawn(process.execPath, [entry, 'start'], {
      cwd: root,
      env: { PATH: process.env['PATH'], STORE_URL: `file:${join(folder(), 'utekontakt.db')}` },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string];
    const url = /^Sandbox: (http:\/\/127\.0\.0\.1:\d+)\n$/u.exec(line)?.[1] ?? '';
    expect(await (await fetch(url)).text()).toMatch(/<html lang="nb">/u);
    const kim = new Visitor(url, seedIds.users.kim);
    await kim.sendDm('hei');
    await kim.waitForDm(says('Utekontakten i Eksempelvik kommune'), 15_000);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });
});

describe('a Node that is too old', () => {
  const olderNode = '/usr/bin/node';
  const olderVersion = spawnSync(olderNode, ['--version'], { encoding: 'utf8' }).stdout as string | null;
  const isOlder = Number(/^v(\d+)/u.exec(olderVersion ?? '')?.[1] ?? Infinity) < 26;

  it.runIf(isOlder)('says so in one line', () => {
    const { status, stderr } = spawnSync(olderNode, [entry, 'start'], { cwd: root, encoding: 'utf8' });
    expect(stderr).toMatch(/^utekontakt needs Node 26 or newer and was started with \d+\./u);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(status).toBe(78);
  });
});

describe('a piece that does not load', () => {
  it('stops the start under plain Node', async () => {
    const env = await whole();
    const copy = folder();
    for (const name of ['bin', 'src', 'commands', 'listeners', 'interaction-handlers', 'config', 'package.json']) {
      cpSync(join(root, name), join(copy, name), { recursive: true });
    }
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    writeFileSync(join(copy, 'interaction-handlers', 'help-now.ts'), 'export const nothing = 1;\n');
    const { status, stderr } = await started(env, copy, join(copy, 'bin/utekontakt.mjs'));
    expect(stderr).toMatch(/^pieces that did not load: interaction-handlers\/help-now\.ts$/mu);
    expect(status).toBe(70);
  });
});

describe('what is asked of Discord', () => {
  it('is never a privileged intent', async () => {
    scene = await openScene();
    await scene.bot.start();
    const sessions = (await scene.control('GET', '/gateway')) as readonly GatewaySessionView[];
    const privileged = (1 << 1) | (1 << 8) | (1 << 15);
    expect(sessions.map(({ intents }) => intents).sort((a, b) => a - b)).toEqual([1 << 0, 1 << 12]);
    for (const { intents } of sessions) expect(intents & privileged).toBe(0);
  });
});

describe('health on loopback', () => {
  it('is live, ready and measured while it works', async () => {
    scene = await openScene();
    const { operationsPort } = await scene.bot.start();
    const get = async (path: string) => {
      const response = await fetch(`http://127.0.0.1:${operationsPort}${path}`);
      return { status: response.status, body: await response.text() };
    };
    expect(await get('/live')).toEqual({ status: 200, body: 'ok\n' });
    expect(await get('/ready')).toEqual({ status: 200, body: 'ok\n' });
    expect((await get('/metrics')).body).toMatch(/^utekontakt_inbox_waiting 0$/mu);
    expect((await get('/')).status).toBe(404);
  });
});
