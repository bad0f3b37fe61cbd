import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MunicipalityId } from '../../../src/core/ids.ts';
import type { Dispatch } from '../../../src/core/outbox.ts';
import { hourMs, minuteMs } from '../../../src/core/time.ts';
import { makeCheckIn } from '../../../src/flows/duty/check-in.ts';
import { makeCheckOut } from '../../../src/flows/duty/check-out.ts';
import { makeComposeDuty } from '../../../src/flows/duty/compose-duty.ts';
import { makeKeepDuty } from '../../../src/flows/duty/keep-duty.ts';
import { makeKnownDuty } from '../../../src/flows/duty/known-duty.ts';
import { makePresence } from '../../../src/flows/presence.ts';
import { StoreFault } from '../../../src/ports.ts';
import type { Staff } from '../../../src/ports.ts';
import { kari, ola, snowflake } from '../../examples/cases.ts';
import { openFlowScene } from '../flows/scene.ts';

let scene: Awaited<ReturnType<typeof openFlowScene>>;
/** Monday 23 November 2026 at 19.30 in Oslo: half an hour into an opening of 18–21. */
beforeEach(async () => {
  scene = await openFlowScene();
});
afterEach(async () => {
  await scene.store.close();
});

const deps = () => ({
  ...scene,
  municipalities: { find: (id: MunicipalityId) => (id === scene.eksempelvik.id ? scene.eksempelvik : undefined) },
});
const staff = (differing: Partial<Staff> = {}): Staff => ({
  ...kari,
  municipalityId: scene.eksempelvik.id,
  roles: ['caseworker'],
  ...differing,
});
let presses = 0;
const press = (by: Staff = staff()) => {
  presses += 1;
  return { cause: snowflake(7_000 + presses), staff: by };
};
const presence = () => makePresence(scene.store);
const onDuty = async () => (await presence().onDuty(scene.eksempelvik, scene.now())).map(({ signature }) => signature);
const enter = (by?: Staff, themes: Parameters<ReturnType<typeof makeCheckIn>>[1] = []) =>
  makeCheckIn(deps())(press(by), themes);
const leave = (by?: Staff) => makeCheckOut(deps())(press(by));
const keep = () => makeKeepDuty(deps())(scene.eksempelvik);
/** What waits in the outbox about duty. */
const queued = async (): Promise<readonly Dispatch[]> => {
  const rows = await scene.store.claimOutbox(scene.now(), 1_000, 50);
  for (const row of rows) await scene.store.settleOutbox(row.id, row.lease, { kind: 'sent', at: scene.now() }, []);
  return rows.map(({ dispatch }) => dispatch).filter(({ kind }) => kind.startsWith('duty-'));
};
const kinds = async () => (await queued()).map((one) => (one.kind === 'duty-post' ? one.post : one.kind)).sort();

describe('checking in', () => {
  it('puts somebody on duty until closing, with themes, and tells it in every channel of a card', async () => {
    expect(await onDuty()).toEqual([]);
    const outcome = await enter(staff(), ['school']);
    expect(outcome).toMatchObject({ kind: 'checked-in', until: scene.now() + 1.5 * hourMs });
    expect(await presence().onDuty(scene.eksempelvik, scene.now())).toEqual([
      { signature: kari.signature, themes: ['school'] },
    ]);
    expect(await presence().isStaffed(scene.eksempelvik, scene.now())).toBe(true);
    expect(await kinds()).toEqual(scene.eksempelvik.gameGuilds.map(() => 'opened'));
  });

  it.each([[[]], [['coordinator']], [['contentProducer']]] as const)('is refused to the roles %j', async (roles) => {
    expect(await enter(staff({ roles }))).toEqual({ kind: 'not-permitted' });
    expect(await onDuty()).toEqual([]);
  });

  it('is refused in the name of a municipality that is not configured', async () => {
    expect(await enter(staff({ municipalityId: 'annetvik' as MunicipalityId }))).toEqual({ kind: 'not-permitted' });
  });

  it('is refused while conversations are not approved, and whoever was there counts as nobody', async () => {
    await enter();
    const { approval: _, ...unapproved } = scene.eksempelvik;
    const municipalities = { find: () => unapproved };
    expect(await makeCheckIn({ ...deps(), municipalities })(press(), [])).toEqual({ kind: 'not-approved' });
    expect(await presence().isStaffed(unapproved, scene.now())).toBe(false);
  });

  it('lets two who press at the same time both in, and tells the opening once', async () => {
    await Promise.all([enter(), enter(staff(ola))]);
    expect((await onDuty()).toSorted()).toEqual([kari.signature, ola.signature]);
    expect(await kinds()).toHaveLength(scene.eksempelvik.gameGuilds.length);
  });

  it('is refused when we open much later', async () => {
    scene.pass(2 * hourMs);
    expect(await enter()).toMatchObject({ kind: 'too-early' });
    expect(await onDuty()).toEqual([]);
  });

  it('shows what has waited since somebody was last there', async () => {
    await scene.receive(scene.message('hei'));
    const waiting = [{ caseNumber: (await scene.openCase()).number, severity: 'none', claimed: false }];
    expect(await enter()).toMatchObject({ kind: 'checked-in', waiting });
  });

  it('holds no more of a person than id and signature', async () => {
    await enter();
    const stored = await scene.store.findSetting(scene.eksempelvik.id, 'duty');
    expect(Object.keys((stored?.value as { people: readonly object[] }).people[0] ?? {}).toSorted()).toEqual([
      'from',
      'id',
      'signature',
      'themes',
      'until',
    ]);
  });
});

