import type { Language } from '../../core/language.ts';
import type { Municipality } from '../../core/municipality.ts';
import type { Activity } from '../../core/posts/activity.ts';
import type { Post } from '../../core/posts/post-book.ts';
import type { Speech } from '../../core/speech.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import { discordTime, timeTextIn } from '../../i18n/time-text.ts';
import { encodeCustomId } from '../custom-id.ts';
import { button, message } from './body.ts';
import { serviceName } from './context.ts';
import { helpNowButton } from './help-now-button.ts';
import { inline, staffWords } from './shown-words.ts';

type ChannelPost = Extract<Speech, { kind: 'channel-post' }>;

/** A post for everybody: what was written, and who says it. */
export function channelPost({ post, municipality, about }: Omit<ChannelPost, 'kind' | 'channelId'>, marker?: number) {
  const { language, id } = municipality;
  const { pages } = textsIn(language, municipality);
  const join = button(pages.eventJoinButton(), encodeCustomId('activity-join', id, String(post.number)), 'primary');
  return message({
    texts: [...textsOf(post, municipality, about), `-# ${serviceName(municipality, language)}`],
    buttons: [
      ...(post.activity && about !== 'called-off' ? [join] : []),
      button(pages.whoButton(), encodeCustomId('who-are-you', id)),
      helpNowButton(language, municipality),
    ],
    accent: about === 'called-off' ? 'done' : 'calm',
    marker,
  });
}

function textsOf({ text, activity }: Post, municipality: Municipality, about: ChannelPost['about']): readonly string[] {
  if (!activity) return [staffWords(text)];
  const { language } = municipality;
  const { pages } = textsIn(language, municipality);
  const name = inline(activity.name);
  switch (about) {
    case 'called-off':
      return [
        pages.eventCalledOff({ name, when: timeTextIn(language, municipality.hours.timeZone).on(activity.startsAt) }),
      ];
    case 'reminder':
      return [pages.eventNear({ name }), activityFacts(activity, municipality, language), pages.eventNote()];
    case undefined:
      return [`# ${name}`, activityFacts(activity, municipality, language), staffWords(text), pages.eventNote()];
  }
}

/** When, where, and who from the service. */
export function activityFacts(
  { startsAt, endsAt, place, who }: Activity,
  municipality: Municipality,
  language: Language,
): string {
  const { pages, words } = textsIn(language, municipality);
  const { from, until } = timeTextIn(language, municipality.hours.timeZone).span(startsAt, endsAt);
  return [
    pages.eventWhen({ when: `${from} – ${until}`, stamp: words.localTime({ stamp: discordTime(startsAt) }) }),
    pages.eventPlace({ place: inline(place) }),
    pages.eventWho({ who: inline(who) }),
  ].join('\n');
}

/** UTF-16 units. Source: Discord, «Create Guild Scheduled Event». */
const longestDescription = 1_000;

/** What stands in a server's calendar; others see there who presses «Interessert». */
export function calendarDescription({
  activity,
  text,
  municipality,
}: Extract<Speech, { kind: 'activity-event' }>): string {
  const { language } = municipality;
  const { pages } = textsIn(language, municipality);
  const parts = [staffWords(text), pages.eventWho({ who: inline(activity.who) }), pages.eventCalendarNote()];
  return [...parts, serviceName(municipality, language)].join('\n').slice(0, longestDescription);
}
