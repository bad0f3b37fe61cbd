import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import type { ButtonInteraction } from 'discord.js';
import { argumentsOf } from '../src/discord/custom-id.ts';
import type { RouteArguments } from '../src/discord/custom-id.ts';
import { ephemeral } from '../src/discord/reply.ts';

/** «Hvem er dere?»: who we are, our duties, and how to know that we are genuine. */
export class WhoAreYouHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button });
  }

  override parse(interaction: ButtonInteraction) {
    const args = argumentsOf(interaction.customId, 'who-are-you');
    return args ? this.some(args) : this.none();
  }

  override async run(interaction: ButtonInteraction, [municipalityId]: RouteArguments<'who-are-you'>): Promise<void> {
    await interaction.reply(ephemeral(this.container.app.entrance.whoAreYou(interaction, municipalityId)));
  }
}
