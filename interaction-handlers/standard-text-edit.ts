import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import type { ButtonInteraction } from 'discord.js';
import { argumentsOf } from '../src/discord/custom-id.ts';
import type { RouteArguments } from '../src/discord/custom-id.ts';
import { ephemeral } from '../src/discord/reply.ts';

/** «Skriv om»: a standard text as it stands, to be written anew and approved again. */
export class StandardTextEditHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button });
  }

  override parse(interaction: ButtonInteraction) {
    const args = argumentsOf(interaction.customId, 'standard-text-edit');
    return args ? this.some(args) : this.none();
  }

  override async run(interaction: ButtonInteraction, [id]: RouteArguments<'standard-text-edit'>): Promise<void> {
    const opened = await this.container.app.standardTexts.rewriteForm(interaction, id);
    if (opened.kind === 'form') await interaction.showModal(opened.form);
    else await interaction.reply(ephemeral(opened.body));
  }
}
