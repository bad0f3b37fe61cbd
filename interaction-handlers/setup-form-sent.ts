import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import type { ModalSubmitInteraction } from 'discord.js';
import { argumentsOf } from '../src/discord/custom-id.ts';
import type { RouteArguments } from '../src/discord/custom-id.ts';
import { answerForm } from '../src/discord/reply.ts';

/** One part of the set-up, filled in. */
export class SetupFormSentHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.ModalSubmit });
  }

  override parse(interaction: ModalSubmitInteraction) {
    const args = argumentsOf(interaction.customId, 'setup-form-sent');
    return args ? this.some(args) : this.none();
  }

  override async run(interaction: ModalSubmitInteraction, [section]: RouteArguments<'setup-form-sent'>): Promise<void> {
    await answerForm(
      interaction,
      () => this.container.app.setup.save(interaction, section),
      () => interaction.deferUpdate(),
    );
  }
}
