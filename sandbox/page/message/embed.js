import { html } from '../html.js';
import { Markdown } from '../text/markdown-view.js';
import { formatFull } from '../text/timestamp.js';
import { safeHref } from './button.js';

/** @import { APIEmbed } from 'discord-api-types/v10' */

/**
 * An embed: title, text, fields and footer beside a coloured bar.
 * @param {{ embed: APIEmbed }} props
 */
export function Embed({ embed }) {
  const style = embed.color === undefined ? {} : { '--accent-bar': `#${embed.color.toString(16).padStart(6, '0')}` };
  const foot = [embed.footer?.text, embed.timestamp && formatFull(embed.timestamp)].filter(Boolean).join(' · ');
  const picture = embed.image?.url ?? embed.thumbnail?.url;
  return html`<div class="container coloured embed" style=${style}>
    ${embed.author && html`<p class="embed-author">${embed.author.name}</p>`}
    ${embed.title && html`<p class="embed-title">${showTitle(embed.title, embed.url)}</p>`}
    ${embed.description && html`<${Markdown} text=${embed.description} />`}
    ${
      embed.fields &&
      html`<dl class="embed-fields">
        ${embed.fields.map(
          (field) =>
            html`<div class=${field.inline ? 'inline' : ''}>
              <dt>${field.name}</dt>
              <dd><${Markdown} text=${field.value} /></dd>
            </div>`,
        )}
      </dl>`
    }
    ${picture && html`<figure class="picture"><figcaption>Bilde: ${picture.split('/').at(-1)}</figcaption></figure>`}
    ${foot && html`<p class="subtext">${foot}</p>`}
  </div>`;
}

/** @param {string} title @param {string | undefined} url */
const showTitle = (title, url) =>
  url === undefined ? title : html`<a href=${safeHref(url)} target="_blank" rel="noopener noreferrer">${title}</a>`;
