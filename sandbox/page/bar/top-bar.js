import { html } from '../html.js';
import { ClockControl } from './clock-control.js';
import { ScenarioMenu } from './scenario-menu.js';
import { ThemeButton } from './theme-button.js';

/** @import { Stage } from '../live/stage.js' */

/**
 * What this page is, whether the bot is there, the clock, the scenarios.
 * @param {{ stage: Stage }} props
 */
export function TopBar({ stage }) {
  const { world } = stage.state;
  const presence = world?.presence;
  return html`<header class="top-bar">
    <div class="top-about">
      <h1>Sandkasse</h1>
      <p class="subtext">Ingenting her når Discord. Alle personer er oppdiktet.</p>
    </div>
    ${
      presence &&
      html`<p class=${`presence ${presence.online ? 'online' : 'offline'}`} role="status">
        <span class="dot" aria-hidden="true"></span>
        <span>${world.bot.displayName}: ${presence.online ? 'tilkoblet' : 'ikke tilkoblet'}</span>
        ${presence.activity && html`<span class="subtext presence-activity">${presence.activity}</span>`}
      </p>`
    }
    <div class="top-tools">
      <${ClockControl} stage=${stage} />
      <${ScenarioMenu} stage=${stage} />
      <${ThemeButton} />
      <button type="button" class="button secondary" onClick=${() => stage.startAfresh()}>Start på nytt</button>
    </div>
  </header>`;
}
