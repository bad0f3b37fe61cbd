import { mayPerform } from '../../core/access.ts';
import type { Act } from '../../core/access.ts';
import { isApproved } from '../../core/approval.ts';
import type { Strategy } from '../../core/approval.ts';
import type { MunicipalityId, Snowflake } from '../../core/ids.ts';
import type { Municipality } from '../../core/municipality.ts';
import type { Activity } from '../../core/posts/activity.ts';
import {
  addDraft,
  approvePost,
  calendarTime,
  findPost,
  monotony,
  readPostBook,
  replacePost,
  strategyOf,
} from '../../core/posts/post-book.ts';
import type { Consent, Post, PostBook, PostPlace, PostType } from '../../core/posts/post-book.ts';
import { postFaults, postWarnings } from '../../core/posts/post-check.ts';
import type { PostFault, PostWarning } from '../../core/posts/post-check.ts';
import { RawText } from '../../core/raw-text.ts';
import type { StaffTextCheck } from '../../core/staff-text.ts';
import { hourMs } from '../../core/time.ts';
import type { Instant } from '../../core/time.ts';
import type { Change, Clock, Municipalities, Pseudonyms, Staff, Store } from '../../ports.ts';
import { postRows } from './queue-post.ts';

interface Deps {
  readonly now: Clock;
  readonly store: Pick<Store, 'findSetting' | 'commit'>;
  readonly municipalities: Pick<Municipalities, 'find'>;
  readonly pseudonyms: Pick<Pseudonyms, 'lane'>;
  readonly checkStaffText: StaffTextCheck;
  /** Holds channels somebody has chosen against what Discord says of them now. */
  readonly judgePlaces: (
    municipality: Municipality,
    channelIds: readonly Snowflake[],
  ) => Promise<readonly (PostPlace | PlaceFault)[]>;
}

export type PlaceFault = Extract<PostFault, { readonly channelId: Snowflake }>;

export interface PostPress {
  /** The interaction id: the same press acts once. */
  readonly cause: string;
  readonly staff: Staff;
}

export interface WrittenPost {
  readonly type: PostType;
  readonly text: string;
  readonly consent: Consent;
  readonly activity?: Activity;
  /** When it goes; absent: as soon as it is approved. */
  readonly dueAt?: Instant;
  /** To every channel that has a card. */
  readonly toCards: boolean;
  /** To these channels, whether or not `toCards`. */
  readonly channelIds: readonly Snowflake[];
}

export interface ShownPost {
  readonly post: Post;
  readonly warnings: readonly PostWarning[];
  /** The last two were of the same type. */
  readonly monotonous: boolean;
}

export type DraftOutcome =
  | ({ readonly kind: 'kept' } & ShownPost)
  | { readonly kind: 'refused'; readonly faults: readonly PostFault[] }
  | { readonly kind: 'not-approved'; readonly strategy: Strategy }
  | { readonly kind: 'not-permitted' | 'stale' };

export type PostActOutcome =
  | { readonly kind: 'approved' | 'withdrawn'; readonly post: Post }
  | { readonly kind: 'not-approved'; readonly strategy: Strategy }
  /** `over`: what it invites to has begun. */
  | { readonly kind: 'own-post' | 'not-a-draft' | 'over' | 'not-found' | 'not-permitted' | 'stale' };

export const postsSetting = 'posts';

export async function readPosts(
  store: Pick<Store, 'findSetting'>,
  id: MunicipalityId,
): Promise<{ readonly book: PostBook; readonly version: number }> {
  const found = await store.findSetting(id, postsSetting);
  return { book: readPostBook(found?.value), version: found?.version ?? 0 };
}

/** Everything of a post that anybody reads. */
const wordsOf = ({ text, activity }: Pick<WrittenPost, 'text' | 'activity'>): string =>
  activity ? [activity.name, text, activity.place, activity.who].join('\n') : text;

/**
 * Purpose: posts to channels of the municipality's servers: drafted by one, approved by another, sent once each through the
 * outbox. Personal data: staff id and signature. No act here reaches a conversation. Source: 002:511–517.
 */
