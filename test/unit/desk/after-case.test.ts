import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dayMs, hourMs } from '../../../src/core/time.ts';
import { makeAfterCase } from '../../../src/flows/desk/after-case.ts';
import { storedDossiers } from '../../../src/flows/desk/dossiers.ts';
import { makeComposeFollowUp } from '../../../src/flows/compose-follow-up.ts';
import { makeCloseCase } from '../../../src/flows/close-case.ts';
import { timelineOf } from '../../../src/core/incident/timeline.ts';
import { kari, ola } from '../../examples/cases.ts';
import { openFlowScene } from '../flows/scene.ts';
import { hiddenIn, openDeskScene } from './scene.ts';
import type { DeskVisitor } from './scene.ts';

type Scene = Awaited<ReturnType<typeof openDeskScene>>;
let scene: Scene;
let at: string;
beforeEach(async () => {
  scene = await openDeskScene();
  at = `/sak/${scene.about.id}/etterarbeid`;
});
afterEach(async () => {
  await scene.server.close();
  await scene.store.close();
});

const send = (visitor: DeskVisitor, act: string, fields: Record<string, string> = {}) =>
  visitor.send(`${at}/${act}`, fields, at);
const dossier = async () => {
  const found = (await scene.dossiers.find(scene.municipality.id, scene.about.id)).dossier;
  if (!found) throw new Error('no dossier');
  return found;
};
/** What is said to staff of what is due now. */
async function remindersDue(): Promise<readonly string[]> {
  const compose = makeComposeFollowUp({ store: scene.store, municipalities: { find: () => scene.municipality } });
  const said: string[] = [];
  for (;;) {
    const rows = await scene.store.claimOutbox(scene.now(), 30_000, 50);
    if (rows.length === 0) return said;
    for (const { id, lease, dispatch } of rows) {
      const speech = dispatch.kind === 'follow-up' ? await compose(dispatch) : undefined;
      if (speech?.kind === 'follow-up') said.push(`${speech.about} ${speech.caseNumber}`);
      await scene.store.settleOutbox(id, lease, { kind: 'sent', at: scene.now() }, []);
    }
  }
}

describe('a referral', () => {
  it('is followed with reminders until a named service says that it has arrived', async () => {
    const visitor = await scene.visitorFor(kari.id);
    expect((await send(visitor, 'henvis', { to: 'Helsestasjonen' })).statusCode).toBe(303);
    expect(await remindersDue()).toEqual([]);
    scene.pass(dayMs);
    expect(await remindersDue()).toEqual(['referral 4821']);
    expect(await remindersDue()).toEqual([]);
    scene.pass(2 * dayMs);
    expect(await remindersDue()).toEqual(['referral 4821']);

    const later = await scene.visitorFor(ola.id);
    const [referral] = (await dossier()).referrals ?? [];
    const form = { referral: referral?.id ?? '', [`name-${referral?.id ?? ''}`]: 'Testine på helsestasjonen' };
    expect((await send(later, 'mottatt', form)).statusCode).toBe(303);
    expect((await later.get(at)).body).toContain('Mottatt av Testine på helsestasjonen');
    expect((await send(later, 'mottatt', form)).body).toContain('allerede bekreftet');
    scene.pass(20 * dayMs);
    expect(await remindersDue()).toEqual([]);
  });

  it('is still followed when the conversation is erased', async () => {
    await send(await scene.visitorFor(kari.id), 'henvis', { to: 'Helsestasjonen' });
    scene.pass(31 * dayMs);
    await scene.store.eraseExpired(scene.now());
    expect(await scene.store.findCase(scene.about.id)).toBeUndefined();
    const { referrals, caseId } = await dossier();
    const compose = makeComposeFollowUp({ store: scene.store, municipalities: { find: () => scene.municipality } });
    const about = { kind: 'referral', id: referrals?.[0]?.id ?? '' } as const;
    const dispatch = {
      kind: 'follow-up',
      municipalityId: scene.municipality.id,
      caseId,
      caseNumber: 4821,
      about,
    } as const;
    expect(await compose(dispatch)).toMatchObject({ kind: 'follow-up', about: 'referral', caseId });
    expect(await compose({ ...dispatch, about: { kind: 'referral', id: 'another' } })).toBeUndefined();
  });

  it('counts once however often the form is sent, and is not taken without a name', async () => {
    const visitor = await scene.visitorFor(kari.id);
    const form = { ...hiddenIn((await visitor.get(at)).body), to: 'Helsestasjonen' };
    for (let press = 0; press < 50; press += 1) await visitor.post(`${at}/henvis`, form);
    expect((await dossier()).referrals).toHaveLength(1);
    const refused = await send(visitor, 'henvis', { to: '   ' });
    expect([refused.statusCode, refused.body]).toEqual([422, expect.stringContaining('Feltet må fylles ut')]);
    expect((await send(visitor, 'mottatt', { referral: 'x', 'name-x': 'Testine' })).statusCode).toBe(422);
  });
});

