import { html } from '../html.js';
import { Popover } from '../pane/popover.js';
import { formatClockTime } from '../text/timestamp.js';

/** @import { MessageView } from '../../control-api.ts' */
/** @import { Seat } from '../live/seat.js' */

/**
 * What the person can do with a message: answer, change, delete, and the apps' own commands.
 * @param {{ seat: Seat, message: MessageView, onReply: () => void, onEdit: () => void }} props
 */
export function MessageActions({ seat, message, onReply, onEdit }) {
  const isOwn = message.author.id === seat.userId;
  const { commands } = seat.state;
  const name = `Handlinger for meldingen fra ${message.author.displayName} kl. ${formatClockTime(message.createdAt)}`;

  /** @param {number} type 2 user, 3 message @param {string} targetId @param {() => void} close */
  const appCommands = (type, targetId, close) =>
    commands
      .filter((command) => command.type === type)
      .map(
        (command) =>
          html`<button
            type="button"
            class="menu-item"
            onClick=${() => {
              close();
              void seat.runContext(message, command.name, targetId);
            }}
          >
            ${command.shownName}
          </button>`,
      );

  /** @param {() => void} close */
  const panel = (close) => {
    const apps = appCommands(3, message.id, close);
    const aboutAuthor = message.author.bot ? [] : appCommands(2, message.author.id, close);
    /** @param {string} label @param {() => void} act @param {string} [looks] */
    const item = (label, act, looks = '') =>
      html`<button
        type="button"
        class=${`menu-item ${looks}`}
        onClick=${() => {
          close();
          act();
        }}
      >
        ${label}
      </button>`;
    return html`<div class="menu">
      ${item('Svar', onReply)} ${isOwn && message.content !== '' && item('Rediger', onEdit)}
      ${isOwn && item('Slett', () => void seat.remove(message), 'danger-text')}
      ${apps.length > 0 && html`<p class="menu-title">Apper</p>`} ${apps}
      ${aboutAuthor.length > 0 && html`<p class="menu-title">Apper: ${message.author.displayName}</p>`} ${aboutAuthor}
    </div>`;
  };

  return html`<div class="message-actions">
    <${Popover} label="⋯" name=${name} looks="icon-button" side="end" panel=${panel} />
  </div>`;
}
