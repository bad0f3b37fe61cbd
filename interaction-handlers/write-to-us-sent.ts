import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import type { ModalSubmitInteraction } from 'discord.js';
import { argumentsOf } from '../src/discord/custom-id.ts';
import type { RouteArguments } from '../src/discord/custom-id.ts';
import { answerForm } from '../src/discord/reply.ts';

/** The words from «Skriv til oss»: safe in the inbox before the receipt is given. */
export class WriteToUsSentHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.ModalSubmit });
  }

  override parse(interaction: ModalSubmitInteraction) {
    const args = argumentsOf(interaction.customId, 'write-to-us-sent');
    return args ? this.some(args) : this.none();
  }

  override async run(
    interaction: ModalSubmitInteraction,
    [municipalityId]: RouteArguments<'write-to-us-sent'>,
  ): Promise<void> {
    await answerForm(interaction, (isShown) =>
      this.container.app.entrance.receive(interaction, municipalityId, isShown),
    );
  }
}
