import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDossier } from '../../../src/core/incident/dossier.ts';
import type { CaseId } from '../../../src/core/ids.ts';
import { dayMs } from '../../../src/core/time.ts';
import { makeAdoptDossiers } from '../../../src/flows/desk/adopt-dossiers.ts';
import { openDeskScene } from './scene.ts';

let scene: Awaited<ReturnType<typeof openDeskScene>>;
beforeEach(async () => {
  scene = await openDeskScene();
});
afterEach(async () => {
  await scene.server.close();
  await scene.store.close();
});

const idOf = (name: string): CaseId => name.padEnd(22, 'A') as CaseId;

/** As they were kept before they had keys of their own. */
async function keepInSettings(names: readonly string[]): Promise<void> {
  const { store, municipality, now } = scene;
  const save = (name: string, value: unknown) =>
    ({ kind: 'save-setting', municipalityId: municipality.id, name, basedOn: 0, value }) as const;
  const dossiers = names.map((name) => ({
    ...openDossier({ id: idOf(name), municipalityId: municipality.id, number: 4821 }, now()),
    answers: { dangerNow: name },
  }));
  await store.commit({
    cause: 'old',
    at: now(),
    basedOn: [],
    changes: [
      ...dossiers.map((dossier) => save(`desk.dossier.${dossier.caseId}`, dossier)),
      save('desk.dossiers', Object.fromEntries(dossiers.map(({ caseId }) => [caseId, now() + 90 * dayMs]))),
    ],
  });
}
const adopt = () => makeAdoptDossiers(scene)(scene.municipality.id);
const setting = (name: string) => scene.store.findSetting(scene.municipality.id, name);

it('gives every dossier among the settings a key and a deadline of its own, and empties the old place', async () => {
  await keepInSettings(['one', 'two']);
  const keys = async () => Object.values(await scene.store.countKeys()).reduce((sum, count) => sum + count, 0);
  const before = await keys();
  expect(await adopt()).toBe(2);
  expect(await keys()).toBe(before + 2);
  for (const name of ['one', 'two']) {
    const { dossier } = await scene.dossiers.find(scene.municipality.id, idOf(name));
    expect(dossier?.answers).toEqual({ dangerNow: name });
    expect((await setting(`desk.dossier.${idOf(name)}`))?.value).toBeNull();
  }
  expect((await setting('desk.dossiers'))?.value).toEqual({});
  expect(await adopt()).toBe(0);
  scene.pass(90 * dayMs);
  expect(await scene.store.eraseExpired(scene.now())).toMatchObject({ dossiers: 2 });
});

it('does not bring back one whose time is out', async () => {
  await keepInSettings(['one']);
  scene.pass(91 * dayMs);
  expect(await adopt()).toBe(0);
  expect((await setting(`desk.dossier.${idOf('one')}`))?.value).toBeNull();
  expect((await scene.dossiers.find(scene.municipality.id, idOf('one'))).dossier).toBeUndefined();
});

it('does nothing where there is nothing', async () => {
  expect(await adopt()).toBe(0);
});
