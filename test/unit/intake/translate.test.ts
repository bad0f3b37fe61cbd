import { GatewayDispatchEvents, MessageFlags, MessageType } from 'discord-api-types/v10';
import type { APIMessage, GatewayDispatchPayload } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import type { Lane } from '../../../src/core/ids.ts';
import { translateDispatch } from '../../../src/intake/translate.ts';
import { snowflake } from '../../examples/cases.ts';

const by = { lanes: { lane: (): Lane => 'lane' as Lane }, botId: snowflake(9), now: 0 };
const attachment = (n: number, type: string) => ({ id: String(n), filename: `fil${n}`, content_type: type, size: 1 });

/** A direct message as Discord gives it, with what is special about this one. */
const dispatch = (special: object): GatewayDispatchPayload =>
  ({
    t: GatewayDispatchEvents.MessageCreate,
    d: {
      id: snowflake(1),
      channel_id: snowflake(2),
      author: { id: snowflake(3) },
      type: MessageType.Default,
      content: '',
      attachments: [],
      ...special,
    } as unknown as APIMessage,
  }) as GatewayDispatchPayload;

function read(special: object) {
  const inbound = translateDispatch(dispatch(special), by)?.inbound;
  return inbound?.kind === 'message' ? { words: inbound.text.reveal(), omitted: inbound.omitted } : undefined;
}

describe('a direct message of any shape (F-34)', () => {
  it('keeps all of four thousand characters', () => {
    const long = 'æøå ord '.repeat(500);
    expect(read({ content: long })).toEqual({ words: long, omitted: [] });
  });

  it('counts ten attachments by kind, and keeps neither their names nor their addresses', () => {
    const types = ['image/png', 'image/jpeg', 'video/mp4', 'audio/ogg', 'application/pdf'];
    const attachments = [...types, ...types].map((type, n) => attachment(n, type));
    const omitted = [
      { kind: 'image', count: 4 },
      { kind: 'video', count: 2 },
      { kind: 'audio', count: 2 },
      { kind: 'file', count: 2 },
    ];
    expect(read({ attachments })).toEqual({ words: '', omitted });
    expect(JSON.stringify(translateDispatch(dispatch({ attachments }), by))).not.toContain('fil1');
  });

  it('reads the words of a message that was passed on, and counts what it held', () => {
    const message = { content: 'de skriver dette til meg', attachments: [attachment(1, 'image/png')] };
    expect(read({ message_snapshots: [{ message }] })).toEqual({
      words: 'de skriver dette til meg',
      omitted: [{ kind: 'image', count: 1 }],
    });
  });

  it('reads question and answers of a poll', () => {
    const poll = {
      question: { text: 'orker jeg mer?' },
      answers: [{ poll_media: { text: 'ja' } }, { poll_media: { text: 'nei' } }],
    };
    expect(read({ poll })).toEqual({ words: 'orker jeg mer?\nja\nnei', omitted: [{ kind: 'poll', count: 1 }] });
  });

  it.each([
    ['a sticker', { sticker_items: [{ id: '1', name: 'hei', format_type: 1 }] }, 'sticker'],
    ['a voice message', { flags: MessageFlags.IsVoiceMessage, attachments: [attachment(1, 'audio/ogg')] }, 'voice'],
    ['nothing that is known', {}, 'unknown'],
  ])('takes in %s alone', (_name, special, kind) => {
    expect(read(special)).toEqual({ words: '', omitted: [{ kind, count: 1 }] });
  });

  it('takes in nothing of a guild, of a bot, or of Discord itself', () => {
    expect(read({ guild_id: snowflake(4), content: 'hei' })).toBeUndefined();
    expect(read({ author: { id: snowflake(3), bot: true }, content: 'hei' })).toBeUndefined();
    expect(read({ type: MessageType.ChannelPinnedMessage })).toBeUndefined();
  });
});
