import type { BaseInteraction } from 'discord.js';
import type { ScenarioId, Subject } from '../core/practice/practice.ts';
import type { TrainingOutcome } from '../flows/practice/training.ts';
import { textsIn } from '../i18n/catalogue.ts';
import type { Municipalities, Staff } from '../ports.ts';
import { staffOf } from './actor.ts';
import type { Readers } from './readers.ts';
import { message } from './views/body.ts';
import type { MessageBody } from './views/body.ts';
import { staleOutcome } from './views/outcome.ts';
import { endsPractice, practiceMenu, practiceStep } from './views/practice.ts';

interface PracticeActsOptions {
  readonly flows: {
    readonly show: (staff: Staff) => Promise<TrainingOutcome>;
    readonly finish: (cause: string, staff: Staff, id: ScenarioId) => Promise<TrainingOutcome>;
    readonly tick: (cause: string, staff: Staff, subject: Subject) => Promise<TrainingOutcome>;
  };
  readonly municipalities: Municipalities;
  readonly readers: Readers;
}

/** «/ovelse»: invented cases, seen by the one who practises alone. */
export type PracticeActs = ReturnType<typeof createPracticeActs>;

export function createPracticeActs({ flows, municipalities, readers }: PracticeActsOptions) {
  async function menuAfter(
    interaction: BaseInteraction,
    act: (staff: Staff) => Promise<TrainingOutcome>,
  ): Promise<MessageBody> {
    const staff = staffOf(interaction, municipalities);
    const outcome = staff ? await act(staff) : ({ kind: 'not-permitted' } as const);
    if (outcome.kind === 'training') return practiceMenu(outcome.training);
    const { outcomes } = textsIn(readers.languageIn(interaction, undefined));
    return message({ texts: [outcomes.notPermitted()], accent: 'done' });
  }

  return {
    menu: (interaction: BaseInteraction): Promise<MessageBody> => menuAfter(interaction, (staff) => flows.show(staff)),
    tick: (interaction: BaseInteraction, subject: Subject): Promise<MessageBody> =>
      menuAfter(interaction, (staff) => flows.tick(interaction.id, staff, subject)),
    async step(interaction: BaseInteraction, id: ScenarioId, step: number, choice: number): Promise<MessageBody> {
      const staff = staffOf(interaction, municipalities);
      if (!staff) return menuAfter(interaction, (nobody) => flows.show(nobody));
      const outcome = endsPractice(id, step, choice)
        ? await flows.finish(interaction.id, staff, id)
        : await flows.show(staff);
      if (outcome.kind !== 'training') return menuAfter(interaction, () => Promise.resolve(outcome));
      return practiceStep(id, step, choice) ?? staleOutcome(readers.languageIn(interaction, undefined));
    },
  };
}
