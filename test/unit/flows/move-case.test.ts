import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseNote } from '../../../src/core/outbox.ts';
import { dayMs, hourMs, minuteMs } from '../../../src/core/time.ts';
import { makeClaimCase } from '../../../src/flows/claim-case.ts';
import { makeCloseCase } from '../../../src/flows/close-case.ts';
import { makeSaveIncidentStep } from '../../../src/flows/incident-form.ts';
import { makeHandOverCase } from '../../../src/flows/hand-over-case.ts';
import { makeMoveCase } from '../../../src/flows/move-case.ts';
import { makeAnswerGuide } from '../../../src/flows/desk/fill-in.ts';
import { storedDossiers } from '../../../src/flows/desk/dossiers.ts';
import { makeOpenGuide } from '../../../src/flows/open-guide.ts';
import { makeReplyToSender } from '../../../src/flows/reply-to-sender.ts';
import { makeShowIdentity } from '../../../src/flows/show-identity.ts';
import { RawText } from '../../../src/core/raw-text.ts';
import type { StaffText } from '../../../src/core/staff-text.ts';
import type { Speech } from '../../../src/core/speech.ts';
import type { CaseId } from '../../../src/core/ids.ts';
import type { Staff } from '../../../src/ports.ts';
import { snowflake } from '../../examples/cases.ts';
import { exampleConfiguration } from '../../examples/municipality.ts';
import { guide } from '../duty-guide/shipped-guide.ts';
import { openFlowScene } from './scene.ts';

let scene: Awaited<ReturnType<typeof openFlowScene>>;
let id: CaseId;
beforeEach(async () => {
  scene = await openFlowScene();
  await scene.receive(scene.message('hei'));
  id = (await scene.openCase()).id;
});
afterEach(async () => {
  await scene.store.close();
});

const staff = (name: string, last: number, differing: Partial<Staff> = {}): Staff => ({
  id: snowflake(last),
  municipalityId: scene.eksempelvik.id,
  roles: ['caseworker'],
  signature: `${name}, saksbehandler`,
  ...differing,
});
const kari = () => staff('Kari', 101);
const ola = () => staff('Ola', 102);
const berit = () => staff('Berit', 103, { roles: ['coordinator'] });

let presses = 0;
const press = (by: Staff) => {
  presses += 1;
  return { cause: snowflake(3_000 + presses), staff: by, caseId: id };
};
const colleagues = {
  find: (_id: unknown, who: string) => Promise.resolve([kari(), ola(), berit()].find((one) => one.id === who)),
};
const move = (by: Staff, wanted: Parameters<ReturnType<typeof makeMoveCase>>[1]) =>
  makeMoveCase({ ...scene, colleagues })(press(by), wanted);
const claim = (by: Staff) => makeClaimCase(scene)(press(by));
const close = (by: Staff) => makeCloseCase(scene)(press(by));
const reply = (by: Staff, words = 'Hei') =>
  makeReplyToSender({
    ...scene,
    checkStaffText: (text: RawText) => ({ text: text.reveal() as StaffText, personalData: [] }),
  })(press(by), new RawText(words), 'written');
const current = async () => {
  const found = await scene.store.findCase(id);
  if (!found) throw new Error('no case');
  return found;
};
const notes = (): readonly CaseNote['kind'][] =>
  scene.said.flatMap(({ speech }) => (speech.kind === 'case-note' ? [speech.note.kind] : []));
const saidOf = (kind: Speech['kind']) => scene.said.filter(({ speech }) => speech.kind === kind);
const worry = () => {
  scene.state.assessment = { severity: 'acute', categories: ['suicide'], reasons: [], version: 'test' };
  return scene.receive(scene.message('verre'));
};

