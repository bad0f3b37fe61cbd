import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isApproved, isInert } from '../../../src/core/approval.ts';
import type { Municipality } from '../../../src/core/municipality.ts';
import { withApprovalInForce } from '../../../src/core/approval/in-force.ts';
import { emptyBook } from '../../../src/core/approval/book.ts';
import { makeApprovedMunicipalities } from '../../../src/flows/approval/approved-municipalities.ts';
import { makePauseIntake } from '../../../src/flows/approval/pause-intake.ts';
import { StoreFault } from '../../../src/ports.ts';
import type { Staff, Store } from '../../../src/ports.ts';
import { kari, snowflake } from '../../examples/cases.ts';
import { openFlowScene } from '../flows/scene.ts';

let scene: Awaited<ReturnType<typeof openFlowScene>>;
beforeEach(async () => {
  scene = await openFlowScene();
});
afterEach(async () => {
  await scene.store.close();
});

/** One process, as it were: its own memory of what is approved. */
const processWith = (store: Pick<Store, 'findSetting'> = scene.store, municipality: Municipality = scene.eksempelvik) =>
  makeApprovedMunicipalities({
    now: scene.now,
    store,
    municipalities: {
      candidates: () => Promise.resolve([municipality]),
      find: () => municipality,
      ofStaffGuild: () => municipality,
      all: () => [municipality],
    },
  });
const converses = (municipality: Municipality | undefined) => isApproved(municipality?.approval, 2, scene.now());
const staff = (roles: Staff['roles']): Staff => ({ ...kari, municipalityId: scene.eksempelvik.id, roles });
let presses = 0;
const turn = (wanted: 'pause' | 'resume', roles: Staff['roles'] = ['coordinator']) => {
  presses += 1;
  return makePauseIntake(scene)(snowflake(8_000 + presses), staff(roles), wanted);
};
const inbound = { senderId: snowflake(1) };

describe('the approved municipalities', () => {
  it('take nothing in before the record has been read', () => {
    expect(processWith().find(scene.eksempelvik.id)).toMatchObject({ intakePaused: true });
    expect(converses(processWith().find(scene.eksempelvik.id))).toBe(false);
  });

  it('let a pause made in one process hold for the very next message in another', async () => {
    const other = processWith();
    await other.refresh();
    expect(converses((await other.candidates(inbound))[0])).toBe(true);
    expect(await turn('pause')).toEqual({ kind: 'paused', already: false, openCases: 0, contacts: undefined });
    const [served] = await other.candidates(inbound);
    expect([converses(served), served?.intakePaused]).toEqual([false, true]);
    expect(converses(other.find(scene.eksempelvik.id))).toBe(false);
    expect(await turn('resume')).toEqual({ kind: 'resumed', already: false, contacts: undefined });
    expect(converses((await other.candidates(inbound))[0])).toBe(true);
  });

  it('stand still when the record is damaged, and keep what is known while the store is away', async () => {
    let code: 'corrupt' | 'unavailable' | undefined;
    const store: Pick<Store, 'findSetting'> = {
      findSetting: (id, name) => (code ? Promise.reject(new StoreFault(code)) : scene.store.findSetting(id, name)),
    };
    const directory = processWith(store);
    await directory.refresh();
    code = 'unavailable';
    await expect(directory.refresh()).rejects.toThrow(StoreFault);
    expect(converses(directory.find(scene.eksempelvik.id))).toBe(true);
    code = 'corrupt';
    expect((await directory.candidates(inbound))[0]?.intakePaused).toBe(true);
    expect(converses(directory.find(scene.eksempelvik.id))).toBe(false);
  });

  it('never take an approval from the settings file of a real municipality', async () => {
    const directory = processWith(scene.store, { ...scene.eksempelvik, invented: false });
    const [served] = await directory.candidates(inbound);
    expect(served?.approval).toBeUndefined();
    expect(served && isInert(served, scene.now())).toBe(true);
  });
});

describe('the stop button', () => {
  it.each([[[]], [['caseworker']], [['contentProducer']]] as const)('is refused to the roles %j', async (roles) => {
    expect(await turn('pause', roles)).toEqual({ kind: 'not-permitted' });
    expect(await turn('pause', ['dutyLead'])).toMatchObject({ kind: 'paused', already: false });
    expect(await turn('resume', roles)).toEqual({ kind: 'not-permitted' });
  });

  it('says when nothing has changed', async () => {
    expect(await turn('resume')).toEqual({ kind: 'resumed', already: true });
    await turn('pause');
    expect(await turn('pause')).toMatchObject({ kind: 'paused', already: true });
  });
});

describe('a service without any approval', () => {
  it('is inert, and one that is paused is not', () => {
    const { approval: _seed, ...bare } = scene.eksempelvik;
    expect(isInert(withApprovalInForce(bare, emptyBook, scene.now()), scene.now())).toBe(true);
    expect(isInert(withApprovalInForce(scene.eksempelvik, undefined, scene.now()), scene.now())).toBe(false);
    expect(isInert(withApprovalInForce(scene.eksempelvik, emptyBook, scene.now()), scene.now())).toBe(false);
  });
});
