import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedIds } from '../../../sandbox/seed.ts';
import { textOfMessage } from '../../../sandbox/visitor.ts';
import type { Visitor } from '../../../sandbox/visitor.ts';
import { answerTo, openScene, staffChannel } from '../service/harness.ts';
import type { Scene } from '../service/harness.ts';

const key = (first: number): string =>
  Buffer.from(Array.from({ length: 32 }, (_, index) => index * 7 + first)).toString('base64');

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
  await scene.bot.start();
});
afterAll(async () => {
  await scene.close();
});

/** Runs the command beside the running service. */
async function doctor(env: NodeJS.ProcessEnv = {}) {
  const { status, stdout, stderr } = await scene.bot.command(['doctor'], env);
  return { status, lines: stdout.trim().split('\n'), stdout, stderr };
}

describe('the doctor', () => {
  it('finds no fault with the sandbox, and says in Norwegian what should be looked at', async () => {
    const { status, lines, stderr } = await doctor();
    expect(lines.filter((line) => line.startsWith('FEIL'))).toEqual([]);
    expect(lines.join('\n')).toMatch(
      /^MERK {2}eksempelvik: På 3 servere: Boten har Discords standardbilde\. .*«\/profil»/mu,
    );
    expect(lines.at(-1)).toMatch(/^0 feil, \d+ å se på\.$/u);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it.each([
    ['a wrong token', { DISCORD_TOKEN: 'not-the-token' }, /^FEIL {2}Discord godtar ikke DISCORD_TOKEN\. /mu],
    ['a server that is away', { DISCORD_API: 'http://127.0.0.1:9' }, /^FEIL {2}Discord svarer ikke\. /mu],
    ['another key', { MASTER_KEY: key(2) }, /^FEIL {2}Lageret kan ikke åpnes \(wrong-key\)\. /mu],
    ['a setting that is none', { LOG_LEVEL: 'chatty' }, /^FEIL {2}LOG_LEVEL: needs one of /mu],
    ['no token', { DISCORD_TOKEN: undefined }, /^FEIL {2}DISCORD_TOKEN mangler\. /mu],
  ])('ends with 1 for %s', async (_name, env, said) => {
    const { status, stdout } = await doctor(env);
    expect(stdout).toMatch(said);
    expect(stdout).not.toContain('not-the-token');
    expect(status).toBe(1);
  });

  it('names a staff channel that everybody can read', async () => {
    const path = `/channels/${seedIds.channels.vakt}/permissions/${seedIds.guilds.municipality}` as const;
    await scene.control('PUT', path, { type: 'role', allow: '1024', deny: '0' });
    try {
      const { status, stdout } = await doctor();
      expect(stdout).toContain(
        `FEIL  eksempelvik: Vaktkanalen ${seedIds.channels.vakt} kan leses av alle på serveren.`,
      );
      expect(status).toBe(1);
    } finally {
      await scene.control('PUT', path, { type: 'role', allow: '0', deny: '1024' });
    }
  });

  it('makes no store where there is none', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'utekontakt-doctor-'));
    chmodSync(folder, 0o700);
    try {
      const { stdout } = await doctor({ STORE_URL: `file:${join(folder, 'none.db')}` });
      expect(stdout).toMatch(/^MERK {2}Lageret finnes ikke ennå\./mu);
      expect((await doctor({ STORE_URL: `file:${join(folder, 'none.db')}` })).stdout).toContain('finnes ikke ennå');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('/doctor', () => {
  it('says the same in Discord to those who may change or confirm settings, and nothing to others', async () => {
    const { berit, ola } = scene;
    while (!(await berit.commands(staffChannel)).some(({ name }) => name === 'doctor')) await wait(50);
    const run = async (visitor: Visitor) =>
      textOfMessage(await answerTo(visitor, await visitor.runCommand(staffChannel, 'doctor')));
    const said = await run(berit);
    expect(said).toMatch(/# Helsesjekk\s+0 feil, \d+ å se på\./u);
    expect(said).toContain('Ingen sikkerhetskopi er tatt');
    expect(said).toContain('Ingen har sett en prøvepost');
    expect(await run(ola)).toContain('Du har ikke tilgang');
  });
});
