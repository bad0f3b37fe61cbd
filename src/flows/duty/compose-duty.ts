import { stateAt } from '../../core/hours/opening-state.ts';
import type { Dispatch } from '../../core/outbox.ts';
import type { DutyPost, Speech } from '../../core/speech.ts';
import type { Clock, Municipalities, Presence, Store } from '../../ports.ts';
import { findWaitingCases } from './waiting-cases.ts';

export interface ComposeDutyDeps {
  readonly now: Clock;
  readonly store: Pick<Store, 'listOpenCases' | 'listEntries'>;
  readonly municipalities: Pick<Municipalities, 'find'>;
  readonly presence: Pick<Presence, 'onDuty'>;
}

type DutyDispatch = Extract<Dispatch, { kind: 'duty-handover' | 'duty-post' }>;
type DutyPostDispatch = Extract<Dispatch, { kind: 'duty-post' }>;

/** What is true about duty when it is said. Nothing when it is no longer true, or too late to be told. */
export const makeComposeDuty = ({ now, store, municipalities, presence }: ComposeDutyDeps) => {
  return async (dispatch: DutyDispatch): Promise<Speech | undefined> => {
    const municipality = municipalities.find(dispatch.municipalityId);
    if (!municipality) return undefined;
    if (dispatch.kind === 'duty-handover') {
      const waiting = await findWaitingCases(store, municipality.id);
      return { kind: 'duty-handover', municipality, by: dispatch.by, waiting };
    }
    const at = now();
    const state = stateAt(municipality.hours, at);
    const post = await postOf(dispatch);
    return post && { kind: 'duty-post', municipality, channelId: dispatch.channelId, post };

    async function postOf({ post: wanted, until, notAfter }: DutyPostDispatch): Promise<DutyPost | undefined> {
      if (at > notAfter || !municipality) return undefined;
      if (wanted === 'closed')
        return state.kind === 'closed' ? { kind: 'closed', ...(state.next ? { next: state.next } : {}) } : undefined;
      const onDuty = await presence.onDuty(municipality, at);
      return state.kind === 'open' && state.until === until && onDuty.length > 0
        ? { kind: 'opened', until, onDuty }
        : undefined;
    }
  };
};
