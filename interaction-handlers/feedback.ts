import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import type { ButtonInteraction } from 'discord.js';
import { argumentsOf } from '../src/discord/custom-id.ts';
import type { RouteArguments } from '../src/discord/custom-id.ts';
import { ephemeral } from '../src/discord/reply.ts';

/** «Tilbakemelding»: opens the form. */
export class FeedbackHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button });
  }

  override parse(interaction: ButtonInteraction) {
    const args = argumentsOf(interaction.customId, 'feedback');
    return args ? this.some(args) : this.none();
  }

  override async run(interaction: ButtonInteraction, [municipalityId]: RouteArguments<'feedback'>): Promise<void> {
    const { app } = this.container;
    const form = app.feedback.form(interaction, municipalityId);
    if (form) await interaction.showModal(form);
    else await interaction.reply(ephemeral(app.stale(interaction, interaction.guildId)));
  }
}
