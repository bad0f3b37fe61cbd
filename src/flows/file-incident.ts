import type { IncidentRecord } from '../core/case.ts';
import { actOnCase } from './act-on-case.ts';
import type { CaseActDeps, CasePress, Refusal } from './act-on-case.ts';

/** What the form in Discord asks: choices only, nothing that identifies anybody. Source: DESIGN §5 Incident form. */
export type IncidentChoices = Pick<IncidentRecord, 'category' | 'severity' | 'identity' | 'action'>;

export type FileIncidentOutcome = { readonly kind: 'filed'; readonly caseNumber: number } | Refusal;

/**
 * Purpose: record what staff judged and did. Personal data: case id, staff id and signature. A later form replaces an
 * earlier one; the audit keeps that both were filed.
 */
export const makeFileIncident =
  (deps: CaseActDeps) =>
  async (press: CasePress, choices: IncidentChoices): Promise<FileIncidentOutcome> => {
    const { id, signature } = press.staff;
    const { category, severity, action } = choices;
    const outcome = await actOnCase<never>(deps, press, 'case.file-incident', (current, at) => ({
      kind: 'go',
      case: { ...current, incident: { ...choices, by: { id, signature }, at } },
      event: 'incident.filed',
      details: { category, severity, action },
      note: { kind: 'form-filed', signature },
    }));
    return outcome.kind === 'done' ? { kind: 'filed', caseNumber: outcome.case.number } : outcome;
  };
