import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import type { ButtonInteraction } from 'discord.js';
import { argumentsOf } from '../src/discord/custom-id.ts';
import type { RouteArguments } from '../src/discord/custom-id.ts';
import { ephemeral } from '../src/discord/reply.ts';

/** «Skriv på nytt»: the form again, with what was written last. */
export class TextEditHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button });
  }

  override parse(interaction: ButtonInteraction) {
    const args = argumentsOf(interaction.customId, 'text-edit');
    return args ? this.some(args) : this.none();
  }

  override async run(interaction: ButtonInteraction, [language, key]: RouteArguments<'text-edit'>): Promise<void> {
    const shown = this.container.app.ownTexts.formAgain(interaction, { language, key });
    if (shown.kind === 'form') await interaction.showModal(shown.form);
    else await interaction.reply(ephemeral(shown.body));
  }
}
