import { useEffect, useState } from 'preact/hooks';
import { ScenarioStrip } from './bar/scenario-menu.js';
import { TopBar } from './bar/top-bar.js';
import { html } from './html.js';
import { PARTS_OF_PANE } from './live/stage.js';
import { Pane } from './pane/pane.js';

/** @import { Seat } from './live/seat.js' */
/** @import { PaneName, Stage } from './live/stage.js' */

/** @type {readonly (readonly [PaneName, string])[]} */
const PANES = [
  ['sender', 'Avsender'],
  ['staff', 'Vaktkanal'],
  ['coordinator', 'Koordinator'],
];

/**
 * The whole page: three people side by side, or one at a time where there is little room.
 * @param {{ stage: Stage }} props
 */
export function App({ stage }) {
  const [, setTick] = useState(0);
  useEffect(() => stage.watch(() => setTick((tick) => tick + 1)), [stage]);
  const { world, seats, front, fault } = stage.state;
  return html`<${TopBar} stage=${stage} />
    <${ScenarioStrip} stage=${stage} />
    ${
      fault &&
      html`<p class="notice" role="alert">
        ${fault} <button type="button" class="link-button" onClick=${() => stage.clearFault()}>Skjul</button>
      </p>`
    }
    <nav class="tabs" aria-label="Skjermer">
      ${PANES.map(
        ([name, title]) =>
          html`<${Tab} key=${name} stage=${stage} name=${name} title=${title} seat=${seats?.[name] ?? null} />`,
      )}
    </nav>
    <main class="panes">
      ${
        world && seats
          ? PANES.map(
              ([name, title]) =>
                html`<${Pane}
                  key=${name}
                  name=${name}
                  title=${title}
                  people=${world.users.filter(({ part }) => PARTS_OF_PANE[name].includes(part))}
                  seat=${seats[name]}
                  world=${world}
                  nowMs=${stage.nowMs}
                  isFront=${front === name}
                  onPerson=${(/** @type {string} */ userId) => stage.seatPerson(name, userId)}
                />`,
            )
          : html`<p class="nothing">Kobler til sandkassen …</p>`
      }
    </main>`;
}

/**
 * Brings one screen forward where there is room for one; tells what is unread there.
 * @param {{ stage: Stage, name: PaneName, title: string, seat: Seat | null }} props
 */
function Tab({ stage, name, title, seat }) {
  const [, setTick] = useState(0);
  useEffect(() => seat?.watch(() => setTick((tick) => tick + 1)), [seat]);
  const count = Object.values(seat?.state.unread ?? {}).reduce((sum, one) => sum + one, 0);
  return html`<button
    type="button"
    class="tab"
    aria-current=${stage.state.front === name || undefined}
    aria-controls=${`pane-${name}`}
    onClick=${() => stage.bringForward(name)}
  >
    ${title}
    ${count > 0 && html`<span class="unread-count">${count}<span class="visually-hidden"> uleste</span></span>`}
  </button>`;
}
