import { html } from '../html.js';
import { useSeat } from '../live/use-seat.js';
import { ModalForm } from '../form/modal-form.js';
import { makeNames, NamesContext } from '../text/names.js';
import { ChannelList } from './channel-list.js';
import { Conversation } from './conversation.js';
import { PersonMenu } from './person-menu.js';

/** @import { UserCard, WorldView } from '../../control-api.ts' */
/** @import { Seat } from '../live/seat.js' */

/**
 * One person's screen.
 * @param {{
 *   name: string,
 *   title: string,
 *   people: readonly UserCard[],
 *   seat: Seat,
 *   world: WorldView,
 *   nowMs: () => number,
 *   isFront: boolean,
 *   onPerson: (userId: string) => void,
 * }} props `isFront`: the pane shown where there is room for one
 */
export function Pane({ name, title, people, seat, world, nowMs, isFront, onPerson }) {
  const state = useSeat(seat);
  const names = makeNames(world, state.view, nowMs);
  const isBehindForm = state.modal !== null;
  return html`<${NamesContext.Provider} value=${names}>
    <section class=${`pane pane-${name} ${isFront ? 'front' : ''}`} id=${`pane-${name}`} aria-label=${title}>
      <header class="pane-head" inert=${isBehindForm}>
        <h2>${title}</h2>
        <${PersonMenu} seat=${seat} people=${people} onPerson=${onPerson} />
      </header>
      ${state.line === 'lost' && html`<p class="notice" role="status">Mistet kontakten. Kobler til på nytt …</p>`}
      ${
        state.notice &&
        html`<p class="notice" role="alert">
          ${state.notice}
          <button type="button" class="link-button" onClick=${() => seat.clearNotice()}>Skjul</button>
        </p>`
      }
      <div class="pane-body" inert=${isBehindForm}>
        <${ChannelList} seat=${seat} botName=${world.bot.displayName} />
        <${Conversation} key=${seat.userId} seat=${seat} />
      </div>
      ${state.modal && html`<${ModalForm} key=${state.modal.interactionId} seat=${seat} modal=${state.modal} />`}
    </section>
  <//>`;
}
