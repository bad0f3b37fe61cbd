import { html } from '../html.js';

/** Number of `--face-n` colours in tokens.css. */
const FACES = 6;

/**
 * Initial of a person on a colour of their own.
 * @param {{ id: string, name: string, bot: boolean }} props
 */
export function Avatar({ id, name, bot }) {
  const face = [...id].reduce((sum, digit) => (sum * 7 + digit.charCodeAt(0)) % 997, 0) % FACES;
  return html`<span class=${`avatar ${bot ? 'avatar-bot' : `face-${face}`}`} aria-hidden="true">
    ${name.slice(0, 1).toUpperCase()}
  </span>`;
}
