import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import type { ButtonInteraction } from 'discord.js';
import { argumentsOf } from '../src/discord/custom-id.ts';
import type { RouteArguments } from '../src/discord/custom-id.ts';
import { deferred } from '../src/discord/reply.ts';

/** The buttons of «/oppsett» that open no form. */
export class SetupActHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button });
  }

  override parse(interaction: ButtonInteraction) {
    const args = argumentsOf(interaction.customId, 'setup-act');
    return args ? this.some(args) : this.none();
  }

  override async run(interaction: ButtonInteraction, [act]: RouteArguments<'setup-act'>): Promise<void> {
    await interaction.deferUpdate();
    await interaction.editReply(deferred(await this.container.app.setup.act(interaction, act)));
  }
}
