import type { Snowflake } from '../../core/ids.ts';
import type { Language } from '../../core/language.ts';
import { activityLimits } from '../../core/posts/activity.ts';
import { consents } from '../../core/posts/post-book.ts';
import type { PostType } from '../../core/posts/post-book.ts';
import { longestPost } from '../../core/posts/post-check.ts';
import type { Instant } from '../../core/time.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import { encodeCustomId } from '../custom-id.ts';
import type { OfferedPlace } from '../post-places.ts';
import { fields } from '../written-form.ts';
import { limits } from './body.ts';
import { field, line, note, radios, selectMany, writing } from './form.ts';
import type { FormBody } from './form.ts';
import { cutTo } from './shown-words.ts';

/** The choice of every channel that has a card, among the channels. */
export const allCards = 'cards';

interface PostFormOptions {
  readonly type: PostType;
  /** As typed; kept with the form. */
  readonly due: Instant | undefined;
  /** Those with a card first. */
  readonly places: readonly OfferedPlace[];
  /** How many channels have a card; 0 when one server was asked for. */
  readonly cards: number;
  readonly reader: Language;
}

/** «/innlegg nytt»: the words, where they go, and whether anybody can be recognised. */
export function postForm({ type, due, places, cards, reader }: PostFormOptions): FormBody {
  const { posts } = textsIn(reader);
  const choices = [
    ...(cards > 0 ? [{ value: allCards, label: posts.allCards({ count: cards }) }] : []),
    ...places.map(({ channelId, name }) => ({ value: channelId, label: cutTo(name, limits.label) })),
  ];
  const shown = choices.slice(0, limits.choices);
  const [first] = shown;
  return {
    custom_id: encodeCustomId('post-sent', type, due === undefined ? '' : String(due)),
    title: posts.formTitle(),
    components: [
      note(posts.formNote()),
      field(posts.textLabel(), writing(fields.words, longestPost)),
      ...(first
        ? [
            field(
              posts.placesLabel(),
              selectMany(fields.channels, shown, [first.value]),
              shown.length < choices.length ? posts.morePlaces() : undefined,
            ),
          ]
        : []),
      consentField(reader),
    ],
  };
}

/** «/aktivitet ny»: what, where and with whom. @param hours whole hours; kept with the form, as `startsAt` is */
export function activityForm(startsAt: Instant, hours: number, channel: Snowflake | 'all', reader: Language): FormBody {
  const { posts } = textsIn(reader);
  return {
    custom_id: encodeCustomId('activity-sent', String(startsAt), String(hours), channel),
    title: posts.activityFormTitle(),
    components: [
      field(posts.activityNameLabel(), line(fields.name, activityLimits.name)),
      field(posts.activityPlaceLabel(), line(fields.place, activityLimits.place)),
      field(posts.activityAboutLabel(), writing(fields.words, activityLimits.about)),
      field(posts.activityWhoLabel(), line(fields.who, activityLimits.who), posts.activityWhoDescription()),
      consentField(reader),
    ],
  };
}

function consentField(reader: Language) {
  const { posts } = textsIn(reader);
  const choices = consents.map((value) => ({ value, label: posts.consent({ consent: value }) }));
  return field(posts.consentLabel(), radios(fields.consent, choices), posts.consentDescription());
}
