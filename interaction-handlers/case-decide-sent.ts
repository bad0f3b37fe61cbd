import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import type { ModalSubmitInteraction } from 'discord.js';
import { argumentsOf } from '../src/discord/custom-id.ts';
import type { RouteArguments } from '../src/discord/custom-id.ts';
import { answerForm } from '../src/discord/reply.ts';

/** What is decided about the card, and why. */
export class CaseDecideSentHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.ModalSubmit });
  }

  override parse(interaction: ModalSubmitInteraction) {
    const args = argumentsOf(interaction.customId, 'case-decide-sent');
    return args ? this.some(args) : this.none();
  }

  override async run(
    interaction: ModalSubmitInteraction,
    [caseId, cardId]: RouteArguments<'case-decide-sent'>,
  ): Promise<void> {
    await answerForm(interaction, () => this.container.app.guide.decide(interaction, caseId, cardId));
  }
}
