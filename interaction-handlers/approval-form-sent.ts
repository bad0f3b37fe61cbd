import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import type { ModalSubmitInteraction } from 'discord.js';
import { argumentsOf } from '../src/discord/custom-id.ts';
import type { RouteArguments } from '../src/discord/custom-id.ts';
import { answerForm } from '../src/discord/reply.ts';

/** One step of the approval, filled in. */
export class ApprovalFormSentHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.ModalSubmit });
  }

  override parse(interaction: ModalSubmitInteraction) {
    const args = argumentsOf(interaction.customId, 'approval-form-sent');
    return args ? this.some(args) : this.none();
  }

  override async run(interaction: ModalSubmitInteraction, args: RouteArguments<'approval-form-sent'>): Promise<void> {
    await answerForm(
      interaction,
      () => this.container.app.approval.file(interaction, ...args),
      () => interaction.deferUpdate(),
    );
  }
}
