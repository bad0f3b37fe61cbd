import { html } from '../html.js';
import { Popover } from './popover.js';

/** @import { SendAttachment, SendMessage } from '../../control-api.ts' */
/** @import { Seat } from '../live/seat.js' */

/** @type {readonly { label: string, file: SendAttachment }[]} */
const FILES = [{ label: 'Et bilde', file: { filename: 'bilde.jpg', contentType: 'image/jpeg', size: 184_000 } }];

/** @type {readonly { label: string, message: SendMessage }[]} */
const MESSAGES = [
  { label: 'En talemelding (7 sekunder)', message: { voiceSeconds: 7 } },
  { label: 'Et klistremerke', message: { stickers: ['Vinkende rev'] } },
  { label: 'En videresendt melding', message: { forward: { content: 'Dette skrev noen andre til meg (oppdiktet).' } } },
];

/**
 * What can be sent besides text. Only what Discord tells about a file exists, never a file.
 * @param {{ seat: Seat, onAttach: (file: SendAttachment) => void }} props
 */
export const AttachMenu = ({ seat, onAttach }) =>
  html`<${Popover}
    label="+"
    name="Legg ved"
    looks="icon-button"
    panel=${(/** @type {() => void} */ close) =>
      html`<div class="menu">
        <p class="menu-title">Legg ved</p>
        ${FILES.map(({ label, file }) => showItem(label, close, () => onAttach(file)))}
        ${MESSAGES.map(({ label, message }) => showItem(label, close, () => void seat.send(message)))}
        <p class="subtext menu-note">Bare navn, type og størrelse. Ingen filer finnes her.</p>
      </div>`}
  />`;

/** @param {string} label @param {() => void} close @param {() => void} act */
const showItem = (label, close, act) =>
  html`<button
    type="button"
    class="menu-item"
    onClick=${() => {
      close();
      act();
    }}
  >
    ${label}
  </button>`;
