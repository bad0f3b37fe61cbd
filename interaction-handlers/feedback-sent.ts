import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import type { ModalSubmitInteraction } from 'discord.js';
import { argumentsOf } from '../src/discord/custom-id.ts';
import type { RouteArguments } from '../src/discord/custom-id.ts';
import { answerForm } from '../src/discord/reply.ts';

/** «Tilbakemelding» as chosen: counted, and thanked for. */
export class FeedbackSentHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.ModalSubmit });
  }

  override parse(interaction: ModalSubmitInteraction) {
    const args = argumentsOf(interaction.customId, 'feedback-sent');
    return args ? this.some(args) : this.none();
  }

  override async run(
    interaction: ModalSubmitInteraction,
    [municipalityId]: RouteArguments<'feedback-sent'>,
  ): Promise<void> {
    await answerForm(interaction, () => this.container.app.feedback.receive(interaction, municipalityId));
  }
}
