import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import type { ButtonInteraction } from 'discord.js';
import { argumentsOf } from '../src/discord/custom-id.ts';
import type { RouteArguments } from '../src/discord/custom-id.ts';
import { ephemeral } from '../src/discord/reply.ts';

/** «Personvern»: what is kept, how long, and who sees it. */
export class PrivacyHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button });
  }

  override parse(interaction: ButtonInteraction) {
    const args = argumentsOf(interaction.customId, 'privacy');
    return args ? this.some(args) : this.none();
  }

  override async run(interaction: ButtonInteraction, [municipalityId]: RouteArguments<'privacy'>): Promise<void> {
    await interaction.reply(ephemeral(this.container.app.entrance.privacy(interaction, municipalityId)));
  }
}
