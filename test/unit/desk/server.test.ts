import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseId, MunicipalityId } from '../../../src/core/ids.ts';
import { dayMs, minuteMs } from '../../../src/core/time.ts';
import { mustBeWeighed } from '../../../src/core/data-subject.ts';
import { caseErasure, originalErasure } from '../../../src/core/retention.ts';
import type { ExportFolder } from '../../../src/ports.ts';
import { openExportFolder } from '../../../src/system/export-folder.ts';
import { readPdf } from '../papers/read-pdf.ts';
import { kari, ola, snowflake } from '../../examples/cases.ts';
import { DeskVisitor, hiddenIn, host, openDeskScene, original } from './scene.ts';

type Scene = Awaited<ReturnType<typeof openDeskScene>>;
let scene: Scene;
let base: string;
beforeEach(async () => {
  scene = await openDeskScene();
  base = `/sak/${scene.about.id}`;
});
afterEach(async () => {
  await scene.server.close();
  await scene.store.close();
});

describe('the door', () => {
  const enter = (token: string): Promise<{ statusCode: number; body: string }> =>
    new DeskVisitor(scene.server).post('/inn', { token });

  it('opens once for a link', async () => {
    const link = scene.linkFor(kari.id);
    const answers = await Promise.all(Array.from({ length: 50 }, () => enter(link)));
    expect(answers.filter(({ statusCode }) => statusCode === 303)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.includes('Lenka er brukt'))).toHaveLength(49);
  });

  it('does not open after ten minutes', async () => {
    const link = scene.linkFor(kari.id);
    scene.pass(10 * minuteMs);
    expect((await enter(link)).body).toContain('gikk ut');
  });

  it('does not spend a link that is only fetched', async () => {
    const link = scene.linkFor(kari.id);
    for (let count = 0; count < 3; count += 1) await new DeskVisitor(scene.server).get(`/inn/${link}`);
    expect((await enter(link)).statusCode).toBe(303);
  });

  it('does not spend a link while Discord is away', async () => {
    const link = scene.linkFor(kari.id);
    scene.discord.away = true;
    expect((await enter(link)).statusCode).toBe(503);
    scene.discord.away = false;
    expect((await enter(link)).statusCode).toBe(303);
  });

  it.each([
    ['somebody without a role', (s: Scene) => s.linkFor(snowflake(555))],
    ['a coordinator, who reads no conversations', (s: Scene) => s.linkFor(snowflake(556))],
    [
      'a municipality that is not served',
      (s: Scene) => s.linkFor(snowflake(555), s.about.id, 'annensvik' as MunicipalityId),
    ],
    ['nonsense', () => 'A'.repeat(120)],
  ])('stays shut for %s', async (_who, link) => {
    const response = await enter(link(scene));
    expect(response.statusCode).toBe(403);
  });

  it('gives a cookie scripts and other sites cannot use', async () => {
    const response = await scene.server.inject({
      method: 'POST',
      url: '/inn',
      headers: { host, 'content-type': 'application/x-www-form-urlencoded' },
      payload: `token=${scene.linkFor(kari.id)}`,
    });
    expect(response.headers['set-cookie']).toMatch(/; HttpOnly; SameSite=Strict/u);
  });
});

