import { mayPerform } from '../core/access.ts';
import { isApproved } from '../core/approval.ts';
import type { InboundMessage } from '../core/inbound.ts';
import type { Clock, Municipalities, Pseudonyms, Staff, Store } from '../ports.ts';

interface Deps {
  readonly now: Clock;
  readonly municipalities: Pick<Municipalities, 'find'>;
  readonly pseudonyms: Pick<Pseudonyms, 'lane'>;
  readonly store: Pick<Store, 'accept' | 'commit'>;
}

export type CreateCaseOutcome =
  | { readonly kind: 'taken-in' | 'known-already' | 'not-active' | 'not-permitted' }
  /** What a bot, or the service itself, has written is nobody's case. */
  | { readonly kind: 'not-a-person' };

/**
 * Purpose: make a case of a message somebody has written where staff can see it, e.g. in the municipality's own server.
 * Personal data: the words, sealed in the inbox until they are redacted, as with any message. The message itself stays
 * where it is; its author is told who we are when the case opens.
 * @param message `undefined` when its author is no person
 */
export const makeCreateCase =
  ({ now, municipalities, pseudonyms, store }: Deps) =>
  async (staff: Staff, message: InboundMessage | undefined): Promise<CreateCaseOutcome> => {
    const municipality = municipalities.find(staff.municipalityId);
    if (!municipality || !mayPerform(staff.roles, 'case.create')) return { kind: 'not-permitted' };
    if (!message) return { kind: 'not-a-person' };
    const at = now();
    if (!isApproved(municipality.approval, 2, at)) return { kind: 'not-active' };
    const lane = pseudonyms.lane('sender', message.senderId);
    const inbound = { ...message, guildId: municipality.guildId };
    const id = `s:${message.messageId}`;
    const accepted = await store.accept({ id, lane, order: message.messageId, inbound, receivedAt: at }, undefined);
    await store.commit({
      cause: `created:${message.messageId}`,
      at,
      basedOn: [],
      changes: [
        { kind: 'audit', entry: { event: 'case.created-by-staff', at, municipalityId: municipality.id, by: staff.id } },
      ],
    });
    return { kind: accepted === 'accepted' ? 'taken-in' : 'known-already' };
  };
