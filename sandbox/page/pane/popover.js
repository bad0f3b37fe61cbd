/* global Node */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { html } from '../html.js';

/**
 * A button that opens a small panel. Escape and a press outside close it; focus goes back to the button.
 * @param {{
 *   label: unknown,
 *   name?: string,
 *   looks?: string,
 *   side?: 'start' | 'end',
 *   panel: (close: () => void) => unknown,
 * }} props `name` is what screen readers say when `label` alone does not tell
 */
export function Popover({ label, name, looks = 'button secondary', side = 'start', panel }) {
  const [open, setOpen] = useState(false);
  const root = useRef(/** @type {HTMLElement | null} */ (null));
  const panelRef = useRef(/** @type {HTMLElement | null} */ (null));
  const opener = useRef(/** @type {HTMLButtonElement | null} */ (null));

  useEffect(() => {
    if (!open) return undefined;
    /** @param {Event} event */
    const onOutside = (event) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', onOutside);
    document.addEventListener('focusin', onOutside);
    return () => {
      document.removeEventListener('pointerdown', onOutside);
      document.removeEventListener('focusin', onOutside);
    };
  }, [open]);

  useLayoutEffect(() => {
    if (open) panelRef.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);

  const close = () => {
    setOpen(false);
    opener.current?.focus();
  };

  /** @param {KeyboardEvent} event */
  const onKeyDown = (event) => {
    if (event.key !== 'Escape' || !open) return;
    event.stopPropagation();
    close();
  };

  return html`<div class="popover" ref=${root} onKeyDown=${onKeyDown}>
    <button
      ref=${opener}
      type="button"
      class=${looks}
      aria-expanded=${open}
      aria-label=${name}
      title=${name}
      onClick=${() => setOpen(!open)}
    >
      ${label}
    </button>
    ${open && html`<div ref=${panelRef} class=${`popover-panel ${side}`}>${panel(close)}</div>`}
  </div>`;
}
