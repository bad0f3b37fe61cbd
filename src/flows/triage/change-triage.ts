import { mayPerform } from '../../core/access.ts';
import { severityRank } from '../../core/triage/assessment.ts';
import { withChange } from '../../core/triage/change.ts';
import type { TriageChange } from '../../core/triage/change.ts';
import { faultsOf, triageSettingsSchema } from '../../core/triage/settings.ts';
import type { SettingsFault, SettledTriageSettings } from '../../core/triage/settings.ts';
import { weakensAcute } from '../../core/triage/trial.ts';
import type { TrialFigures } from '../../core/triage/trial.ts';
import type { TriageTrial } from '../../ports.ts';
import type { ChangeOutcome, CurrentSettings, SettingsChange } from '../settings/change-settings.ts';

type Coordinator = SettingsChange['staff'];

/** What a coordinator is shown before anything is changed, and what is saved when they confirm it. */
export interface TriageProposal {
  readonly change: TriageChange;
  readonly next: SettledTriageSettings;
  readonly before: TrialFigures;
  readonly after: TrialFigures;
  /** Of the settings the proposal was made on. */
  readonly basedOn: number;
}

export type ProposeOutcome =
  | { readonly kind: 'proposed'; readonly proposal: TriageProposal }
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'refused'; readonly fault: SettingsFault }
  /** Fewer acute examples would be noticed. Never saved. */
  | { readonly kind: 'weakens-acute'; readonly before: TrialFigures; readonly after: TrialFigures }
  /** An example sentence does not do what it is there to show; `which` counts from 1. */
  | { readonly kind: 'example-fails'; readonly which: 'match' | 'not'; readonly number: number }
  | { readonly kind: 'trial-failed' };

interface Deps {
  /** Throws when the municipality is not served here. */
  readonly current: (id: Coordinator['municipalityId']) => Promise<CurrentSettings>;
  /** In force now. */
  readonly inForce: (id: Coordinator['municipalityId']) => SettledTriageSettings | undefined;
  readonly trial: TriageTrial;
  readonly changeSettings: (change: SettingsChange) => Promise<ChangeOutcome>;
}

/**
 * Purpose: a coordinator fits triage to the municipality, and sees first what it does to the shipped examples. Personal
 * data: none; sentences are invented and only local words' examples are kept. An acute rule can never become weaker.
 */
export function makeChangeTriage({ current, inForce, trial, changeSettings }: Deps) {
  return {
    propose: async (staff: Coordinator, change: TriageChange): Promise<ProposeOutcome> => {
      const now = inForce(staff.municipalityId);
      if (!now || !mayPerform(staff.roles, 'settings.change')) return { kind: 'not-allowed' };
      const { version } = await current(staff.municipalityId);

      const wanted = withChange(now, change);
      const [fault] = faultsOf(wanted);
      if (fault) return { kind: 'refused', fault };
      const next = triageSettingsSchema.parse(wanted);

      const { examplesMatch, examplesNot } = change.kind === 'add-word' ? change.word : noExamples;
      const [before, after] = await Promise.all([
        trial.run(now, []),
        trial.run(next, [...examplesMatch, ...examplesNot]),
      ]);
      if (!before || !after) return { kind: 'trial-failed' };
      if (weakensAcute(before.figures, after.figures)) {
        return { kind: 'weakens-acute', before: before.figures, after: after.figures };
      }
      for (const [index, { severity }] of after.sentences.entries()) {
        const mustMatch = index < examplesMatch.length;
        if (severityRank(severity) > 0 === mustMatch) continue;
        const number = mustMatch ? index + 1 : index + 1 - examplesMatch.length;
        return { kind: 'example-fails', which: mustMatch ? 'match' : 'not', number };
      }
      const proposal = { change, next, before: before.figures, after: after.figures, basedOn: version };
      return { kind: 'proposed', proposal };
    },

    /** Checked again as a whole by `changeSettings`, with the coordinator's roles of this very moment. */
    confirm: (staff: Coordinator, cause: string, { next, basedOn }: TriageProposal): Promise<ChangeOutcome> =>
      changeSettings({ staff, cause: `interaction:${cause}`, basedOn, set: { triage: next } }),
  };
}

const noExamples: { readonly examplesMatch: readonly string[]; readonly examplesNot: readonly string[] } = {
  examplesMatch: [],
  examplesNot: [],
};
