import { minuteMs } from '../time.ts';
import type { Instant } from '../time.ts';

interface Here {
  readonly now: Instant;
  /** IANA name. */
  readonly timeZone: string;
}

/** Clocks differ a little between people. */
const slackMs = 2 * minuteMs;

const clock = String.raw`(?:kl\.? ?)?(?<hour>\d{1,2})[.:](?<minute>\d{2})`;
const forms = {
  now: /^(?:nå|no)$/iu,
  clock: new RegExp(`^(?:(?<day>i dag|i går) )?${clock}$`, 'iu'),
  date: new RegExp(String.raw`^(?<date>\d{1,2})\.(?<month>\d{1,2})\.?(?<year>\d{4})? ${clock}$`, 'iu'),
  whole: new RegExp(String.raw`^(?<year>\d{4})-(?<month>\d{2})-(?<date>\d{2}) ${clock}$`, 'u'),
} as const;

/**
 * When something was done, as staff write it («21:40», «i går 23.50», «22.11 21:40», «nå»), as `2026-11-22 21:40` on the
 * municipality's clock. A clock time that is not yet here was yesterday, a date that is not yet here last year. Nothing
 * for what cannot be read, is no date, or has not been.
 */
export function readMoment(text: string, { now, timeZone }: Here): string | undefined {
  const here = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDateTime();
  const latest = here.add({ milliseconds: slackMs });
  const isPast = (moment: Temporal.PlainDateTime): boolean => Temporal.PlainDateTime.compare(moment, latest) <= 0;
  const tidied = text.trim().replaceAll(/\s+/gu, ' ');
  if (forms.now.test(tidied)) return written(here);

  const byClock = forms.clock.exec(tidied)?.groups;
  if (byClock) {
    const today = momentOf({ year: here.year, month: here.month, day: here.day }, byClock);
    if (!today) return undefined;
    const yesterday = today.subtract({ days: 1 });
    const day = byClock['day']?.toLowerCase();
    if (day === 'i går') return written(yesterday);
    if (isPast(today)) return written(today);
    return day === undefined ? written(yesterday) : undefined;
  }

  const byDate = (forms.date.exec(tidied) ?? forms.whole.exec(tidied))?.groups;
  if (!byDate) return undefined;
  const at = (year: number) => momentOf({ year, month: Number(byDate['month']), day: Number(byDate['date']) }, byDate);
  if (byDate['year'] !== undefined) {
    const moment = at(Number(byDate['year']));
    return moment && isPast(moment) ? written(moment) : undefined;
  }
  const found = [at(here.year), at(here.year - 1)].find((moment) => moment !== undefined && isPast(moment));
  return found && written(found);
}

/** What `readMoment` wrote, as a point in time; nothing for anything else. @param timeZone IANA name */
export function momentInstant(text: string, timeZone: string): Instant | undefined {
  const parts = forms.whole.exec(text)?.groups;
  if (!parts) return undefined;
  const [year, month, day] = [Number(parts['year']), Number(parts['month']), Number(parts['date'])];
  return momentOf({ year, month, day }, parts)?.toZonedDateTime(timeZone).epochMilliseconds;
}

type Day = { readonly year: number; readonly month: number; readonly day: number };

function momentOf(day: Day, clockTime: Readonly<Record<string, string>>): Temporal.PlainDateTime | undefined {
  const [hour, minute] = [Number(clockTime['hour']), Number(clockTime['minute'])];
  try {
    return Temporal.PlainDateTime.from({ ...day, hour, minute }, { overflow: 'reject' });
  } catch (fault) {
    if (fault instanceof RangeError) return undefined;
    throw fault;
  }
}

const written = (moment: Temporal.PlainDateTime): string =>
  moment.toString({ smallestUnit: 'minute' }).replace('T', ' ');
