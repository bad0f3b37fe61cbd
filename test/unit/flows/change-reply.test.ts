import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseId, Snowflake } from '../../../src/core/ids.ts';
import { RawText } from '../../../src/core/raw-text.ts';
import type { StaffText } from '../../../src/core/staff-text.ts';
import { minuteMs } from '../../../src/core/time.ts';
import { makeChangeReply, makeOpenReply, makeWithdrawReply } from '../../../src/flows/change-reply.ts';
import { makeCloseCase } from '../../../src/flows/close-case.ts';
import { makeReplyToSender } from '../../../src/flows/reply-to-sender.ts';
import { createWritingNow } from '../../../src/flows/writing-now.ts';
import type { Staff } from '../../../src/ports.ts';
import { snowflake } from '../../examples/cases.ts';
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

const staff = (name: string, last: number): Staff => ({
  id: snowflake(last),
  municipalityId: scene.eksempelvik.id,
  roles: ['caseworker'],
  signature: `${name}, saksbehandler`,
});
const kari = () => staff('Kari', 101);
const ola = () => staff('Ola', 102);
let presses = 0;
const press = (by: Staff) => {
  presses += 1;
  return { cause: snowflake(4_000 + presses), staff: by, caseId: id };
};
const deps = () => ({
  ...scene,
  checkStaffText: (words: RawText) => ({
    text: words.reveal() as StaffText,
    personalData: [],
    concerns: words.reveal().includes('lover') ? (['promise'] as const) : [],
  }),
});
const reply = async (by: Staff, words = 'Hei'): Promise<Snowflake> => {
  const one = press(by);
  expect(await makeReplyToSender(deps())(one, new RawText(words), 'written')).toMatchObject({ kind: 'queued' });
  scene.pass(1);
  return one.cause;
};
const kinds = () => scene.said.map(({ speech }) => speech.kind);

describe('a reply', () => {
  it('that promises something waits for its writer', async () => {
    const send = makeReplyToSender(deps());
    expect(await send(press(kari()), new RawText('jeg lover'), 'written')).toMatchObject({
      kind: 'needs-confirmation',
      warnings: { concerns: ['promise'] },
    });
    expect(await scene.store.listEntries(id)).toHaveLength(1);
  });

  it('waits for its writer when a colleague has answered since it was begun', async () => {
    const begun = scene.now();
    scene.pass(minuteMs);
    await reply(ola());
    const send = makeReplyToSender(deps());
    expect(await send(press(kari()), new RawText('hei'), 'written', begun)).toMatchObject({
      kind: 'needs-confirmation',
      warnings: { answeredBy: 'Ola, saksbehandler' },
    });
    expect(await send(press(kari()), new RawText('hei'), 'written', scene.now())).toMatchObject({ kind: 'queued' });
    expect(await send(press(ola()), new RawText('mer'), 'written', begun)).toMatchObject({
      kind: 'needs-confirmation',
    });
  });
});

