import type { CaseId, Snowflake } from '../core/ids.ts';
import type { Dispatch } from '../core/outbox.ts';
import type { Speech } from '../core/speech.ts';
import type { Presence, Store } from '../ports.ts';
import { readStoppedContacts } from './approval/turn-away.ts';
import { makeComposeFollowUp } from './compose-follow-up.ts';
import { makeComposeDuty } from './duty/compose-duty.ts';
import type { ComposeDutyDeps } from './duty/compose-duty.ts';
import { makeComposePost } from './posts/compose-post.ts';

export interface ComposeSpeechDeps extends ComposeDutyDeps {
  readonly store: ComposeDutyDeps['store'] &
    Pick<Store, 'findCase' | 'findEntry' | 'findPosted' | 'findDossier' | 'findSetting'>;
  readonly presence: Presence;
}

/**
 * The words for a row of the outbox, looked up when it is sent. Nothing when there is no longer anything to say: the
 * case or the entry is erased, its post is gone, or somebody has taken what an alert was about.
 */
export const makeComposeSpeech = (deps: ComposeSpeechDeps) => {
  const { now, store, municipalities, presence } = deps;
  const composeDuty = makeComposeDuty(deps);
  const composeFollowUp = makeComposeFollowUp(deps);
  const composePost = makeComposePost(deps);
  /** The case's thread, or the channel of its card where Discord refused a thread: words are never left unsaid. */
  async function placeOf(id: CaseId): Promise<{ threadId: Snowflake; parentId?: Snowflake } | undefined> {
    const [thread, card] = await Promise.all([store.findPosted(id, 'case-thread'), store.findPosted(id, 'case-card')]);
    const place = thread ?? card;
    return place && { threadId: place.channelId, ...(card ? { parentId: card.channelId } : {}) };
  }

  return async (dispatch: Exclude<Dispatch, { kind: 'case-due' | 'remove-copies' }>): Promise<Speech | undefined> => {
    if (dispatch.kind === 'sender-notice') {
      const { notice, language, municipalityId } = dispatch;
      const current = dispatch.caseId && (await store.findCase(dispatch.caseId));
      const municipality = municipalityId && municipalities.find(municipalityId);
      const to = current?.dmChannelId ? { ...dispatch.to, channelId: current.dmChannelId } : dispatch.to;
      const staffed = municipality ? await presence.isStaffed(municipality, now()) : false;
      // Whether somebody reads is told as it is now, not as it was when the notice was queued.
      const timely = 'staffed' in notice ? { ...notice, staffed } : notice;
      const said = { kind: 'sender-notice', municipality, language, notice: timely, staffed, to } as const;
      if (notice.kind !== 'choose-municipality') return said;
      // Answered, or given to the one who stands in, before it could be asked.
      if (!current?.choice) return undefined;
      return { ...said, services: notice.candidates.flatMap((id) => municipalities.find(id) ?? []) };
    }
    if (dispatch.kind === 'follow-up') return composeFollowUp(dispatch);
    if (dispatch.kind === 'review-note') {
      const municipality = municipalities.find(dispatch.municipalityId);
      return municipality && { ...dispatch, municipality };
    }
    if (dispatch.kind === 'stopped-note') {
      const municipality = municipalities.find(dispatch.municipalityId);
      if (!municipality) return undefined;
      const { contacts } = await readStoppedContacts(store, municipality.id);
      return { kind: 'stopped-note', municipality, severity: dispatch.severity, contacts };
    }
    if (dispatch.kind === 'channel-post' || dispatch.kind === 'activity-event') return composePost(dispatch);
    if (dispatch.kind === 'duty-handover' || dispatch.kind === 'duty-post') return composeDuty(dispatch);

    const current = await store.findCase(dispatch.caseId);
    const municipality = current && municipalities.find(current.municipalityId);
    if (!municipality) return undefined;
    const about = { case: current, municipality };

    switch (dispatch.kind) {
      case 'case-card':
        return { kind: 'case-card', ...about };
      case 'case-alert':
        return current.state.kind === 'open' || (dispatch.step === 0 && current.state.kind !== 'closed')
          ? { kind: 'case-alert', ...about, severity: dispatch.severity, step: dispatch.step }
          : undefined;
      case 'case-reminder':
        return current.state.kind === 'closed' ? undefined : { kind: 'case-reminder', ...about, about: dispatch.about };
      case 'case-thread': {
        const card = await store.findPosted(current.id, 'case-card');
        return card && { kind: 'case-thread', case: current, card };
      }
      case 'alert-refresh': {
        const post = await store.findPosted(current.id, 'case-alert');
        return post && current.state.kind !== 'open' ? { kind: 'alert-refresh', ...about, post } : undefined;
      }
      case 'card-refresh': {
        const card = await store.findPosted(current.id, 'case-card');
        return card && { kind: 'card-refresh', ...about, card };
      }
      case 'entry-refresh': {
        const entry = await store.findEntry(current.id, dispatch.entryId);
        const post = await store.findPosted(current.id, 'case-entry', dispatch.entryId);
        return entry && post && { kind: 'entry-refresh', ...about, entry, post };
      }
      case 'case-entry': {
        const entry = await store.findEntry(current.id, dispatch.entryId);
        const place = await placeOf(current.id);
        return entry && place && { kind: 'case-entry', ...about, entry, ...place };
      }
      case 'sender-thread':
        return (await store.findPosted(current.id, 'sender-thread')) ? undefined : { kind: 'sender-thread', ...about };
      case 'reply-change': {
        const entry = await store.findEntry(current.id, dispatch.entryId);
        const post = await store.findPosted(current.id, 'sender-reply', dispatch.replyId);
        const thread = await store.findPosted(current.id, 'sender-thread');
        // In a private thread none of its words stand: whoever reads it there reads the latest wording.
        const isInThread = post !== undefined && post.channelId === thread?.channelId;
        if (entry?.body.kind !== 'text' || post === undefined || isInThread) return undefined;
        return { kind: 'reply-change', ...about, entry, post };
      }
      case 'reply-withdrawal': {
        const post = await store.findPosted(current.id, 'sender-reply', dispatch.replyId);
        return post && { kind: 'reply-withdrawal', post };
      }
      case 'case-note': {
        const place = await placeOf(current.id);
        return place && { kind: 'case-note', ...about, note: dispatch.note, ...place };
      }
      case 'sender-reply': {
        const entry = await store.findEntry(current.id, dispatch.entryId);
        const { senderId: userId, dmChannelId: channelId } = current;
        // Taken back before it was sent.
        if (entry?.body.kind === 'deleted-by-staff') return undefined;
        if (dispatch.via === 'thread') {
          const thread = await store.findPosted(current.id, 'sender-thread');
          return entry && thread && { kind: 'reply-waiting', ...about, entry, threadId: thread.channelId };
        }
        return entry && { kind: 'sender-reply', ...about, entry, to: { userId, ...(channelId ? { channelId } : {}) } };
      }
    }
  };
};
