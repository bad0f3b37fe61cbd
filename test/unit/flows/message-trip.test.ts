import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { minuteMs } from '../../../src/core/time.ts';
import type { Assessment } from '../../../src/core/triage/assessment.ts';
import { RawText } from '../../../src/core/raw-text.ts';
import { makeClaimCase } from '../../../src/flows/claim-case.ts';
import { snowflake } from '../../examples/cases.ts';
import { openFlowScene } from './scene.ts';

const acute: Assessment = { severity: 'acute', categories: ['suicide'], reasons: [], version: 'test' };
let scene: Awaited<ReturnType<typeof openFlowScene>>;
beforeEach(async () => {
  scene = await openFlowScene();
});
afterEach(async () => {
  await scene.store.close();
});

const spoken = (): readonly string[] =>
  scene.said.map(({ speech }) => (speech.kind === 'sender-notice' ? `notice ${speech.notice.kind}` : speech.kind));

describe('a message', () => {
  it('opens one case, and its words leave the inbox', async () => {
    expect(await scene.receive(scene.message('hei, ring 41234567'))).toMatchObject({ kind: 'handled' });
    const entries = await scene.store.listEntries((await scene.openCase()).id);
    expect(entries.map(({ body }) => body)).toEqual([{ kind: 'text', text: 'hei, ring [telefonnummer]' }]);
    expect(await scene.store.claimInbox(scene.now(), 1_000)).toBeUndefined();
  });

  it('is told to staff in order: card, thread, entry; and to the sender: who we are, received', async () => {
    await scene.receive(scene.message('hei'));
    await scene.deliverAll();
    expect(spoken().filter((kind) => kind.startsWith('case'))).toEqual(['case-card', 'case-thread', 'case-entry']);
    expect(spoken().filter((kind) => kind.startsWith('notice'))).toEqual(['notice first-contact', 'notice received']);
  });

  it('joins the open case of its sender, without telling again who we are', async () => {
    await scene.receive(scene.message('hei'));
    await scene.deliverAll();
    scene.said.length = 0;
    await scene.receive(scene.message('jeg lurer på noe om skolen'));
    await scene.deliverAll();
    scene.pass(minuteMs);
    await scene.deliverAll();
    expect(spoken()).toEqual(['case-entry', 'card-refresh']);
    expect(await scene.store.listOpenCases(scene.eksempelvik.id)).toHaveLength(1);
  });

  it('that comes twice is one', async () => {
    const message = scene.message('hei');
    await scene.accept(message, 'm:1');
    await scene.accept(message, 'm:1');
    await scene.handle(await scene.claim());
    expect(await scene.store.claimInbox(scene.now(), 1_000)).toBeUndefined();
    await scene.accept(message, 'm:1');
    expect(await scene.store.claimInbox(scene.now(), 1_000)).toBeUndefined();
  });

  it('is kept by nobody when no municipality answers, and gets the emergency numbers', async () => {
    scene.state.municipality = undefined;
    await scene.receive(scene.message('hei'));
    await scene.deliverAll();
    expect(spoken()).toEqual(['notice not-active']);
    expect(await scene.store.listOpenCases(scene.eksempelvik.id)).toEqual([]);
  });

  it('is kept by nobody while the service is not approved', async () => {
    const { approval: _recorded, ...unapproved } = scene.eksempelvik;
    scene.state.municipality = unapproved;
    await scene.receive(scene.message('hei'));
    await scene.deliverAll();
    expect(spoken()).toEqual(['notice not-active']);
    expect(await scene.store.listOpenCases(scene.eksempelvik.id)).toEqual([]);
  });

  it('whose words cannot be masked is shown without them, sealed, and raised to concern', async () => {
    scene.state.fails = true;
    await scene.receive(scene.message('noe hemmelig'));
    const open = await scene.openCase();
    expect(open.severity).toBe('concern');
    const [entry] = await scene.store.listEntries(open.id);
    expect(entry?.body).toEqual({ kind: 'unmaskable' });
    const [sealed] = await scene.store.openOriginals(open.id);
    expect(sealed?.original.reveal()).toBe('noe hemmelig');
  });
});

