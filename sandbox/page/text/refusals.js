import { ControlRefusal } from '../live/api.js';

/** Sentences for Discord's error codes a person can meet; the others are shown in Discord's own words. */
/** @type {Readonly<Record<number, string>>} */
const SENTENCES = {
  10003: 'Kanalen finnes ikke lenger.',
  10008: 'Meldingen finnes ikke lenger.',
  50001: 'Du har ikke tilgang hit.',
  50007: 'Du kan ikke sende meldinger til denne personen.',
  50013: 'Du har ikke lov til dette her.',
  50083: 'Tråden er arkivert.',
  160_005: 'Tråden er låst.',
};

/**
 * What to tell the person when something they did was refused.
 * @param {unknown} error
 * @returns {string}
 */
export function explainRefusal(error) {
  if (error instanceof ControlRefusal) return SENTENCES[error.code] ?? error.message;
  return 'Fikk ikke kontakt med sandkassen. Prøv igjen.';
}
