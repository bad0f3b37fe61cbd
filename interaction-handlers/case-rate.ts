import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import type { ButtonInteraction } from 'discord.js';
import { argumentsOf } from '../src/discord/custom-id.ts';
import type { RouteArguments } from '../src/discord/custom-id.ts';
import { deferred } from '../src/discord/reply.ts';

/** «Riktig», «For høyt», «For lavt», «Gjelder ikke»: what a person says of triage's level. */
export class CaseRateHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button });
  }

  override parse(interaction: ButtonInteraction) {
    const args = argumentsOf(interaction.customId, 'case-rate');
    return args ? this.some(args) : this.none();
  }

  override async run(interaction: ButtonInteraction, [caseId, rating]: RouteArguments<'case-rate'>): Promise<void> {
    await interaction.deferUpdate();
    await interaction.editReply(deferred(await this.container.app.cases.rate(interaction, caseId, rating)));
  }
}
