import { useState } from 'preact/hooks';
import { html } from '../html.js';
import { useNames } from './names.js';
import { parseMarkdown } from './markdown.js';
import { formatTimestamp } from './timestamp.js';

/** @import { VNode } from 'preact' */
/** @import { Block } from './markdown.js' */
/** @import { Inline } from './markdown-inline.js' */
/** @import { Names } from './names.js' */

/**
 * Discord's markdown as elements.
 * @param {{ text: string }} props
 */
export function Markdown({ text }) {
  const names = useNames();
  return html`<div class="markdown">${showBlocks(parseMarkdown(text), names)}</div>`;
}

/**
 * @param {readonly Block[]} blocks
 * @param {Names} names
 * @returns {VNode[]}
 */
export const showBlocks = (blocks, names) => blocks.map((block) => showBlock(block, names));

/**
 * @param {Block} block
 * @param {Names} names
 * @returns {VNode}
 */
function showBlock(block, names) {
  switch (block.kind) {
    case 'paragraph':
      return html`<p>${showInlines(block.children, names)}</p>`;
    case 'subtext':
      return html`<p class="subtext">${showInlines(block.children, names)}</p>`;
    case 'heading':
      // Headings of the page itself are levels 1 to 3; what people write comes below them.
      return html`<p role="heading" aria-level=${block.level + 3} class=${`heading heading-${block.level}`}>
        ${showInlines(block.children, names)}
      </p>`;
    case 'quote':
      return html`<blockquote>${showBlocks(block.blocks, names)}</blockquote>`;
    case 'code':
      return html`<pre><code>${block.text}</code></pre>`;
    case 'list': {
      const items = block.items.map((item) => html`<li>${showBlocks(item, names)}</li>`);
      return block.ordered
        ? html`<ol start=${block.start}>
            ${items}
          </ol>`
        : html`<ul>
            ${items}
          </ul>`;
    }
  }
}

/**
 * @param {readonly Inline[]} inlines
 * @param {Names} names
 * @returns {(VNode | string)[]}
 */
export const showInlines = (inlines, names) => inlines.map((inline) => showInline(inline, names));

/**
 * @param {Inline} inline
 * @param {Names} names
 * @returns {VNode | string}
 */
function showInline(inline, names) {
  switch (inline.kind) {
    case 'text':
      return inline.text;
    case 'bold':
      return html`<strong>${showInlines(inline.children, names)}</strong>`;
    case 'italic':
      return html`<em>${showInlines(inline.children, names)}</em>`;
    case 'underline':
      return html`<u>${showInlines(inline.children, names)}</u>`;
    case 'strike':
      return html`<s>${showInlines(inline.children, names)}</s>`;
    case 'spoiler':
      return html`<${Spoiler}>${showInlines(inline.children, names)}<//>`;
    case 'code':
      return html`<code>${inline.text}</code>`;
    case 'link':
      return html`<a href=${inline.href} target="_blank" rel="noopener noreferrer">
        ${showInlines(inline.children, names)}
      </a>`;
    case 'mention':
      return html`<span class="mention">${nameOfMention(inline, names)}</span>`;
    case 'mention-all':
    case 'mention-command':
      return html`<span class="mention">${inline.name}</span>`;
    case 'emoji':
      return `:${inline.name}:`;
    case 'time':
      return html`<time class="stamp" title=${formatTimestamp(inline.epochSeconds, 'F', names.nowMs())}>
        ${formatTimestamp(inline.epochSeconds, inline.style, names.nowMs())}
      </time>`;
  }
}

/**
 * @param {Extract<Inline, { kind: 'mention' }>} mention
 * @param {Names} names
 */
function nameOfMention({ of, id }, names) {
  if (of === 'user') return `@${names.user(id) ?? 'ukjent bruker'}`;
  if (of === 'role') return `@${names.role(id) ?? 'ukjent rolle'}`;
  return `#${names.channel(id) ?? 'ukjent kanal'}`;
}

/** @param {{ children: unknown }} props */
function Spoiler({ children }) {
  const [shown, setShown] = useState(false);
  if (shown) return html`<span class="spoiler shown">${children}</span>`;
  return html`<button type="button" class="spoiler" aria-label="Skjult tekst, vis" onClick=${() => setShown(true)}>
    <span aria-hidden="true">${children}</span>
  </button>`;
}
