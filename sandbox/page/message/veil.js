import { useState } from 'preact/hooks';
import { html } from '../html.js';

/**
 * Hides what is inside until the reader asks for it.
 * @param {{ label: string, children?: unknown }} props
 */
export function Veil({ label, children }) {
  const [open, setOpen] = useState(false);
  if (open) return html`<div>${children}</div>`;
  return html`<button type="button" class="button secondary veil" onClick=${() => setOpen(true)}>${label}</button>`;
}
