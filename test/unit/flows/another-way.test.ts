import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseId, Snowflake } from '../../../src/core/ids.ts';
import { RawText } from '../../../src/core/raw-text.ts';
import type { Speech } from '../../../src/core/speech.ts';
import type { StaffText } from '../../../src/core/staff-text.ts';
import { makeChangeReply } from '../../../src/flows/change-reply.ts';
import { storedDossiers } from '../../../src/flows/desk/dossiers.ts';
import { makeReadEntry } from '../../../src/flows/read-entry.ts';
import { makeReadMyReply } from '../../../src/flows/read-my-reply.ts';
import { makeReplyToSender } from '../../../src/flows/reply-to-sender.ts';
import type { Delivery, Staff } from '../../../src/ports.ts';
import { snowflake } from '../../examples/cases.ts';
import { openFlowScene } from './scene.ts';

let scene: Awaited<ReturnType<typeof openFlowScene>>;
let id: CaseId;
beforeEach(async () => {
  scene = await openFlowScene();
  await scene.receive(scene.message('hei'));
  id = (await scene.openCase()).id;
  await scene.deliverAll();
});
afterEach(async () => {
  await scene.store.close();
});

const kari = (differing: Partial<Staff> = {}): Staff => ({
  id: snowflake(101),
  municipalityId: scene.eksempelvik.id,
  roles: ['caseworker'],
  signature: 'Kari, saksbehandler',
  ...differing,
});
let presses = 0;
const press = (by: Staff = kari()) => {
  presses += 1;
  return { cause: snowflake(6_000 + presses), staff: by, caseId: id };
};
const replying = () => ({
  ...scene,
  checkStaffText: (words: RawText) => ({ text: words.reveal() as StaffText, personalData: [] }),
});
const secret = 'ord som bare avsenderen skal lese';
const reply = async (): Promise<Snowflake> => {
  const one = press();
  await makeReplyToSender(replying())(one, new RawText(secret), 'written');
  return one.cause;
};
const thread = { channelId: snowflake(801), messageId: snowflake(801) };
const closedDms =
  (withThread: boolean) =>
  (speech: Speech): Delivery => {
    if (speech.kind === 'sender-reply' || speech.kind === 'sender-notice')
      return { kind: 'undeliverable', reason: 'dm-closed' };
    if (speech.kind === 'sender-thread')
      return withThread ? { kind: 'posted', posted: thread } : { kind: 'undeliverable', reason: 'dm-closed' };
    const channelId = speech.kind === 'reply-waiting' ? speech.threadId : snowflake(700);
    return { kind: 'posted', posted: { channelId, messageId: snowflake(701) } };
  };
const kinds = () => scene.said.map(({ speech }) => speech.kind);
const notes = () => scene.said.flatMap(({ speech }) => (speech.kind === 'case-note' ? [speech.note.kind] : []));

describe('a reply to a sender who takes no direct messages', () => {
  it('is told of in a private thread, and staff are told that it is', async () => {
    scene.state.delivery = closedDms(true);
    await reply();
    await scene.deliverAll();
    await scene.deliverAll();
    expect(kinds().slice(-5)).toEqual(expect.arrayContaining(['sender-thread', 'reply-waiting', 'case-note']));
    expect(notes()).toContain('reply-by-thread');
    expect(notes()).not.toContain('reply-not-delivered');
  });

  it('uses the same thread for the next reply', async () => {
    scene.state.delivery = closedDms(true);
    for (let round = 0; round < 2; round += 1) {
      await reply();
      await scene.deliverAll();
      await scene.deliverAll();
    }
    expect(kinds().filter((kind) => kind === 'sender-thread')).toHaveLength(1);
    expect(kinds().filter((kind) => kind === 'reply-waiting')).toHaveLength(2);
  });

  it('is told staff as not delivered when there is no such thread to be had', async () => {
    scene.state.delivery = closedDms(false);
    await reply();
    await scene.deliverAll();
    await scene.deliverAll();
    expect(notes()).toContain('reply-not-delivered');
    expect(kinds()).not.toContain('reply-waiting');
  });

  it('is not written into the thread when it is changed', async () => {
    scene.state.delivery = closedDms(true);
    const written = await reply();
    await scene.deliverAll();
    await scene.deliverAll();
    await makeChangeReply(replying())(press(), written, new RawText('nye hemmelige ord'), false);
    await scene.deliverAll();
    expect(kinds()).not.toContain('reply-change');
    const read = makeReadMyReply(scene);
    expect(await read(snowflake(1), id, written)).toMatchObject({
      kind: 'shown',
      entry: { body: { text: 'nye hemmelige ord' } },
    });
  });

  it('is read by the one it was written for, and by nobody else', async () => {
    const written = await reply();
    const read = makeReadMyReply(scene);
    expect(await read(snowflake(1), id, written)).toMatchObject({ kind: 'shown', entry: { body: { text: secret } } });
    expect(await read(snowflake(2), id, written)).toEqual({ kind: 'not-found' });
    const [first] = await scene.store.listEntries(id);
    expect(await read(snowflake(1), id, first?.id ?? '')).toEqual({ kind: 'not-found' });
  });
});

describe('«Åpne»', () => {
  const deps = (staffView: 'thread' | 'stub' | 'desk') => ({
    ...scene,
    dossiers: storedDossiers(scene.store),
    municipalities: { find: () => ({ ...scene.eksempelvik, staffView }) },
  });
  const entryId = async () => (await scene.store.listEntries(id))[0]?.id ?? '';

  it('shows the words after it is recorded who reads them', async () => {
    expect(await makeReadEntry(deps('stub'))(press(), await entryId())).toMatchObject({ kind: 'shown' });
    const failing = {
      ...deps('stub'),
      store: {
        ...scene.store,
        findCase: (one: CaseId) => scene.store.findCase(one),
        findEntry: (one: CaseId, entry: string) => scene.store.findEntry(one, entry),
        commit: () => Promise.reject(new Error('disk full')),
      },
    };
    await expect(makeReadEntry(failing)(press(), await entryId())).rejects.toThrow('disk full');
  });

  it('leads to the desk where the words are kept there', async () => {
    expect(await makeReadEntry(deps('desk'))(press(), await entryId())).toEqual({ kind: 'on-desk' });
  });

  it('is refused to whoever does not read conversations', async () => {
    expect(await makeReadEntry(deps('stub'))(press(kari({ roles: ['coordinator'] })), await entryId())).toEqual({
      kind: 'not-permitted',
    });
  });
});
