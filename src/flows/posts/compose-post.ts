import { isApproved } from '../../core/approval.ts';
import type { Dispatch } from '../../core/outbox.ts';
import { findPost } from '../../core/posts/post-book.ts';
import type { Speech } from '../../core/speech.ts';
import type { Clock, Municipalities, Store } from '../../ports.ts';
import { readPosts } from './posts.ts';

interface Deps {
  readonly now: Clock;
  readonly store: Pick<Store, 'findSetting'>;
  readonly municipalities: Pick<Municipalities, 'find'>;
}

/** An approved post as it is when its time comes. Nothing when it was withdrawn, is too old, or may not be said any more. */
export const makeComposePost =
  ({ now, store, municipalities }: Deps) =>
  async (dispatch: Extract<Dispatch, { kind: 'channel-post' }>): Promise<Speech | undefined> => {
    const { municipalityId, number, channelId, notAfter } = dispatch;
    const municipality = municipalities.find(municipalityId);
    const at = now();
    if (!municipality || at > notAfter || !isApproved(municipality.approval, 1, at)) return undefined;
    if (!municipality.gameGuilds.some(({ cardChannelId }) => cardChannelId === channelId)) return undefined;
    const post = findPost((await readPosts(store, municipalityId)).book, number);
    return post?.state.kind === 'approved'
      ? { kind: 'channel-post', municipality, channelId, text: post.text }
      : undefined;
  };
