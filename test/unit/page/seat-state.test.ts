import { describe, expect, it } from 'vitest';
import type { ChannelView, MessageView, UserView } from '../../../sandbox/control-api.ts';
import { loadPage, type SeatState } from './page-modules.ts';

const { applyEvent, emptySeat, firstChannel, shownMessages, withFreshMessages, withMessages } =
  await loadPage('live/seat-state.js');

const message = (id: string, given: Partial<MessageView> = {}): MessageView => ({
  id,
  channelId: 'dm',
  guildId: null,
  type: 0,
  author: { id: 'bot', displayName: 'Utekontakten', bot: true },
  content: `melding ${id}`,
  createdAt: '2026-11-22T13:00:00.000Z',
  editedAt: null,
  ephemeral: false,
  loading: false,
  flags: 0,
  embeds: [],
  components: [],
  attachments: [],
  stickers: [],
  poll: null,
  forwarded: [],
  replyToId: null,
  interaction: null,
  mentionUserIds: [],
  mentionRoleIds: [],
  mentionsEveryone: false,
  threadId: null,
  pinned: false,
  reactions: [],
  ...given,
});

const channel = (id: string, given: Partial<ChannelView> = {}): ChannelView => ({
  id,
  type: 0,
  name: id,
  topic: null,
  guildId: 'guild',
  parentId: null,
  canSend: true,
  isPublic: true,
  lastMessageId: null,
  thread: null,
  recipientId: null,
  ...given,
});

const view = (
  part: UserView['user']['part'],
  dms: readonly ChannelView[],
  channels: readonly ChannelView[],
): UserView => ({
  user: { id: 'me', username: 'me', displayName: 'Me', bot: false, part, locale: 'no', dmOpen: true, blocksBot: false },
  guilds: [
    {
      id: 'guild',
      name: 'G',
      botState: 'member',
      botName: 'B',
      myRoleIds: [],
      roles: [],
      members: [],
      channels,
      events: [],
    },
  ],
  dms,
  presence: { online: true, status: 'online', activity: null, sessions: 1 },
  clock: { offsetMs: 0, now: '2026-11-22T13:00:00.000Z' },
});

const seated: SeatState = { ...emptySeat('me'), channelId: 'dm' };
const created = (one: MessageView) => ({ kind: 'message-created', message: one }) as const;

/** The screen after these messages have arrived, in this order. */
const after = (...messages: readonly MessageView[]): SeatState =>
  messages.reduce((state, one) => applyEvent(state, created(one)), seated);
const withIds = (...ids: readonly string[]) => after(...ids.map((id) => message(id)));

describe('what an event changes on the screen', () => {
  it('shows messages in the order of their ids, each once', () => {
    const state = withIds('1000', '999', '1001', '999');
    expect(shownMessages(state).map(({ id }) => id)).toEqual(['999', '1000', '1001']);
  });

  it('replaces a message that was changed', () => {
    const first = applyEvent(seated, created(message('1')));
    const changed = applyEvent(first, { kind: 'message-updated', message: message('1', { content: 'ny' }) });
    expect(shownMessages(changed).map(({ content }) => content)).toEqual(['ny']);
  });

  it('keeps the later version, whichever came last', () => {
    const thinking = message('1', { loading: true, content: '' });
    const answered = message('1', { content: 'svar', editedAt: '2026-11-22T13:00:01.000Z' });
    const late = withMessages(withMessages(seated, 'dm', [answered]), 'dm', [thinking]);
    expect(shownMessages(late).map(({ content }) => content)).toEqual(['svar']);
    const older = message('1', { content: 'før', editedAt: '2026-11-22T13:00:00.500Z' });
    expect(shownMessages(withMessages(late, 'dm', [older])).map(({ content }) => content)).toEqual(['svar']);
  });

  it('takes away messages that were deleted', () => {
    const state = withIds('1', '2', '3');
    const left = applyEvent(state, { kind: 'message-deleted', channelId: 'dm', messageIds: ['1', '3'] });
    expect(shownMessages(left).map(({ id }) => id)).toEqual(['2']);
  });

  it('counts what is unread in other channels, but not in the open one and not one’s own', () => {
    const own = { author: { id: 'me', displayName: 'Me', bot: false } };
    const state = after(
      message('1'),
      message('2', { channelId: 'vakt' }),
      message('3', { channelId: 'vakt' }),
      message('4', { channelId: 'vakt', ...own }),
    );
    expect(state.unread).toEqual({ vakt: 2 });
  });

  it('counts a message that arrives twice once', () => {
    const twice = [message('2', { channelId: 'vakt' }), message('2', { channelId: 'vakt' })];
    expect(after(...twice).unread).toEqual({ vakt: 1 });
  });

  it('tells screen readers who wrote in the open channel, not what', () => {
    expect(applyEvent(seated, created(message('1'))).spoken).toBe('Ny melding fra Utekontakten');
    expect(applyEvent(seated, created(message('1', { channelId: 'vakt' }))).spoken).toBe('');
  });

  it('shows who is typing until their message arrives', () => {
    const typing = applyEvent(seated, { kind: 'typing', channelId: 'dm', userId: 'bot' });
    expect(typing.typing['dm']).toBe('bot');
    expect(applyEvent(typing, created(message('1'))).typing['dm']).toBe('');
  });

  it('keeps away what was put away and what is older than the last fresh start', () => {
    const state = withIds('1', '2', '3');
    const cleared = { ...state, hiddenUpTo: '1', dismissed: new Set(['3']) };
    expect(shownMessages(cleared).map(({ id }) => id)).toEqual(['2']);
  });
});

describe('messages read again', () => {
  const shown = (state: SeatState) => shownMessages(state).map(({ id }) => id);

  it('lose what was deleted in the meantime, keep what is older, and what arrived while they were read', () => {
    const state = withIds('1', '5', '6', '7', '9');
    const fresh = withFreshMessages(state, 'dm', [message('5'), message('7')], ['1', '5', '6', '7']);
    expect(shown(fresh)).toEqual(['1', '5', '7', '9']);
  });

  it('are all gone when the channel was emptied', () => {
    expect(shown(withFreshMessages(withIds('1', '2'), 'dm', [], ['1', '2']))).toEqual([]);
  });
});

describe('where a person begins', () => {
  const dm = channel('dm', { type: 1, guildId: null, recipientId: 'bot' });
  const rooms = [
    channel('velkommen'),
    channel('utekontakt-vakt', { isPublic: false }),
    channel('reserve-vakt', { isPublic: false }),
    channel('koordinering', { isPublic: false }),
    channel('sak', { type: 12, isPublic: false, parentId: 'utekontakt-vakt' }),
  ];

  it.each([
    ['sender', 'dm'],
    ['friend', 'dm'],
    ['stranger', 'dm'],
    ['staff', 'utekontakt-vakt'],
    ['coordinator', 'koordinering'],
  ] as const)('is for %s %s', (part, expected) => {
    expect(
      firstChannel(
        view(part, [dm], part === 'staff' || part === 'coordinator' ? rooms : [channel('velkommen')]),
        'bot',
      ),
    ).toBe(expected);
  });

  it('is nowhere for a sender who has no DM yet, so that one is opened', () => {
    expect(firstChannel(view('sender', [], [channel('velkommen')]), 'bot')).toBeNull();
  });
});
