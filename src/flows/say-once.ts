import type { Instant } from '../core/time.ts';
import type { Handling, Pseudonyms } from '../ports.ts';

interface Saying {
  /** Of what is said: the same id is the same post. */
  readonly id: string;
  readonly urgency: Handling['urgency'];
  /** An earlier attempt may have arrived since then: the copy is looked for first. */
  readonly lookForCopySince?: Instant;
}

/** How something is said that has no row in the outbox: a repetition is recognised by Discord, or by its marker. */
export const sayOnce = (
  pseudonyms: Pick<Pseudonyms, 'nonce' | 'marker'>,
  { id, urgency, lookForCopySince }: Saying,
): Handling => ({
  nonce: (part) => pseudonyms.nonce(`${id}#${part}`),
  marker: pseudonyms.marker(id),
  urgency,
  attempt: 1,
  ...(lookForCopySince === undefined ? {} : { lookForCopySince }),
});