describe('every answer', () => {
  it('forbids scripts, frames, other origins and keeping', async () => {
    const visitor = await scene.visitorFor(kari.id);
    for (const url of [base, `${base}/samtale`, '/inn/x', '/nowhere', '/stil.css']) {
      const { headers } = await visitor.get(url);
      expect(headers['content-security-policy']).toBe(
        "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      );
      expect(headers['cache-control']).toBe('no-store');
      expect(headers['referrer-policy']).toBe('no-referrer');
    }
  });

  it('holds no script and no style of its own', async () => {
    const visitor = await scene.visitorFor(kari.id);
    const pages = [
      '',
      '/neste-steg',
      '/samtale',
      '/original',
      '/rapport',
      '/innsyn',
      '/steg/informed',
      '/steg/identity',
    ];
    for (const url of pages) {
      const { body, statusCode } = await visitor.get(base + url);
      expect([url, statusCode]).toEqual([url, 200]);
      expect(body).not.toMatch(/<script|<style|\son\w+=|\sstyle=/iu);
      expect(body.match(/<h1>/gu)).toHaveLength(1);
      expect(body).toMatch(/<html lang="nb">/u);
    }
  });

  it('is refused under another name and to another site’s form', async () => {
    const visitor = await scene.visitorFor(kari.id);
    expect((await visitor.get(base, { host: 'ond.example' })).statusCode).toBe(421);
    const hidden = hiddenIn((await visitor.get(`${base}/steg/adults`)).body);
    const form = { ...hidden, basedOn: '0', adults: 'Tante' };
    expect((await visitor.post(`${base}/steg/adults`, form, { origin: 'https://ond.example' })).statusCode).toBe(421);
    expect((await scene.dossiers.find(scene.municipality.id, scene.about.id)).dossier?.steps.adults).toBeUndefined();
  });
});

describe('a visitor', () => {
  it('sees nothing without a session, and gets back what was typed', async () => {
    const stranger = new DeskVisitor(scene.server);
    for (const url of ['', '/samtale', '/original', '/rapport', '/innsyn', '/steg/identity', '/neste-steg'])
      expect((await stranger.get(base + url)).statusCode).toBe(401);
    const late = await stranger.post(`${base}/steg/adults`, { adults: 'Tante <i>Testine</i>' });
    expect(late.statusCode).toBe(401);
    expect(late.body).toContain('Tante &lt;i&gt;Testine&lt;/i&gt;</textarea>');
  });

  it('is asked why before anything is shown, and it is written down', async () => {
    const visitor = new DeskVisitor(scene.server);
    await visitor.post('/inn', { token: scene.linkFor(kari.id) });
    const asked = await visitor.get(`${base}/samtale`);
    expect(asked.body).toContain('Hvorfor åpner du saken?');
    expect(asked.body).not.toContain('jeg heter');
    await visitor.send(`${base}/formal`, { purpose: 'take-over' }, base);
    expect((await visitor.get(`${base}/samtale`)).body).toContain('jeg heter [navn] &lt;b&gt;og');
    const { dossier } = await scene.dossiers.find(scene.municipality.id, scene.about.id);
    expect(dossier?.accesses.map(({ what, purpose, by }) => [what, purpose, by.id])).toEqual([
      ['case', 'take-over', kari.id],
      ['conversation', 'take-over', kari.id],
    ]);
  });

  it('is put out at the next request when the role is gone', async () => {
    const visitor = await scene.visitorFor(kari.id);
    scene.roles.delete(kari.id);
    expect((await visitor.get(base)).statusCode).toBe(403);
    scene.roles.set(kari.id, ['caseworker']);
    expect((await visitor.get(base)).statusCode).toBe(401);
  });

  it('is put out after thirty idle minutes', async () => {
    const visitor = await scene.visitorFor(kari.id);
    scene.pass(30 * minuteMs);
    expect((await visitor.get(base)).statusCode).toBe(401);
  });

  it('finds no case of another municipality, and no other case by guessing', async () => {
    const visitor = await scene.visitorFor(kari.id);
    const foreign = await openDeskScene();
    for (const id of ['B'.repeat(22), '../../x', 'x'.repeat(500), `${scene.about.id}x`])
      expect((await visitor.get(`/sak/${encodeURIComponent(id)}`)).statusCode).toBe(404);
    await scene.store.commit({
      cause: 'another',
      at: scene.now(),
      basedOn: [{ caseId: 'C'.repeat(22) as CaseId, version: 0 }],
      changes: [
        {
          kind: 'save-case',
          case: { ...foreign.about, id: 'C'.repeat(22) as CaseId, municipalityId: 'annensvik' as MunicipalityId },
          eraseAt: scene.now() + dayMs,
        },
      ],
    });
    expect((await visitor.get(`/sak/${'C'.repeat(22)}`)).statusCode).toBe(404);
    await foreign.server.close();
    await foreign.store.close();
  });

  it.each([
    ['without a token', {}],
    ['with another’s token', { csrf: 'A'.repeat(43) }],
    ['without its single-use mark', { once: '' }],
  ])('changes nothing by a form %s', async (_how, wrong) => {
    const visitor = await scene.visitorFor(kari.id);
    const hidden = hiddenIn((await visitor.get(`${base}/steg/adults`)).body);
    const sent = { ...('csrf' in wrong || 'once' in wrong ? hidden : {}), ...wrong, adults: 'Tante Testine' };
    const response = await visitor.post(`${base}/steg/adults`, sent);
    expect(response.statusCode).toBe(403);
    expect(response.body).toContain('Tante Testine</textarea>');
    expect((await scene.dossiers.find(scene.municipality.id, scene.about.id)).dossier?.steps.adults).toBeUndefined();
  });
});

describe('a form', () => {
  it('acts once, however often it is sent', async () => {
    const visitor = await scene.visitorFor(kari.id);
    const form = { ...hiddenIn((await visitor.get(`${base}/steg/adults`)).body), basedOn: '0', adults: 'Tante' };
    const answers = await Promise.all(Array.from({ length: 50 }, () => visitor.post(`${base}/steg/adults`, form)));
    expect(answers.some(({ statusCode }) => statusCode === 303)).toBe(true);
    const { dossier } = await scene.dossiers.find(scene.municipality.id, scene.about.id);
    expect(dossier?.steps.adults?.version).toBe(1);
  });

  it('for Kripos is shut until the answers lead there', async () => {
    const visitor = await scene.visitorFor(kari.id);
    expect((await visitor.get(base)).body).not.toContain('Til Kripos');
    expect((await visitor.get(`${base}/steg/kripos`)).statusCode).toBe(403);
    const forced = await visitor.send(`${base}/steg/kripos`, { ethnicity: 'x' }, `${base}/steg/adults`);
    expect(forced.statusCode).toBe(403);
    const answers = { 'svar.dangerNow': 'no', 'svar.identity': 'unknown', 'svar.avertable': 'yes', 'svar.harm': 'yes' };
    await visitor.send(`${base}/neste-steg`, answers, `${base}/neste-steg`);
    expect((await visitor.get(`${base}/steg/kripos`)).body).toContain('Etnisitet');
  });

  it('is not taken with an answer that is none', async () => {
    const visitor = await scene.visitorFor(kari.id);
    for (const wrong of [{ 'svar.dangerNow': 'maybe' }, { 'svar.weather': 'yes' }, { 'svar.__proto__': 'yes' }])
      expect((await visitor.send(`${base}/neste-steg`, wrong, `${base}/neste-steg`)).statusCode).toBe(422);
  });

  it('needs the second assessment when the young person says no to barnevern', async () => {
    const visitor = await scene.visitorFor(kari.id);
    const answers = {
      'svar.dangerNow': 'no',
      'svar.identity': 'known',
      'svar.avertable': 'no',
      'svar.harm': 'no',
      'svar.crime': 'no',
      'svar.suicide': 'no',
      'svar.home': 'yes',
      'svar.ownWill': 'no',
      'svar.threat': 'none',
      'svar.victim': 'no',
      'svar.residence': 'here',
    };
    await visitor.send(`${base}/neste-steg`, answers, `${base}/neste-steg`);
    const decision = { card: 'barnevern-second-assessment', follows: 'yes', reason: 'x', secondAssessment: ' ' };
    const refused = await visitor.send(`${base}/beslutning`, decision, `${base}/neste-steg`);
    expect(refused.body).toContain('Skriv den nye vurderingen');
    const taken = await visitor.send(
      `${base}/beslutning`,
      { ...decision, secondAssessment: 'Plikt' },
      `${base}/neste-steg`,
    );
    expect(taken.statusCode).toBe(303);
    await visitor.send(`${base}/neste-steg`, { 'svar.ownWill': 'yes' }, `${base}/neste-steg`);
    const { dossier } = await scene.dossiers.find(scene.municipality.id, scene.about.id);
    expect(dossier?.decision).toBeUndefined();
  });

  it('that meets a broken store says so, and gives back what was typed', async () => {
    const visitor = await scene.visitorFor(kari.id);
    const hidden = hiddenIn((await visitor.get(`${base}/steg/adults`)).body);
    await scene.store.close();
    const response = await visitor.post(`${base}/steg/adults`, { ...hidden, basedOn: '0', adults: 'Tante Testine' });
    expect(response.statusCode).toBe(503);
    expect(response.body).toContain('abcd1234');
    expect(response.body).toContain('Tante Testine</textarea>');
    scene = await openDeskScene();
  });
});

describe('the original', () => {
  it('is read only by the two who opened it, each reading logged', async () => {
    const [first, second] = [await scene.visitorFor(kari.id), await scene.visitorFor(ola.id)];
    const at = `${base}/original`;
    const digits = original.slice(-8);
    await first.send(`${at}/be`, { reason: 'Kripos trenger det' }, at);
    const [row] = await scene.store.claimOutbox(scene.now(), 30_000, 5);
    expect(row?.dispatch).toMatchObject({
      kind: 'case-note',
      note: { kind: 'original-asked', signature: kari.signature },
    });
    expect((await first.send(`${at}/godkjenn`, {}, at)).body).toContain('ditt eget ønske');
    expect((await first.send(`${at}/les`, {}, at)).statusCode).toBe(303);
    expect((await second.get(at)).body).toContain('Kripos trenger det');
    expect((await second.send(`${at}/godkjenn`, {}, at)).statusCode).toBe(303);
    for (const visitor of [first, second]) expect((await visitor.send(`${at}/les`, {}, at)).body).toContain(digits);
    scene.pass(29 * minuteMs);
    await first.get(at);
    scene.pass(29 * minuteMs);
    await first.get(at);
    scene.pass(2 * minuteMs);
    expect((await first.send(`${at}/les`, {}, at)).body).not.toContain(digits);
    const { dossier } = await scene.dossiers.find(scene.municipality.id, scene.about.id);
    expect(dossier?.accesses.filter(({ what }) => what === 'original').map(({ by }) => by.id)).toEqual([
      kari.id,
      ola.id,
    ]);
  });

  it('cannot be opened by one alone when nothing is acute', async () => {
    const visitor = await scene.visitorFor(kari.id);
    const at = `${base}/original`;
    expect((await visitor.get(at)).body).not.toContain('Åpne alene nå');
    const refused = await visitor.send(`${at}/alene`, { reason: 'Haster' }, at);
    expect(refused.statusCode).toBe(409);
    expect(refused.body).toContain('Bare akutte saker');
  });

  it('is not opened without a reason', async () => {
    const visitor = await scene.visitorFor(kari.id);
    const refused = await visitor.send(`${base}/original/be`, { reason: '  ' }, `${base}/original`);
    expect(refused.body).toContain('Skriv hvorfor');
  });
});

describe('a dossier', () => {
  const fill = async (): Promise<DeskVisitor> => {
    const visitor = await scene.visitorFor(kari.id);
    await visitor.send(`${base}/steg/adults`, { basedOn: '0', adults: 'Tante Testine' }, `${base}/steg/adults`);
    return visitor;
  };

  it('is erased seven days after it was handed over, and not before', async () => {
    const visitor = await fill();
    const sent = await visitor.send(`${base}/rapport`, { recipient: 'Arkivet', format: 'json' }, `${base}/rapport`);
    expect(sent.headers['content-disposition']).toMatch(/^attachment; filename="utekontakt-sak-4821.json"$/u);
    scene.pass(7 * dayMs - 1);
    expect(await scene.store.eraseExpired(scene.now())).toMatchObject({ dossiers: 0 });
    scene.pass(1);
    expect(await scene.store.eraseExpired(scene.now())).toMatchObject({ dossiers: 1 });
    expect((await scene.dossiers.find(scene.municipality.id, scene.about.id)).dossier).toBeUndefined();
  });

  it('is handed over once per form, and never without saying where to', async () => {
    const visitor = await fill();
    const missing = await visitor.send(`${base}/rapport`, { recipient: ' ', format: 'json' }, `${base}/rapport`);
    expect(missing.statusCode).toBe(422);
    const form = { ...hiddenIn((await visitor.get(`${base}/rapport`)).body), recipient: 'Arkivet', format: 'json' };
    expect((await visitor.post(`${base}/rapport`, form)).statusCode).toBe(200);
    expect((await visitor.post(`${base}/rapport`, form)).statusCode).toBe(422);
    const { dossier } = await scene.dossiers.find(scene.municipality.id, scene.about.id);
    expect(dossier?.exports).toHaveLength(1);
  });

  it('is kept longer when that is asked for on the page a report was just downloaded from', async () => {
    const visitor = await fill();
    const at = `${base}/rapport`;
    const page = hiddenIn((await visitor.get(at)).body);
    expect((await visitor.post(at, { ...page, recipient: 'Arkivet', format: 'json' })).statusCode).toBe(200);
    expect((await visitor.post(`${at}/behold`, { ...page, holdReason: 'Politiet ba om det' })).statusCode).toBe(303);
    expect((await visitor.get(at)).body).toContain('En kollega må godkjenne');
  });

  it('is kept longer only when two agree', async () => {
    const visitor = await fill();
    const at = `${base}/rapport`;
    await visitor.send(`${at}/behold`, { holdReason: 'Politiet ba om det' }, at);
    expect((await visitor.send(`${at}/behold-godkjenn`, {}, at)).body).toContain('ditt eget ønske');
    const other = await scene.visitorFor(ola.id);
    expect((await other.send(`${at}/behold-godkjenn`, {}, at)).statusCode).toBe(303);
    await visitor.send(at, { recipient: 'Arkivet', format: 'json' }, at);
    scene.pass(89 * dayMs);
    expect(await scene.store.eraseExpired(scene.now())).toMatchObject({
      dossiers: 0,
      cases: 0,
      entries: 0,
      originals: 0,
    });
    expect(await scene.store.openOriginals(scene.about.id)).toHaveLength(1);
    scene.pass(dayMs);
    expect(await scene.store.eraseExpired(scene.now())).toMatchObject({ dossiers: 1, cases: 1 });
    expect(await scene.store.openOriginals(scene.about.id)).toEqual([]);
  });

  it('goes three days after a hold is let go, and with it what was said', async () => {
    const at = `${base}/rapport`;
    const visitor = await fill();
    await visitor.send(`${at}/behold`, { holdReason: 'Politiet ba om det' }, at);
    await (await scene.visitorFor(ola.id)).send(`${at}/behold-godkjenn`, {}, at);
    scene.pass(50 * dayMs);
    const later = await scene.visitorFor(kari.id);
    await later.send(at, { recipient: 'Arkivet', format: 'json' }, at);
    scene.pass(10 * dayMs);
    const last = await scene.visitorFor(kari.id);
    expect((await last.send(`${at}/behold-slutt`, {}, at)).statusCode).toBe(303);
    expect(await scene.store.eraseExpired(scene.now())).toMatchObject({ dossiers: 0, cases: 0, originals: 0 });
    scene.pass(3 * dayMs);
    expect(await scene.store.eraseExpired(scene.now())).toMatchObject({ dossiers: 1, originals: 1 });
  });

  it('keeps what is written while it is held', async () => {
    const at = `${base}/rapport`;
    await (await fill()).send(`${at}/behold`, { holdReason: 'Politiet ba om det' }, at);
    await (await scene.visitorFor(ola.id)).send(`${at}/behold-godkjenn`, {}, at);
    const held = await scene.store.findCase(scene.about.id);
    if (!held) throw new Error('no case');
    expect(originalErasure(held, scene.now() + dayMs)).toBe(scene.now() + 90 * dayMs);
    expect(caseErasure({ ...held, state: { kind: 'closed', by: kari, at: scene.now() } })).toBe(
      scene.now() + 90 * dayMs,
    );
    expect(mustBeWeighed({ ...held, severity: 'none' })).toBe(true);
  });

  it('is given as a PDF that holds the very JSON its receipt has the hash of', async () => {
    const visitor = await fill();
    const at = `${base}/rapport`;
    const given = await visitor.send(at, { recipient: 'Arkivet', format: 'pdf' }, at);
    expect(given.headers['content-type']).toBe('application/pdf');
    const pdf = readPdf(given.rawPayload);
    const words = pdf.pages.join(' ').replaceAll(/\s+/gu, ' ');
    for (const part of ['Taushetsbelagt', 'Rapport, sak 4821', 'Tante Testine', 'jeg heter [navn]', 'Side 1 av'])
      expect(words).toContain(part);
    expect(words).not.toContain('Testulf');
    const json = pdf.attached.get('utekontakt-sak-4821.json') ?? '';
    const { dossier } = await scene.dossiers.find(scene.municipality.id, scene.about.id);
    const sha = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex');
    expect(dossier?.exports).toMatchObject([{ format: 'pdf', hash: sha(json), fileHash: sha(given.rawPayload) }]);
    expect(JSON.parse(json)).toMatchObject({ format: 'utekontakt-incident', formatVersion: 2, caseNumber: 4821 });
  });
});

describe('the municipality’s folder', () => {
  const withFolder = async (folder: ExportFolder, work: (visitor: DeskVisitor, own: Scene) => Promise<void>) => {
    const own = await openDeskScene({}, folder);
    try {
      await work(await own.visitorFor(kari.id), own);
    } finally {
      await own.server.close();
      await own.store.close();
    }
  };
  const at = (own: Scene): string => `/sak/${own.about.id}/rapport`;
  const exportsOf = async (own: Scene) =>
    (await own.dossiers.find(own.municipality.id, own.about.id)).dossier?.exports ?? [];

  it('gets both files, and the page says where they are', async () => {
    const place = mkdtempSync(join(tmpdir(), 'uk-export-'));
    await withFolder(openExportFolder(place), async (visitor, own) => {
      const sent = await visitor.send(at(own), { recipient: 'Arkivet', format: 'folder' }, at(own));
      expect(sent.statusCode).toBe(303);
      const names = readdirSync(place).toSorted();
      expect(names).toEqual([
        expect.stringMatching(/^utekontakt-sak-4821-[0-9a-f]{12}\.json$/u),
        expect.stringMatching(/\.pdf$/u),
      ]);
      expect((await visitor.get(String(sent.headers.location))).body).toContain(names[0]);
      const [receipt] = await exportsOf(own);
      expect(
        createHash('sha256')
          .update(readFileSync(join(place, names[0] ?? '')))
          .digest('hex'),
      ).toBe(receipt?.hash);
      expect(
        createHash('sha256')
          .update(readFileSync(join(place, names[1] ?? '')))
          .digest('hex'),
      ).toBe(receipt?.fileHash);
    });
    rmSync(place, { recursive: true });
  });

  it.each([
    ['full', 'Kommunens mappe er full'],
    ['unavailable', 'ikke skrevet til kommunens mappe'],
  ] as const)(
    'being %s is said in a sentence, and nothing is receipted or brought closer to its end',
    async (kind, words) => {
      await withFolder({ put: () => Promise.resolve({ kind }) }, async (visitor, own) => {
        await visitor.send(
          `/sak/${own.about.id}/steg/adults`,
          { basedOn: '0', adults: 'Tante' },
          `/sak/${own.about.id}/steg/adults`,
        );
        const sent = await visitor.send(at(own), { recipient: 'Arkivet', format: 'folder' }, at(own));
        expect(sent.statusCode).toBe(507);
        expect(sent.body).toContain(words);
        expect(await exportsOf(own)).toEqual([]);
        own.pass(89 * dayMs);
        expect(await own.store.eraseExpired(own.now())).toMatchObject({ dossiers: 0 });
      });
    },
  );

  it('is left as it was when the form had been used before', async () => {
    const taken: string[] = [];
    const folder: ExportFolder = {
      put: (files) => {
        const names = files.map(({ name }) => name);
        return Promise.resolve({ kind: 'put', takeBack: () => Promise.resolve(void taken.push(...names)) });
      },
    };
    await withFolder(folder, async (visitor, own) => {
      const form = { ...hiddenIn((await visitor.get(at(own))).body), recipient: 'Arkivet', format: 'folder' };
      expect((await visitor.post(at(own), form)).statusCode).toBe(303);
      own.pass(1_000);
      expect((await visitor.post(at(own), form)).statusCode).toBe(422);
      expect(taken).toHaveLength(2);
      expect(await exportsOf(own)).toHaveLength(1);
    });
  });
});
