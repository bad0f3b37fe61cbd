import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import type { ButtonInteraction } from 'discord.js';
import { argumentsOf } from '../src/discord/custom-id.ts';
import { deferred } from '../src/discord/reply.ts';

/** Every request that waits for an answer. */
export class RequestOverviewHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button });
  }

  override parse(interaction: ButtonInteraction) {
    const args = argumentsOf(interaction.customId, 'request-overview');
    return args ? this.some(args) : this.none();
  }

  override async run(interaction: ButtonInteraction): Promise<void> {
    await interaction.deferUpdate();
    await interaction.editReply(deferred(await this.container.app.requests.overview(interaction)));
  }
}
