import { html } from '../html.js';

/** @import { AttachmentView } from '../../control-api.ts' */

/**
 * Size for people: `1,2 kB`.
 * @param {number} bytes
 */
export function formatBytes(bytes) {
  const [value, unit] = bytes < 1000 ? [bytes, 'byte'] : bytes < 1e6 ? [bytes / 1e3, 'kB'] : [bytes / 1e6, 'MB'];
  return `${new Intl.NumberFormat('nb-NO', { maximumFractionDigits: 1 }).format(value)} ${unit}`;
}

/** @param {string | null} contentType */
function kindOf(contentType) {
  if (contentType?.startsWith('image/')) return 'Bilde';
  if (contentType?.startsWith('audio/')) return 'Lyd';
  if (contentType?.startsWith('video/')) return 'Video';
  return 'Fil';
}

/**
 * What is known about a file; the sandbox keeps no files.
 * @param {{ attachment: AttachmentView }} props
 */
export function Attachment({ attachment }) {
  return html`<p class="attachment">
    <span class="attachment-kind">${kindOf(attachment.contentType)}</span>
    <span class="attachment-name">${attachment.filename}</span>
    <span class="subtext">${formatBytes(attachment.size)}</span>
  </p>`;
}
