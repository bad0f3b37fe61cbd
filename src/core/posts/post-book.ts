import { z } from 'zod';
import type { Strategy } from '../approval.ts';
import { isSnowflake } from '../ids.ts';
import type { Snowflake } from '../ids.ts';
import type { Municipality } from '../municipality.ts';
import { activitySchema } from './activity.ts';
import type { Activity } from './activity.ts';
import { dayMs } from '../time.ts';
import type { Instant } from '../time.ts';

/** What a post is about; shown to editors only. Source: 000:116. */
export const postTypes = ['presence', 'local', 'activity', 'advice'] as const;
export type PostType = (typeof postTypes)[number];

/** The answer to «kan noen kjennes igjen?» in the words, or in a picture they lead to. Source: 000:5. */
export const consents = ['nobody', 'consented', 'not-asked'] as const;
export type Consent = (typeof consents)[number];

interface Person {
  readonly id: Snowflake;
  /** First name and role. */
  readonly signature: string;
}

/** A channel a post goes to, and the server it is in. */
export interface PostPlace {
  readonly guildId: Snowflake;
  readonly channelId: Snowflake;
}

/** A post to channels of the municipality's servers. Words of staff, for everybody to read. */
export interface Post {
  /** From 1; never used again. */
  readonly number: number;
  readonly type: PostType;
  readonly text: string;
  readonly consent: Exclude<Consent, 'not-asked'>;
  readonly author: Person;
  /** Where it goes. */
  readonly places: readonly PostPlace[];
  /** What it invites to; absent: nothing. */
  readonly activity?: Activity | undefined;
  /** How many have said that they come. Nothing tells who. */
  readonly coming?: number | undefined;
  /** When it goes, once approved; absent: at once. */
  readonly dueAt?: Instant | undefined;
  readonly state:
    | { readonly kind: 'draft' }
    | { readonly kind: 'approved'; readonly by: Person; readonly goesAt: Instant }
    | { readonly kind: 'withdrawn' };
  readonly createdAt: Instant;
}

/** The setting `posts`. */
export interface PostBook {
  readonly last: number;
  readonly posts: readonly Post[];
}

export const emptyPostBook: PostBook = { last: 0, posts: [] };
/** A post leaves the book this long after it was due, or written. */
const keptMs = 60 * dayMs;
/** More drafts than this are not kept: the oldest go. */
const mostPosts = 100;

const instant = z.number().int();
const snowflake = z.custom<Snowflake>((value) => typeof value === 'string' && isSnowflake(value));
const person = z.object({ id: snowflake, signature: z.string().max(120) });
const bookSchema = z.object({
  last: z.number().int(),
  posts: z.array(
    z.object({
      number: z.number().int(),
      type: z.enum(postTypes),
      text: z.string(),
      consent: z.enum(['nobody', 'consented']),
      author: person,
      places: z.array(z.object({ guildId: snowflake, channelId: snowflake })),
      activity: activitySchema.optional(),
      coming: z.number().int().nonnegative().optional(),
      dueAt: instant.optional(),
      state: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('draft') }),
        z.object({ kind: z.literal('approved'), by: person, goesAt: instant }),
        z.object({ kind: z.literal('withdrawn') }),
      ]),
      createdAt: instant,
    }),
  ),
});

/** A stored book. @throws z.ZodError when it cannot be read: what is published must not be guessed */
export const readPostBook = (value: unknown): PostBook =>
  value === undefined ? emptyPostBook : bookSchema.parse(value);

export const findPost = ({ posts }: PostBook, number: number): Post | undefined =>
  posts.find((post) => post.number === number);

/** When a post is, or was, to go. */
export const postTime = ({ state, dueAt, createdAt }: Post): Instant =>
  state.kind === 'approved' ? state.goesAt : (dueAt ?? createdAt);

/** What the calendar is ordered by: an activity stands on the day it is. */
export const calendarTime = (post: Post): Instant => post.activity?.startsAt ?? postTime(post);

/** In one of its servers still, and not where only staff read. */
export const isPlaceOf = (
  { gameGuilds, staffChannelId, fallbackChannelIds }: Municipality,
  { guildId, channelId }: PostPlace,
): boolean =>
  gameGuilds.some((game) => game.guildId === guildId) && ![staffChannelId, ...fallbackChannelIds].includes(channelId);

/** The strategy management must have approved for it. Source: 002:284–286. */
export const strategyOf = ({ activity }: Pick<Post, 'activity'>): Strategy => (activity ? 3 : 1);

/** The book with one more draft, without what is long past. */
export function addDraft(book: PostBook, draft: Omit<Post, 'number' | 'state'>): PostBook & { readonly added: Post } {
  const added: Post = { ...draft, number: book.last + 1, state: { kind: 'draft' } };
  const kept = book.posts.filter((post) => draft.createdAt - calendarTime(post) < keptMs).slice(-(mostPosts - 1));
  return { last: added.number, posts: [...kept, added], added };
}

export const replacePost = (book: PostBook, post: Post): PostBook => ({
  ...book,
  posts: book.posts.map((other) => (other.number === post.number ? post : other)),
});

export type ApprovePost =
  | { readonly kind: 'approved'; readonly post: Post }
  /** Nobody approves what they wrote themselves. Source: 002:515. */
  | { readonly kind: 'own-post' | 'not-a-draft' };

/** @param now a post whose time has passed goes at once */
export function approvePost(post: Post, by: Person, now: Instant): ApprovePost {
  if (post.state.kind !== 'draft') return { kind: 'not-a-draft' };
  if (post.author.id === by.id) return { kind: 'own-post' };
  return {
    kind: 'approved',
    post: { ...post, state: { kind: 'approved', by, goesAt: Math.max(post.dueAt ?? now, now) } },
  };
}

/** The type of the last two that went or will go, when it is the same and this would be the third. Source: 000:116. */
export function monotony(book: PostBook, type: PostType): boolean {
  const latest = book.posts
    .filter(({ state }) => state.kind === 'approved')
    .toSorted((a, b) => postTime(a) - postTime(b))
    .slice(-2);
  return latest.length === 2 && latest.every((post) => post.type === type);
}
