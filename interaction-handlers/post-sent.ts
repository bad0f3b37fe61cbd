import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import type { ModalSubmitInteraction } from 'discord.js';
import { argumentsOf } from '../src/discord/custom-id.ts';
import type { RouteArguments } from '../src/discord/custom-id.ts';
import { answerForm } from '../src/discord/reply.ts';

/** A post as written: kept as a draft, or what must be put right. */
export class PostSentHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.ModalSubmit });
  }

  override parse(interaction: ModalSubmitInteraction) {
    const args = argumentsOf(interaction.customId, 'post-sent');
    return args ? this.some(args) : this.none();
  }

  override async run(interaction: ModalSubmitInteraction, args: RouteArguments<'post-sent'>): Promise<void> {
    await answerForm(interaction, () => this.container.app.posts.written(interaction, args));
  }
}
