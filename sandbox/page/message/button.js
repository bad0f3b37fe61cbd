import { html } from '../html.js';

/** @import { APIButtonComponent } from 'discord-api-types/v10' */
/** @import { Acting } from './acting.js' */

/** @type {Readonly<Record<number, string>>} */
const STYLES = { 1: 'primary', 2: 'secondary', 3: 'success', 4: 'danger', 5: 'secondary', 6: 'secondary' };

/**
 * A button of a message. Links open in a new window; the others are pressed as the person at this screen.
 * @param {{ component: APIButtonComponent, acting: Acting }} props
 */
export function MessageButton({ component, acting }) {
  const emoji = 'emoji' in component ? component.emoji?.name : undefined;
  const label = 'label' in component ? component.label : undefined;
  const text = [emoji, label].filter(Boolean).join(' ');
  const looks = `button ${STYLES[component.style] ?? 'secondary'}`;
  if ('url' in component) {
    if (component.disabled) return html`<span class=${looks} aria-disabled="true">${text}</span>`;
    return html`<a class=${looks} href=${safeHref(component.url)} target="_blank" rel="noopener noreferrer">
      ${text}<span class="visually-hidden"> (åpner et nytt vindu)</span><span aria-hidden="true">↗︎</span>
    </a>`;
  }
  const customId = 'custom_id' in component ? component.custom_id : null;
  return html`<button
    type="button"
    class=${looks}
    disabled=${component.disabled || customId === null}
    aria-disabled=${acting.isWaiting}
    aria-busy=${acting.isWaiting && acting.pressedId === customId}
    onClick=${() => customId !== null && acting.press(customId)}
  >
    ${text}
  </button>`;
}

/**
 * Addresses other than web pages lead nowhere.
 * @param {string} url
 */
export const safeHref = (url) => (/^(?:https?|discord):\/\//iu.test(url) ? url : undefined);