describe('who has a case', () => {
  it('is changed by taking over, and the thread says from whom', async () => {
    await claim(kari());
    expect(await move(ola(), { kind: 'take-over' })).toMatchObject({ kind: 'moved' });
    expect((await current()).state).toMatchObject({ kind: 'claimed', by: { signature: 'Ola, saksbehandler' } });
    await scene.deliverAll();
    expect(scene.said.map(({ speech }) => speech)).toContainEqual(
      expect.objectContaining({
        kind: 'case-note',
        note: { kind: 'taken-over', signature: 'Ola, saksbehandler', from: 'Kari, saksbehandler' },
      }),
    );
  });

  it('is nobody after a release, and a worrying one calls the one on duty from the first step again', async () => {
    await worry();
    await claim(kari());
    await scene.deliverAll();
    const before = saidOf('case-alert').length;
    expect(await move(kari(), { kind: 'release' })).toMatchObject({ kind: 'moved' });
    await scene.deliverAll();
    expect((await current()).state).toEqual({ kind: 'open' });
    expect(saidOf('case-alert').length).toBe(before + 1);
    scene.pass(5 * minuteMs);
    await scene.deliverAll();
    expect(saidOf('case-alert').length).toBeGreaterThanOrEqual(before + 2);
  });

  it('is asked of a colleague by name, and stays until they take it', async () => {
    await claim(kari());
    expect(await move(kari(), { kind: 'offer', to: ola().id })).toMatchObject({ kind: 'moved' });
    expect((await current()).state).toMatchObject({ by: { id: kari().id }, offeredTo: { id: ola().id } });
    await move(ola(), { kind: 'take-over' });
    expect((await current()).state).not.toHaveProperty('offeredTo');
  });

  it('is not offered to somebody who may not read conversations', async () => {
    await claim(kari());
    expect(await move(kari(), { kind: 'offer', to: berit().id })).toEqual({ kind: 'not-staff' });
    expect(await move(kari(), { kind: 'offer', to: snowflake(999) })).toEqual({ kind: 'not-staff' });
  });

  it('is whoever answers a case nobody has, so that the alerts stop', async () => {
    await worry();
    await reply(ola());
    expect((await current()).state).toMatchObject({ kind: 'claimed', by: { id: ola().id } });
    scene.pass(hourMs);
    await scene.deliverAll();
    scene.pass(5 * minuteMs);
    await scene.deliverAll();
    expect(saidOf('case-alert').filter(({ speech }) => speech.kind === 'case-alert' && speech.step > 0)).toEqual([]);
  });
});

describe('a case set aside', () => {
  it('comes back to its holder when the time has come, once', async () => {
    await claim(kari());
    await move(kari(), { kind: 'snooze', choice: 'hour' });
    scene.pass(hourMs - 1);
    await scene.deliverAll();
    expect((await current()).state.kind).toBe('waiting');
    scene.pass(1);
    await scene.deliverAll();
    expect((await current()).state).toMatchObject({ kind: 'claimed', by: { id: kari().id } });
    await scene.deliverAll();
    expect(
      saidOf('case-reminder').filter(
        ({ speech }) => speech.kind === 'case-reminder' && speech.about.kind === 'set-aside-over',
      ),
    ).toHaveLength(1);
  });

  it('wakes when the sender writes, and its appointment is void', async () => {
    await claim(kari());
    await move(kari(), { kind: 'close-later', choice: 'hour' });
    await scene.receive(scene.message('er du der?'));
    expect((await current()).state.kind).toBe('claimed');
    scene.pass(2 * hourMs);
    await scene.deliverAll();
    expect((await current()).state.kind).toBe('claimed');
    expect(notes()).not.toContain('closed-by-time');
  });

  it('keeps only its latest appointment', async () => {
    await claim(kari());
    await move(kari(), { kind: 'close-later', choice: 'hour' });
    await move(kari(), { kind: 'close-later', choice: 'day' });
    scene.pass(hourMs);
    await scene.deliverAll();
    expect((await current()).state.kind).toBe('waiting');
    scene.pass(dayMs);
    await scene.deliverAll();
    expect((await current()).state.kind).toBe('closed');
  });

  it('closes as planned, tells the sender, and says so in the thread', async () => {
    await claim(kari());
    await reply(kari());
    await move(kari(), { kind: 'close-later', choice: 'hour' });
    scene.pass(hourMs);
    await scene.deliverAll();
    expect((await current()).state.kind).toBe('closed');
    await scene.deliverAll();
    expect(notes()).toContain('closed-by-time');
    expect(
      saidOf('sender-notice').some(
        ({ speech }) => speech.kind === 'sender-notice' && speech.notice.kind === 'case-closed',
      ),
    ).toBe(true);
  });

  it('does not close over a fresh worry: it comes back, and says why', async () => {
    await worry();
    await claim(kari());
    await move(kari(), { kind: 'close-later', choice: 'hour' });
    scene.pass(30 * minuteMs);
    const { worriedAt } = await current();
    expect(worriedAt).toBeDefined();
    // The same moment as the end of the worry would let it close; one minute of new worry does not.
    await scene.receive(scene.message('enda verre'));
    await move(kari(), { kind: 'close-later', choice: 'hour' });
    scene.pass(59 * minuteMs);
    await scene.deliverAll();
    expect((await current()).state.kind).toBe('waiting');
  });
});

