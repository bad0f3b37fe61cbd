import { catalogueLanguage } from '../core/language.ts';
import type { CatalogueLanguage, Language } from '../core/language.ts';
import type { Instant } from '../core/time.ts';
import { textsIn } from './catalogue.ts';

/** Times in words, in one language and one time zone. */
export interface TimeText {
  /** The day by name and date: «mandag 23. november kl. 18.00». Stays true however long it is shown. */
  on(instant: Instant): string;
  /** As `on`, with «i dag» and «i morgen» seen from `now`: for texts that are read at once. */
  soon(instant: Instant, now: Instant): string;
  /** A closing time: the clock alone when it is less than a day away, else as `on`. */
  until(instant: Instant, now: Instant): string;
  /** From one time to another; the day is not repeated when it is the same. */
  span(from: Instant, until: Instant): { readonly from: string; readonly until: string };
  /** «18.00», or «18:00» in English. */
  clock(instant: Instant): string;
  /** «mandag 23. november». */
  day(instant: Instant): string;
}

const locales: Readonly<Record<CatalogueLanguage, string>> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' };
const localeOf = (language: Language): string => locales[catalogueLanguage(language)];
const dayMs = 86_400_000;

/** @param timeZone IANA name */
export function timeTextIn(language: Language, timeZone: string): TimeText {
  const { words } = textsIn(language);
  const dayFormat = new Intl.DateTimeFormat(localeOf(language), {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  });
  const clockFormat = new Intl.DateTimeFormat(localeOf(language), {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const dateOf = (instant: Instant) =>
    Temporal.Instant.fromEpochMilliseconds(Math.trunc(instant)).toZonedDateTimeISO(timeZone).toPlainDate();

  const day = (instant: Instant) => dayFormat.format(instant);
  const clock = (instant: Instant) => {
    const written = clockFormat.format(instant);
    return language === 'en' ? written : written.replace(':', '.');
  };
  const on = (instant: Instant) => words.onDay({ day: day(instant), clock: clock(instant) });

  return {
    day,
    clock,
    on,
    soon: (instant, now) => {
      const daysAhead = dateOf(now).until(dateOf(instant)).days;
      if (daysAhead === 0) return words.today({ clock: clock(instant) });
      if (daysAhead === 1) return words.tomorrow({ clock: clock(instant) });
      return on(instant);
    },
    span: (from, until) => ({
      from: on(from),
      until: dateOf(from).equals(dateOf(until)) ? words.clock({ clock: clock(until) }) : on(until),
    }),
    until: (instant, now) => (Math.abs(instant - now) < dayMs ? words.clock({ clock: clock(instant) }) : on(instant)),
  };
}

/** A Discord timestamp: every reader sees it in their own time zone. */
export const discordTime = (instant: Instant): string => `<t:${Math.floor(instant / 1000)}:f>`;

/** «a, b og c», in the language's own way. */
export const listText = (language: Language, items: readonly string[]): string =>
  new Intl.ListFormat(localeOf(language), { type: 'conjunction' }).format(items);
