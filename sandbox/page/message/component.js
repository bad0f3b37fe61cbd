import { html } from '../html.js';
import { Markdown } from '../text/markdown-view.js';
import { MessageButton } from './button.js';
import { formatBytes } from './attachment.js';
import { MessageSelect } from './message-select.js';
import { Veil } from './veil.js';

/**
 * @import {
 *   APIMessageComponent, APISectionComponent, APIContainerComponent, APIFileComponent, APIMediaGalleryComponent
 * } from 'discord-api-types/v10'
 */
/** @import { Acting } from './acting.js' */

/**
 * One component of a message, of the old kind or Components V2. A type that is not known is named, not hidden.
 * @param {{ component: APIMessageComponent, acting: Acting }} props
 */
export function MessageComponent({ component, acting }) {
  switch (component.type) {
    case 1:
      return html`<div class="action-row">${component.components.map((inner) => show(inner, acting))}</div>`;
    case 2:
      return html`<${MessageButton} component=${component} acting=${acting} />`;
    case 3:
    case 5:
    case 6:
    case 7:
    case 8:
      return html`<${MessageSelect} component=${component} acting=${acting} />`;
    case 9:
      return showSection(component, acting);
    case 10:
      return html`<${Markdown} text=${component.content} />`;
    case 11:
      return showPicture(component.media.url, component.description, component.spoiler);
    case 12:
      return showGallery(component);
    case 13:
      return showFile(component);
    case 14:
      return html`<hr
        class=${`separator ${component.spacing === 2 ? 'wide' : ''} ${component.divider === false ? 'blank' : ''}`}
      />`;
    case 17:
      return showContainer(component, acting);
    default:
      return html`<p class="subtext">Ukjent komponent</p>`;
  }
}

/** @param {APIMessageComponent} component @param {Acting} acting */
const show = (component, acting) => html`<${MessageComponent} component=${component} acting=${acting} />`;

/** @param {APIContainerComponent} container @param {Acting} acting */
function showContainer(container, acting) {
  const colour = container.accent_color;
  const style = typeof colour === 'number' ? { '--accent-bar': `#${colour.toString(16).padStart(6, '0')}` } : {};
  const inner = container.components.map((component) => show(component, acting));
  return html`<div class=${`container ${typeof colour === 'number' ? 'coloured' : ''}`} style=${style}>
    ${container.spoiler ? html`<${Veil} label="Vis skjult innhold">${inner}<//>` : inner}
  </div>`;
}

/** @param {APISectionComponent} section @param {Acting} acting */
function showSection(section, acting) {
  return html`<div class="section">
    <div class="section-text">${section.components.map((component) => show(component, acting))}</div>
    <div class="section-accessory">${show(section.accessory, acting)}</div>
  </div>`;
}

/**
 * Pictures are never fetched: the sandbox makes no requests out of the machine. Their description stands instead.
 * @param {string} url @param {string | null | undefined} description @param {boolean | undefined} spoiler
 */
function showPicture(url, description, spoiler) {
  const name = description ?? url.split('/').at(-1) ?? 'bilde';
  const picture = html`<figure class="picture"><figcaption>Bilde: ${name}</figcaption></figure>`;
  return spoiler ? html`<${Veil} label="Vis skjult bilde">${picture}<//>` : picture;
}

/** @param {APIMediaGalleryComponent} gallery */
const showGallery = (gallery) =>
  html`<div class="gallery">
    ${gallery.items.map((item) => showPicture(item.media.url, item.description, item.spoiler))}
  </div>`;

/** @param {APIFileComponent} component */
function showFile(component) {
  const name = component.name ?? component.file.url.split('/').at(-1) ?? 'fil';
  const file = html`<p class="attachment">
    <span class="attachment-name">${name}</span>
    ${component.size === undefined ? null : html`<span class="subtext">${formatBytes(component.size)}</span>`}
  </p>`;
  return component.spoiler ? html`<${Veil} label="Vis skjult fil">${file}<//>` : file;
}
