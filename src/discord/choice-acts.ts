import type { ButtonInteraction } from 'discord.js';
import { isSnowflake } from '../core/ids.ts';
import type { MunicipalityId, Snowflake } from '../core/ids.ts';
import type { ChooseOutcome } from '../flows/choose-municipality.ts';
import type { Readers } from './readers.ts';
import type { MessageBody } from './views/body.ts';
import { choiceOutcome } from './views/choice-outcome.ts';

interface ChoiceActsOptions {
  readonly choose: (cause: string, senderId: Snowflake, chosen: MunicipalityId) => Promise<ChooseOutcome>;
  readonly readers: Readers;
}

/** The sender says which municipality they write to. Whose conversation it is follows from the account that presses. */
export type ChoiceActs = ReturnType<typeof createChoiceActs>;

export const createChoiceActs = ({ choose, readers }: ChoiceActsOptions) => ({
  async choose(interaction: ButtonInteraction, municipalityId: MunicipalityId): Promise<MessageBody> {
    const userId = interaction.user.id;
    if (!isSnowflake(userId)) throw new Error('Discord gave an id that is no snowflake');
    const outcome = await choose(interaction.id, userId, municipalityId);
    const municipality = 'municipality' in outcome ? outcome.municipality : undefined;
    return choiceOutcome(outcome, readers.languageIn(interaction, municipality));
  },
});