describe('checking out', () => {
  it('shows what waits, and hands it over to the channel when nobody is left', async () => {
    await scene.receive(scene.message('hei'));
    await enter();
    await enter(staff(ola));
    await queued();
    const waiting = [{ caseNumber: (await scene.openCase()).number, severity: 'none', claimed: false }];
    expect(await leave()).toEqual({ kind: 'checked-out', othersOnDuty: true, waiting });
    expect(await kinds()).toEqual([]);
    expect(await leave(staff(ola))).toEqual({ kind: 'checked-out', othersOnDuty: false, waiting });
    expect(await kinds()).toEqual(['duty-handover']);
    expect(await presence().isStaffed(scene.eksempelvik, scene.now())).toBe(false);
  });

  it('changes nothing for somebody who was not there', async () => {
    await enter();
    expect(await leave(staff(ola))).toEqual({ kind: 'not-checked-in' });
    expect(await onDuty()).toEqual([kari.signature]);
  });
});

describe('closing time', () => {
  it('ends every shift by itself, before anything has looked', async () => {
    await enter();
    scene.pass(1.5 * hourMs);
    expect(await presence().isStaffed(scene.eksempelvik, scene.now())).toBe(false);
  });

  it('is handed over and told once, by however many processes', async () => {
    await enter();
    await queued();
    scene.pass(1.5 * hourMs);
    const outcomes = await Promise.all([keep(), keep(), keep()]);
    expect(outcomes.filter((outcome) => outcome === 'changed')).toHaveLength(1);
    expect(await kinds()).toEqual([...scene.eksempelvik.gameGuilds.map(() => 'closed'), 'duty-handover']);
    expect(await keep()).toBe('unchanged');
    expect(await kinds()).toEqual([]);
  });

  it('that passed while the program was away is handed over at the next check-in', async () => {
    await enter();
    await queued();
    scene.pass(23 * hourMs);
    await enter();
    expect((await kinds()).filter((kind) => kind === 'duty-handover')).toHaveLength(1);
  });
});

describe('what is said about duty', () => {
  const compose = () => makeComposeDuty({ ...deps(), presence: presence() });

  it('is left unsaid when it is not true any more', async () => {
    await enter();
    const [opened] = await queued();
    if (opened?.kind !== 'duty-post') throw new Error('nothing was told');
    expect(await compose()(opened)).toMatchObject({ kind: 'duty-post', post: { kind: 'opened' } });
    await leave();
    expect(await compose()(opened)).toBeUndefined();
  });

  it('is left unsaid when it is too late', async () => {
    await enter();
    const [opened] = await queued();
    if (opened?.kind !== 'duty-post') throw new Error('nothing was told');
    scene.pass(31 * minuteMs);
    expect(await compose()(opened)).toBeUndefined();
  });
});

describe('who is known to be on duty', () => {
  const known = (answer: () => Promise<never>) =>
    makeKnownDuty({ now: scene.now, presence: { onDuty: answer }, limitMs: 20 })(scene.eksempelvik);

  it('is unknown when the store fails or does not answer in time', async () => {
    expect(await known(() => Promise.reject(new StoreFault('unavailable')))).toBeUndefined();
    expect(await known(() => new Promise(() => undefined))).toBeUndefined();
  });

  it('counts as nobody where something must be decided', async () => {
    const failing = makePresence({ findSetting: () => Promise.reject(new StoreFault('unavailable')) });
    expect(await failing.isStaffed(scene.eksempelvik, scene.now())).toBe(false);
  });
});
