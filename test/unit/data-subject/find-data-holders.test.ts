import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MunicipalityId, Snowflake } from '../../../src/core/ids.ts';
import { createDataSubjectActs } from '../../../src/discord/data-subject-acts.ts';
import { makeEraseMyData } from '../../../src/flows/data-subject/erase-my-data.ts';
import { makeFindDataHolders } from '../../../src/flows/data-subject/find-data-holders.ts';
import { makeShowMyData } from '../../../src/flows/data-subject/show-my-data.ts';
import { createReaders } from '../../../src/discord/readers.ts';
import { snowflake } from '../../examples/cases.ts';
import { openFlowScene } from '../flows/scene.ts';

const kim = snowflake(1);
let scene: Awaited<ReturnType<typeof openFlowScene>>;
let nabovik: (typeof scene)['eksempelvik'];
beforeEach(async () => {
  scene = await openFlowScene();
  const id = 'nabovik' as MunicipalityId;
  nabovik = { ...scene.eksempelvik, id, name: 'Nabovik kommune', guildId: snowflake(90), gameGuilds: [] };
});
afterEach(async () => {
  await scene.store.close();
});

/** Kim has written to Eksempelvik, before there was any other to write to. */
async function kimHasWritten(): Promise<void> {
  await scene.receive(scene.message('hei, jeg lurer på noe', kim));
  scene.state.others = [nabovik];
}
const holders = async (guildId?: Snowflake) =>
  (await makeFindDataHolders(scene)(kim, guildId)).map(({ id }) => id as string);

describe('whom somebody may mean who asks about their own data', () => {
  beforeEach(kimHasWritten);

  it('is the municipality of the server they ask in', async () => {
    expect(await holders(nabovik.guildId)).toEqual(['nabovik']);
  });

  it('is those whose servers they are in, whether or not anything is stored', async () => {
    expect(await holders()).toEqual(['eksempelvik', 'nabovik']);
  });

  it('is the one that has something of theirs, although they have left every server', async () => {
    scene.state.shared = [];
    expect(await holders()).toEqual(['eksempelvik']);
  });

  it('is that one too when they are in the servers of another', async () => {
    scene.state.shared = [nabovik];
    expect(await holders()).toEqual(['eksempelvik', 'nabovik']);
  });

  it('is the one that has something of theirs when they ask in a server nobody serves', async () => {
    scene.state.shared = [];
    expect(await holders(snowflake(77))).toEqual(['eksempelvik']);
  });

  it('is nobody when they are nowhere and nothing is stored', async () => {
    scene.state.shared = [];
    expect(await makeFindDataHolders(scene)(snowflake(2), undefined)).toEqual([]);
  });
});

describe('«/mine-data» and «/slett» of somebody who has left every server', () => {
  const acts = () =>
    createDataSubjectActs({
      flows: {
        findDataHolders: makeFindDataHolders(scene),
        showMyData: makeShowMyData(scene),
        eraseMyData: makeEraseMyData({ ...scene, staffCopies: { remove: () => Promise.resolve(true) } }),
      },
      municipalities: scene.municipalities,
      readers: createReaders(scene.municipalities, scene.chosen),
      chosen: scene.chosen,
    });
  type Asked = Parameters<ReturnType<typeof acts>['show']>[0];
  const inDm = (id: Snowflake): Asked => ({ user: { id }, guildId: null, locale: 'no' }) as unknown as Asked;
  beforeEach(async () => {
    await kimHasWritten();
    scene.state.shared = [];
  });

  it('show what is stored, and ask before it is erased', async () => {
    expect(JSON.stringify(await acts().show(inDm(kim)))).toContain('jeg lurer på noe');
    expect(JSON.stringify(await acts().askToErase(inDm(kim)))).toContain('Ja, slett nå');
  });

  it.each(['show', 'askToErase'] as const)('say that nothing is stored when nothing is: %s', async (act) => {
    const said = JSON.stringify(await acts()[act](inDm(snowflake(2))));
    expect(said).toContain('Vi fant ingenting');
    expect(said).toContain('Hjelp nå');
    expect(said).not.toContain('virker ikke');
  });
});
