import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import type { ButtonInteraction } from 'discord.js';
import { argumentsOf } from '../src/discord/custom-id.ts';
import type { RouteArguments } from '../src/discord/custom-id.ts';
import { deferred } from '../src/discord/reply.ts';

/** Asks for something on the machine that two persons must agree to. */
export class SetupAskHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button });
  }

  override parse(interaction: ButtonInteraction) {
    const args = argumentsOf(interaction.customId, 'setup-ask');
    return args ? this.some(args) : this.none();
  }

  override async run(interaction: ButtonInteraction, [act]: RouteArguments<'setup-ask'>): Promise<void> {
    await interaction.deferUpdate();
    await interaction.editReply(deferred(await this.container.app.setup.ask(interaction, act)));
  }
}
