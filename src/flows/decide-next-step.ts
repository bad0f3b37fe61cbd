import { RawText } from '../core/raw-text.ts';
import type { PersonalDataKind } from '../core/redaction/redaction.ts';
import type { StaffTextMask } from '../core/staff-text.ts';
import type { DeskAct } from './desk/act-on-dossier.ts';
import { makeDecide } from './desk/fill-in.ts';
import type { DecideOutcome, DecisionForm } from './desk/fill-in.ts';

type Deps = Parameters<typeof makeDecide>[0] & { readonly mask: StaffTextMask };

export interface DecidedNextStep {
  readonly outcome: DecideOutcome;
  /** What is kept, or was not taken: the words with what identifies somebody masked. */
  readonly form: DecisionForm;
  /** What was masked, each kind once. */
  readonly removed: readonly PersonalDataKind[];
}

/**
 * Purpose: what staff decide about the duty guide's card, where it is written in Discord. Personal data: the reason, masked
 * before it is stored, since it has passed through Discord; on the sealed desk it is kept as written (`makeDecide`).
 */
export const makeDecideNextStep = (deps: Deps) => {
  const decide = makeDecide(deps);
  return async (act: DeskAct, written: DecisionForm): Promise<DecidedNextStep> => {
    const [reason, second] = [written.reason, written.secondAssessment].map((words) => deps.mask(new RawText(words)));
    const form = { ...written, reason: reason?.text ?? '', secondAssessment: second?.text ?? '' };
    const removed = [...new Set([...(reason?.removed ?? []), ...(second?.removed ?? [])])];
    return { outcome: await decide(act, form), form, removed };
  };
};
