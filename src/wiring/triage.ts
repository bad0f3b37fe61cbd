import { createTriageActs } from '../discord/triage-acts.ts';
import { makeChangeTriage } from '../flows/triage/change-triage.ts';
import { createTriageTrial } from '../system/triage-trial.ts';
import type { Ground } from './ground.ts';

/** What the coordinator does about triage. */
export function createTriageWays({ now, live, municipalities, settingChanges }: Ground) {
  const trial = createTriageTrial();
  const { current, changeSettings } = settingChanges;
  const inForce = (id: Parameters<typeof live.find>[0]) => live.find(id)?.municipality.triage;
  const flows = makeChangeTriage({ current, inForce, trial, changeSettings });
  return { triage: createTriageActs({ now, municipalities, trial, flows }) };
}
