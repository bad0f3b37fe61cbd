import { useEffect, useState } from 'preact/hooks';
import { html } from '../html.js';

const KEY = 'sandbox-theme';

/** Before the first drawing, so that nothing flashes. */
export function applySavedTheme() {
  const saved = localStorage.getItem(KEY);
  if (saved) document.documentElement.dataset['theme'] = saved;
}

/** Light or dark; follows the machine until somebody chooses. */
export function ThemeButton() {
  const [theme, setTheme] = useState(/** @type {string | null} */ (localStorage.getItem(KEY)));
  const isDark = theme === null ? matchMedia('(prefers-color-scheme: dark)').matches : theme === 'dark';
  useEffect(() => {
    if (theme === null) return;
    document.documentElement.dataset['theme'] = theme;
    localStorage.setItem(KEY, theme);
  }, [theme]);
  return html`<button type="button" class="button secondary" onClick=${() => setTheme(isDark ? 'light' : 'dark')}>
    ${isDark ? 'Lyst' : 'Mørkt'}
  </button>`;
}
