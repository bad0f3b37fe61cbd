import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import type { ModalSubmitInteraction } from 'discord.js';
import { decodeCustomId, kindOfRoute } from '../src/discord/custom-id.ts';
import { ephemeral } from '../src/discord/reply.ts';

/** Whatever no other handler knows: says so, instead of leaving the person without an answer. */
export class StaleFormHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.ModalSubmit });
  }

  override parse(interaction: ModalSubmitInteraction) {
    const decoded = decodeCustomId(interaction.customId);
    return decoded === undefined || kindOfRoute(decoded.route) !== 'form' ? this.some() : this.none();
  }

  override async run(interaction: ModalSubmitInteraction): Promise<void> {
    await interaction.reply(ephemeral(this.container.app.stale(interaction, interaction.guildId)));
  }
}
