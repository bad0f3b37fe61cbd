export type { Contact, ContactHours, ContactKind, PhoneNumber } from './contacts/contact.ts';
export { inLanguage } from './contacts/localised.ts';
export type { Localised } from './contacts/localised.ts';
export { emergencyBlock, findContact } from './contacts/register.ts';
export type { CallableContact, NationalContacts, RequiredContactId } from './contacts/register.ts';
export { isOverdue, openNow, shownHours, verificationDueOn } from './contacts/verification.ts';
