import { html } from '../html.js';
import { Markdown } from '../text/markdown-view.js';
import { formatFull } from '../text/timestamp.js';
import { Attachment } from './attachment.js';
import { MessageComponent } from './component.js';
import { Embed } from './embed.js';

/** @import { APIEmbed, APIMessageComponent, APIPoll } from 'discord-api-types/v10' */
/** @import { MessageView } from '../../control-api.ts' */
/** @import { Acting } from './acting.js' */

/** Message flag of a voice message. */
const VOICE = 1 << 13;

/**
 * Everything a message says and shows.
 * @param {{ message: MessageView, acting: Acting }} props
 */
export function MessageBody({ message, acting }) {
  if (message.loading) {
    return html`<p class="thinking" role="status">
      ${message.author.displayName} tenker <span class="dots" aria-hidden="true"></span>
    </p>`;
  }
  // The wire shapes are Discord's own; the sandbox has checked them when the bot sent them.
  const embeds = /** @type {readonly APIEmbed[]} */ (/** @type {unknown} */ (message.embeds));
  const components = /** @type {readonly APIMessageComponent[]} */ (/** @type {unknown} */ (message.components));
  const poll = /** @type {APIPoll | null} */ (/** @type {unknown} */ (message.poll));
  return html`<div class="message-body">
    ${message.content && html`<${Markdown} text=${message.content} />`}
    ${message.forwarded.map(
      (snapshot) =>
        html`<div class="forwarded">
          <p class="subtext">Videresendt</p>
          <${Markdown} text=${snapshot.content} />
          ${snapshot.attachments.map((attachment) => html`<${Attachment} attachment=${attachment} />`)}
        </div>`,
    )}
    ${(message.flags & VOICE) !== 0 && html`<p class="subtext">Talemelding</p>`}
    ${message.attachments.map((attachment) => html`<${Attachment} attachment=${attachment} />`)}
    ${message.stickers.map(({ name }) => html`<p class="attachment"><span class="attachment-kind">Klistremerke</span> ${name}</p>`)}
    ${poll && html`<${Poll} poll=${poll} />`} ${embeds.map((embed) => html`<${Embed} embed=${embed} />`)}
    ${
      components.length > 0 &&
      html`<div class="components">
        ${components.map((component) => html`<${MessageComponent} component=${component} acting=${acting} />`)}
      </div>`
    }
    ${message.editedAt && html`<span class="edited" title=${formatFull(message.editedAt)}>(redigert)</span>`}
    ${
      message.reactions.length > 0 &&
      html`<p class="reactions">
        ${message.reactions.map(({ emoji, count }) => html`<span>${emoji} ${count}</span>`)}
      </p>`
    }
  </div>`;
}

/** @param {{ poll: APIPoll }} props */
const Poll = ({ poll }) =>
  html`<div class="container">
    <p class="embed-title">Avstemning: ${poll.question.text}</p>
    <ul class="markdown">
      ${poll.answers.map(({ poll_media: { text } }) => html`<li>${text}</li>`)}
    </ul>
  </div>`;
