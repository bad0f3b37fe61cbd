import { describe, expect, it } from 'vitest';
import type { StaffRole } from '../../../src/core/access.ts';
import type { CaseId, MunicipalityId } from '../../../src/core/ids.ts';
import { dayMs } from '../../../src/core/time.ts';
import { makeGiveDeskLink } from '../../../src/flows/desk/desk-link.ts';
import { caseId, kari, snowflake } from '../../examples/cases.ts';
import { openDeskScene } from './scene.ts';

const scene = await openDeskScene();
const give = (deskUrl: string | undefined) =>
  makeGiveDeskLink({ now: scene.now, store: scene.store, tokens: scene.tokens, deskUrl: () => deskUrl });
let presses = 0;
const press = (roles: readonly StaffRole[], id: CaseId = scene.about.id, municipalityId = scene.municipality.id) => {
  presses += 1;
  const staff = { id: kari.id, signature: kari.signature, roles, municipalityId };
  return { cause: snowflake(9_000 + presses), staff, caseId: id };
};

describe('the link to the desk', () => {
  it.each([
    [['caseworker'], 'given'],
    [['dutyLead'], 'given'],
    [['coordinator', 'dutyLead'], 'given'],
    [['coordinator'], 'not-permitted'],
    [['contentProducer'], 'not-permitted'],
    [[], 'not-permitted'],
  ] as const)('for the roles %j is %s', async (roles, kind) => {
    expect((await give('https://skjema.example')(press(roles))).kind).toBe(kind);
  });

  it('stands for the presser, the case and ten minutes', async () => {
    const outcome = await give('https://skjema.example')(press(['caseworker']));
    if (outcome.kind !== 'given') throw new Error(outcome.kind);
    const [address, token = ''] = outcome.url.split('/inn/');
    expect(address).toBe('https://skjema.example');
    expect(scene.tokens.read(token)).toMatchObject({
      staffId: kari.id,
      caseId: scene.about.id,
      municipalityId: scene.municipality.id,
      until: scene.now() + 600_000,
    });
  });

  it('is short enough for a Discord message', async () => {
    const outcome = await give('https://skjema.example')(press(['caseworker']));
    expect(outcome.kind === 'given' && outcome.url.length).toBeLessThan(400);
  });

  it('is not given to a case that is not there, or of another municipality', async () => {
    expect(await give('https://skjema.example')(press(['caseworker'], caseId('Z')))).toEqual({ kind: 'not-found' });
    const foreign = press(['caseworker'], scene.about.id, 'annensvik' as MunicipalityId);
    expect(await give('https://skjema.example')(foreign)).toEqual({ kind: 'not-found' });
  });

  it('is given when the case is erased, as long as its dossier is there, to its own municipality only', async () => {
    const later = await openDeskScene();
    const { now, store, tokens, about, municipality } = later;
    const ask = makeGiveDeskLink({ now, store, tokens, deskUrl: () => 'https://skjema.example' });
    const at = `/sak/${about.id}/steg/adults`;
    await (await later.visitorFor(kari.id)).send(at, { basedOn: '0', adults: 'Tante Plantefrø' }, at);
    later.pass(31 * dayMs);
    await store.eraseExpired(now());
    expect(await store.findCase(about.id)).toBeUndefined();
    expect((await ask(press(['caseworker'], about.id, municipality.id))).kind).toBe('given');
    expect((await ask(press(['contentProducer'], about.id, municipality.id))).kind).toBe('not-permitted');
    const neighbour = press(['caseworker'], about.id, 'annensvik' as MunicipalityId);
    expect((await ask(neighbour)).kind).toBe('not-found');
    later.pass(60 * dayMs);
    await store.eraseExpired(now());
    expect((await ask(press(['caseworker'], about.id, municipality.id))).kind).toBe('not-found');
    await later.server.close();
    await store.close();
  });

  it('is not given where there is no desk', async () => {
    expect(await give(undefined)(press(['caseworker']))).toEqual({ kind: 'not-set-up' });
  });
});
