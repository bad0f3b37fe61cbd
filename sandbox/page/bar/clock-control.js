import { useEffect, useState } from 'preact/hooks';
import { html } from '../html.js';
import { Popover } from '../pane/popover.js';
import { fromOsloLocal, nextOsloTime, toOsloLocal } from '../text/oslo-time.js';

/** @import { Stage } from '../live/stage.js' */

const ZONE = { timeZone: 'Europe/Oslo' };
const weekday = new Intl.DateTimeFormat('nb-NO', { ...ZONE, weekday: 'short' });
const date = new Intl.DateTimeFormat('nb-NO', { ...ZONE, day: 'numeric', month: 'short' });
const time = new Intl.DateTimeFormat('nb-NO', { ...ZONE, hour: '2-digit', minute: '2-digit' });
const HOUR_MS = 3_600_000;
/** A clock further from real time than this has been moved. */
const MOVED_MS = 1_000;

/**
 * What the sandbox's clock shows, and a panel to move it.
 * @param {{ stage: Stage }} props
 */
export function ClockControl({ stage }) {
  const [, setTick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTick((tick) => tick + 1), 1_000);
    return () => clearInterval(timer);
  }, []);
  const now = stage.nowMs();
  const isMoved = Math.abs(stage.state.offsetMs) > MOVED_MS;
  const whole = `Klokka: ${weekday.format(now)} ${date.format(now)} ${time.format(now)}${isMoved ? ', flyttet' : ''}`;
  const label = html`<span class="clock">
    ${weekday.format(now)} <span class="bar-word">${date.format(now)} </span>${time.format(now)}
    ${isMoved && html`<span class="badge">flyttet</span>`}
  </span>`;
  return html`<${Popover}
    label=${label}
    name=${whole}
    side="end"
    panel=${() => html`<${ClockPanel} stage=${stage} />`}
  />`;
}

/** @param {{ stage: Stage }} props */
function ClockPanel({ stage }) {
  const [local, setLocal] = useState(toOsloLocal(stage.nowMs()).slice(0, 16));

  /** @param {number} epochMs */
  const move = (epochMs) => {
    setLocal(toOsloLocal(epochMs).slice(0, 16));
    void stage.setClock({ now: new Date(epochMs).toISOString() });
  };
  const now = stage.nowMs();
  /** @type {readonly (readonly [string, number])[]} */
  const jumps = [
    ['Én time fram', now + HOUR_MS],
    ['Ett døgn fram', now + 24 * HOUR_MS],
    ['Neste mandag kl. 09.00', nextOsloTime(now, '09:00', 1)],
    ['Neste onsdag kl. 18.30', nextOsloTime(now, '18:30', 3)],
    ['Natt til søndag kl. 02.30', nextOsloTime(now, '02:30', 7)],
  ];

  return html`<div class="menu clock-panel">
    <form
      class="clock-form"
      onSubmit=${(/** @type {Event} */ event) => {
        event.preventDefault();
        const moment = fromOsloLocal(local);
        if (moment !== null) move(moment);
      }}
    >
      <label class="form-label" for="clock-field">Dato og klokkeslett i Oslo</label>
      <input
        id="clock-field"
        class="field"
        type="datetime-local"
        value=${local}
        onInput=${(/** @type {{ currentTarget: HTMLInputElement }} */ event) => setLocal(event.currentTarget.value)}
      />
      <button type="submit" class="button primary">Still klokka</button>
    </form>
    ${jumps.map(
      ([name, moment]) => html`<button type="button" class="menu-item" onClick=${() => move(moment)}>${name}</button>`,
    )}
    <button type="button" class="menu-item" onClick=${() => void stage.setClock({ offsetMs: 0 })}>
      Tilbake til nå
    </button>
  </div>`;
}
