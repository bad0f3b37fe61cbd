import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import type { ButtonInteraction } from 'discord.js';
import { argumentsOf } from '../src/discord/custom-id.ts';
import type { RouteArguments } from '../src/discord/custom-id.ts';
import { ephemeral } from '../src/discord/reply.ts';

/** «Skriv til oss» on the card: opens the form. */
export class WriteToUsHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button });
  }

  override parse(interaction: ButtonInteraction) {
    const args = argumentsOf(interaction.customId, 'write-to-us');
    return args ? this.some(args) : this.none();
  }

  override async run(interaction: ButtonInteraction, [municipalityId]: RouteArguments<'write-to-us'>): Promise<void> {
    const { app } = this.container;
    const opened = await app.entrance.writeToUs(interaction, municipalityId);
    if (opened?.kind === 'form') await interaction.showModal(opened.form);
    else await interaction.reply(ephemeral(opened?.body ?? app.stale(interaction, interaction.guildId)));
  }
}
