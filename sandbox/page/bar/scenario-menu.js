import { html } from '../html.js';
import { playScenario } from '../live/scenario-player.js';
import { Popover } from '../pane/popover.js';
import { scenarios } from '../scenarios.js';

/** @import { Stage } from '../live/stage.js' */

/**
 * Scripts that play themselves on the screens.
 * @param {{ stage: Stage }} props
 */
export const ScenarioMenu = ({ stage }) =>
  html`<${Popover}
    label="Scenarier"
    side="end"
    panel=${(/** @type {() => void} */ close) =>
      html`<div class="menu scenario-menu">
        ${scenarios.map(
          (scenario) =>
            html`<button
              type="button"
              class="menu-item"
              onClick=${() => {
                close();
                void playScenario(stage, scenario);
              }}
            >
              <span class="menu-item-title">${scenario.title}</span>
              <span class="subtext">${scenario.about}</span>
            </button>`,
        )}
      </div>`}
  />`;

/**
 * What the playing scenario is doing.
 * @param {{ stage: Stage }} props
 */
export function ScenarioStrip({ stage }) {
  const { playing } = stage.state;
  if (!playing) return null;
  const { title, step, steps, caption, state } = playing;
  return html`<div class="strip">
    <p role="status">
      <strong>${title}</strong>
      <span class="subtext"> ${state === 'running' ? `steg ${step} av ${steps}` : ''}</span>
      <span class="strip-caption">${caption}</span>
    </p>
    ${
      state === 'running'
        ? html`<button type="button" class="button secondary" onClick=${() => stage.stop()}>Stopp</button>`
        : html`<button type="button" class="button secondary" onClick=${() => stage.closeScenario()}>Lukk</button>`
    }
  </div>`;
}
