import { explainRefusal } from '../text/refusals.js';
import { makeSeat } from './seat.js';

/** @import { ClockSettings, ClockView, SandboxEvent, UserCard, WorldView } from '../../control-api.ts' */
/** @import { Api } from './api.js' */
/** @import { Seat } from './seat.js' */

/** @typedef {'sender' | 'staff' | 'coordinator'} PaneName */
/** @typedef {{ title: string, step: number, steps: number, caption: string, state: 'running' | 'done' | 'stopped' }} Playing */
/**
 * @typedef {{
 *   readonly world: WorldView | null,
 *   readonly seats: Readonly<Record<PaneName, Seat>> | null,
 *   readonly front: PaneName,
 *   readonly skewMs: number,
 *   readonly offsetMs: number,
 *   readonly playing: Playing | null,
 *   readonly fault: string | null,
 * }} StageState `skewMs` is the sandbox's time less this machine's, `offsetMs` how far its clock has been moved
 */
/** @typedef {ReturnType<typeof makeStage>} Stage */

/** @type {Readonly<Record<PaneName, readonly UserCard['part'][]>>} */
export const PARTS_OF_PANE = {
  sender: ['sender', 'friend', 'stranger'],
  staff: ['staff'],
  coordinator: ['coordinator'],
};

const TRY_AGAIN_MS = 1_500;

/**
 * The three screens, the clock and the scenario that is playing.
 * @param {Api} api
 */
export function makeStage(api) {
  /** @type {StageState} */
  let state = {
    world: null,
    seats: null,
    front: 'sender',
    skewMs: 0,
    offsetMs: 0,
    playing: null,
    fault: null,
  };
  /** @type {Set<() => void>} */
  const watchers = new Set();
  /** @type {AbortController | null} */
  let running = null;

  /** @param {Partial<StageState>} change */
  const update = (change) => {
    state = { ...state, ...change };
    for (const watcher of watchers) watcher();
  };

  /** @param {unknown} error */
  const tell = (error) => update({ fault: explainRefusal(error) });

  /** @param {ClockView} clock */
  const takeClock = ({ now, offsetMs }) => update({ skewMs: Date.parse(now) - Date.now(), offsetMs });

  /** @param {SandboxEvent} event */
  const onEvent = (event) => {
    if (event.kind === 'clock') takeClock(event.clock);
    if (event.kind === 'presence' && state.world) update({ world: { ...state.world, presence: event.presence } });
    if (event.kind === 'hello' && state.world) void refreshWorld();
  };

  const refreshWorld = async () => {
    try {
      const world = await api.world();
      update({ world, fault: null });
      takeClock(world.clock);
    } catch (error) {
      tell(error);
    }
  };

  /** @param {WorldView} world @param {string} userId */
  const seatFor = (world, userId) => makeSeat({ api, userId, botId: world.bot.id, onEvent });

  /** @param {WorldView} world @param {PaneName} pane */
  const firstSeat = (world, pane) => {
    const person = world.users.find(({ part }) => PARTS_OF_PANE[pane].includes(part));
    if (!person) throw new Error(`nobody plays ${pane}`);
    return seatFor(world, person.id);
  };

  return {
    api,
    get state() {
      return state;
    },
    tell,
    nowMs: () => Date.now() + state.skewMs,

    /** @param {() => void} watcher @returns {() => void} stops watching */
    watch(watcher) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },

    /** Reads the world and seats one person at each screen; tries until the sandbox answers. */
    async start() {
      await refreshWorld();
      const { world } = state;
      if (!world) {
        setTimeout(() => void this.start(), TRY_AGAIN_MS);
        return;
      }
      const seats = {
        sender: firstSeat(world, 'sender'),
        staff: firstSeat(world, 'staff'),
        coordinator: firstSeat(world, 'coordinator'),
      };
      update({ seats });
    },

    /** @param {PaneName} pane @param {string} userId @returns {Seat | null} */
    seatPerson(pane, userId) {
      const { world, seats } = state;
      if (!world || !seats) return null;
      if (seats[pane].userId === userId) return seats[pane];
      seats[pane].close();
      const seat = seatFor(world, userId);
      update({ seats: { ...seats, [pane]: seat } });
      return seat;
    },

    /** @param {PaneName} front */
    bringForward: (front) => update({ front }),

    /** @param {ClockSettings} settings */
    async setClock(settings) {
      try {
        takeClock(await api.setClock(settings));
      } catch (error) {
        tell(error);
      }
    },

    /**
     * Plays a scenario until it ends, is stopped or another begins.
     * @param {string} title
     * @param {number} steps
     * @param {(report: (step: number, caption: string) => void, signal: AbortSignal) => Promise<string>} run returns
     *   the closing caption; throws an error whose message is a sentence for people
     */
    async play(title, steps, run) {
      running?.abort();
      const mine = new AbortController();
      running = mine;
      let step = 0;
      /** @param {number} at @param {string} caption @param {Playing['state']} now */
      const report = (at, caption, now) => {
        if (running !== mine) return;
        step = at;
        update({ playing: { title, step, steps, caption, state: now } });
      };
      try {
        const closing = await run((at, caption) => report(at, caption, 'running'), mine.signal);
        report(steps, closing, 'done');
      } catch (error) {
        report(step, mine.signal.aborted ? 'Stoppet.' : explainStop(error), 'stopped');
      }
    },

    stop: () => running?.abort(),

    closeScenario() {
      running?.abort();
      running = null;
      update({ playing: null });
    },

    /** Empty screens and the real time. What was said stays in the sandbox. */
    startAfresh() {
      this.closeScenario();
      update({ front: 'sender', fault: null });
      for (const seat of Object.values(state.seats ?? {})) seat.startAfresh();
      void this.setClock({ offsetMs: 0 });
    },

    clearFault: () => update({ fault: null }),
  };
}

/** A step that could not be done, in a sentence for people. */
export class ScenarioStop extends Error {}

/** @param {unknown} error */
const explainStop = (error) => (error instanceof ScenarioStop ? error.message : explainRefusal(error));
