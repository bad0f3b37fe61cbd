import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import type { ButtonInteraction } from 'discord.js';
import { argumentsOf } from '../src/discord/custom-id.ts';
import type { RouteArguments } from '../src/discord/custom-id.ts';
import { deferred } from '../src/discord/reply.ts';

/** A choice in a practice case: shows what to think of it, and what comes next. */
export class PracticeHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button });
  }

  override parse(interaction: ButtonInteraction) {
    const args = argumentsOf(interaction.customId, 'practice');
    return args ? this.some(args) : this.none();
  }

  override async run(
    interaction: ButtonInteraction,
    [scenario, step, choice]: RouteArguments<'practice'>,
  ): Promise<void> {
    await interaction.deferUpdate();
    await interaction.editReply(deferred(await this.container.app.practice.step(interaction, scenario, step, choice)));
  }
}
