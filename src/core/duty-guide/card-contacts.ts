import type { Contact } from '../contacts/contact.ts';
import type { NationalContacts } from '../contacts/register.ts';
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
