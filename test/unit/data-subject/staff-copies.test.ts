import { beforeEach, describe, expect, it } from 'vitest';
import type { StaffCopy } from '../../../src/core/outbox.ts';
import { dayMs, minuteMs } from '../../../src/core/time.ts';
import { makeEraseExpired } from '../../../src/flows/data-subject/erase-expired.ts';
import { openFlowScene } from '../flows/scene.ts';

let scene: Awaited<ReturnType<typeof openFlowScene>>;
let removed: StaffCopy['kind'][];
beforeEach(async () => {
  scene = await openFlowScene();
  removed = [];
  scene.state.removes = ({ kind }) => {
    removed.push(kind);
    return true;
  };
  scene.state.assessment = { ...scene.state.assessment, severity: 'acute' };
  await scene.receive(scene.message('noe alvorlig'));
  await scene.deliverAll();
});

const eraseExpired = () => makeEraseExpired(scene)();

describe('what staff have in Discord', () => {
  it('is deleted when the case is erased, the thread, the card and the alert', async () => {
    scene.pass(31 * dayMs);
    expect(await eraseExpired()).toMatchObject({ cases: 1 });
    expect(removed).toEqual([]);
    scene.pass(minuteMs);
    expect(await scene.deliverAll()).toContain('remove-copies:sent');
    expect(removed).toEqual(['thread', 'card', 'alert']);
  });

  it('is tried again until it is gone', async () => {
    scene.state.removes = () => false;
    scene.pass(31 * dayMs);
    await eraseExpired();
    scene.pass(minuteMs);
    expect(await scene.deliverAll()).toEqual(['remove-copies:retry']);
    scene.pass(minuteMs);
    expect(await scene.deliverAll()).toEqual([]);
    scene.state.removes = () => true;
    scene.pass(15 * minuteMs);
    expect(await scene.deliverAll()).toEqual(['remove-copies:sent']);
  });

  it('stays while the case lives on after all', async () => {
    const current = await scene.openCase();
    const { copiesOf, queueRemoval } = await import('../../../src/flows/data-subject/staff-copies.ts');
    const entry = queueRemoval(scene.pseudonyms, current.id, await copiesOf(scene.store, current.id), scene.now());
    await scene.store.commit({ cause: 'x', at: scene.now(), basedOn: [], changes: [{ kind: 'queue', entry }] });
    scene.pass(minuteMs);
    expect(await scene.deliverAll()).toContain('remove-copies:sent');
    expect(removed).toEqual([]);
  });

  it('leaves a line in the audit of how much went, without ids', async () => {
    scene.pass(31 * dayMs);
    const before = (await scene.store.auditHead()).sequence;
    await eraseExpired();
    expect((await scene.store.auditHead()).sequence).toBe(before + 1);
    await eraseExpired();
    expect((await scene.store.auditHead()).sequence).toBe(before + 1);
  });
});
