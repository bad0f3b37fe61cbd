import type { Snowflake } from '../../core/ids.ts';
import type { Municipality } from '../../core/municipality.ts';
import type { Dispatch } from '../../core/outbox.ts';
import { reminderAt } from '../../core/posts/activity.ts';
import { postTime } from '../../core/posts/post-book.ts';
import type { Post } from '../../core/posts/post-book.ts';
import { hourMs } from '../../core/time.ts';
import type { Instant } from '../../core/time.ts';
import type { Change, Pseudonyms } from '../../ports.ts';

/** A post that could not be sent for this long is not sent at all: it would be old news. */
const tellWithinMs = 12 * hourMs;
const keptAfterMs = 24 * hourMs;

const short = (id: Snowflake): string => BigInt(id).toString(36);

/** The rows of the outbox that tell of a post; each is told once, whichever process queues or sends it. */
export function postRows(
  { id: municipalityId }: Municipality,
  post: Post,
  lanes: Pick<Pseudonyms, 'lane'>,
  now: Instant,
) {
  const { number, places, activity } = post;
  const guildIds = [...new Set(places.map(({ guildId }) => guildId))];

  const row = (name: string, place: Snowflake, dispatch: Dispatch, goesAt: Instant, notAfter: Instant): Change => ({
    kind: 'queue',
    entry: {
      id: `${name}:${municipalityId}:${number}:${short(place)}`,
      lane: lanes.lane('case', `${municipalityId}:posts:${place}`),
      priority: 2,
      dispatch,
      queuedAt: now,
      notBefore: goesAt,
      eraseAt: notAfter + keptAfterMs,
    },
  });
  const inChannels = (name: string, about: 'reminder' | 'called-off' | undefined, goesAt: Instant, notAfter: Instant) =>
    places.map(({ channelId }) =>
      row(
        name,
        channelId,
        { kind: 'channel-post', municipalityId, channelId, number, ...(about ? { about } : {}), notAfter },
        goesAt,
        notAfter,
      ),
    );
  const inCalendars = (name: string, act: 'put' | 'remove', goesAt: Instant, notAfter: Instant) =>
    guildIds.map((guildId) =>
      row(name, guildId, { kind: 'activity-event', municipalityId, guildId, number, act, notAfter }, goesAt, notAfter),
    );

  return {
    /** The post itself; for an activity also the reminder, and the calendars of the servers. */
    approved(): readonly Change[] {
      const goesAt = postTime(post);
      if (!activity) return inChannels('post', undefined, goesAt, goesAt + tellWithinMs);
      const { startsAt } = activity;
      const reminder = reminderAt(activity, goesAt);
      return [
        ...inChannels('post', undefined, goesAt, startsAt),
        ...inCalendars('event', 'put', goesAt, startsAt),
        ...(reminder === undefined ? [] : inChannels('near', 'reminder', reminder, startsAt)),
      ];
    },
    /** An activity that has been told of is called off where it was told. */
    calledOff: (): readonly Change[] =>
      activity
        ? [
            ...inChannels('off', 'called-off', now, activity.endsAt),
            ...inCalendars('gone', 'remove', now, activity.endsAt),
          ]
        : [],
  };
}
