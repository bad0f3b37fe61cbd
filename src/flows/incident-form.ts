import type { Case } from '../core/case.ts';
import type { DutyGuide } from '../core/duty-guide/guide.ts';
import { openDossier } from '../core/incident/dossier.ts';
import type { Dossier } from '../core/incident/dossier.ts';
import { fillIn } from '../core/incident/fill-in.ts';
import type { Filled } from '../core/incident/fill-in.ts';
import type { SharedStepId, StepValues } from '../core/incident/steps.ts';
import type { PersonalDataKind } from '../core/redaction/redaction.ts';
import type { StaffTextMask } from '../core/staff-text.ts';
import type { Clock, Municipalities, Store } from '../ports.ts';
import { actOnCase, findForPress, isRefusal } from './act-on-case.ts';
import type { CaseActDeps, CasePress, Refusal } from './act-on-case.ts';
import { signedBy } from './desk/act-on-dossier.ts';
import type { Dossiers } from './desk/dossiers.ts';
import { maskStep } from './desk/mask-step.ts';

/** The form of one case as it stands: its steps lie in the dossier, so that the desk goes on from them. */
export interface IncidentForm {
  readonly case: Case;
  readonly dossier: Dossier;
}

export type OpenIncidentOutcome = { readonly kind: 'ready'; readonly form: IncidentForm } | Refusal;

interface OpenDeps {
  readonly now: Clock;
  readonly store: Pick<Store, 'findCase'>;
  readonly dossiers: Dossiers;
}

/** Purpose: show how far the incident form has come, to go on with it. Personal data: choices and masked text about one case. Changes nothing. */
export const makeOpenIncident =
  ({ now, store, dossiers }: OpenDeps) =>
  async (press: CasePress): Promise<OpenIncidentOutcome> => {
    const found = await findForPress(store, press, 'case.file-incident');
    if (found.kind !== 'found') return found;
    const { dossier } = await dossiers.find(found.case.municipalityId, found.case.id);
    return { kind: 'ready', form: { case: found.case, dossier: dossier ?? openDossier(found.case, now()) } };
  };

interface SaveDeps extends CaseActDeps {
  readonly dossiers: Dossiers;
  readonly guide: DutyGuide;
  readonly mask: StaffTextMask;
  readonly municipalities: Pick<Municipalities, 'find'>;
}

interface Said {
  /** What was masked in it, each kind once. */
  readonly removed: readonly PersonalDataKind[];
}

export type SaveIncidentStepOutcome =
  | (Said & { readonly kind: 'saved'; readonly form: IncidentForm })
  | (Said & Exclude<Filled, { kind: 'saved' }>)
  | Refusal;

/**
 * Purpose: keep one step of the incident form, filled in in Discord. Personal data: case id, staff id and signature; what
 * identifies anybody is masked before it is stored. The case's own summary is kept in the same commit.
 */
export const makeSaveIncidentStep =
  (deps: SaveDeps) =>
  async (press: CasePress, id: SharedStepId, posted: StepValues, basedOn: number): Promise<SaveIncidentStepOutcome> => {
    const { dossiers, guide, mask, municipalities } = deps;
    const { staff } = press;
    const municipality = municipalities.find(staff.municipalityId);
    if (!municipality) return { kind: 'not-found' };
    const { values, removed } = maskStep(mask, id, posted);
    let kept: Dossier | undefined;
    const outcome = await actOnCase<Exclude<Filled, { kind: 'saved' }>>(
      deps,
      press,
      'case.file-incident',
      async (current, at) => {
        const { dossier, version } = await dossiers.find(current.municipalityId, current.id);
        const filled = fillIn(id, {
          dossier: dossier ?? openDossier(current, at),
          case: current,
          guide,
          posted: values,
          basedOn,
          by: signedBy(staff),
          at,
          timeZone: municipality.hours.timeZone,
        });
        if (filled.kind !== 'saved') return filled;
        kept = filled.dossier;
        return {
          kind: 'go',
          case: filled.case ?? current,
          event: 'incident.filed',
          details: { step: id },
          changes: [dossiers.saving(filled.dossier, version)],
          // The thread hears when another person has filled it in; what the same one changes afterwards stands on the card.
          ...(filled.dossier.steps.reported?.by.id !== dossier?.steps.reported?.by.id
            ? { note: { kind: 'form-filed', signature: staff.signature } }
            : {}),
        };
      },
    );
    if (isRefusal(outcome)) return outcome;
    if (outcome.kind !== 'done') return { ...outcome, removed };
    if (!kept) throw new Error('a step was kept without a dossier');
    return { kind: 'saved', form: { case: outcome.case, dossier: kept }, removed };
  };
