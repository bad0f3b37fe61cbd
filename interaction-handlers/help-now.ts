import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import type { ButtonInteraction } from 'discord.js';
import { argumentsOf } from '../src/discord/custom-id.ts';
import { ephemeral } from '../src/discord/reply.ts';

/** «Hjelp nå»: emergency numbers. Reads nothing, stores nothing, and so answers whatever else is down. */
export class HelpNowHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button });
  }

  override parse(interaction: ButtonInteraction) {
    const args = argumentsOf(interaction.customId, 'help-now');
    return args ? this.some(args) : this.none();
  }

  override async run(interaction: ButtonInteraction): Promise<void> {
    await interaction.reply(ephemeral(this.container.app.entrance.helpNow(interaction, interaction.guildId)));
  }
}
