import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import { MessageFlags } from 'discord.js';
import type { StringSelectMenuInteraction } from 'discord.js';
import { argumentsOf } from '../src/discord/custom-id.ts';
import type { RouteArguments } from '../src/discord/custom-id.ts';
import { deferred } from '../src/discord/reply.ts';

/** «Vis hvem»: which account it is, with a reason, logged. */
export class CaseWhoHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.SelectMenu });
  }

  override parse(interaction: StringSelectMenuInteraction) {
    const args = argumentsOf(interaction.customId, 'case-who');
    return args ? this.some(args) : this.none();
  }

  override async run(interaction: StringSelectMenuInteraction, [caseId]: RouteArguments<'case-who'>): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.editReply(
      deferred(await this.container.app.caseWork.who(interaction, caseId, interaction.values[0])),
    );
  }
}
