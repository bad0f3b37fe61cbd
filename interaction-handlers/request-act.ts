import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import type { ButtonInteraction } from 'discord.js';
import { argumentsOf } from '../src/discord/custom-id.ts';
import type { RouteArguments } from '../src/discord/custom-id.ts';
import { deferredWith } from '../src/discord/reply.ts';

/** What is done with a request made on paper. */
export class RequestActHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button });
  }

  override parse(interaction: ButtonInteraction) {
    const args = argumentsOf(interaction.customId, 'request-act');
    return args ? this.some(args) : this.none();
  }

  override async run(interaction: ButtonInteraction, [act, number]: RouteArguments<'request-act'>): Promise<void> {
    await interaction.deferUpdate();
    const { body, pictures } = await this.container.app.requests.act(interaction, act, number);
    await interaction.editReply(deferredWith(body, pictures));
  }
}
