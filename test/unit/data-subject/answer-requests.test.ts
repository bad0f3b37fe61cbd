import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { requestAnswerMs } from '../../../src/core/data-subject.ts';
import { dayMs } from '../../../src/core/time.ts';
import type { Assessment } from '../../../src/core/triage/assessment.ts';
import { requestOverview, requestShown } from '../../../src/discord/views/requests.ts';
import { makeAnswerRequests } from '../../../src/flows/data-subject/answer-requests.ts';
import type { WrittenRequest } from '../../../src/flows/data-subject/answer-requests.ts';
import { makeEraseMyData } from '../../../src/flows/data-subject/erase-my-data.ts';
import { makeMarkdown } from '../../../src/papers/make-markdown.ts';
import { subjectCopy } from '../../../src/papers/privacy/subject-copy.ts';
import type { Staff } from '../../../src/ports.ts';
import { kari, snowflake } from '../../examples/cases.ts';
import { openFlowScene } from '../flows/scene.ts';

const acute: Assessment = { severity: 'acute', categories: ['suicide'], reasons: [], version: 'test' };
const account = snowflake(1);
let scene: Awaited<ReturnType<typeof openFlowScene>>;
let presses = 0;
beforeEach(async () => {
  scene = await openFlowScene();
});
afterEach(() => scene.store.close());

const deps = () => ({ ...scene, staffCopies: { remove: () => Promise.resolve(true) } });
const requests = () => makeAnswerRequests(deps());
const press = (roles: Staff['roles'] = ['coordinator']) => {
  presses += 1;
  return { cause: snowflake(60_000 + presses), staff: { ...kari, municipalityId: scene.eksempelvik.id, roles } };
};
const paper: WrittenRequest = { account, requester: 'self', proof: 'logged-in', receivedOn: '2026-11-20' };
const register = (given: Partial<WrittenRequest> = {}) => requests().register(press(), { ...paper, ...given });
const overview = async () => {
  const outcome = await requests().overview(press());
  if (outcome.kind !== 'overview') throw new Error(outcome.kind);
  return outcome;
};
const audit = async () =>
  (await scene.store.listAudit(scene.eksempelvik.id, 0, scene.now() + 1, 100)).map(({ event }) => event);

describe('a request on paper', () => {
  it('is due thirty days after it came, and is listed until it is answered', async () => {
    expect(await register()).toEqual({ kind: 'registered', number: 1 });
    const { written } = await overview();
    expect(written.map(({ dueAt }) => dueAt)).toEqual([Date.UTC(2026, 10, 19, 23) + requestAnswerMs]);
    expect(JSON.stringify(requestOverview(await overview(), scene.eksempelvik, scene.now()))).toContain('20. desember');
    await requests().close(press(), 1);
    expect((await overview()).written).toEqual([]);
  });

  it('has a number no other request gets, after it is put away too', async () => {
    await register();
    await requests().close(press(), 1);
    expect(await register()).not.toEqual({ kind: 'registered', number: 1 });
  });

  it('that came long ago is listed as late, and not forgotten', async () => {
    expect(await register({ receivedOn: '2026-01-01' })).toEqual({ kind: 'registered', number: 1 });
    expect(JSON.stringify(requestOverview(await overview(), scene.eksempelvik, scene.now()))).toContain('gikk ut');
  });

  it.each([
    [{ account: '12' }, 'bad-account'],
    [{ account: 'kari' }, 'bad-account'],
    [{ receivedOn: '' }, 'bad-date'],
    [{ receivedOn: '2026-11-24' }, 'future-date'],
  ] as const)('is refused with %j', async (given, kind) => {
    expect(await register(given)).toEqual({ kind });
  });

  it('shows counts and dates, never words, and stands in the audit', async () => {
    await scene.receive(scene.message('det hemmelige ordet'));
    await register();
    const shown = await requests().show(press(), 1);
    if (shown.kind !== 'found') throw new Error(shown.kind);
    const page = JSON.stringify(requestShown(shown, scene.eksempelvik));
    expect(page).toContain('1 melding');
    expect(page).not.toContain('hemmelige');
    expect(await audit()).toContain('data-subject.request-seen');
  });

  it('gives the copy to the one it belongs to, logged', async () => {
    await scene.receive(scene.message('det hemmelige ordet'));
    await register();
    const copied = await requests().copy(press(), 1);
    if (copied.kind !== 'found') throw new Error(copied.kind);
    const { cases } = copied.data;
    const file = makeMarkdown(subjectCopy({ municipality: scene.eksempelvik, madeAt: scene.now(), cases }));
    expect(file).toContain('det hemmelige ordet');
    expect(await audit()).toContain('data-subject.copied');
  });

  it.each([{ requester: 'guardian' }, { proof: 'not-yet' }] as const)('tells nothing with %j', async (given) => {
    await scene.receive(scene.message('det hemmelige ordet'));
    await register(given);
    for (const act of [requests().show, requests().copy, requests().erase] as const) {
      const outcome = await act(press(), 1);
      expect(outcome.kind).toBe('withheld');
      expect(outcome).not.toHaveProperty('data');
    }
    expect(await scene.openCase()).toBeDefined();
  });

  it('erases what may go', async () => {
    await scene.receive(scene.message('hei'));
    await register();
    expect(await requests().erase(press(), 1)).toMatchObject({ kind: 'answered', erased: {} });
    expect(await scene.store.listOpenCases(scene.eksempelvik.id)).toEqual([]);
  });

  it.each([[['caseworker']], [['contentProducer']], [[]]] as const)('is nothing for %j', async (roles) => {
    await register();
    expect(await requests().overview(press(roles))).toEqual({ kind: 'not-permitted' });
    expect(await requests().register(press(roles), paper)).toEqual({ kind: 'not-permitted' });
    expect(await requests().show(press(roles), 1)).toEqual({ kind: 'not-permitted' });
    expect(await requests().copy(press(roles), 1)).toEqual({ kind: 'not-permitted' });
    expect(await requests().erase(press(roles), 1)).toEqual({ kind: 'not-permitted' });
    expect(await requests().close(press(roles), 1)).toEqual({ kind: 'not-permitted' });
  });
});

