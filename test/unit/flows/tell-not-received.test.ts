import { describe, expect, it } from 'vitest';
import type { InboundMessage } from '../../../src/core/inbound.ts';
import { RawText } from '../../../src/core/raw-text.ts';
import type { Speech } from '../../../src/core/speech.ts';
import type { Severity } from '../../../src/core/triage/assessment.ts';
import { makeTellNotReceived } from '../../../src/flows/tell-not-received.ts';
import { createHeldUp } from '../../../src/intake/held-up.ts';
import type { Delivery } from '../../../src/ports.ts';
import { municipality, openTime, snowflake } from '../views/samples.ts';

const messageOf = (n: number, words: string, sender = 1): InboundMessage => ({
  kind: 'message',
  messageId: snowflake(`10000000000000${1000 + n}`),
  senderId: snowflake(`2000000000000000${10 + sender}`),
  channelId: snowflake(`3000000000000000${10 + sender}`),
  text: new RawText(words),
  omitted: [],
  at: openTime,
});

function scene(answer: () => Delivery = () => ({ kind: 'posted' })) {
  const said: { readonly speech: Speech; readonly nonce: string }[] = [];
  const tell = makeTellNotReceived({
    now: () => openTime,
    assessor: {
      assess: ({ text }) => {
        const severity = text.reveal() as Severity;
        return Promise.resolve({
          redaction: { failed: 'crash' },
          assessment: { severity, categories: [], reasons: [], version: 'test' },
        });
      },
    },
    municipalities: { candidates: () => Promise.resolve([municipality]) },
    messenger: {
      deliver(speech, how) {
        said.push({ speech, nonce: how.nonce(0) });
        return Promise.resolve(answer());
      },
    },
    pseudonyms: { nonce: (id) => id, marker: () => 7, lane: (_kind, id) => id as never },
  });
  return { said, tell, kinds: () => said.map(({ speech }) => speech.kind) };
}

describe('a message that cannot be kept (F-37)', () => {
  it('is told of to its sender and to staff, once for each', async () => {
    const { tell, said, kinds } = scene();
    await tell.tell([messageOf(1, 'none')]);
    await tell.tell([messageOf(1, 'none'), messageOf(2, 'none')]);
    expect(kinds()).toEqual(['sender-notice', 'trouble-note']);
    expect(said[0]?.speech).toMatchObject({ notice: { kind: 'not-received', severity: 'none' }, staffed: false });
    expect(said[1]?.speech).toMatchObject({ trouble: { kind: 'not-storing', severity: 'none' } });
  });

  it('is told of again when a worse one follows, and for the next sender', async () => {
    const { tell, kinds, said } = scene();
    await tell.tell([messageOf(1, 'none'), messageOf(2, 'acute'), messageOf(3, 'concern')]);
    expect(kinds()).toEqual(['sender-notice', 'trouble-note', 'sender-notice', 'trouble-note']);
    expect(said[3]?.speech).toMatchObject({ trouble: { severity: 'acute' } });
    await tell.tell([messageOf(4, 'acute', 2)]);
    expect(kinds().slice(4)).toEqual(['sender-notice']);
  });

  it('is told of again when Discord did not take the word, under the same nonce', async () => {
    let up = false;
    const { tell, said } = scene(() => (up ? { kind: 'posted' } : { kind: 'later' }));
    await tell.tell([messageOf(1, 'acute')]);
    up = true;
    await tell.tell([messageOf(1, 'acute')]);
    await tell.tell([messageOf(1, 'acute')]);
    expect(said).toHaveLength(4);
    expect(said[2]?.nonce).toBe(said[0]?.nonce);
  });

  it('carries none of its words in what is said', async () => {
    const { tell, said } = scene();
    await tell.tell([messageOf(1, 'serious')]);
    expect(JSON.stringify(said.map(({ speech }) => ({ ...speech, municipality: 0 })))).not.toContain('text');
  });

  it('is news again in the next outage', async () => {
    const { tell, said } = scene();
    await tell.tell([messageOf(1, 'none')]);
    tell.over();
    await tell.tell([messageOf(2, 'none')]);
    expect(said).toHaveLength(4);
  });
});

describe('what is held up', () => {
  it('is nothing while the store works, however much waits', () => {
    let at = 0;
    const heldUp = createHeldUp(() => at);
    heldUp.arrived('a', messageOf(1, 'none'));
    at = 60_000;
    expect(heldUp.late()).toEqual([]);
    expect(heldUp.all()).toHaveLength(1);
  });

  it('is all that waits once the store has refused for five seconds, until it takes something', () => {
    let at = 0;
    const heldUp = createHeldUp(() => at);
    for (const n of [1, 2]) heldUp.arrived(String(n), messageOf(n, 'none'));
    heldUp.refused();
    at = 4_999;
    heldUp.refused();
    expect(heldUp.late()).toEqual([]);
    at = 5_000;
    expect(heldUp.late()).toHaveLength(2);
    heldUp.safe('1');
    heldUp.took();
    expect(heldUp.late()).toEqual([]);
  });
});