export const makePosts = ({ now, store, municipalities, pseudonyms, checkStaffText, judgePlaces }: Deps) => {
  const permitted = ({ staff }: PostPress, act: Act): Municipality | undefined =>
    mayPerform(staff.roles, act) ? municipalities.find(staff.municipalityId) : undefined;
  /** Who from the service comes is meant to be known; the rest is not meant to show who anybody is. */
  const warningsOf = ({ text, activity }: Post): readonly PostWarning[] => {
    const words = wordsOf({ text, ...(activity ? { activity: { ...activity, who: '' } } : {}) });
    return postWarnings(text, checkStaffText(new RawText(words)).personalData);
  };

  async function placesOf(municipality: Municipality, { toCards, channelIds }: WrittenPost) {
    const cards = municipality.gameGuilds.map(({ guildId, cardChannelId }) => ({ guildId, channelId: cardChannelId }));
    const known = toCards ? cards : [];
    const asked = new Set(channelIds.filter((id) => !known.some(({ channelId }) => channelId === id)));
    const judged = asked.size === 0 ? [] : await judgePlaces(municipality, [...asked]);
    return {
      places: [...known, ...judged.filter((one) => 'guildId' in one)],
      placeFaults: judged.filter((one) => 'kind' in one),
    };
  }

  async function save(
    { cause, staff }: PostPress,
    basedOn: number,
    { last, posts }: PostBook,
    event: string,
    number: number,
    queue: readonly Change[] = [],
  ): Promise<boolean> {
    const at = now();
    const municipalityId = staff.municipalityId;
    const outcome = await store.commit({
      cause: `interaction:${cause}`,
      at,
      basedOn: [],
      changes: [
        { kind: 'save-setting', municipalityId, name: postsSetting, basedOn, value: { last, posts } },
        { kind: 'audit', entry: { event, at, municipalityId, by: staff.id, details: { number } } },
        ...queue,
      ],
    });
    return outcome !== 'stale';
  }

  return {
    async draftPost(press: PostPress, written: WrittenPost): Promise<DraftOutcome> {
      const { type, text, consent, activity, dueAt } = written;
      const municipality = permitted(press, 'post.draft');
      if (!municipality) return { kind: 'not-permitted' };
      const at = now();
      const strategy = strategyOf(written);
      if (!isApproved(municipality.approval, strategy, at)) return { kind: 'not-approved', strategy };
      const { places, placeFaults } = await placesOf(municipality, written);
      const faults: readonly PostFault[] = [
        ...postFaults(wordsOf(written), consent),
        ...((dueAt ?? activity?.startsAt ?? at) < at ? [{ kind: 'past' } as const] : []),
        ...placeFaults,
        ...(places.length + placeFaults.length === 0 ? [{ kind: 'no-channel' } as const] : []),
      ];
      if (faults.length > 0 || consent === 'not-asked') return { kind: 'refused', faults };

      const { book, version } = await readPosts(store, municipality.id);
      const { id, signature } = press.staff;
      const next = addDraft(book, {
        type,
        text: text.trim(),
        consent,
        author: { id, signature },
        places,
        ...(activity ? { activity } : {}),
        ...(dueAt === undefined ? {} : { dueAt }),
        createdAt: at,
      });
      if (!(await save(press, version, next, 'post.drafted', next.added.number))) return { kind: 'stale' };
      return { kind: 'kept', post: next.added, warnings: warningsOf(next.added), monotonous: monotony(book, type) };
    },

    async approvePost(press: PostPress, number: number): Promise<PostActOutcome> {
      const municipality = permitted(press, 'post.approve');
      if (!municipality) return { kind: 'not-permitted' };
      const { book, version } = await readPosts(store, municipality.id);
      const post = findPost(book, number);
      if (!post) return { kind: 'not-found' };
      const strategy = strategyOf(post);
      if (!isApproved(municipality.approval, strategy, now())) return { kind: 'not-approved', strategy };
      if (post.activity && post.activity.startsAt <= now()) return { kind: 'over' };
      const { id, signature } = press.staff;
      const approved = approvePost(post, { id, signature }, now());
      if (approved.kind !== 'approved') return approved;
      const queue = postRows(municipality, approved.post, pseudonyms, now()).approved();
      const saved = await save(press, version, replacePost(book, approved.post), 'post.approved', number, queue);
      return saved ? approved : { kind: 'stale' };
    },

    /** The author withdraws a draft; whoever may approve withdraws anything that has not gone. */
    async withdrawPost(press: PostPress, number: number): Promise<PostActOutcome> {
      const municipality = permitted(press, 'post.draft');
      if (!municipality) return { kind: 'not-permitted' };
      const { book, version } = await readPosts(store, municipality.id);
      const post = findPost(book, number);
      if (!post) return { kind: 'not-found' };
      const mayApprove = mayPerform(press.staff.roles, 'post.approve');
      if (!mayApprove && post.author.id !== press.staff.id) return { kind: 'not-permitted' };
      const { state, activity } = post;
      const hasGone = state.kind === 'approved' && state.goesAt <= now();
      // What has been told of cannot be unsaid; an activity can be called off until it is over.
      const isLate = hasGone && (activity === undefined || activity.endsAt <= now());
      if (state.kind === 'withdrawn' || isLate) return { kind: 'not-a-draft' };
      const withdrawn: Post = { ...post, state: { kind: 'withdrawn' } };
      const queue = hasGone ? postRows(municipality, withdrawn, pseudonyms, now()).calledOff() : [];
      const saved = await save(press, version, replacePost(book, withdrawn), 'post.withdrawn', number, queue);
      return saved ? { kind: 'withdrawn', post: withdrawn } : { kind: 'stale' };
    },

    async showPost(
      press: PostPress,
      number: number,
    ): Promise<({ readonly kind: 'shown' } & ShownPost) | PostActOutcome> {
      const municipality = permitted(press, 'post.draft');
      if (!municipality) return { kind: 'not-permitted' };
      const { book } = await readPosts(store, municipality.id);
      const post = findPost(book, number);
      if (!post) return { kind: 'not-found' };
      return { kind: 'shown', post, warnings: warningsOf(post), monotonous: false };
    },

    /** What waits and what goes, soonest first; nothing that was withdrawn or has gone more than a week ago. */
    async postCalendar(press: PostPress): Promise<readonly Post[] | undefined> {
      const municipality = permitted(press, 'post.draft');
      if (!municipality) return undefined;
      const { book } = await readPosts(store, municipality.id);
      const since = now() - 7 * 24 * hourMs;
      return book.posts
        .filter(
          (post) => post.state.kind !== 'withdrawn' && (post.state.kind === 'draft' || calendarTime(post) > since),
        )
        .toSorted((a, b) => calendarTime(a) - calendarTime(b));
    },
  };
};

export type Posts = ReturnType<typeof makePosts>;
