import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import type { ButtonInteraction } from 'discord.js';
import { argumentsOf } from '../src/discord/custom-id.ts';
import { ephemeral } from '../src/discord/reply.ts';

/** «Språk»: which languages there are. */
export class LanguageHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button });
  }

  override parse(interaction: ButtonInteraction) {
    return argumentsOf(interaction.customId, 'language') ? this.some() : this.none();
  }

  override async run(interaction: ButtonInteraction): Promise<void> {
    await interaction.reply(ephemeral(this.container.app.languages.ask(interaction)));
  }
}
