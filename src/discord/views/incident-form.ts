import { incidentActions } from '../../core/case.ts';
import type { Case, IncidentRecord } from '../../core/case.ts';
import type { Language } from '../../core/language.ts';
import { categories } from '../../core/triage/assessment.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import { encodeCustomId } from '../custom-id.ts';
import { fields } from '../written-form.ts';
import { field, note, radios, select } from './form.ts';
import type { FormBody } from './form.ts';

const severities: readonly IncidentRecord['severity'][] = ['acute', 'serious', 'concern'];
const identities: readonly IncidentRecord['identity'][] = ['known', 'partly', 'unknown'];

/**
 * «Skjema»: choices only, nothing that identifies anybody. Prefilled with what was filed before, else with what triage
 * said; identity and action are never guessed. Source: DESIGN §5 Incident form.
 */
export function incidentForm(current: Case, language: Language): FormBody {
  const { forms, staff, words } = textsIn(language);
  const { incident, number, id } = current;
  const level = incident?.severity ?? (current.severity === 'none' ? undefined : current.severity);
  return {
    custom_id: encodeCustomId('case-form-sent', id),
    title: forms.incidentTitle({ caseName: staff.caseName({ caseNumber: number }) }),
    components: [
      note(forms.incidentReminder()),
      field(
        forms.incidentCategory(),
        select(
          fields.category,
          [...categories, 'other' as const].map((category) => ({
            value: category,
            label: words.category({ category }),
          })),
          incident?.category ?? current.categories[0],
        ),
      ),
      field(
        forms.incidentSeverity(),
        radios(
          fields.severity,
          severities.map((severity) => ({ value: severity, label: words.severity({ severity }) })),
          level,
        ),
      ),
      field(
        forms.incidentIdentity(),
        radios(
          fields.identity,
          identities.map((identity) => ({ value: identity, label: words.identity({ identity }) })),
          incident?.identity,
        ),
      ),
      field(
        forms.incidentAction(),
        select(
          fields.action,
          incidentActions.map((action) => ({ value: action, label: words.action({ action }) })),
          incident?.action,
        ),
        forms.incidentActionDescription(),
      ),
    ],
  };
}
