import type { BaseInteraction, ChatInputCommandInteraction } from 'discord.js';
import { mayPerform } from '../core/access.ts';
import { isDutyTheme } from '../core/duty/themes.ts';
import type { DutyTheme } from '../core/duty/themes.ts';
import type { Municipality } from '../core/municipality.ts';
import type { CheckInOutcome, DutyPress } from '../flows/duty/check-in.ts';
import type { CheckOutOutcome } from '../flows/duty/check-out.ts';
import type { Municipalities } from '../ports.ts';
import { staffOf } from './actor.ts';
import type { PublicCards } from './public-cards.ts';
import type { Readers } from './readers.ts';
import type { MessageBody } from './views/body.ts';
import { cardsOutcome } from './views/cards-outcome.ts';
import { checkInOutcome, checkOutOutcome } from './views/duty-outcome.ts';

export interface DutyFlows {
  readonly checkIn: (press: DutyPress, themes: readonly DutyTheme[]) => Promise<CheckInOutcome>;
  readonly checkOut: (press: DutyPress) => Promise<CheckOutOutcome>;
}

interface DutyActsOptions {
  readonly flows: DutyFlows;
  readonly municipalities: Municipalities;
  readonly readers: Readers;
  readonly cards: Pick<PublicCards, 'ensureSoon' | 'repost'>;
}

/** «/vakt» and «/kort»: who is there, shown on the card at once, and the card itself. */
export type DutyActs = ReturnType<typeof createDutyActs>;

export function createDutyActs({ flows, municipalities, readers, cards }: DutyActsOptions) {
  const notPermitted = { kind: 'not-permitted' } as const;

  function pressOf(interaction: BaseInteraction): {
    readonly press: DutyPress | undefined;
    readonly municipality: Municipality | undefined;
  } {
    const staff = staffOf(interaction, municipalities);
    return {
      press: staff && { cause: interaction.id, staff },
      municipality: staff && municipalities.find(staff.municipalityId),
    };
  }

  return {
    async checkIn(interaction: ChatInputCommandInteraction): Promise<MessageBody> {
      const { press, municipality } = pressOf(interaction);
      const chosen = ['tema', 'tema2'].flatMap((option) => interaction.options.getString(option) ?? []);
      const outcome = press ? await flows.checkIn(press, [...new Set(chosen.filter(isDutyTheme))]) : notPermitted;
      if (outcome.kind === 'checked-in' && municipality) cards.ensureSoon(municipality);
      return checkInOutcome(outcome, readers.languageIn(interaction, municipality), municipality);
    },

    async checkOut(interaction: ChatInputCommandInteraction): Promise<MessageBody> {
      const { press, municipality } = pressOf(interaction);
      const outcome = press ? await flows.checkOut(press) : notPermitted;
      if (outcome.kind === 'checked-out' && municipality) cards.ensureSoon(municipality);
      return checkOutOutcome(outcome, readers.languageIn(interaction, municipality));
    },

    /** The coordinator puts the cards up again, below whatever has been written since. */
    async repostCards(interaction: BaseInteraction): Promise<MessageBody> {
      const { press, municipality } = pressOf(interaction);
      const language = readers.languageIn(interaction, municipality);
      if (!press || !municipality || !mayPerform(press.staff.roles, 'settings.change'))
        return cardsOutcome(notPermitted, language);
      return cardsOutcome({ kind: 'reposted', ...(await cards.repost(municipality, interaction.id)) }, language);
    },
  };
}
