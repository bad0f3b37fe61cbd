import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import type { ModalSubmitInteraction } from 'discord.js';
import { argumentsOf } from '../src/discord/custom-id.ts';
import type { RouteArguments } from '../src/discord/custom-id.ts';
import { deferred } from '../src/discord/reply.ts';

/** The answer to a wish for erasure. */
export class RequestAnswerSentHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.ModalSubmit });
  }

  override parse(interaction: ModalSubmitInteraction) {
    const args = argumentsOf(interaction.customId, 'request-answer-sent');
    return args ? this.some(args) : this.none();
  }

  override async run(
    interaction: ModalSubmitInteraction,
    [caseId]: RouteArguments<'request-answer-sent'>,
  ): Promise<void> {
    await interaction.deferUpdate();
    await interaction.editReply(deferred(await this.container.app.requests.answer(interaction, caseId)));
  }
}
