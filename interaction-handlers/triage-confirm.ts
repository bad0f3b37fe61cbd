import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import type { ButtonInteraction } from 'discord.js';
import { argumentsOf } from '../src/discord/custom-id.ts';
import type { RouteArguments } from '../src/discord/custom-id.ts';
import { deferred } from '../src/discord/reply.ts';

/** «Bruk forslaget»: a change of triage the coordinator has seen the figures of. */
export class TriageConfirmHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button });
  }

  override parse(interaction: ButtonInteraction) {
    const args = argumentsOf(interaction.customId, 'triage-confirm');
    return args ? this.some(args) : this.none();
  }

  override async run(interaction: ButtonInteraction, [proposedIn]: RouteArguments<'triage-confirm'>): Promise<void> {
    await interaction.deferUpdate();
    await interaction.editReply(deferred(await this.container.app.triage.confirm(interaction, proposedIn)));
  }
}
