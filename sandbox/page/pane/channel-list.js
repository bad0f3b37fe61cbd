/* global Node */
import { useRef, useState } from 'preact/hooks';
import { html } from '../html.js';
import { channelsOf } from '../live/seat-state.js';

/** @import { ChannelView } from '../../control-api.ts' */
/** @import { Seat } from '../live/seat.js' */
/** @import { SeatState } from '../live/seat-state.js' */

const THREADS = new Set([10, 11, 12]);
const CATEGORY = 4;

/**
 * The person's DMs and the channels and threads they can see, with what is unread. In a narrow pane it folds away
 * behind the name of the open channel.
 * @param {{ seat: Seat, botName: string }} props
 */
export function ChannelList({ seat, botName }) {
  const { state } = seat;
  const [open, setOpen] = useState(false);
  const opener = useRef(/** @type {HTMLButtonElement | null} */ (null));
  const current = channelsOf(state.view).find(({ id }) => id === state.channelId);
  const dms = state.view?.dms ?? [];
  const unread = Object.values(state.unread).reduce((sum, count) => sum + count, 0);

  /** @param {ChannelView} channel */
  const row = (channel) =>
    html`<${ChannelRow}
      key=${channel.id}
      state=${state}
      channel=${channel}
      name=${nameOf(channel, botName)}
      onOpen=${() => {
        setOpen(false);
        void seat.open(channel.id);
      }}
    />`;

  /** @param {KeyboardEvent} event */
  const onKeyDown = (event) => {
    if (event.key !== 'Escape' || !open) return;
    setOpen(false);
    opener.current?.focus();
  };
  /** @param {FocusEvent & { currentTarget: HTMLElement }} event */
  const onFocusOut = ({ currentTarget, relatedTarget }) => {
    if (relatedTarget instanceof Node && !currentTarget.contains(relatedTarget)) setOpen(false);
  };

  return html`<nav
    class=${`channels ${open ? 'open' : ''}`}
    aria-label="Kanaler"
    onKeyDown=${onKeyDown}
    onFocusOut=${onFocusOut}
  >
    <button ref=${opener} type="button" class="channels-opener" aria-expanded=${open} onClick=${() => setOpen(!open)}>
      <span class="channels-current">${current ? nameOf(current, botName) : 'Ingen kanal'}</span>
      ${unread > 0 && html`<span class="unread-count">${unread} uleste</span>`}
    </button>
    <div class="channels-body">
      ${
        dms.length > 0 &&
        html`<h3 class="channels-title">Direktemeldinger</h3>
          <ul>
            ${dms.map(row)}
          </ul>`
      }
      ${state.view?.guilds.map(
        (guild) =>
          html`<h3 class="channels-title">${guild.name}</h3>
            <ul>
              ${ordered(guild.channels).map(row)}
            </ul>`,
      )}
    </div>
  </nav>`;
}

/**
 * @param {{ state: SeatState, channel: ChannelView, name: string, onOpen: () => void }} props
 */
function ChannelRow({ state, channel, name, onOpen }) {
  const isOpen = channel.id === state.channelId;
  const unread = state.unread[channel.id] ?? 0;
  const looks = [
    'channel',
    THREADS.has(channel.type) && 'thread',
    unread > 0 && 'unread',
    channel.thread?.archived && 'archived',
  ];
  return html`<li>
    <button
      type="button"
      class=${looks.filter(Boolean).join(' ')}
      aria-current=${isOpen || undefined}
      onClick=${onOpen}
    >
      <span class="channel-name">${name}</span>
      ${channel.thread?.archived && html`<span class="subtext">arkivert</span>`}
      ${unread > 0 && html`<span class="unread-count">${unread}<span class="visually-hidden"> uleste</span></span>`}
    </button>
  </li>`;
}

/**
 * @param {ChannelView} channel
 * @param {string} botName
 */
export function nameOf(channel, botName) {
  if (channel.type === 1) return channel.name || botName;
  return THREADS.has(channel.type) ? channel.name : `# ${channel.name}`;
}

/**
 * Channels in their order, threads under the channel they belong to, the newest first and archived ones last.
 * @param {readonly ChannelView[]} channels
 * @returns {ChannelView[]}
 */
function ordered(channels) {
  const threads = channels.filter(({ type }) => THREADS.has(type));
  return channels
    .filter(({ type }) => !THREADS.has(type) && type !== CATEGORY)
    .flatMap((channel) => [
      channel,
      ...threads
        .filter(({ parentId }) => parentId === channel.id)
        .sort((a, b) => Number(a.thread?.archived) - Number(b.thread?.archived) || (a.id < b.id ? 1 : -1)),
    ]);
}
