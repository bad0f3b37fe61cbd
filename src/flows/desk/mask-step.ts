import { isSharedStep, steps } from '../../core/incident/steps.ts';
import type { StepId, StepValues } from '../../core/incident/steps.ts';
import { RawText } from '../../core/raw-text.ts';
import type { PersonalDataKind } from '../../core/redaction/redaction.ts';
import type { StaffTextMask } from '../../core/staff-text.ts';

export interface MaskedStep {
  readonly values: StepValues;
  /** What was masked, each kind once; empty when everything stands as it was written. */
  readonly removed: readonly PersonalDataKind[];
}

/** A step that is shown in Discord keeps nothing that identifies anybody, wherever it is written. Others are left alone. */
export function maskStep(mask: StaffTextMask, id: StepId, posted: StepValues): MaskedStep {
  if (!isSharedStep(id)) return { values: posted, removed: [] };
  const values: Record<string, string> = { ...posted };
  const removed = new Set<PersonalDataKind>();
  for (const field of steps[id].fields) {
    const typed = posted[field.id] ?? '';
    if (typed === '' || (field.kind !== 'line' && field.kind !== 'text')) continue;
    const masked = mask(new RawText(typed));
    values[field.id] = masked.text;
    for (const kind of masked.removed) removed.add(kind);
  }
  return { values, removed: [...removed] };
}
