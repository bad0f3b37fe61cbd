import { mayPerform } from '../../core/access.ts';
import type { MunicipalityId } from '../../core/ids.ts';
import { readTrainingBook, trainingOf, withDone, withToggled } from '../../core/practice/practice.ts';
import type { ScenarioId, Subject, Training } from '../../core/practice/practice.ts';
import type { Clock, Staff, Store } from '../../ports.ts';

interface Deps {
  readonly now: Clock;
  readonly store: Pick<Store, 'findSetting' | 'commit'>;
}

const setting = 'training';

export type TrainingOutcome =
  { readonly kind: 'training'; readonly training: Training } | { readonly kind: 'not-permitted' };

/** What one worker has done, as stored. @throws when the record cannot be read */
export async function readTraining(
  store: Pick<Store, 'findSetting'>,
  municipalityId: MunicipalityId,
  id: Staff['id'],
): Promise<Training> {
  const found = await store.findSetting(municipalityId, setting);
  return trainingOf(found ? readTrainingBook(found.value) : {}, id);
}

/**
 * Purpose: «/ovelse»: remember what a worker has practised and ticked for themselves. Personal data: staff id, nothing of
 * how it went. Makes no case, counts nothing, sends nothing, and leaves no line in the log of acts.
 */
export function makePractise({ now, store }: Deps) {
  async function change(staff: Staff, cause: string, to: (training: Training) => Training): Promise<TrainingOutcome> {
    if (!mayPerform(staff.roles, 'practice.do')) return { kind: 'not-permitted' };
    const { municipalityId, id } = staff;
    const found = await store.findSetting(municipalityId, setting);
    const book = found ? readTrainingBook(found.value) : {};
    const before = trainingOf(book, id);
    const training = to(before);
    if (training === before) return { kind: 'training', training };
    const outcome = await store.commit({
      cause: `interaction:${cause}`,
      at: now(),
      basedOn: [],
      changes: [
        {
          kind: 'save-setting',
          municipalityId,
          name: setting,
          basedOn: found?.version ?? 0,
          value: { ...book, [id]: training },
        },
      ],
    });
    return outcome === 'stale' ? change(staff, cause, to) : { kind: 'training', training };
  }

  return {
    show: (staff: Staff): Promise<TrainingOutcome> => change(staff, 'none', (training) => training),
    finish: (cause: string, staff: Staff, id: ScenarioId): Promise<TrainingOutcome> =>
      change(staff, cause, (training) => withDone(training, id)),
    tick: (cause: string, staff: Staff, subject: Subject): Promise<TrainingOutcome> =>
      change(staff, cause, (training) => withToggled(training, subject)),
  };
}
