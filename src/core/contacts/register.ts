import { z } from 'zod';
import { contactSchema } from './contact.ts';
import type { Contact, ContactKind, PhoneNumber } from './contact.ts';

/** Ids that texts and the emergency block refer to. Numbers and hours are data: `config/national-contacts.json`. */
export const emergencyIds = [
  'nodnummer-politi',
  'nodnummer-ambulanse',
  'nodnummer-brann',
  'legevakt',
  'alarmtelefonen',
] as const;
export const requiredIds = [...emergencyIds, 'mental-helse', 'politi-ikke-akutt'] as const;
export type RequiredContactId = (typeof requiredIds)[number];

export interface CallableContact extends Contact {
  readonly phone: PhoneNumber;
}

/** National services, in the order they are shown. */
export interface NationalContacts {
  readonly contacts: readonly Contact[];
  /** Always there, always with a number. */
  readonly required: Readonly<Record<RequiredContactId, CallableContact>>;
}

/** What each municipality must have of its own before anything is opened. */
export const requiredLocalKinds = [
  'barnevern',
  'barnevernvakt',
  'legevakt',
  'helsestasjon',
  'politidistrikt',
  'kripos',
] as const satisfies readonly ContactKind[];

const isCallable = (contact: Contact | undefined): contact is CallableContact => contact?.phone !== undefined;

const contactList = z
  .array(contactSchema)
  .superRefine((contacts, context) => {
    const seen = new Set<string>();
    for (const [index, { id }] of contacts.entries()) {
      if (seen.has(id))
        context.addIssue({ code: 'custom', path: [index, 'id'], message: 'is used by an earlier contact' });
      seen.add(id);
    }
  })
  .readonly();

/** The form of `national-contacts.json`. A register without the seven required services is refused. */
export const nationalContactsSchema = z
  .strictObject({ contacts: contactList })
  .transform((file, context): NationalContacts => {
    const found = requiredIds.map((id) => [id, file.contacts.find((contact) => contact.id === id)] as const);
    for (const [id, contact] of found) {
      if (!isCallable(contact) || !contact.mandatory) {
        const message = `needs «${id}» with a phone and "mandatory": true`;
        context.addIssue({ code: 'custom', path: ['contacts'], message });
      }
    }
    const required = Object.fromEntries(
      found.filter((entry): entry is [RequiredContactId, CallableContact] => isCallable(entry[1])),
    );
    return { contacts: file.contacts, required: required as Record<RequiredContactId, CallableContact> };
  });

/** The form of a municipality's `contacts.json`. */
export const localContactsSchema = z
  .strictObject({ contacts: contactList })
  .superRefine(({ contacts }, context) => {
    for (const kind of requiredLocalKinds) {
      if (contacts.some((contact) => contact.kind === kind && contact.mandatory)) continue;
      context.addIssue({
        code: 'custom',
        path: ['contacts'],
        message: `needs a contact of kind «${kind}» with "mandatory": true`,
      });
    }
  })
  .transform(({ contacts }) => contacts);

/** The numbers that stand in every closed reply and behind «Hjelp nå», most urgent first. Never empty, whatever the hour. */
export const emergencyBlock = ({ required }: NationalContacts): readonly CallableContact[] =>
  emergencyIds.map((id) => required[id]);

/** The local contact of a required kind, or any other kind; undefined only for kinds that are not required. */
export const findContact = (contacts: readonly Contact[], kind: ContactKind): Contact | undefined =>
  contacts.find((contact) => contact.kind === kind);
