import { answersOf, initialValue, partsOf } from '../form/modal-fields.js';
import { nextOsloTime } from '../text/oslo-time.js';
import { findButton } from './find-button.js';
import { ScenarioStop } from './stage.js';

/** @import { ModalView, UserCard } from '../../control-api.ts' */
/** @import { Scenario, Step } from '../scenarios.js' */
/** @import { FieldValue, ModalField } from '../form/modal-fields.js' */
/** @import { Seat } from './seat.js' */
/** @import { Stage } from './stage.js' */

const BETWEEN_STEPS_MS = 1_200;
const ANSWER_WITHIN_MS = 8_000;
const LOOK_EVERY_MS = 100;
const READ_FORM_MS = 1_500;

/**
 * Plays a scenario on the screens, as the people in it.
 * @param {Stage} stage
 * @param {Scenario} scenario
 * @param {number} [betweenMs] rest between steps, milliseconds
 */
export function playScenario(stage, scenario, betweenMs = BETWEEN_STEPS_MS) {
  return stage.play(scenario.title, scenario.steps.length, async (report, signal) => {
    for (const [index, step] of scenario.steps.entries()) {
      report(index + 1, step.caption);
      await doStep(stage, step, signal);
      await rest(betweenMs, signal);
    }
    return scenario.closing;
  });
}

/**
 * @param {Stage} stage
 * @param {Step} step
 * @param {AbortSignal} signal
 */
async function doStep(stage, step, signal) {
  switch (step.do) {
    case 'clock':
      await stage.setClock({ now: new Date(nextOsloTime(stage.nowMs(), step.time, step.weekday)).toISOString() });
      return;
    case 'write':
      await write(stage, step, signal);
      return;
    case 'press':
      await press(stage, step, signal);
      return;
    case 'fill':
      await fill(stage, step, signal);
      return;
    case 'person':
      await seatOf(stage, step.who).changeSettings(step.settings);
      return;
    case 'away':
      await goAway(stage, step.awayMs);
      return;
    case 'look':
      stage.bringForward(step.at);
      await rest(step.ms, signal);
      return;
  }
}

/**
 * @param {Stage} stage @param {Extract<Step, { do: 'write' }>} step @param {AbortSignal} signal
 */
async function write(stage, step, signal) {
  const seat = seatOf(stage, step.who);
  stage.bringForward('sender');
  const dm = await stage.api.openDm(seat.userId);
  await seat.open(dm.id);
  const seen = new Set((seat.state.messages[dm.id] ?? []).map(({ id }) => id));
  await seat.send({ content: step.text });
  if (step.awaitAnswer === false) return;
  // A bot that stays silent is something to see too, so the scenario goes on.
  await until(signal, () => (seat.state.messages[dm.id] ?? []).some(({ id, author }) => author.bot && !seen.has(id)));
}

/**
 * @param {Stage} stage @param {Extract<Step, { do: 'press' }>} step @param {AbortSignal} signal
 */
async function press(stage, step, signal) {
  const seat = seatOf(stage, step.who);
  stage.bringForward('sender');
  await until(signal, () => seat.state.view !== null);
  const found = await findButton(stage.api, seat.userId, seat.state.view, step.label);
  if (!found) throw new ScenarioStop(`Fant ingen knapp «${step.label}». Ligger kortet ute i en kanal?`);
  await seat.open(found.message.channelId);
  await rest(READ_FORM_MS, signal);
  await seat.press(found.message, found.customId);
}

/**
 * @param {Stage} stage @param {Extract<Step, { do: 'fill' }>} step @param {AbortSignal} signal
 */
async function fill(stage, step, signal) {
  const seat = seatOf(stage, step.who);
  await until(signal, () => seat.state.modal !== null);
  const { modal } = seat.state;
  if (!modal) throw new ScenarioStop('Boten åpnet ikke noe skjema.');
  await rest(READ_FORM_MS, signal);
  const fault = await seat.submitModal(fillIn(modal, step.text));
  if (fault !== null) throw new ScenarioStop(fault);
}

/**
 * The text in the first field for writing, and the first alternative wherever something must be chosen.
 * @param {ModalView} modal
 * @param {string} text
 */
function fillIn(modal, text) {
  const fields = partsOf(modal).filter((part) => part.kind === 'field');
  const writing = fields.find(({ component }) => component.type === 4);
  /** @type {Record<string, FieldValue>} */
  const values = {};
  for (const field of fields) values[field.component.custom_id] = field === writing ? text : firstChoice(field);
  return answersOf(fields, values);
}

/** @param {ModalField} field @returns {FieldValue} */
function firstChoice({ component }) {
  const value = initialValue(component);
  const isEmpty = Array.isArray(value) ? value.length === 0 : value === '';
  if (!isEmpty || !('options' in component) || component.required === false) return value;
  const first = component.options[0]?.value ?? '';
  return component.type === 21 ? first : [first];
}

/**
 * The bot's line breaks and its session is forgotten, so that it must read back what it missed.
 * @param {Stage} stage
 * @param {number} awayMs
 */
async function goAway(stage, awayMs) {
  await stage.api.changeSettings({ helloDelayMs: awayMs });
  await stage.api.gateway({ kind: 'expire-session' });
  setTimeout(() => void stage.api.changeSettings({ helloDelayMs: 0 }).catch(stage.tell), awayMs);
}

/**
 * @param {Stage} stage
 * @param {string} who display name
 * @returns {Seat}
 */
function seatOf(stage, who) {
  /** @type {UserCard | undefined} */
  const person = stage.state.world?.users.find(({ displayName }) => displayName === who);
  const seat = person && stage.seatPerson('sender', person.id);
  if (!seat) throw new ScenarioStop(`${who} finnes ikke i denne sandkassen.`);
  return seat;
}

/**
 * @param {AbortSignal} signal
 * @param {() => boolean} isThere
 * @returns {Promise<boolean>} false when it did not happen in time
 */
async function until(signal, isThere) {
  for (let waitedMs = 0; waitedMs < ANSWER_WITHIN_MS; waitedMs += LOOK_EVERY_MS) {
    if (isThere()) return true;
    await rest(LOOK_EVERY_MS, signal);
  }
  return isThere();
}

/**
 * @param {number} ms
 * @param {AbortSignal} signal
 * @returns {Promise<void>} rejects when the scenario is stopped
 */
const rest = (ms, signal) =>
  new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(new ScenarioStop('Stoppet.'));
      return;
    }
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(new ScenarioStop('Stoppet.'));
    });
  });
