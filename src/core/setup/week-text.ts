import type { LocalInterval, Weekday } from '../hours/schedule.ts';
import { weekdays } from '../hours/schedule.ts';

export type Week = Readonly<Record<Weekday, readonly LocalInterval[]>>;

const names: Readonly<Record<Weekday, string>> = {
  monday: 'mandag',
  tuesday: 'tirsdag',
  wednesday: 'onsdag',
  thursday: 'torsdag',
  friday: 'fredag',
  saturday: 'lørdag',
  sunday: 'søndag',
};

/** «mandag 18–20, 22–02», one day per line; days without hours are left out. */
export const writeWeek = (week: Week): string =>
  weekdays
    .filter((day) => week[day].length > 0)
    .map((day) => `${names[day]} ${week[day].map(([opens, closes]) => `${opens}–${closes}`).join(', ')}`)
    .join('\n');

export type ReadWeek = { readonly ok: true; readonly week: Week } | { readonly ok: false; readonly line: string };

/** Bokmål and nynorsk name the same days, but for Saturday and Sunday. */
const dayOf = (word: string): Weekday | undefined => {
  const short = word.toLowerCase().replace('laurdag', 'lørdag').replace('sundag', 'søndag');
  return weekdays.find((day) => names[day] === short || (short.length >= 3 && names[day].startsWith(short)));
};

const clock = (hours: string, minutes = '00'): string | undefined => {
  const hour = Number(hours);
  // Midnight at the end of a day is written 24.00 by many.
  if (hour > 24 || Number(minutes) > 59 || (hour === 24 && minutes !== '00')) return undefined;
  return `${String(hour % 24).padStart(2, '0')}:${minutes}`;
};

/** What people write for a week: «mandag 18-20», «ons: 18.00–20.30, 22–02». The line that cannot be read is given back. */
export function readWeek(text: string): ReadWeek {
  const week: Record<Weekday, LocalInterval[]> = {
    monday: [],
    tuesday: [],
    wednesday: [],
    thursday: [],
    friday: [],
    saturday: [],
    sunday: [],
  };
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '') continue;
    const [, word, rest] = /^(\p{L}+)\.?:?\s+(.+)$/u.exec(line) ?? [];
    const day = word === undefined ? undefined : dayOf(word);
    const intervals = (rest ?? '').split(/,|;|(?:\s+og\s+)/u).map(readInterval);
    const known = intervals.filter((interval) => interval !== undefined);
    if (!day || known.length < intervals.length) return { ok: false, line };
    week[day].push(...known);
  }
  return { ok: true, week };
}

function readInterval(text: string): LocalInterval | undefined {
  const [, fromHour, fromMinute, toHour, toMinute] =
    /^\s*(?:kl\.?\s*)?(\d{1,2})(?:[.:](\d{2}))?\s*(?:-|–|til)\s*(\d{1,2})(?:[.:](\d{2}))?\s*$/u.exec(text) ?? [];
  const opens = fromHour === undefined ? undefined : clock(fromHour, fromMinute);
  const closes = toHour === undefined ? undefined : clock(toHour, toMinute);
  return opens !== undefined && closes !== undefined ? [opens, closes] : undefined;
}
