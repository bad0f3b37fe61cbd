import type { Municipality } from '../../core/municipality.ts';
import type { Instant } from '../../core/time.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import { timeTextIn } from '../../i18n/time-text.ts';
import { presenceAt } from './presence.ts';

interface Situation {
  readonly now: Instant;
  readonly staffed: boolean | undefined;
  readonly approved: boolean;
}

/**
 * The line below the bot's name: open or not, with the day named, so that it stays true while it is shown. At most 128
 * characters. One bot shows one line in every server: only where it serves one municipality.
 */
export function activityText(municipality: Municipality, { now, staffed, approved }: Situation): string {
  const { language, hours, intakePaused } = municipality;
  const { pages } = textsIn(language, municipality);
  if (!approved || intakePaused) return pages.activityNotInUse();
  const presence = presenceAt(hours, now, staffed);
  const times = timeTextIn(language, hours.timeZone);
  switch (presence.kind) {
    case 'staffed':
      return pages.activityOpen({ until: presence.until === undefined ? undefined : times.until(presence.until, now) });
    case 'hours':
    case 'without-duty':
      return pages.activityNobody();
    case 'closed':
      return pages.activityClosed({ next: times.on(presence.next) });
    case 'unplanned':
      return pages.activityUnplanned();
  }
}
