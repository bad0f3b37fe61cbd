import type { Snowflake } from '../../core/ids.ts';
import type { Language } from '../../core/language.ts';
import type { Municipality } from '../../core/municipality.ts';
import { calendarTime, postTime } from '../../core/posts/post-book.ts';
import type { Post } from '../../core/posts/post-book.ts';
import type { PostFault, PostWarning } from '../../core/posts/post-check.ts';
import type { Instant } from '../../core/time.ts';
import type { DraftOutcome, PostActOutcome, ShownPost } from '../../flows/posts/posts.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import { listText, timeTextIn } from '../../i18n/time-text.ts';
import { encodeCustomId } from '../custom-id.ts';
import { button, message } from './body.ts';
import type { MessageBody } from './body.ts';
import { activityFacts } from './channel-post.ts';
import { removedText } from './counted.ts';
import { cutTo, inline, staffWords } from './shown-words.ts';

/** Whose clock, and which language the staff member reads. */
interface Reading {
  readonly municipality: Municipality;
  readonly reader: Language;
  /** A channel as staff know it, with its server. */
  readonly placeName: (channelId: Snowflake) => string;
}

const timesOf = ({ municipality, reader }: Reading) => timeTextIn(reader, municipality.hours.timeZone);

/** A draft with what must be looked at, as the one who approves sees it. */
export function shownPost({ post, warnings, monotonous }: ShownPost, reading: Reading): MessageBody {
  const { posts } = textsIn(reading.reader);
  const { number, type, state, dueAt, author, text, activity } = post;
  const isOpen = state.kind === 'draft';
  const looks = [
    ...warnings.map((warning) => warningText(warning, reading.reader)),
    ...(monotonous ? [posts.warnMonotony()] : []),
  ];
  return message({
    texts: [
      posts.draftTitle({ number, type: posts.type({ type }) }),
      activity ? `**${inline(activity.name)}**\n${activityFacts(activity, reading.municipality, reading.reader)}` : '',
      staffWords(text),
      [
        ...(activity && state.kind === 'approved' ? [posts.coming({ count: post.coming ?? 0 })] : []),
        ...(activity && isOpen ? [`${posts.inCalendars()} ${posts.reminded()}`] : []),
        dueAt === undefined ? posts.whenApproved() : posts.when({ at: timesOf(reading).on(dueAt) }),
        placesText(post, reading, longestPlaces),
        posts.by({ author: inline(author.signature) }),
        ...(state.kind === 'approved' ? [posts.approvedBy({ approver: inline(state.by.signature) })] : []),
        posts.consent({ consent: post.consent }),
      ].join('\n'),
      looks.length > 0 ? `**${posts.lookTitle()}**\n${looks.map((look) => `- ${look}`).join('\n')}` : '',
    ],
    buttons: [
      ...(isOpen ? [button(posts.approveButton(), encodeCustomId('post-approve', String(number)), 'primary')] : []),
      ...(state.kind === 'withdrawn'
        ? []
        : [button(posts.withdrawButton(), encodeCustomId('post-withdraw', String(number)))]),
    ],
    accent: looks.length > 0 ? 'concern' : 'calm',
  });
}

function warningText(warning: PostWarning, reader: Language): string {
  const { posts } = textsIn(reader);
  switch (warning.kind) {
    case 'personal-data':
      return posts.warnPersonalData({ things: removedText(reader, warning.kinds) });
    case 'hard-to-read':
      return posts.warnReading({ lix: warning.lix });
    case 'emoji':
      return posts.warnEmoji();
  }
}

function faultText(fault: PostFault, { reader, placeName }: Reading): string {
  const { posts } = textsIn(reader);
  switch (fault.kind) {
    case 'foreign-channel':
      return posts.foreignChannel({ place: placeName(fault.channelId) });
    case 'closed-channel':
      return posts.closedChannel({ place: placeName(fault.channelId) });
    default:
      return posts.fault(fault);
  }
}

/** Channels named one by one, as many as there is room for; and the length of their names, UTF-16 units. */
const mostPlaces = 25;
const longestPlaces = 1_000;

function placesText({ places }: Post, { reader, placeName }: Reading, longest: number): string {
  const { posts } = textsIn(reader);
  const count = places.length;
  if (count > mostPlaces) return posts.channels({ count });
  const named = posts.places({
    places: listText(
      reader,
      places.map(({ channelId }) => inline(placeName(channelId))),
    ),
  });
  return named.length > longest ? posts.channels({ count }) : named;
}

const said = (text: string, accent: 'calm' | 'serious' | 'done' = 'serious'): MessageBody =>
  message({ texts: [text], accent });

/** @param written what was written, given back when it cannot be kept */
export function draftOutcome(outcome: DraftOutcome, reading: Reading, written = ''): MessageBody {
  if (outcome.kind === 'kept') return shownPost(outcome, reading);
  const { posts, outcomes } = textsIn(reading.reader);
  switch (outcome.kind) {
    case 'refused':
      return message({
        texts: [
          `**${posts.refused()}**\n${outcome.faults.map((fault) => `- ${faultText(fault, reading)}`).join('\n')}`,
          written === '' ? '' : `\`\`\`\n${written.replaceAll('`', '’')}\n\`\`\``,
        ],
        accent: 'serious',
      });
    case 'stale':
      return said(posts.stale());
    case 'not-approved':
      return said(posts.notApproved(outcome), 'done');
    case 'not-permitted':
      return said(outcomes.notPermitted(), 'done');
  }
}

export function postActOutcome(outcome: PostActOutcome, reading: Reading): MessageBody {
  const { posts, outcomes } = textsIn(reading.reader);
  switch (outcome.kind) {
    case 'approved': {
      const { post } = outcome;
      return said(posts.approved({ number: post.number, at: timesOf(reading).on(postTime(post)) }), 'calm');
    }
    case 'withdrawn':
      return said((outcome.post.activity ? posts.calledOff : posts.withdrawn)({ number: outcome.post.number }), 'done');
    case 'over':
      return said(posts.over());
    case 'own-post':
      return said(posts.ownPost());
    case 'not-a-draft':
      return said(posts.notADraft());
    case 'not-found':
      return said(posts.notFound(), 'done');
    case 'stale':
      return said(posts.stale());
    case 'not-approved':
      return said(posts.notApproved(outcome), 'done');
    case 'not-permitted':
      return said(outcomes.notPermitted(), 'done');
  }
}

/** Beginning of a post in the calendar, UTF-16 units; and how many posts there is room for. */
const startLength = 60;
const mostLines = 12;
/** What one line says of the channels, UTF-16 units. */
const placesInLine = 120;

export function postCalendar(some: readonly Post[], now: Instant, reading: Reading): MessageBody {
  const { posts, staff } = textsIn(reading.reader);
  if (some.length === 0) return said(posts.calendarEmpty(), 'calm');
  const lines = some.slice(0, mostLines).map((post) => {
    const hasGone = post.state.kind === 'approved' && post.state.goesAt <= now;
    return posts.calendarLine({
      number: post.number,
      at: timesOf(reading).on(calendarTime(post)),
      type: posts.type({ type: post.type }),
      state: posts.state({ state: hasGone ? 'gone' : post.state.kind }),
      start: inline(cutTo(post.activity?.name ?? post.text, startLength)),
      places: placesText(post, reading, placesInLine),
    });
  });
  const left = some.length - lines.length;
  return message({
    texts: [
      `# ${posts.calendarTitle()}`,
      [...lines, ...(left > 0 ? [`- ${staff.moreReasons({ count: left })}`] : [])].join('\n'),
    ],
    accent: 'calm',
  });
}
