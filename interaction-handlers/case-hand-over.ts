import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import { MessageFlags } from 'discord.js';
import type { StringSelectMenuInteraction } from 'discord.js';
import { argumentsOf } from '../src/discord/custom-id.ts';
import type { RouteArguments } from '../src/discord/custom-id.ts';
import { deferred } from '../src/discord/reply.ts';

/** «Gitt videre til en tjeneste». */
export class CaseHandOverHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.SelectMenu });
  }

  override parse(interaction: StringSelectMenuInteraction) {
    const args = argumentsOf(interaction.customId, 'case-hand-over');
    return args ? this.some(args) : this.none();
  }

  override async run(
    interaction: StringSelectMenuInteraction,
    [caseId]: RouteArguments<'case-hand-over'>,
  ): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.editReply(
      deferred(await this.container.app.caseWork.handOver(interaction, caseId, interaction.values[0])),
    );
  }
}