describe('somebody who waits', () => {
  const reminders = () =>
    saidOf('case-reminder').filter(
      ({ speech }) => speech.kind === 'case-reminder' && speech.about.kind === 'unanswered',
    );

  it('is reminded of after the municipality’s limit, then after twice as long', async () => {
    scene.pass(29 * minuteMs);
    await scene.deliverAll();
    expect(reminders()).toHaveLength(0);
    scene.pass(minuteMs);
    await scene.deliverAll();
    expect(reminders()).toHaveLength(1);
    scene.pass(59 * minuteMs);
    await scene.deliverAll();
    expect(reminders()).toHaveLength(1);
    scene.pass(minuteMs);
    await scene.deliverAll();
    expect(reminders()).toHaveLength(2);
  });

  it('is reminded of sooner when it is acute', async () => {
    await worry();
    await claim(kari());
    scene.pass(10 * minuteMs);
    await scene.deliverAll();
    expect(reminders()).toHaveLength(1);
  });

  it('is not reminded of after an answer, and again when the sender writes on', async () => {
    await reply(kari());
    scene.pass(hourMs);
    await scene.deliverAll();
    expect(reminders()).toHaveLength(0);
    await scene.receive(scene.message('takk, men en ting til'));
    scene.pass(30 * minuteMs);
    await scene.deliverAll();
    expect(reminders()).toHaveLength(1);
  });

  it('is not called out for when nobody is there, and is when somebody has come', async () => {
    scene.state.staffed = false;
    scene.pass(30 * minuteMs);
    await scene.deliverAll();
    expect(reminders()).toHaveLength(0);
    scene.state.staffed = true;
    scene.pass(hourMs);
    await scene.deliverAll();
    expect(reminders()).toHaveLength(1);
  });
});

