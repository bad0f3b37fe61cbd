import type { Contact, ContactKind } from '../contacts/contact.ts';
import { openNow } from '../contacts/verification.ts';
import type { NationalContacts } from '../contacts/register.ts';
import type { Instant } from '../time.ts';
import type { ContactRef, DutyGuide } from './guide.ts';

/** The service a card names: by id in either register, or the municipality's own of a kind, else the national one. */
export function contactOf(ref: ContactRef, local: readonly Contact[], national: NationalContacts): Contact | undefined {
  const all = [...local, ...national.contacts];
  return 'id' in ref ? all.find((one) => one.id === ref.id) : all.find((one) => one.kind === ref.kind);
}

/** References of the guide that lead to no contact; empty when every card can be shown whole. */
export const danglingContacts = (
  guide: DutyGuide,
  local: readonly Contact[],
  national: NationalContacts,
): readonly string[] => [
  ...new Set(
    guide.cards.flatMap(({ id, contacts }) =>
      contacts
        .filter((ref) => contactOf(ref, local, national) === undefined)
        .map((ref) => `${id}: ${'id' in ref ? ref.id : ref.kind}`),
    ),
  ),
];

/** Whom staff can hand a young person to at any hour, the one made for the night first. */
const localHelp: readonly ContactKind[] = ['barnevernvakt', 'legevakt', 'barnevern'];

export interface LocalNow {
  readonly contact: Contact;
  /** `unknown`: nobody has verified the hours, or not lately. */
  readonly state: 'open' | 'unknown';
}

/** The municipality's own help that is open now, and after it what may be; what is closed is left out. */
export function localNow(local: readonly Contact[], now: Instant): readonly LocalNow[] {
  const found = localHelp.flatMap((kind) =>
    local
      .filter((contact) => contact.kind === kind)
      .flatMap((contact): LocalNow[] => {
        const state = openNow(contact, now);
        return state === 'closed' ? [] : [{ contact, state }];
      }),
  );
  return [...found.filter(({ state }) => state === 'open'), ...found.filter(({ state }) => state === 'unknown')];
}
