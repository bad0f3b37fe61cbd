import { z } from 'zod';
import { faultPath } from '../fault-path.ts';
import { isLocalDate, isTimeZone } from './local-date.ts';
import type { LocalDate } from './local-date.ts';
import { sentences } from './schedule-sentences.ts';

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof weekdays)[number];

/** Local `HH:mm`, 00:00–23:59: opening, closing. A closing at or before its opening is on the next day. */
export type LocalInterval = readonly [opens: string, closes: string];

export interface ScheduleException {
  readonly date: LocalDate;
  /** Replaces the whole day, public holiday or not; empty is closed all day. */
  readonly intervals: readonly LocalInterval[];
  readonly reason?: string | undefined;
}

/** When a service is staffed, as a municipality writes it. The wire form of `hours.json` is the same. */
export interface Schedule {
  /** IANA name, e.g. `Europe/Oslo`. */
  readonly timeZone: string;
  readonly weekly: Readonly<Record<Weekday, readonly LocalInterval[]>>;
  /** `closed`: what would start on a Norwegian public holiday is cancelled. */
  readonly publicHolidays: 'closed' | 'open';
  readonly exceptions: readonly ScheduleException[];
}

const limits = { intervalsPerDay: 24, exceptions: 2_000, reasonLength: 200 };
const minutesPerDay = 1_440;

const minuteOfDay = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Minutes from the start of the day it belongs to; `to` passes 1440 when it runs past midnight. */
function minuteSpan([opens, closes]: LocalInterval): { readonly from: number; readonly to: number } {
  const from = minuteOfDay(opens);
  const to = minuteOfDay(closes);
  return { from, to: to <= from ? to + minutesPerDay : to };
}

const refuse = (sentence: (input: unknown) => string) => ({
  error: ({ input }: { readonly input?: unknown }) => sentence(input),
});
const refuseKeys = (known: readonly string[], notAnObject: string) => ({
  error: (issue: { readonly code?: string; readonly keys?: readonly string[] }) =>
    issue.code === 'unrecognized_keys' ? sentences.unknownKeys(issue.keys ?? [], known) : notAnObject,
});

const localTime = z.string(refuse(sentences.notATime)).regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, refuse(sentences.notATime));

const localInterval = z.tuple([localTime, localTime], refuse(sentences.notAnInterval)).readonly();

const dayIntervals = z
  .array(localInterval, refuse(sentences.notADay))
  .max(limits.intervalsPerDay, sentences.tooManyIntervals(limits.intervalsPerDay))
  .superRefine((intervals, context) => {
    const ordered = intervals
      .map((interval, index) => ({ interval, index, ...minuteSpan(interval) }))
      .sort((a, b) => a.from - b.from);
    let widest = ordered[0];
    for (const next of ordered.slice(1)) {
      if (!widest) return;
      if (next.from < widest.to) {
        context.addIssue({
          code: 'custom',
          path: [next.index],
          message: sentences.overlap(widest.interval, next.interval),
        });
      }
      if (next.to > widest.to) widest = next;
    }
  })
  .readonly();

const weekSchema = z
  .strictObject(
    {
      monday: dayIntervals.default([]),
      tuesday: dayIntervals.default([]),
      wednesday: dayIntervals.default([]),
      thursday: dayIntervals.default([]),
      friday: dayIntervals.default([]),
      saturday: dayIntervals.default([]),
      sunday: dayIntervals.default([]),
    },
    refuseKeys(weekdays, sentences.notAWeek),
  )
  .readonly();

const exceptionSchema = z
  .strictObject(
    {
      date: z.string(refuse(sentences.notADate)).refine(isLocalDate, refuse(sentences.notADate)),
      intervals: dayIntervals,
      reason: z
        .string(sentences.notAReason(limits.reasonLength))
        .trim()
        .min(1, sentences.notAReason(limits.reasonLength))
        .max(limits.reasonLength, sentences.notAReason(limits.reasonLength))
        .optional(),
    },
    refuseKeys(['date', 'intervals', 'reason'], sentences.notAnException),
  )
  .readonly();

const exceptionList = z
  .array(exceptionSchema, sentences.notExceptions)
  .max(limits.exceptions, sentences.tooManyExceptions(limits.exceptions))
  .superRefine((exceptions, context) => {
    const seen = new Set<string>();
    for (const [index, { date }] of exceptions.entries()) {
      if (seen.has(date))
        context.addIssue({ code: 'custom', path: [index, 'date'], message: sentences.duplicate(date) });
      seen.add(date);
    }
  })
  .readonly();

/** Left out: time zone Europe/Oslo, closed on public holidays, no exceptions. A day left out of the week is closed. */
export const scheduleSchema = z
  .strictObject(
    {
      timeZone: z
        .string(refuse(sentences.notATimeZone))
        .refine(isTimeZone, refuse(sentences.notATimeZone))
        .default('Europe/Oslo'),
      weekly: weekSchema,
      publicHolidays: z.enum(['closed', 'open'], refuse(sentences.notAHolidayRule)).default('closed'),
      exceptions: exceptionList.default([]),
    },
    refuseKeys(['timeZone', 'weekly', 'publicHolidays', 'exceptions'], sentences.notASchedule),
  )
  .readonly();

/** One thing to change: where in the file (`weekly.monday[1]`, empty for the whole), and a sentence in bokmål. */
export interface ScheduleFault {
  readonly path: string;
  readonly sentence: string;
}

export type ParsedSchedule =
  /** `warnings`: allowed, but worth a second look; sentences in bokmål. */
  | { readonly ok: true; readonly schedule: Schedule; readonly warnings: readonly string[] }
  | { readonly ok: false; readonly faults: readonly ScheduleFault[] };

/** True when neither the week nor an exception ever opens. */
export const neverOpens = ({ weekly, exceptions }: Schedule): boolean =>
  weekdays.every((day) => weekly[day].length === 0) && exceptions.every(({ intervals }) => intervals.length === 0);

/** Everything that is wrong, not only the first thing. Never throws. */
export function parseSchedule(value: unknown): ParsedSchedule {
  const parsed = scheduleSchema.safeParse(value);
  if (parsed.success) {
    const warnings = neverOpens(parsed.data) ? [sentences.neverOpen] : [];
    return { ok: true, schedule: parsed.data, warnings };
  }
  return {
    ok: false,
    faults: parsed.error.issues.map(({ path, message }) => ({ path: faultPath(path), sentence: message })),
  };
}
