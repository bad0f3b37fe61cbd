import { z } from 'zod';
import { hourMs, minuteMs } from '../time.ts';
import type { Instant } from '../time.ts';

/** Something the service does together with young people. Its words are those of the post that tells of it. Source: 002:286. */
export interface Activity {
  readonly name: string;
  readonly place: string;
  /** Who from the service will be there. */
  readonly who: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
}

/** UTF-16 units. Source: Discord, «Create Guild Scheduled Event»: a name and a place of 100, a description of 1,000. */
export const activityLimits = { name: 100, place: 100, who: 100, about: 700 } as const;
export const longestHours = 24;

/** Those who come are reminded this long before; not when it was told of later than that. */
export const reminderMs = hourMs;
const tooSoonMs = 30 * minuteMs;

/** When the reminder goes; nothing when the activity is told of so late that one post is enough. */
export const reminderAt = ({ startsAt }: Activity, toldAt: Instant): Instant | undefined =>
  startsAt - reminderMs - toldAt >= tooSoonMs ? startsAt - reminderMs : undefined;

export const activitySchema = z.object({
  name: z.string(),
  place: z.string(),
  who: z.string(),
  startsAt: z.number().int(),
  endsAt: z.number().int(),
});
