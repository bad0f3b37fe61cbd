import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import type { ButtonInteraction } from 'discord.js';
import { argumentsOf } from '../src/discord/custom-id.ts';
import type { RouteArguments } from '../src/discord/custom-id.ts';
import { ephemeral } from '../src/discord/reply.ts';

/** The form of one part of the set-up. */
export class SetupFormHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button });
  }

  override parse(interaction: ButtonInteraction) {
    const args = argumentsOf(interaction.customId, 'setup-form');
    return args ? this.some(args) : this.none();
  }

  override async run(interaction: ButtonInteraction, [section]: RouteArguments<'setup-form'>): Promise<void> {
    const opened = await this.container.app.setup.form(interaction, section);
    if (opened.kind === 'form') await interaction.showModal(opened.form);
    else await interaction.reply(ephemeral(opened.body));
  }
}
