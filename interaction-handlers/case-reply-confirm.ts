import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import type { ButtonInteraction } from 'discord.js';
import { argumentsOf } from '../src/discord/custom-id.ts';
import type { RouteArguments } from '../src/discord/custom-id.ts';
import { deferred } from '../src/discord/reply.ts';

/** «Send likevel»: the held reply goes to the sender, once. */
export class CaseReplyConfirmHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button });
  }

  override parse(interaction: ButtonInteraction) {
    const args = argumentsOf(interaction.customId, 'case-reply-confirm');
    return args ? this.some(args) : this.none();
  }

  override async run(
    interaction: ButtonInteraction,
    [caseId, writtenIn]: RouteArguments<'case-reply-confirm'>,
  ): Promise<void> {
    await interaction.deferUpdate();
    await interaction.editReply(deferred(await this.container.app.replies.confirm(interaction, caseId, writtenIn)));
  }
}
