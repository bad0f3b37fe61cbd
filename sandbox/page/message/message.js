import { useState } from 'preact/hooks';
import { html } from '../html.js';
import { plainWords } from '../text/markdown.js';
import { useNames } from '../text/names.js';
import { formatClockTime, formatFull } from '../text/timestamp.js';
import { useActing } from './acting.js';
import { Avatar } from './avatar.js';
import { EditBox } from './edit-box.js';
import { MessageActions } from './message-actions.js';
import { MessageBody } from './message-body.js';

/** @import { MessageView } from '../../control-api.ts' */
/** @import { Seat } from '../live/seat.js' */

/**
 * @typedef {{
 *   seat: Seat,
 *   message: MessageView,
 *   repliedTo: MessageView | null,
 *   continues: boolean,
 *   onReply: (message: MessageView) => void,
 * }} MessageProps `continues`: same author shortly after, so the name is not repeated
 */

/**
 * One message with its author, body, components and what the person can do with it.
 * @param {MessageProps} props
 */
export function Message({ seat, message, repliedTo, continues, onReply }) {
  const acting = useActing(seat, message);
  const [isEditing, setEditing] = useState(false);
  const { author, createdAt } = message;
  const fault = seat.state.faults[message.id];
  const isMentioned =
    message.mentionUserIds.includes(seat.userId) || message.mentionsEveryone || hasMyRole(seat, message);
  const looks = ['message', continues && 'continues', message.ephemeral && 'ephemeral', isMentioned && 'mentioned'];

  return html`<article
    class=${looks.filter(Boolean).join(' ')}
    data-message=${message.id}
    aria-label=${`${author.displayName}, ${formatFull(createdAt)}`}
  >
    <${Origin} seat=${seat} message=${message} repliedTo=${repliedTo} />
    <div class="message-grid">
      ${
        continues
          ? html`<time class="message-time-side" datetime=${createdAt}>${formatClockTime(createdAt)}</time>`
          : html`<${Avatar} id=${author.id} name=${author.displayName} bot=${author.bot} />`
      }
      <div class="message-main">
        ${!continues && html`<${Head} message=${message} />`}
        ${
          isEditing
            ? html`<${EditBox} seat=${seat} message=${message} onDone=${() => setEditing(false)} />`
            : html`<${MessageBody} message=${message} acting=${acting} />`
        }
        ${
          fault &&
          html`<p class="fault" role="alert">
            ${fault}
            <button type="button" class="link-button" onClick=${() => seat.clearFault(message.id)}>Skjul</button>
          </p>`
        }
        ${
          message.ephemeral &&
          html`<p class="subtext ephemeral-note">
            Bare du ser dette
            <button type="button" class="link-button" onClick=${() => seat.dismiss(message.id)}>Avvis</button>
          </p>`
        }
        <${ThreadLink} seat=${seat} message=${message} />
      </div>
      ${
        !message.ephemeral &&
        html`<${MessageActions}
          seat=${seat}
          message=${message}
          onReply=${() => onReply(message)}
          onEdit=${() => setEditing(true)}
        />`
      }
    </div>
  </article>`;
}

/** @param {{ message: MessageView }} props */
const Head = ({ message: { author, createdAt } }) =>
  html`<p class="message-head">
    <span class="message-author">${author.displayName}</span>
    ${author.bot && html`<span class="badge">bot</span>`}
    <time class="message-time" datetime=${createdAt} title=${formatFull(createdAt)}>${formatClockTime(createdAt)}</time>
  </p>`;

/**
 * What a message answers: a command somebody used, or another message.
 * @param {{ seat: Seat, message: MessageView, repliedTo: MessageView | null }} props
 */
function Origin({ seat, message, repliedTo }) {
  const names = useNames();
  const { interaction } = message;
  if (interaction?.name) {
    const who = names.user(interaction.userId) ?? 'Noen';
    return html`<p class="origin">
      ${who} brukte <span class="mention">${shownCommand(seat, interaction.name)}</span>
    </p>`;
  }
  if (message.replyToId === null) return null;
  if (!repliedTo) return html`<p class="origin">Svar på en tidligere melding</p>`;
  const words = plainWords(repliedTo.content).slice(0, 80);
  return html`<p class="origin">Svar til ${repliedTo.author.displayName}${words && `: ${words}`}</p>`;
}

/**
 * The command as the reader's own Discord names it; subcommands follow the command.
 * @param {Seat} seat
 * @param {string} used registered name
 */
function shownCommand(seat, used) {
  const [name, ...rest] = used.replace(/^\//u, '').split(' ');
  const whole = seat.state.commands.find((command) => command.name === used && command.type !== 1);
  if (whole) return whole.shownName;
  const slash = seat.state.commands.find((command) => command.name === name && command.type === 1);
  return slash ? `/${[slash.shownName, ...rest].join(' ')}` : used;
}

/** @param {{ seat: Seat, message: MessageView }} props */
function ThreadLink({ seat, message: { threadId } }) {
  if (threadId === null || threadId === seat.state.channelId) return null;
  const name = seat.state.view?.guilds.flatMap((guild) => guild.channels).find(({ id }) => id === threadId)?.name;
  if (!name) return null;
  return html`<button type="button" class="thread-link" onClick=${() => void seat.open(threadId)}>
    Tråd: ${name}
  </button>`;
}

/** @param {Seat} seat @param {MessageView} message */
function hasMyRole(seat, message) {
  const roles = seat.state.view?.guilds.find(({ id }) => id === message.guildId)?.myRoleIds ?? [];
  return message.mentionRoleIds.some((id) => roles.includes(id));
}

/**
 * Whether a message is a line from the system and not something somebody wrote.
 * @param {MessageView} message
 */
export const isSystemLine = ({ type }) => ![0, 19, 20, 23].includes(type);

/**
 * A line such as «Kari startet en tråd».
 * @param {{ message: MessageView }} props
 */
export function SystemLine({ message }) {
  /** @type {Readonly<Record<number, string>>} */
  const sentences = {
    1: 'la til noen i samtalen',
    2: 'fjernet noen fra samtalen',
    4: 'endret navnet på tråden',
    6: 'festet en melding',
    7: 'ble med på serveren',
    18: 'startet en tråd',
    21: 'startet tråden fra en melding',
  };
  const sentence = sentences[message.type] ?? 'gjorde noe';
  return html`<p class="system-line" data-message=${message.id}>
    <span>${message.author.displayName} ${sentence}${message.content ? `: ${message.content}` : ''}</span>
    <time class="message-time" datetime=${message.createdAt}>${formatClockTime(message.createdAt)}</time>
  </p>`;
}
