const parts = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Oslo',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/**
 * Wall clock in Oslo as `YYYY-MM-DDTHH:mm:ss`.
 * @param {number} epochMs
 */
export const toOsloLocal = (epochMs) => parts.format(epochMs).replace(' ', 'T');

/**
 * The moment an Oslo wall clock shows `local`. In the hour that occurs twice, the first; in the hour that is skipped,
 * the moment one hour later on the clock.
 * @param {string} local `YYYY-MM-DDTHH:mm` or with seconds
 * @returns {number | null} epoch milliseconds; nothing when `local` is no date
 */
export function fromOsloLocal(local) {
  const asUtc = Date.parse(`${local}Z`);
  if (Number.isNaN(asUtc)) return null;
  const candidates = [2, 1].map((hours) => asUtc - hours * 3_600_000);
  const exact = candidates.find((moment) => Date.parse(`${toOsloLocal(moment)}Z`) === asUtc);
  return exact ?? asUtc - 3_600_000;
}

/**
 * The next moment the Oslo clock shows `time`, on a weekday where one is asked for.
 * @param {number} fromMs epoch milliseconds
 * @param {string} time `HH:mm`
 * @param {number} [weekday] ISO weekday, 1 Monday – 7 Sunday
 * @returns {number} epoch milliseconds
 */
export function nextOsloTime(fromMs, time, weekday) {
  for (let day = 0; day <= 8; day += 1) {
    const date = toOsloLocal(fromMs + day * 86_400_000).slice(0, 10);
    const moment = fromOsloLocal(`${date}T${time}`);
    const isoWeekday = new Date(`${date}T12:00:00Z`).getUTCDay() || 7;
    if (moment !== null && moment > fromMs && (weekday === undefined || weekday === isoWeekday)) return moment;
  }
  return fromMs;
}
