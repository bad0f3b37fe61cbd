import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import { MessageFlags } from 'discord.js';
import type { StringSelectMenuInteraction } from 'discord.js';
import { argumentsOf } from '../src/discord/custom-id.ts';
import type { RouteArguments } from '../src/discord/custom-id.ts';
import { deferred } from '../src/discord/reply.ts';

/** «Sett på vent» and «Lukk av seg selv». */
export class CaseSetAsideHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.SelectMenu });
  }

  override parse(interaction: StringSelectMenuInteraction) {
    const args = argumentsOf(interaction.customId, 'case-set-aside');
    return args ? this.some(args) : this.none();
  }

  override async run(
    interaction: StringSelectMenuInteraction,
    [caseId, kind]: RouteArguments<'case-set-aside'>,
  ): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.editReply(
      deferred(await this.container.app.caseWork.setAside(interaction, caseId, kind, interaction.values[0])),
    );
  }
}
