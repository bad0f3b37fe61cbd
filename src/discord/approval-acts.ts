import type { BaseInteraction } from 'discord.js';
import type { PauseOutcome } from '../flows/approval/pause-intake.ts';
import { textsIn } from '../i18n/catalogue.ts';
import type { Municipalities, Staff } from '../ports.ts';
import { staffOf } from './actor.ts';
import type { PublicCards } from './public-cards.ts';
import type { Readers } from './readers.ts';
import { message } from './views/body.ts';
import type { MessageBody } from './views/body.ts';

interface ApprovalActsOptions {
  readonly flows: {
    readonly pauseIntake: (cause: string, staff: Staff, wanted: 'pause' | 'resume') => Promise<PauseOutcome>;
  };
  readonly municipalities: Municipalities & { refresh(): Promise<void> };
  readonly readers: Readers;
  readonly cards: Pick<PublicCards, 'ensureSoon'>;
}

/** «/pause»: the intake stops for the next message, and the card says so. */
export type ApprovalActs = ReturnType<typeof createApprovalActs>;

export function createApprovalActs({ flows, municipalities, readers, cards }: ApprovalActsOptions) {
  return {
    async pause(interaction: BaseInteraction, wanted: 'pause' | 'resume'): Promise<MessageBody> {
      const staff = staffOf(interaction, municipalities);
      const outcome = staff
        ? await flows.pauseIntake(interaction.id, staff, wanted)
        : ({ kind: 'not-permitted' } as const);
      await municipalities.refresh();
      const municipality = staff && municipalities.find(staff.municipalityId);
      if (municipality) cards.ensureSoon(municipality);
      const { approval, outcomes } = textsIn(readers.languageIn(interaction.locale, municipality));
      switch (outcome.kind) {
        case 'paused':
          return message({
            texts: [
              outcome.already ? approval.alreadyPaused() : approval.paused(),
              outcome.openCases > 0 ? approval.pausedWithOpen({ count: outcome.openCases }) : '',
            ],
            accent: 'serious',
          });
        case 'resumed':
          return message({ texts: [outcome.already ? approval.notPaused() : approval.resumed()], accent: 'calm' });
        case 'unreadable':
          return message({ texts: [approval.unreadable()], accent: 'serious' });
        case 'not-permitted':
          return message({ texts: [outcomes.notPermitted()], accent: 'done' });
      }
    },
  };
}
