import { isApproved } from '../../core/approval.ts';
import type { Municipality } from '../../core/municipality.ts';
import type { Dispatch } from '../../core/outbox.ts';
import { findPost, isPlaceOf, strategyOf } from '../../core/posts/post-book.ts';
import type { Post } from '../../core/posts/post-book.ts';
import type { Speech } from '../../core/speech.ts';
import type { Clock, Municipalities, Store } from '../../ports.ts';
import { readPosts } from './posts.ts';

interface Deps {
  readonly now: Clock;
  readonly store: Pick<Store, 'findSetting'>;
  readonly municipalities: Pick<Municipalities, 'find'>;
}

type PostDispatch = Extract<Dispatch, { kind: 'channel-post' | 'activity-event' }>;

/** A post as it is when its time comes. Nothing when it is too old, or is no longer what was to be told. */
export const makeComposePost =
  ({ now, store, municipalities }: Deps) =>
  async (dispatch: PostDispatch): Promise<Speech | undefined> => {
    const { municipalityId, number, notAfter } = dispatch;
    const municipality = municipalities.find(municipalityId);
    if (!municipality || now() > notAfter) return undefined;
    const post = findPost((await readPosts(store, municipalityId)).book, number);
    if (!post || !isStillSo(dispatch, post, municipality, now())) return undefined;
    if (dispatch.kind === 'channel-post') {
      const { channelId, about } = dispatch;
      return { kind: 'channel-post', municipality, channelId, post, ...(about ? { about } : {}) };
    }
    const { guildId, act } = dispatch;
    return (
      post.activity && { kind: 'activity-event', municipality, guildId, act, activity: post.activity, text: post.text }
    );
  };

/** What is called off is told whatever is approved by then; everything else must be approved at this moment. */
function isStillSo(dispatch: PostDispatch, post: Post, municipality: Municipality, at: number): boolean {
  const place = post.places.find((one) =>
    dispatch.kind === 'channel-post' ? one.channelId === dispatch.channelId : one.guildId === dispatch.guildId,
  );
  const isThere = place !== undefined && isPlaceOf(municipality, place);
  const isCallingOff = dispatch.kind === 'channel-post' ? dispatch.about === 'called-off' : dispatch.act === 'remove';
  if (!isThere) return false;
  return isCallingOff
    ? post.state.kind === 'withdrawn'
    : post.state.kind === 'approved' && isApproved(municipality.approval, strategyOf(post), at);
}
