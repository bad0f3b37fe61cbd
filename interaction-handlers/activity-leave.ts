import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import type { ButtonInteraction } from 'discord.js';
import { argumentsOf } from '../src/discord/custom-id.ts';
import type { RouteArguments } from '../src/discord/custom-id.ts';
import { deferred } from '../src/discord/reply.ts';

/** «Kommer ikke likevel»: one less is counted. The answer takes the place of the one the button stood in. */
export class ActivityLeaveHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button });
  }

  override parse(interaction: ButtonInteraction) {
    const args = argumentsOf(interaction.customId, 'activity-leave');
    return args ? this.some(args) : this.none();
  }

  override async run(interaction: ButtonInteraction, args: RouteArguments<'activity-leave'>): Promise<void> {
    await interaction.deferUpdate();
    await interaction.editReply(deferred(await this.container.app.posts.leave(interaction, args)));
  }
}
