import type { MunicipalityId, Snowflake } from '../../core/ids.ts';
import { findPost, replacePost } from '../../core/posts/post-book.ts';
import type { Activity } from '../../core/posts/activity.ts';
import type { Instant } from '../../core/time.ts';
import type { Clock, Municipalities, Store } from '../../ports.ts';
import { postsSetting, readPosts } from './posts.ts';

interface Deps {
  readonly now: Clock;
  readonly store: Pick<Store, 'findSetting' | 'commit'>;
  readonly municipalities: Pick<Municipalities, 'find'>;
}

export type JoinOutcome =
  | { readonly kind: 'counted' | 'counted-before'; readonly activity: Activity }
  /** Called off, over, or not known. */
  | { readonly kind: 'not-there' };

/**
 * Purpose: somebody says that they come to an activity. Personal data: none is stored, one is added to a number; who has
 * pressed is remembered in memory until it begins, so that one person counts once. Source: 002:286.
 */
export const makeJoinActivity = ({ now, store, municipalities }: Deps) => {
  const joined = new Map<string, Instant>();

  return async function join(
    cause: string,
    who: Snowflake,
    municipalityId: MunicipalityId,
    number: number,
  ): Promise<JoinOutcome> {
    const at = now();
    for (const [key, until] of joined) if (until <= at) joined.delete(key);
    if (!municipalities.find(municipalityId)) return { kind: 'not-there' };
    const { book, version } = await readPosts(store, municipalityId);
    const post = findPost(book, number);
    const activity = post?.activity;
    if (!activity || post.state.kind !== 'approved' || activity.endsAt <= at) return { kind: 'not-there' };

    const key = `${municipalityId}:${number}:${who}`;
    if (joined.has(key)) return { kind: 'counted-before', activity };
    const { last, posts } = replacePost(book, { ...post, coming: (post.coming ?? 0) + 1 });
    const outcome = await store.commit({
      cause: `interaction:${cause}`,
      at,
      basedOn: [],
      changes: [{ kind: 'save-setting', municipalityId, name: postsSetting, basedOn: version, value: { last, posts } }],
    });
    if (outcome === 'stale') return join(cause, who, municipalityId, number);
    joined.set(key, activity.endsAt);
    return { kind: 'counted', activity };
  };
};
