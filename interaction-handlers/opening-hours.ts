import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import type { ButtonInteraction } from 'discord.js';
import { argumentsOf } from '../src/discord/custom-id.ts';
import type { RouteArguments } from '../src/discord/custom-id.ts';
import { ephemeral } from '../src/discord/reply.ts';

/** «Når er dere her?»: open now or not, the next opening, and the week. */
export class OpeningHoursHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button });
  }

  override parse(interaction: ButtonInteraction) {
    const args = argumentsOf(interaction.customId, 'opening-hours');
    return args ? this.some(args) : this.none();
  }

  override async run(interaction: ButtonInteraction, [municipalityId]: RouteArguments<'opening-hours'>): Promise<void> {
    const { entrance } = this.container.app;
    await interaction.reply(ephemeral(await entrance.openingHours(interaction, municipalityId)));
  }
}
