import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import { MessageFlags } from 'discord.js';
import type { ButtonInteraction } from 'discord.js';
import { pressOf } from '../src/discord/actor.ts';
import { argumentsOf } from '../src/discord/custom-id.ts';
import type { RouteArguments } from '../src/discord/custom-id.ts';

/** «Jeg tar den». */
export class CaseClaimHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button });
  }

  override parse(interaction: ButtonInteraction) {
    const args = argumentsOf(interaction.customId, 'case-claim');
    return args ? this.some(args) : this.none();
  }

  override async run(interaction: ButtonInteraction, [caseId]: RouteArguments<'case-claim'>): Promise<void> {
    const { app } = this.container;
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const press = pressOf(interaction, app.municipalities, caseId);
    const outcome = press ? await app.claimCase(press) : ({ kind: 'not-permitted' } as const);
    await interaction.editReply(app.outcomes.claimed(interaction.locale, outcome, press));
  }
}
