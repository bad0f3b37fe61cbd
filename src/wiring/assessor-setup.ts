import type { NationalContacts } from '../core/contacts.ts';
import { publishedNumbers } from '../core/municipality.ts';
import type { Municipality } from '../core/municipality.ts';
import { redactorWords } from '../core/redaction/local-words.ts';
import { isMoved } from '../core/triage/settings.ts';
import type { AssessorSetup } from '../system/assessor-messages.ts';

/** What redaction and triage need to know of the municipalities that are served: all of them share one engine. */
export const assessorSetup = (municipalities: readonly Municipality[], national: NationalContacts): AssessorSetup => ({
  protectedNumbers: numbersToLeave(municipalities, national),
  triage: municipalities.flatMap(({ id, triage }) => (isMoved(triage) ? [[id, triage] as const] : [])),
  local: redactorWords(municipalities.map(({ redaction }) => redaction)),
});

/** Numbers redaction leaves alone, of every municipality that is served. */
export const numbersToLeave = (
  municipalities: readonly Municipality[],
  national: NationalContacts,
): readonly string[] => [
  ...new Set(municipalities.flatMap((municipality) => publishedNumbers(municipality, national))),
];