describe('one’s own reply', () => {
  it('is changed where the sender reads it, and the first wording is kept', async () => {
    const written = await reply(kari(), 'Hei på deg');
    await scene.deliverAll();
    expect(await makeChangeReply(deps())(press(kari()), written, new RawText('Hei igjen'), false)).toMatchObject({
      kind: 'changed',
    });
    await scene.deliverAll();
    const sent = scene.said.find(({ speech }) => speech.kind === 'sender-reply');
    const change = scene.said.find(({ speech }) => speech.kind === 'reply-change')?.speech;
    expect(sent).toBeDefined();
    expect(change).toMatchObject({ kind: 'reply-change', entry: { body: { text: 'Hei igjen' }, editOf: written } });
    const entries = await scene.store.listEntries(id);
    expect(entries.map(({ body }) => (body.kind === 'text' ? body.text : body.kind))).toEqual([
      'hei',
      'Hei på deg',
      'Hei igjen',
    ]);
    expect(await makeOpenReply(deps())(press(kari()), written)).toMatchObject({ kind: 'ready', text: 'Hei igjen' });
  });

  it('is held back when the new wording gives pause', async () => {
    const written = await reply(kari());
    const change = makeChangeReply(deps());
    expect(await change(press(kari()), written, new RawText('jeg lover'), false)).toMatchObject({
      kind: 'needs-confirmation',
    });
    expect(await change(press(kari()), written, new RawText('jeg lover'), true)).toMatchObject({ kind: 'changed' });
  });

  it('is taken back from the sender, the thread and the store, all wordings of it', async () => {
    const written = await reply(kari(), 'dette var feil');
    await scene.deliverAll();
    await makeChangeReply(deps())(press(kari()), written, new RawText('fortsatt feil'), false);
    await scene.deliverAll();
    expect(await makeWithdrawReply(deps())(press(kari()), written)).toMatchObject({ kind: 'withdrawn' });
    await scene.deliverAll();
    expect(kinds()).toContain('reply-withdrawal');
    expect(kinds().filter((kind) => kind === 'entry-refresh')).toHaveLength(2);
    expect(JSON.stringify(await scene.store.listEntries(id))).not.toContain('feil');
    expect(await makeWithdrawReply(deps())(press(kari()), written)).toEqual({ kind: 'withdrawn-already' });
    expect(await makeOpenReply(deps())(press(kari()), written)).toEqual({ kind: 'withdrawn-already' });
  });

  it('is never sent when it is taken back first', async () => {
    const written = await reply(kari(), 'dette var feil');
    await makeWithdrawReply(deps())(press(kari()), written);
    await scene.deliverAll();
    expect(kinds()).not.toContain('sender-reply');
  });

  it('is nobody else’s to change or take back, nor are the sender’s words', async () => {
    const written = await reply(kari());
    const [first] = await scene.store.listEntries(id);
    expect(await makeChangeReply(deps())(press(ola()), written, new RawText('x'), true)).toEqual({ kind: 'not-yours' });
    expect(await makeWithdrawReply(deps())(press(ola()), written)).toEqual({ kind: 'not-yours' });
    expect(await makeWithdrawReply(deps())(press(kari()), first?.id as Snowflake)).toEqual({ kind: 'not-yours' });
  });

  it('is not changed in a closed case, but may be taken back', async () => {
    const written = await reply(kari());
    await makeCloseCase(scene)(press(kari()));
    expect(await makeChangeReply(deps())(press(kari()), written, new RawText('x'), true)).toMatchObject({
      kind: 'closed',
    });
    expect(await makeWithdrawReply(deps())(press(kari()), written)).toMatchObject({ kind: 'withdrawn' });
  });

  it('tells staff when it could not be taken back', async () => {
    const written = await reply(kari());
    await scene.deliverAll();
    scene.state.delivery = (speech) =>
      speech.kind === 'reply-withdrawal'
        ? { kind: 'undeliverable', reason: 'no-permission' }
        : { kind: 'posted', posted: { channelId: snowflake(1), messageId: snowflake(2) } };
    await makeWithdrawReply(deps())(press(kari()), written);
    await scene.deliverAll();
    const notes = scene.said.flatMap(({ speech }) => (speech.kind === 'case-note' ? [speech.note.kind] : []));
    expect(notes).toContain('reply-not-withdrawn');
  });
});

describe('two who write in the same case', () => {
  it('see each other, until one has sent or ten minutes have passed', () => {
    const writing = createWritingNow(scene.now);
    writing.begin(id, kari());
    expect(writing.others(id, ola().id)).toEqual(['Kari, saksbehandler']);
    expect(writing.others(id, kari().id)).toEqual([]);
    writing.begin(id, ola());
    expect(writing.end(id, kari().id)).toBe(scene.now());
    expect(writing.others(id, kari().id)).toEqual(['Ola, saksbehandler']);
    scene.pass(10 * minuteMs);
    expect(writing.others(id, kari().id)).toEqual([]);
    expect(writing.end(id, ola().id)).toBeUndefined();
  });
});
