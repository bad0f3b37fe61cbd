import { onceWithinMs } from '../core/case-moves.ts';
import type { Contact, NationalContacts } from '../core/contacts.ts';
import { contactOf } from '../core/duty-guide/card-contacts.ts';
import type { Municipalities } from '../ports.ts';
import { actOnCase } from './act-on-case.ts';
import type { CaseActDeps, CasePress, Refusal } from './act-on-case.ts';

interface Deps extends CaseActDeps {
  readonly municipalities: Pick<Municipalities, 'find'>;
  readonly national: NationalContacts;
}

export type HandOverOutcome =
  | { readonly kind: 'handed-over'; readonly caseNumber: number; readonly contact: Contact }
  | { readonly kind: 'closed'; readonly caseNumber: number }
  /** No register holds it any more. */
  | { readonly kind: 'no-contact' }
  | Refusal;

/**
 * Purpose: record which service has been given the matter. Personal data: case id, staff id and signature. Sends nothing
 * to the service: a person has called or written, and says so here.
 */
export const makeHandOverCase =
  (deps: Deps) =>
  async (press: CasePress, contactId: string): Promise<HandOverOutcome> => {
    const { id, signature } = press.staff;
    const municipality = deps.municipalities.find(press.staff.municipalityId);
    const contact = municipality && contactOf({ id: contactId }, municipality.contacts, deps.national);
    const outcome = await actOnCase<Exclude<HandOverOutcome, Refusal>>(deps, press, 'case.hand-over', (current, at) => {
      if (!contact) return { kind: 'no-contact' };
      if (current.state.kind === 'closed') return { kind: 'closed', caseNumber: current.number };
      const { number: caseNumber, handedOver } = current;
      const isAgain =
        handedOver?.contactId === contactId && handedOver.by.id === id && at - handedOver.at < onceWithinMs;
      if (isAgain) return { kind: 'handed-over', caseNumber, contact };
      return {
        kind: 'go',
        case: { ...current, handedOver: { contactId, by: { id, signature }, at } },
        event: 'case.handed-over',
        details: { contact: contactId },
        note: { kind: 'handed-over', signature, contactId },
      };
    });
    if (outcome.kind !== 'done') return outcome;
    return contact ? { kind: 'handed-over', caseNumber: outcome.case.number, contact } : { kind: 'no-contact' };
  };
