import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import { MessageFlags } from 'discord.js';
import type { UserSelectMenuInteraction } from 'discord.js';
import { argumentsOf } from '../src/discord/custom-id.ts';
import type { RouteArguments } from '../src/discord/custom-id.ts';
import { deferred } from '../src/discord/reply.ts';

/** «Be en kollega ta over». */
export class CaseOfferHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.SelectMenu });
  }

  override parse(interaction: UserSelectMenuInteraction) {
    const args = argumentsOf(interaction.customId, 'case-offer');
    return args ? this.some(args) : this.none();
  }

  override async run(interaction: UserSelectMenuInteraction, [caseId]: RouteArguments<'case-offer'>): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.editReply(
      deferred(await this.container.app.caseWork.offer(interaction, caseId, interaction.values[0])),
    );
  }
}