describe('closing', () => {
  it('waits for a hand-over step after a worry; a service that has it is one', async () => {
    await worry();
    await claim(kari());
    expect(await close(kari())).toMatchObject({ kind: 'too-soon' });
    const { national } = await exampleConfiguration();
    const handOver = makeHandOverCase({ ...scene, national });
    expect(await handOver(press(kari()), 'no-such-service')).toEqual({ kind: 'no-contact' });
    expect(await handOver(press(kari()), 'legevakt')).toMatchObject({ kind: 'handed-over' });
    expect(await close(kari())).toMatchObject({ kind: 'closed' });
  });

  it('waits for a hand-over step after a worry; a form that says what is done is one', async () => {
    await worry();
    await claim(kari());
    const dossiers = storedDossiers(scene.store);
    const mask = (words: RawText) => ({ text: words.reveal() as StaffText, removed: [] });
    const save = makeSaveIncidentStep({ ...scene, dossiers, guide, mask });
    expect(await save(press(kari()), 'reported', { action: 'none-yet' }, 0)).toMatchObject({ kind: 'saved' });
    expect(await close(kari())).toMatchObject({ kind: 'too-soon' });
    await save(press(kari()), 'reported', { action: 'called-113', when: 'nå' }, 1);
    expect(await close(kari())).toMatchObject({ kind: 'closed' });
  });

  it('does not happen because the sender cannot be reached any more', async () => {
    scene.state.delivery = (speech) =>
      speech.kind === 'sender-reply' || speech.kind === 'sender-notice'
        ? { kind: 'undeliverable', reason: 'dm-closed' }
        : { kind: 'posted', posted: { channelId: snowflake(1), messageId: snowflake(2) } };
    await reply(kari());
    await scene.deliverAll();
    expect((await current()).state.kind).toBe('claimed');
    expect(await scene.store.listEntries(id)).toHaveLength(2);
  });
});

describe('a closed case', () => {
  it('is opened again within retention, with all that was said', async () => {
    await claim(kari());
    await close(kari());
    scene.pass(71 * hourMs);
    expect(await move(ola(), { kind: 'reopen' })).toMatchObject({ kind: 'moved' });
    expect((await current()).state).toMatchObject({ kind: 'claimed', by: { id: ola().id } });
    await scene.store.eraseExpired(scene.now() + 24 * hourMs);
    expect(await scene.store.listEntries(id)).toHaveLength(1);
  });

  it('is not opened beside another conversation with the same sender', async () => {
    await claim(kari());
    await close(kari());
    await scene.receive(scene.message('jeg er her igjen'));
    const other = await scene.openCase();
    expect(await move(ola(), { kind: 'reopen' })).toEqual({ kind: 'other-open', caseNumber: other.number });
  });

  it('is gone after retention', async () => {
    await claim(kari());
    await close(kari());
    await scene.store.eraseExpired(scene.now() + 73 * hourMs);
    expect(await move(ola(), { kind: 'reopen' })).toEqual({ kind: 'not-found' });
  });
});

describe('«Vis hvem»', () => {
  it('shows the account after it is recorded who saw it and why', async () => {
    const show = makeShowIdentity({
      ...scene,
      dossiers: storedDossiers(scene.store),
      accountName: () => Promise.resolve('kim_eksempel'),
    });
    expect(await show(press(kari()), 'follow-up')).toEqual({
      kind: 'shown',
      senderId: snowflake(1),
      account: 'kim_eksempel',
    });
    expect(await show(press(berit()), 'follow-up')).toEqual({ kind: 'not-permitted' });
  });

  it('shows nothing when it cannot be recorded', async () => {
    const show = makeShowIdentity({
      ...scene,
      store: {
        ...scene.store,
        findCase: (one) => scene.store.findCase(one),
        commit: () => Promise.reject(new Error('disk full')),
      },
      dossiers: storedDossiers(scene.store),
      accountName: () => Promise.reject(new Error('asked too early')),
    });
    await expect(show(press(kari()), 'follow-up')).rejects.toThrow('disk full');
  });
});

describe('the duty guide', () => {
  it('keeps its answers with the case, so that a colleague goes on from them', async () => {
    const dossiers = storedDossiers(scene.store);
    const answer = makeAnswerGuide({ ...scene, dossiers, guide });
    const one = press(kari());
    await answer({ staff: kari(), caseId: id, once: one.cause }, { dangerNow: 'no', identity: 'known' });
    const open = makeOpenGuide({ store: scene.store, dossiers });
    expect(await open(press(ola()))).toMatchObject({ kind: 'ready', answers: { dangerNow: 'no', identity: 'known' } });
    expect(await open(press(berit()))).toEqual({ kind: 'not-permitted' });
  });
});
