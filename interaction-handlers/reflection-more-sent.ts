import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import type { ModalSubmitInteraction } from 'discord.js';
import { argumentsOf } from '../src/discord/custom-id.ts';
import type { RouteArguments } from '../src/discord/custom-id.ts';
import { answerForm } from '../src/discord/reply.ts';

/** The second half of «/navigasjonshjulet». */
export class ReflectionMoreSentHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.ModalSubmit });
  }

  override parse(interaction: ModalSubmitInteraction) {
    const args = argumentsOf(interaction.customId, 'reflection-more-sent');
    return args ? this.some(args) : this.none();
  }

  override async run(interaction: ModalSubmitInteraction, [id]: RouteArguments<'reflection-more-sent'>): Promise<void> {
    await answerForm(interaction, () => this.container.app.reflection.finish(interaction, id));
  }
}
