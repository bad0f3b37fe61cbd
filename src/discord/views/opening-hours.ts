import { localDateOf } from '../../core/hours/local-date.ts';
import { scheduledIntervals } from '../../core/hours/intervals.ts';
import { publicHolidayOn } from '../../core/hours/public-holidays.ts';
import type { Language } from '../../core/language.ts';
import type { Municipality } from '../../core/municipality.ts';
import type { Instant } from '../../core/time.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import { listText, timeTextIn } from '../../i18n/time-text.ts';
import { message } from './body.ts';
import { notTakenIn } from './not-taken-in.ts';
import type { MessageBody } from './body.ts';
import { serviceName } from './context.ts';
import { helpNowButton } from './help-now-button.ts';
import { presenceAt } from './presence.ts';
import { presenceLine } from './public-card.ts';
import { inline } from './shown-words.ts';
import { reachText } from './who-are-you.ts';

const daysInWeek = 7;

export interface HoursSituation {
  readonly now: Instant;
  /** Whether somebody is checked in; leave out when not known. */
  readonly staffed?: boolean | undefined;
  /** False: the service is not in use on Discord, and says so. */
  readonly approved?: boolean;
  /** How many days are shown, from today; a week when left out. 1–14. */
  readonly days?: number;
}

/** «Når er dere her?»: open now or not, the next opening, and a week or more with what is different about them. */
export function openingHours(
  municipality: Municipality,
  language: Language,
  { now, staffed, approved = true, days: count = daysInWeek }: HoursSituation,
): MessageBody {
  const { pages } = textsIn(language, municipality);
  const service = serviceName(municipality, language);
  const state = approved
    ? presenceLine(presenceAt(municipality.hours, now, staffed), municipality, now, language)
    : notTakenIn(municipality, language);
  return message({
    texts: [
      `# ${pages.hoursTitle({ service })}\n${state}`,
      [
        `**${count === daysInWeek ? pages.hoursWeekTitle() : pages.hoursDaysTitle({ count })}**`,
        ...hoursLines(municipality, language, now, count),
        `-# ${pages.hoursZone()}`,
      ].join('\n'),
      `**${pages.reachTitle()}**\n${reachText(municipality, language)}`,
    ],
    buttons: [helpNowButton(language, municipality)],
    accent: 'calm',
  });
}

/** One line for each day from today on. @param count 1–14 */
export function hoursLines(
  municipality: Municipality,
  language: Language,
  now: Instant,
  count = daysInWeek,
): readonly string[] {
  const today = Temporal.PlainDate.from(localDateOf(now, municipality.hours.timeZone));
  return Array.from({ length: count }, (_, index) => dayLine(municipality, language, today.add({ days: index })));
}

function dayLine(municipality: Municipality, language: Language, date: Temporal.PlainDate): string {
  const { hours } = municipality;
  const { pages, words } = textsIn(language, municipality);
  const times = timeTextIn(language, hours.timeZone);
  const written = date.toString();
  const noon = date.toZonedDateTime({ timeZone: hours.timeZone, plainTime: '12:00' }).epochMilliseconds;
  const day = times.day(noon);
  const intervals = scheduledIntervals(hours, written, 1).map(({ opens, closes }) =>
    words.interval({ opens: times.clock(opens), closes: times.clock(closes) }),
  );
  const line =
    intervals.length > 0
      ? pages.hoursDay({ day, intervals: listText(language, intervals) })
      : pages.hoursDayClosed({ day });

  const reason = hours.exceptions.find((exception) => exception.date === written)?.reason;
  const holiday = publicHolidayOn(written);
  const remark = reason === undefined ? holiday && words.holiday({ holiday: holiday.id }) : inline(reason);
  return remark === undefined ? line : `${line} (${remark})`;
}
