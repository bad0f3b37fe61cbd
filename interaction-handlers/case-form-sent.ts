import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import { MessageFlags } from 'discord.js';
import type { ModalSubmitInteraction } from 'discord.js';
import { argumentsOf } from '../src/discord/custom-id.ts';
import type { RouteArguments } from '../src/discord/custom-id.ts';
import { answerForm } from '../src/discord/reply.ts';

/** One step of the incident form. */
export class CaseFormSentHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.ModalSubmit });
  }

  override parse(interaction: ModalSubmitInteraction) {
    const args = argumentsOf(interaction.customId, 'case-form-sent');
    return args ? this.some(args) : this.none();
  }

  override async run(
    interaction: ModalSubmitInteraction,
    [caseId, step, basedOn]: RouteArguments<'case-form-sent'>,
  ): Promise<void> {
    // The form is opened from the card, which stays, or from an answer of ours, which it takes the place of.
    const isOurs = interaction.isFromMessage() && interaction.message.flags.has(MessageFlags.Ephemeral);
    await answerForm(
      interaction,
      () => this.container.app.incidents.sent(interaction, caseId, step, basedOn),
      () => (isOurs ? interaction.deferUpdate() : interaction.deferReply({ flags: MessageFlags.Ephemeral })),
    );
  }
}
