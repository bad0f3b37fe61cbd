import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDeskTokens } from '../../../src/desk/link-tokens.ts';
import { createSessions } from '../../../src/desk/sessions.ts';
import { minuteMs } from '../../../src/core/time.ts';
import type { CaseId } from '../../../src/core/ids.ts';
import { kari } from '../../examples/cases.ts';
import { openDeskScene } from './scene.ts';

const forgeries = 100_000;
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** The same run every time: a failure can be looked at. */
function* numbers(seed: number): Generator<number, never> {
  let state = seed;
  for (;;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state;
  }
}

/** One small change to something that is good. */
function forge(good: string, next: () => number): string {
  const at = next() % good.length;
  const sign = alphabet[next() % alphabet.length] ?? 'A';
  switch (next() % 5) {
    case 0:
      return good.slice(0, at) + sign + good.slice(at + 1);
    case 1:
      return good.slice(0, at);
    case 2:
      return good.slice(0, at) + sign + good.slice(at);
    case 3:
      return good.slice(at) + good.slice(0, at);
    default:
      return Array.from({ length: good.length }, () => alphabet[next() % alphabet.length]).join('');
  }
}
const chance = (seed: number) => {
  const source = numbers(seed);
  return () => source.next().value;
};

let scene: Awaited<ReturnType<typeof openDeskScene>>;
beforeAll(async () => {
  scene = await openDeskScene();
});
afterAll(async () => {
  await scene.server.close();
  await scene.store.close();
});

describe('what is forged', () => {
  it('is accepted none of 100,000 times as a link', () => {
    const next = chance(1);
    const links = Array.from({ length: 50 }, () => scene.linkFor(kari.id));
    const bytesOf = (link: string): string => Buffer.from(link, 'base64url').toString('base64url');
    const known = new Set(links.map(bytesOf));
    const others = createDeskTokens(randomBytes(32));
    let tried = 0;
    const accepted: string[] = [];
    while (tried < forgeries) {
      const good = links[tried % links.length] ?? '';
      const forged =
        tried % 100 === 99
          ? others.mint({
              staffId: kari.id,
              municipalityId: scene.municipality.id,
              caseId: scene.about.id,
              until: Infinity,
            })
          : forge(good, next);
      tried += 1;
      // A last letter may stand for the same bytes: base64url has spare bits there.
      if (scene.tokens.read(forged) && !known.has(bytesOf(forged))) accepted.push(forged);
    }
    expect([tried, accepted]).toEqual([forgeries, []]);
    expect(links.every((link) => scene.tokens.read(link) !== undefined)).toBe(true);
  }, 60_000);

  it('is accepted none of 100,000 times as a session', () => {
    const next = chance(2);
    const sessions = createSessions();
    const who = { staffId: kari.id, municipalityId: scene.municipality.id };
    const good = Array.from({ length: 200 }, () => sessions.begin(who, 0).id);
    const known = new Set(good);
    let accepted = 0;
    for (let tried = 0; tried < forgeries; tried += 1) {
      const forged = forge(good[tried % good.length] ?? '', next);
      if (!known.has(forged) && sessions.find(forged, minuteMs)) accepted += 1;
    }
    expect(accepted).toBe(0);
    expect(sessions.find(good[0] ?? '', minuteMs)).toBeDefined();
  }, 60_000);

  it('opens no case and takes no form, by a forged id or a forged form, 1,000 times each over the wire', async () => {
    const next = chance(3);
    const visitor = await scene.visitorFor(kari.id);
    const page = await visitor.get(`/sak/${scene.about.id}/steg/adults`);
    const [csrf = '', once = ''] = ['csrf', 'once'].map(
      (name) => new RegExp(`name="${name}" value="([^"]*)"`, 'u').exec(page.body)?.[1] ?? '',
    );
    for (let tried = 0; tried < 1_000; tried += 1) {
      const id = forge(scene.about.id, next) as CaseId;
      if (id !== scene.about.id) {
        const { statusCode, body } = await visitor.get(`/sak/${id}`);
        expect(body).not.toContain('Hvorfor åpner du saken?');
        expect([301, 404, 403]).toContain(statusCode);
      }
      const forged = forge(csrf, next);
      if (forged === csrf) continue;
      const form = { csrf: forged, once, basedOn: '0', adults: 'Forfalsket' };
      expect((await visitor.post(`/sak/${scene.about.id}/steg/adults`, form)).statusCode).toBe(403);
    }
    const { dossier } = await scene.dossiers.find(scene.municipality.id, scene.about.id);
    expect(dossier?.steps.adults).toBeUndefined();
  }, 60_000);
});
