import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import { MessageFlags } from 'discord.js';
import type { StringSelectMenuInteraction } from 'discord.js';
import { argumentsOf } from '../src/discord/custom-id.ts';
import { deferred } from '../src/discord/reply.ts';

/** A language has been chosen: the bot writes it from now on, or says why it cannot. */
export class LanguageChosenHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.SelectMenu });
  }

  override parse(interaction: StringSelectMenuInteraction) {
    return argumentsOf(interaction.customId, 'language-chosen') ? this.some() : this.none();
  }

  override async run(interaction: StringSelectMenuInteraction): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.editReply(deferred(await this.container.app.languages.choose(interaction)));
  }
}