describe('the rest of the aftercare', () => {
  it('keeps how it ended, with «Møtt fysisk» among the answers, and takes nothing else', async () => {
    const visitor = await scene.visitorFor(kari.id);
    expect((await visitor.get(at)).body).toContain('Møtt fysisk');
    expect((await send(visitor, 'slutt', { code: 'met-in-person' })).statusCode).toBe(303);
    expect((await dossier()).closing).toMatchObject({ code: 'met-in-person', by: { id: kari.id } });
    expect((await send(visitor, 'slutt', { code: 'toString' })).statusCode).toBe(422);
    expect((await visitor.get(at)).body).toMatch(/value="met-in-person"\s+checked/u);
  });

  it('asks after a serious case who it was talked through with, and after others not', async () => {
    const visitor = await scene.visitorFor(kari.id);
    expect((await send(visitor, 'snakk', { colleague: 'Ola' })).statusCode).toBe(303);
    expect((await visitor.get(at)).body).toContain('Kari, saksbehandler snakket med Ola');
    const calm = await openDeskScene({ severity: 'none' });
    expect((await (await calm.visitorFor(kari.id)).get(`/sak/${calm.about.id}/etterarbeid`)).body).not.toContain(
      'Snakk ut med en kollega',
    );
    await calm.server.close();
    await calm.store.close();
  });

  it('shows when things happened without a word of what was said', async () => {
    const visitor = await scene.visitorFor(kari.id);
    await visitor.send(
      `/sak/${scene.about.id}/steg/adults`,
      { basedOn: '0', adults: 'Tante Plantefrø' },
      `/sak/${scene.about.id}/steg/adults`,
    );
    await send(visitor, 'henvis', { to: 'Plantefrøstasjonen' });
    const events = timelineOf(scene.about, await scene.store.listEntries(scene.about.id), await dossier());
    expect(events.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['opened', 'message', 'step', 'referred']));
    expect(events.map(({ at: when }) => when)).toEqual(events.map(({ at: when }) => when).toSorted((a, b) => a - b));
    expect(JSON.stringify(events)).not.toMatch(/Plantefrø|jeg heter/u);
    const { body } = await visitor.get(at);
    expect(body.slice(body.indexOf('id="tidslinje"'))).not.toMatch(/Plantefrø|jeg heter/u);
  });
});

