import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import { MessageFlags } from 'discord.js';
import type { ButtonInteraction } from 'discord.js';
import { argumentsOf } from '../src/discord/custom-id.ts';
import type { RouteArguments } from '../src/discord/custom-id.ts';
import { deferredWith } from '../src/discord/reply.ts';

/** A paper made from the settings in force, for whoever is to decide on them. */
export class ApprovalPaperHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button });
  }

  override parse(interaction: ButtonInteraction) {
    const args = argumentsOf(interaction.customId, 'approval-paper');
    return args ? this.some(args) : this.none();
  }

  override async run(interaction: ButtonInteraction, [kind]: RouteArguments<'approval-paper'>): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const { body, pictures } = await this.container.app.accounts.paper(interaction, kind);
    await interaction.editReply(deferredWith(body, pictures));
  }
}
