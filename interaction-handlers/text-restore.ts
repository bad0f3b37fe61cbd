import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import { MessageFlags } from 'discord.js';
import type { ButtonInteraction } from 'discord.js';
import { argumentsOf } from '../src/discord/custom-id.ts';
import type { RouteArguments } from '../src/discord/custom-id.ts';
import { deferred } from '../src/discord/reply.ts';

/** «Bruk versjon 2»: a text as it was before. */
export class TextRestoreHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button });
  }

  override parse(interaction: ButtonInteraction) {
    const args = argumentsOf(interaction.customId, 'text-restore');
    return args ? this.some(args) : this.none();
  }

  override async run(
    interaction: ButtonInteraction,
    [language, key, version]: RouteArguments<'text-restore'>,
  ): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const { ownTexts } = this.container.app;
    await interaction.editReply(deferred(await ownTexts.restore(interaction, { language, key }, Number(version))));
  }
}
