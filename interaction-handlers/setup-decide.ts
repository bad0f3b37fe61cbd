import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import type { ButtonInteraction } from 'discord.js';
import { argumentsOf } from '../src/discord/custom-id.ts';
import type { RouteArguments } from '../src/discord/custom-id.ts';
import { deferred } from '../src/discord/reply.ts';

/** The second of two persons: «Bekreft» or «Trekk». */
export class SetupDecideHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button });
  }

  override parse(interaction: ButtonInteraction) {
    const args = argumentsOf(interaction.customId, 'setup-decide');
    return args ? this.some(args) : this.none();
  }

  override async run(
    interaction: ButtonInteraction,
    [answer, proposal]: RouteArguments<'setup-decide'>,
  ): Promise<void> {
    await interaction.deferUpdate();
    await interaction.editReply(deferred(await this.container.app.setup.decide(interaction, answer, proposal)));
  }
}
