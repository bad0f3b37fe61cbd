import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyBook, withTrack } from '../../../src/core/approval/book.ts';
import type { CompleteRound } from '../../../src/core/approval/round.ts';
import { dayMs } from '../../../src/core/time.ts';
import { approvalDetail } from '../../../src/discord/views/approval.ts';
import { savingApproval } from '../../../src/flows/approval/approval-setting.ts';
import { makeShowApproval } from '../../../src/flows/approval/show-approval.ts';
import { makeChangeSettings } from '../../../src/flows/settings/change-settings.ts';
import { makeLiveMunicipalities } from '../../../src/flows/settings/live-municipalities.ts';
import { exampleConfigured } from '../../examples/municipality.ts';
import { openFlowScene } from '../flows/scene.ts';
import { filer, filings, leader, start } from './filings-made-up.ts';

const configured = await exampleConfigured();
let scene: Awaited<ReturnType<typeof openFlowScene>>;
beforeEach(async () => {
  scene = await openFlowScene();
});
afterEach(() => scene.store.close());

async function openApproved() {
  const { store, now, eksempelvik } = scene;
  const { id: municipalityId } = eksempelvik;
  const made = filings();
  const signed = { by: filer, at: now() };
  const inForce: CompleteRound = {
    stage: 'complete',
    number: 1,
    purpose: { ...signed, filing: made.purpose.filing },
    ip: { ...signed, filing: made.ip.filing },
    assessment: { ...signed, filing: made.dpia.filing },
    basis: { ...signed, filing: made.basis.filing },
    decision: { ...signed, by: leader, filing: { ...made.approved.filing, reviewAt: start + 700 * dayMs } },
    overview: { ...signed, filing: made.overview.filing },
  };
  const book = withTrack({ ...emptyBook, drill: { paused: signed, resumed: signed } }, 2, { inForce, decided: true });
  const changes = [savingApproval(municipalityId, 0, book)];
  await store.commit({ cause: 'approving', at: now(), basedOn: [], changes });
  const live = makeLiveMunicipalities({ store, configured, onDamaged: () => undefined });
  const { changeSettings } = makeChangeSettings({ now, store, live });
  const show = makeShowApproval({ now, store, configured: { find: () => eksempelvik }, live });
  const staff = { id: filer, municipalityId, roles: ['coordinator'], signature: 'Berit, koordinator' } as const;
  let version = 0;
  return {
    change: async (set: Readonly<Record<string, unknown>>): Promise<void> => {
      scene.pass(dayMs);
      const outcome = await changeSettings({ staff, cause: `press:${version}`, basedOn: version, set });
      if (outcome.kind !== 'saved') throw new Error(outcome.kind);
      ({ version } = outcome);
    },
    page: async (): Promise<string> => {
      const shown = await show(staff);
      if (shown.kind !== 'shown') throw new Error(shown.kind);
      return JSON.stringify(approvalDetail(shown, 2, 'Europe/Oslo'));
    },
  };
}

describe('the page of a strategy in force', () => {
  it('says that nothing is changed, and offers the papers to the one who decides', async () => {
    const { page } = await openApproved();
    expect(await page()).toContain('Ingenting er endret');
    for (const kind of ['protokoll', 'dpia', 'erklaering', 'rutine'])
      expect(await page()).toContain(`approval-paper:${kind}`);
  });

  it('names what is changed since management decided', async () => {
    const { change, page } = await openApproved();
    await change({ language: 'nn' });
    expect(await page()).toContain('Endret siden ledelsen besluttet: målform.');
    expect(await page()).not.toContain('beslutte på nytt');
  });

  it('asks for a new decision when what was approved is no longer what runs', async () => {
    const { change, page } = await openApproved();
    await change({ name: 'Nyvik kommune' });
    expect(await page()).toContain('Ledelsen må beslutte på nytt innen');
    expect(await page()).toContain('24. desember 2026');
  });
});
