import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import type { ButtonInteraction } from 'discord.js';
import { argumentsOf } from '../src/discord/custom-id.ts';
import type { RouteArguments } from '../src/discord/custom-id.ts';
import { deferred } from '../src/discord/reply.ts';

/** One strategy: what is on record, and what comes next. */
export class ApprovalShowHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button });
  }

  override parse(interaction: ButtonInteraction) {
    const args = argumentsOf(interaction.customId, 'approval-show');
    return args ? this.some(args) : this.none();
  }

  override async run(interaction: ButtonInteraction, [strategy]: RouteArguments<'approval-show'>): Promise<void> {
    await interaction.deferUpdate();
    await interaction.editReply(deferred(await this.container.app.approval.detail(interaction, strategy)));
  }
}
