import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import type { ButtonInteraction, Interaction } from 'discord.js';
import { decodeCustomId, kindOfRoute } from '../src/discord/custom-id.ts';
import { ephemeral } from '../src/discord/reply.ts';

/** A button or select no other handler knows: says so, instead of leaving the person without an answer. */
export class StaleComponentHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.MessageComponent });
  }

  override parse(interaction: Interaction) {
    if (!interaction.isMessageComponent()) return this.none();
    const decoded = decodeCustomId(interaction.customId);
    const kind = interaction.isButton() ? 'button' : 'select';
    return decoded === undefined || kindOfRoute(decoded.route) !== kind ? this.some() : this.none();
  }

  override async run(interaction: ButtonInteraction): Promise<void> {
    await interaction.reply(ephemeral(this.container.app.stale(interaction, interaction.guildId)));
  }
}
