import { GuildScheduledEventEntityType, GuildScheduledEventPrivacyLevel, Routes } from 'discord-api-types/v10';
import type { APIGuildScheduledEvent } from 'discord-api-types/v10';
import type { Snowflake } from '../core/ids.ts';
import type { Speech } from '../core/speech.ts';
import type { Instant } from '../core/time.ts';
import type { Delivery, Handling } from '../ports.ts';
import type { PacedRest } from './paced-rest.ts';

type ActivityEvent = Extract<Speech, { kind: 'activity-event' }>;

export type ScheduledEvents = ReturnType<typeof createScheduledEvents>;

/** Discord gives an event no nonce, so a slow answer is waited for: the patience of this many attempts. */
const patientAttempts = 3;
const written = (instant: Instant): string => Temporal.Instant.fromEpochMilliseconds(instant).toString();

/** Activities in the calendars of servers. An event of ours with the same name, place and time is the same activity. */
export function createScheduledEvents(
  rest: PacedRest,
  botId: Snowflake,
  description: (event: ActivityEvent) => string,
) {
  async function ours({ guildId, activity }: ActivityEvent, { urgency }: Handling): Promise<readonly string[]> {
    const events = await rest.get<APIGuildScheduledEvent[]>(Routes.guildScheduledEvents(guildId), { urgency });
    return events
      .filter(
        (event) =>
          event.creator_id === botId &&
          event.name === activity.name &&
          event.entity_metadata?.location === activity.place &&
          Date.parse(event.scheduled_start_time) === activity.startsAt,
      )
      .map(({ id }) => id);
  }

  return async (event: ActivityEvent, how: Handling): Promise<Delivery> => {
    const { guildId, act, activity } = event;
    const { urgency, attempt, notAfter } = how;
    const there = await ours(event, how);
    if (act === 'remove') {
      for (const id of there) await rest.delete(Routes.guildScheduledEvent(guildId, id), { urgency });
      return { kind: 'posted' };
    }
    if (there.length === 0) {
      await rest.post(Routes.guildScheduledEvents(guildId), {
        urgency,
        attempt: attempt + patientAttempts,
        ...(notAfter === undefined ? {} : { notAfter }),
        body: {
          name: activity.name,
          description: description(event),
          privacy_level: GuildScheduledEventPrivacyLevel.GuildOnly,
          entity_type: GuildScheduledEventEntityType.External,
          entity_metadata: { location: activity.place },
          scheduled_start_time: written(activity.startsAt),
          scheduled_end_time: written(activity.endsAt),
        },
      });
    }
    return { kind: 'posted' };
  };
}
