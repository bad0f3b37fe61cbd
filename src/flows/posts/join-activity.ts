import { snowflakeInstant } from '../../core/ids.ts';
import type { MunicipalityId, Snowflake } from '../../core/ids.ts';
import { findPost, replacePost } from '../../core/posts/post-book.ts';
import type { Activity } from '../../core/posts/activity.ts';
import { dayMs } from '../../core/time.ts';
import type { Instant } from '../../core/time.ts';
import type { Clock, Municipalities, Pseudonyms, Store } from '../../ports.ts';
import { postsSetting, readPosts } from './posts.ts';

interface Deps {
  readonly now: Clock;
  readonly store: Pick<Store, 'findSetting' | 'commit'>;
  readonly municipalities: Pick<Municipalities, 'find'>;
  readonly pseudonyms: Pick<Pseudonyms, 'proof'>;
}

/** The activity somebody presses a button of, and who; `who` is looked at and not kept. */
export interface ActivityPress {
  /** The interaction id: the same press counts once. */
  readonly cause: Snowflake;
  readonly who: Snowflake;
  readonly municipalityId: MunicipalityId;
  readonly number: number;
}

/** What takes one «Jeg kommer» back: the press that was counted, and a proof that it was this person's. */
export interface JoinReceipt {
  readonly joinedBy: Snowflake;
  readonly proof: string;
}

export type JoinOutcome =
  | { readonly kind: 'counted' | 'counted-before'; readonly activity: Activity; readonly receipt: JoinReceipt }
  /** Called off, over, or not known. */
  | { readonly kind: 'not-there' };

export type LeaveOutcome =
  | { readonly kind: 'left'; readonly activity: Activity }
  /** Taken back already, too long ago, or of somebody else. */
  | { readonly kind: 'used' }
  | { readonly kind: 'not-there' };

/** A press can be taken back for this long; less than the store remembers that it was. */
export const leaveWithinMs = dayMs;

/**
 * Purpose: somebody says that they come to an activity, or that they do not after all. Personal data: none is stored, a
 * number goes up or down. Who has pressed is remembered in memory until it is over, so that one person counts once; what
 * takes a press back is in the answer to it alone, and holds for that person only. Source: 002:286.
 */
export const makeJoinActivity = ({ now, store, municipalities, pseudonyms }: Deps) => {
  const joined = new Map<string, { readonly joinedBy: Snowflake; readonly until: Instant }>();
  const nameOf = ({ municipalityId, number, who }: ActivityPress): string => `${municipalityId}:${number}:${who}`;
  const receiptOf = (press: ActivityPress, joinedBy: Snowflake): JoinReceipt => ({
    joinedBy,
    proof: pseudonyms.proof(`joined:${nameOf(press)}:${joinedBy}`),
  });

  async function findActivity({ municipalityId, number }: ActivityPress) {
    if (!municipalities.find(municipalityId)) return undefined;
    const { book, version } = await readPosts(store, municipalityId);
    const post = findPost(book, number);
    const { activity, state } = post ?? {};
    if (!post || !activity || state?.kind !== 'approved' || activity.endsAt <= now()) return undefined;
    return { book, version, post, activity };
  }

  /** @param by how much the number changes; never below 0 */
  function count(
    press: ActivityPress,
    cause: string,
    { book, version, post }: NonNullable<Awaited<ReturnType<typeof findActivity>>>,
    by: 1 | -1,
  ) {
    const { last, posts } = replacePost(book, { ...post, coming: Math.max((post.coming ?? 0) + by, 0) });
    const value = { last, posts };
    const { municipalityId } = press;
    return store.commit({
      cause,
      at: now(),
      basedOn: [],
      changes: [{ kind: 'save-setting', municipalityId, name: postsSetting, basedOn: version, value }],
    });
  }

  async function join(press: ActivityPress): Promise<JoinOutcome> {
    const at = now();
    for (const [name, { until }] of joined) if (until <= at) joined.delete(name);
    const found = await findActivity(press);
    if (!found) return { kind: 'not-there' };
    const { activity } = found;

    const name = nameOf(press);
    const before = joined.get(name);
    if (before) return { kind: 'counted-before', activity, receipt: receiptOf(press, before.joinedBy) };
    if ((await count(press, `interaction:${press.cause}`, found, 1)) === 'stale') return join(press);
    joined.set(name, { joinedBy: press.cause, until: activity.endsAt });
    return { kind: 'counted', activity, receipt: receiptOf(press, press.cause) };
  }

  async function leave(press: ActivityPress, receipt: JoinReceipt): Promise<LeaveOutcome> {
    const found = await findActivity(press);
    if (!found) return { kind: 'not-there' };
    const { joinedBy, proof } = receipt;
    const isTheirs = receiptOf(press, joinedBy).proof === proof;
    if (!isTheirs || now() - snowflakeInstant(joinedBy) >= leaveWithinMs) return { kind: 'used' };
    const outcome = await count(press, `left:${joinedBy}`, found, -1);
    if (outcome === 'stale') return leave(press, receipt);
    if (outcome === 'already-committed') return { kind: 'used' };
    if (joined.get(nameOf(press))?.joinedBy === joinedBy) joined.delete(nameOf(press));
    return { kind: 'left', activity: found.activity };
  }

  return { join, leave };
};

export type JoinActivity = ReturnType<typeof makeJoinActivity>;
