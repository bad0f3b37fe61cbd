import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import type { ModalSubmitInteraction } from 'discord.js';
import { argumentsOf } from '../src/discord/custom-id.ts';
import { answerForm } from '../src/discord/reply.ts';

/** The first half of «/navigasjonshjulet». */
export class ReflectionSentHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.ModalSubmit });
  }

  override parse(interaction: ModalSubmitInteraction) {
    const args = argumentsOf(interaction.customId, 'reflection-sent');
    return args ? this.some(args) : this.none();
  }

  override async run(interaction: ModalSubmitInteraction): Promise<void> {
    await answerForm(interaction, () => this.container.app.reflection.begin(interaction));
  }
}
