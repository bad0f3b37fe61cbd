import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyBook, withTrack } from '../../../src/core/approval/book.ts';
import type { CompleteRound } from '../../../src/core/approval/round.ts';
import { dayMs, hourMs } from '../../../src/core/time.ts';
import { makeGatherBreach } from '../../../src/flows/accounts/gather-breach.ts';
import { makeGatherFacts } from '../../../src/flows/accounts/privacy-facts.ts';
import { savingApproval } from '../../../src/flows/approval/approval-setting.ts';
import { makeChangeSettings } from '../../../src/flows/settings/change-settings.ts';
import { makeLiveMunicipalities } from '../../../src/flows/settings/live-municipalities.ts';
import { exampleConfigured } from '../../examples/municipality.ts';
import { filer, filings, leader } from '../approval/filings-made-up.ts';
import { openFlowScene } from '../flows/scene.ts';

const configured = await exampleConfigured();
let scene: Awaited<ReturnType<typeof openFlowScene>>;
beforeEach(async () => {
  scene = await openFlowScene();
});
afterEach(() => scene.store.close());

const staff = (role: 'coordinator' | 'caseworker') => ({
  id: filer,
  municipalityId: scene.eksempelvik.id,
  roles: [role],
  signature: 'Berit, koordinator',
});

async function approve(): Promise<void> {
  const made = filings();
  const [by, at] = [filer, scene.now()];
  const inForce: CompleteRound = {
    stage: 'complete',
    number: 1,
    purpose: { by, at, filing: made.purpose.filing },
    ip: { by, at, filing: made.ip.filing },
    assessment: { by, at, filing: made.dpia.filing },
    basis: { by, at, filing: made.basis.filing },
    decision: { by: leader, at, filing: made.approved.filing },
    overview: { by, at, filing: made.overview.filing },
  };
  const book = withTrack(emptyBook, 2, { decided: true, inForce });
  await scene.store.commit({
    cause: 'approve',
    at,
    basedOn: [],
    changes: [savingApproval(scene.eksempelvik.id, 0, book)],
  });
}

describe('the facts of a privacy paper', () => {
  it('are for coordinators and duty leads, and say what has been changed since the approval', async () => {
    const { store, now } = scene;
    const live = makeLiveMunicipalities({ store, configured, onDamaged: () => undefined });
    const { changeSettings } = makeChangeSettings({ now, store, live });
    const gather = makeGatherFacts({ now, store, live, hash: (text) => `${text.length}` });
    const change = async (basedOn: number, set: Record<string, unknown>): Promise<void> => {
      const outcome = await changeSettings({ staff: staff('coordinator'), cause: `c${basedOn}`, basedOn, set });
      expect(outcome.kind).toBe('saved');
    };

    expect(await gather(staff('caseworker'))).toEqual({ kind: 'not-permitted' });
    const before = await gather(staff('coordinator'));
    expect(before).not.toHaveProperty('facts.approved');
    await change(0, { service: 'Uteteamet' });
    scene.pass(1_000);
    await approve();
    scene.pass(1_000);
    expect(await gather(staff('coordinator'))).toMatchObject({ facts: { since: { kind: 'keys', keys: [] } } });
    await change(1, { language: 'nn', service: 'Utekontakten i byen' });
    const after = await gather(staff('coordinator'));
    expect(after).toMatchObject({
      facts: {
        since: { kind: 'keys', keys: ['language', 'service'] },
        settings: { version: 2 },
        municipality: { service: 'Utekontakten i byen' },
      },
    });
    expect(after).not.toHaveProperty(
      'facts.settings.hash',
      before.kind === 'facts' ? before.facts.settings.hash : undefined,
    );
  });
});

describe('the facts of a breach', () => {
  const gather = () =>
    makeGatherBreach({ now: scene.now, store: scene.store, municipalities: { find: () => scene.eksempelvik } });

  it('are acts and counts of that time, without words', async () => {
    await scene.receive(scene.message('hei, hemmelige ord'));
    const from = scene.now() - hourMs;
    scene.pass(hourMs);
    const outcome = await gather()('p1', staff('coordinator'), { from, until: scene.now() });
    expect(outcome).toMatchObject({ kind: 'facts', facts: { cases: 1, openCases: 1, isCut: false } });
    expect(JSON.stringify(outcome)).not.toContain('hemmelige');
    if (outcome.kind !== 'facts') throw new Error('no facts');
    expect(outcome.facts.acts.map(({ event }) => event)).toEqual(['case.opened']);
    const drafted = await store().listAudit(scene.eksempelvik.id, scene.now(), scene.now(), 9);
    expect(drafted.map(({ event, by }) => [event, by])).toEqual([['breach.drafted', filer]]);
  });
  const store = () => scene.store;

  it('are refused for a time that ends before it begins or lies ahead, and for a caseworker', async () => {
    const at = scene.now();
    expect(await gather()('p', staff('coordinator'), { from: at, until: at - 1 })).toEqual({ kind: 'bad-time' });
    expect(await gather()('p', staff('coordinator'), { from: at + dayMs, until: at + dayMs })).toEqual({
      kind: 'bad-time',
    });
    expect(await gather()('p', staff('caseworker'), { from: at, until: at })).toEqual({ kind: 'not-permitted' });
  });
});