describe('a wish for erasure that must be weighed', () => {
  async function asked() {
    scene.state.assessment = acute;
    await scene.receive(scene.message('det hemmelige ordet'));
    await makeEraseMyData(deps())(`wish-${(presses += 1)}`, scene.eksempelvik, account);
    await scene.deliverAll();
    scene.said.length = 0;
    const [wish] = (await overview()).weighed;
    if (!wish) throw new Error('no wish');
    return wish.caseId;
  }
  const told = async () => {
    await scene.deliverAll();
    return scene.said.flatMap(({ speech }) => (speech.kind === 'sender-notice' ? [speech.notice] : []));
  };

  it('is answered with a reason, and the sender is told', async () => {
    const caseId = await asked();
    expect(await requests().answer(press(['dutyLead']), caseId, 'law')).toEqual({ kind: 'kept' });
    expect(await told()).toMatchObject([{ kind: 'erasure-answered', answer: 'law' }]);
    expect((await overview()).weighed).toEqual([]);
    expect(await scene.store.findCase(caseId)).toBeDefined();
    expect(await requests().answer(press(), caseId, 'erase')).toEqual({ kind: 'gone' });
    expect(await audit()).toContain('data-subject.erasure-answered');
  });

  async function close(): Promise<void> {
    const current = await scene.openCase();
    const at = scene.now();
    await scene.store.commit({
      cause: 'close',
      at,
      basedOn: [{ caseId: current.id, version: current.version }],
      changes: [{ kind: 'save-case', case: { ...current, state: { kind: 'closed', at } }, eraseAt: at + dayMs }],
    });
  }

  it('erases the closed conversation after all, what is remembered of the sender too, and tells the sender', async () => {
    const caseId = await asked();
    await close();
    expect(await requests().answer(press(), caseId, 'erase')).toEqual({ kind: 'erased' });
    expect(await scene.store.findCase(caseId)).toBeUndefined();
    const sender = scene.pseudonyms.sender(scene.eksempelvik.id, account);
    expect(await scene.store.findSender(scene.eksempelvik.id, sender)).toBeUndefined();
    expect(await told()).toMatchObject([{ kind: 'erasure-answered', answer: 'erase' }]);
  });

  it('says it when the copy with staff could not be deleted at once', async () => {
    const caseId = await asked();
    await close();
    const staffCopies = { remove: () => Promise.resolve(false) };
    const answering = makeAnswerRequests({ ...deps(), staffCopies });
    expect(await answering.answer(press(), caseId, 'erase')).toEqual({ kind: 'erased-here' });
  });

  it('erases nothing of a worrying conversation that is still open', async () => {
    const caseId = await asked();
    expect(await requests().answer(press(), caseId, 'erase')).toEqual({ kind: 'still-open' });
    expect(await scene.store.findCase(caseId)).toBeDefined();
    expect((await overview()).weighed).toHaveLength(1);
  });

  it('is not carried out while two persons hold the case', async () => {
    const caseId = await asked();
    const current = await scene.openCase();
    const held = { ...current, heldUntil: scene.now() + 1e9 };
    await scene.store.commit({
      cause: 'hold',
      at: scene.now(),
      basedOn: [{ caseId, version: current.version }],
      changes: [{ kind: 'save-case', case: held, eraseAt: held.heldUntil }],
    });
    expect(await requests().answer(press(), caseId, 'erase')).toEqual({ kind: 'held' });
    expect(await requests().answer(press(['caseworker']), caseId, 'erase')).toEqual({ kind: 'not-permitted' });
  });
});
