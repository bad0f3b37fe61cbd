import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import type { ButtonInteraction } from 'discord.js';
import { argumentsOf } from '../src/discord/custom-id.ts';
import type { RouteArguments } from '../src/discord/custom-id.ts';
import { ephemeral } from '../src/discord/reply.ts';

/** The form of one step of the approval. */
export class ApprovalFormHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button });
  }

  override parse(interaction: ButtonInteraction) {
    const args = argumentsOf(interaction.customId, 'approval-form');
    return args ? this.some(args) : this.none();
  }

  override async run(interaction: ButtonInteraction, args: RouteArguments<'approval-form'>): Promise<void> {
    const opened = this.container.app.approval.form(interaction, ...args);
    if (opened.kind === 'form') await interaction.showModal(opened.form);
    else await interaction.reply(ephemeral(opened.body));
  }
}