describe('an acute message', () => {
  it('changes the card at once when the case was calm before', async () => {
    await scene.receive(scene.message('hei'));
    await scene.deliverAll();
    scene.said.length = 0;
    scene.state.assessment = acute;
    await scene.receive(scene.message('akutt'));
    await scene.deliverAll();
    expect(spoken()).toContain('card-refresh');
  });

  it('is alerted about again every five minutes until somebody takes it', async () => {
    scene.state.assessment = acute;
    await scene.receive(scene.message('akutt'));
    await scene.deliverAll();
    expect(spoken()).toContain('case-alert');
    expect(spoken().find((kind) => kind.startsWith('notice'))).toBe('notice safe-reply');
    for (let times = 2; times <= 4; times += 1) {
      scene.pass(5 * minuteMs);
      await scene.deliverAll();
      expect(spoken().filter((kind) => kind === 'case-alert')).toHaveLength(times);
    }
  });

  it('is seen to be taken where it called, and calls nobody else', async () => {
    scene.state.assessment = acute;
    await scene.receive(scene.message('hjelp'));
    await scene.deliverAll();
    const staff = {
      id: snowflake(101),
      municipalityId: scene.eksempelvik.id,
      roles: ['caseworker'] as const,
      signature: 'Kari, saksbehandler',
    };
    await makeClaimCase(scene)({ cause: snowflake(2_001), staff, caseId: (await scene.openCase()).id });
    scene.pass(10 * minuteMs);
    await scene.deliverAll();
    const kinds = scene.said.map(({ speech }) => speech.kind);
    expect(kinds.filter((kind) => kind === 'case-alert')).toHaveLength(1);
    expect(scene.said.find(({ speech }) => speech.kind === 'alert-refresh')?.speech).toMatchObject({
      case: { state: { kind: 'claimed', by: { signature: staff.signature } } },
    });
  });

  it('keeps its original sealed for three days, and no longer', async () => {
    scene.state.assessment = acute;
    await scene.receive(scene.message('akutt'));
    const { id } = await scene.openCase();
    expect(await scene.store.openOriginals(id)).toHaveLength(1);
    scene.pass(72 * 60 * minuteMs);
    await scene.store.eraseExpired(scene.now());
    expect(await scene.store.openOriginals(id)).toHaveLength(0);
  });
});

describe('an edit', () => {
  it('is another entry; the first wording stays', async () => {
    const message = scene.message('på torsdag');
    await scene.receive(message);
    const { messageId, senderId } = message;
    const edit = {
      kind: 'edit',
      messageId,
      senderId,
      channelId: messageId,
      text: new RawText('på fredag'),
      at: scene.now(),
    } as const;
    await scene.receive(edit, 'e:1');
    await scene.deliverAll();
    expect(spoken().filter((kind) => kind === 'notice edit-seen')).toHaveLength(1);
    const entries = await scene.store.listEntries((await scene.openCase()).id);
    expect(entries.map(({ body, editOf }) => [body, editOf])).toEqual([
      [{ kind: 'text', text: 'på torsdag' }, undefined],
      [{ kind: 'text', text: 'på fredag' }, messageId],
    ]);
  });
});

describe('a deletion', () => {
  it('takes the words of every wording away, and leaves that there was one', async () => {
    const message = scene.message('dette angrer jeg på');
    await scene.receive(message);
    await scene.deliverAll();
    const { messageId } = message;
    await scene.receive({ kind: 'deletion', messageId, channelId: messageId, at: scene.now() }, 'd:1');
    const entries = await scene.store.listEntries((await scene.openCase()).id);
    expect(entries.map(({ body }) => body.kind)).toEqual(['deleted-by-sender']);
    await scene.deliverAll();
    expect(spoken()).toContain('entry-refresh');
    expect(spoken().filter((kind) => kind === 'notice deletion-done')).toHaveLength(1);
  });

  it('is told once for several in a row, and never for what we do not know', async () => {
    const messages = [scene.message('en'), scene.message('to')];
    for (const message of messages) await scene.receive(message);
    for (const [index, { messageId }] of messages.entries())
      await scene.receive({ kind: 'deletion', messageId, channelId: messageId, at: scene.now() }, `d:${index}`);
    const unknown = scene.message('tre');
    await scene.receive(
      { kind: 'deletion', messageId: unknown.messageId, channelId: unknown.messageId, at: scene.now() },
      'd:9',
    );
    await scene.deliverAll();
    expect(spoken().filter((kind) => kind === 'notice deletion-done')).toHaveLength(1);
  });
});

describe('a sender who cannot be reached', () => {
  it('is told to staff at once', async () => {
    await scene.receive(scene.message('hei'));
    scene.state.delivery = (speech) =>
      speech.kind === 'sender-notice'
        ? { kind: 'undeliverable', reason: 'dm-closed' }
        : {
            kind: 'posted',
            posted: { channelId: scene.eksempelvik.staffChannelId, messageId: scene.eksempelvik.staffChannelId },
          };
    await scene.deliverAll();
    expect(spoken()).toContain('case-note');
  });
});

describe('Discord being away', () => {
  it('holds everything back and loses nothing', async () => {
    await scene.receive(scene.message('hei'));
    const deliver = scene.state.delivery;
    scene.state.delivery = () => ({ kind: 'later' });
    await scene.deliverAll();
    expect(spoken()).toEqual([]);
    scene.state.delivery = deliver;
    for (let tries = 0; tries < 10; tries += 1) {
      scene.pass(minuteMs);
      await scene.deliverAll();
    }
    expect(spoken().toSorted()).toEqual(
      ['case-card', 'case-entry', 'case-thread', 'notice first-contact', 'notice received'].toSorted(),
    );
  });
});
