import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { html } from '../html.js';
import { channelsOf, shownMessages } from '../live/seat-state.js';
import { isSystemLine, Message, SystemLine } from '../message/message.js';
import { useNames } from '../text/names.js';
import { formatDay } from '../text/timestamp.js';
import { Composer } from './composer.js';

/** @import { MessageView } from '../../control-api.ts' */
/** @import { Seat } from '../live/seat.js' */
/** @import { Pending } from '../live/seat-state.js' */

/** Messages of one author closer than this stand under one name. */
const TOGETHER_MS = 7 * 60_000;
/** As near the bottom as this counts as being there, in pixels. */
const NEAR_BOTTOM = 80;

/**
 * The open channel: its messages, what is being sent, who is typing, and where to write.
 * @param {{ seat: Seat }} props
 */
export function Conversation({ seat }) {
  const { state } = seat;
  const names = useNames();
  const [replyTo, setReplyTo] = useState(/** @type {MessageView | null} */ (null));
  const scroller = useRef(/** @type {HTMLElement | null} */ (null));
  const isAtBottom = useRef(true);
  const messages = shownMessages(state);
  const all = (state.channelId !== null && state.messages[state.channelId]) || [];
  const pending = state.pending.filter(({ channelId }) => channelId === state.channelId);
  const channel = channelsOf(state.view).find(({ id }) => id === state.channelId);
  const canLoadOlder = state.channelId !== null && (state.hasOlder[state.channelId] || all.length > messages.length);
  const typist = state.channelId === null ? '' : (state.typing[state.channelId] ?? '');

  useEffect(() => {
    isAtBottom.current = true;
    setReplyTo(null);
  }, [state.channelId]);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element && isAtBottom.current) element.scrollTop = element.scrollHeight;
  });

  const onScroll = () => {
    const element = scroller.current;
    if (element) isAtBottom.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_BOTTOM;
  };

  return html`<section class="conversation" aria-label=${channel ? `Meldinger i ${channel.name}` : 'Meldinger'}>
    <div class="messages" ref=${scroller} onScroll=${onScroll} tabindex="0" role="group" aria-label="Meldingslogg">
      ${
        canLoadOlder &&
        html`<p class="older">
          <button type="button" class="button secondary" onClick=${() => void seat.loadOlder()}>
            Vis tidligere meldinger
          </button>
        </p>`
      }
      ${messages.length === 0 && pending.length === 0 && html`<p class="nothing">${emptyText(channel?.type, state.commands.length > 0)}</p>`}
      ${messages.map((message, index) => showMessage(seat, message, messages[index - 1], all, setReplyTo))}
      ${pending.map((one) => html`<${PendingMessage} key=${one.id} seat=${seat} pending=${one} />`)}
    </div>
    <p class="typing" aria-live="off">${typist && `${names.user(typist) ?? 'Noen'} skriver …`}</p>
    <p class="visually-hidden" aria-live="polite">${state.spoken}</p>
    <${Composer} key=${state.channelId} seat=${seat} replyTo=${replyTo} onReplyDone=${() => setReplyTo(null)} />
  </section>`;
}

/** @param {number | undefined} type @param {boolean} hasCommands */
function emptyText(type, hasCommands) {
  if (type === 15) return 'Et forum. Åpne et innlegg i listen.';
  if (type === 1) return 'Ingen meldinger her. Skriv til Utekontakten for å begynne.';
  return hasCommands ? 'Ingen meldinger her. Skriv / for å se kommandoene.' : 'Ingen meldinger her.';
}

/**
 * @param {Seat} seat
 * @param {MessageView} message
 * @param {MessageView | undefined} before
 * @param {readonly MessageView[]} all
 * @param {(message: MessageView) => void} onReply
 */
function showMessage(seat, message, before, all, onReply) {
  const starter = message.type === 21 ? seat.state.starters[message.replyToId ?? ''] : undefined;
  const isNewDay = before && formatDay(before.createdAt) !== formatDay(message.createdAt);
  const continues =
    before !== undefined &&
    !isNewDay &&
    !isSystemLine(before) &&
    before.author.id === message.author.id &&
    before.ephemeral === message.ephemeral &&
    message.replyToId === null &&
    message.interaction === null &&
    Date.parse(message.createdAt) - Date.parse(before.createdAt) < TOGETHER_MS;
  const repliedTo = all.find(({ id }) => id === message.replyToId) ?? null;
  return html`<div class="message-slot" key=${message.id}>
    ${(isNewDay || !before) && html`<p class="day"><span>${formatDay(message.createdAt)}</span></p>`}
    ${starter && html`<${Message} seat=${seat} message=${starter} repliedTo=${null} continues=${false} onReply=${onReply} />`}
    ${
      isSystemLine(message)
        ? html`<${SystemLine} message=${message} />`
        : html`<${Message}
            seat=${seat}
            message=${message}
            repliedTo=${repliedTo}
            continues=${continues}
            onReply=${onReply}
          />`
    }
  </div>`;
}

/** @param {{ seat: Seat, pending: Pending }} props */
const PendingMessage = ({ seat, pending }) =>
  html`<div class="message pending">
    <p>${pending.message.content || 'Vedlegg'}</p>
    ${
      pending.fault === null
        ? html`<p class="subtext">Sender …</p>`
        : html`<p class="fault" role="alert">
            Ikke sendt. ${pending.fault}
            <button type="button" class="link-button" onClick=${() => void seat.sendAgain(pending)}>Prøv igjen</button>
            <button type="button" class="link-button" onClick=${() => seat.forget(pending.id)}>Fjern</button>
          </p>`
    }
  </div>`;
