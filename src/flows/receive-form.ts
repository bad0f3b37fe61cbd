import { isApproved } from '../core/approval.ts';
import type { MunicipalityId, Snowflake } from '../core/ids.ts';
import type { InboundMessage } from '../core/inbound.ts';
import type { Clock, Municipalities, Presence, Pseudonyms, Store } from '../ports.ts';

interface Deps {
  readonly now: Clock;
  readonly municipalities: Pick<Municipalities, 'candidates'>;
  readonly presence: Presence;
  readonly pseudonyms: Pick<Pseudonyms, 'lane'>;
  /** What is written on a municipality's card answers which one a direct message before it was for. */
  readonly chooseMunicipality: (cause: string, senderId: Snowflake, chosen: MunicipalityId) => Promise<unknown>;
  readonly store: Pick<Store, 'accept'>;
}

export type ReceiveFormOutcome =
  { readonly kind: 'received'; readonly staffed: boolean } | { readonly kind: 'not-active' };

/**
 * Purpose: take in what was written in «Skriv til oss» on a card. Personal data: the words, sealed in the inbox until
 * they are redacted. Resolves only when they are safe; the receipt is given after. Source: DESIGN §5 Entrances.
 */
export const makeReceiveForm =
  ({ now, municipalities, presence, pseudonyms, chooseMunicipality, store }: Deps) =>
  async (form: InboundMessage): Promise<ReceiveFormOutcome> => {
    const [municipality] = await municipalities.candidates(form);
    if (!municipality || !isApproved(municipality.approval, 2, now())) return { kind: 'not-active' };
    await chooseMunicipality(form.messageId, form.senderId, municipality.id);
    await store.accept(
      {
        id: `f:${form.messageId}`,
        lane: pseudonyms.lane('sender', form.senderId),
        order: form.messageId,
        inbound: form,
        receivedAt: now(),
      },
      undefined,
    );
    return { kind: 'received', staffed: await presence.isStaffed(municipality, now()) };
  };