describe('new contact in a reported matter', () => {
  const flag = async (flows: Awaited<ReturnType<typeof openFlowScene>>, on = true) => {
    const current = await flows.openCase();
    const found = await flows.store.findDossier(flows.eksempelvik.id, current.id);
    const after = makeAfterCase({ ...flows, dossiers: storedDossiers(flows.store) });
    const staff = { ...kari, municipalityId: flows.eksempelvik.id, roles: ['caseworker'] as const };
    const once = `${on ? 'on' : 'off'}${found?.version ?? 0}`.padEnd(22, 'x');
    expect(await after.recontact({ staff, caseId: current.id, once }, on)).toEqual({ kind: 'done' });
    return { current, staff };
  };
  const speechesOf = (flows: Awaited<ReturnType<typeof openFlowScene>>) =>
    flows.said.map(({ speech }) => (speech.kind === 'case-note' ? `note:${speech.note.kind}` : speech.kind));

  it('calls staff, also after the case is closed and the conversation erased, and once in six hours', async () => {
    const flows = await openFlowScene();
    await flows.receive(flows.message('hei'));
    await flows.deliverAll();
    const { staff, current } = await flag(flows);
    await makeCloseCase({ ...flows })({ cause: '77', staff, caseId: current.id });
    await flows.deliverAll();
    flows.pass(4 * dayMs);
    await flows.store.eraseExpired(flows.now());
    expect(await flows.store.findCase(current.id)).toBeUndefined();

    flows.said.length = 0;
    await flows.receive(flows.message('hei igjen'));
    await flows.deliverAll();
    expect(speechesOf(flows)).toEqual(expect.arrayContaining(['case-card', 'case-alert', 'note:recontact']));
    const [note] = flows.said.flatMap(({ speech }) => (speech.kind === 'case-note' ? [speech.note] : []));
    expect(note).toEqual({ kind: 'recontact', reported: current.id, caseNumber: current.number });

    flows.said.length = 0;
    await flows.receive(flows.message('er du der'));
    await flows.deliverAll();
    expect(speechesOf(flows)).not.toContain('note:recontact');
    flows.pass(6 * hourMs);
    await flows.receive(flows.message('hallo'));
    await flows.deliverAll();
    expect(speechesOf(flows)).toContain('note:recontact');
  });

  it('calls nobody when it was turned off, or about another sender', async () => {
    const flows = await openFlowScene();
    await flows.receive(flows.message('hei'));
    await flag(flows);
    await flag(flows, false);
    await flows.receive(flows.message('hei igjen'));
    await flows.deliverAll();
    expect(speechesOf(flows)).not.toContain('note:recontact');
    await flag(flows);
    await flows.receive(flows.message('hallo', ola.id));
    await flows.deliverAll();
    expect(speechesOf(flows)).not.toContain('note:recontact');
  });

  it('tells the sender nothing of it', async () => {
    const flows = await openFlowScene();
    await flows.receive(flows.message('hei'));
    await flows.deliverAll();
    await flag(flows);
    flows.said.length = 0;
    await flows.receive(flows.message('hei igjen'));
    await flows.deliverAll();
    expect(flows.said.filter(({ speech }) => speech.kind === 'sender-notice').map(({ speech }) => speech)).toEqual([]);
  });
});

it('reminds staff to talk a serious case through, unless they have', async () => {
  const flows = await openFlowScene();
  flows.state.assessment = { ...flows.state.assessment, severity: 'serious' };
  await flows.receive(flows.message('noe alvorlig'));
  const current = await flows.openCase();
  const staff = { ...kari, municipalityId: flows.eksempelvik.id, roles: ['caseworker'] as const };
  await flows.store.commit({
    cause: 'take',
    at: flows.now(),
    basedOn: [{ caseId: current.id, version: current.version }],
    changes: [
      {
        kind: 'save-case',
        case: { ...current, state: { kind: 'claimed', by: kari, at: flows.now() } },
        eraseAt: flows.now() + dayMs,
      },
    ],
  });
  flows.pass(dayMs);
  expect(await makeCloseCase({ ...flows })({ cause: '78', staff, caseId: current.id })).toMatchObject({
    kind: 'closed',
  });
  await flows.deliverAll();
  flows.said.length = 0;
  flows.pass(12 * hourMs);
  await flows.deliverAll();
  expect(flows.said.map(({ speech }) => speech)).toMatchObject([{ kind: 'follow-up', about: 'debrief' }]);
});
