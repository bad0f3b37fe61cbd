const ZONE = 'Europe/Oslo';

/** @type {Readonly<Record<string, Intl.DateTimeFormatOptions>>} */
const STYLES = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { day: '2-digit', month: '2-digit', year: 'numeric' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
  s: { day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  S: { day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit' },
};

/** @type {readonly (readonly [Intl.RelativeTimeFormatUnit, number])[]} */
const UNITS = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

const relative = new Intl.RelativeTimeFormat('nb', { numeric: 'auto' });
const formats = new Map(
  Object.entries(STYLES).map(([style, options]) => [
    style,
    new Intl.DateTimeFormat('nb-NO', { ...options, timeZone: ZONE }),
  ]),
);

/** The last moment a date can hold is ±8.64e12 seconds. */
const LAST_SECOND = 8_640_000_000_000;

/**
 * Text of Discord's `<t:…:style>` as a reader in Norway sees it.
 * @param {number} epochSeconds
 * @param {string} style one of t T d D f F s S R
 * @param {number} nowMs epoch milliseconds
 * @returns {string}
 */
export function formatTimestamp(epochSeconds, style, nowMs) {
  if (Math.abs(epochSeconds) > LAST_SECOND) return 'ugyldig tidspunkt';
  if (style === 'R') return formatRelative(epochSeconds - nowMs / 1000);
  const format = formats.get(style) ?? formats.get('f');
  return format?.format(epochSeconds * 1000) ?? '';
}

/** @param {number} seconds */
function formatRelative(seconds) {
  for (const [unit, size] of UNITS) {
    if (Math.abs(seconds) >= size) return relative.format(Math.trunc(seconds / size), unit);
  }
  return relative.format(Math.trunc(seconds), 'second');
}

/**
 * Clock time of a message, `14:03`.
 * @param {string} iso
 */
export const formatClockTime = (iso) => formatTimestamp(Date.parse(iso) / 1000, 't', 0);

/**
 * Day of a message, `22. november 2026`.
 * @param {string} iso
 */
export const formatDay = (iso) => formatTimestamp(Date.parse(iso) / 1000, 'D', 0);

/**
 * Whole date and time for screen readers and tooltips.
 * @param {string} iso
 */
export const formatFull = (iso) => formatTimestamp(Date.parse(iso) / 1000, 'F', 0);
