import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import { MessageFlags } from 'discord.js';
import type { ButtonInteraction } from 'discord.js';
import { argumentsOf } from '../src/discord/custom-id.ts';
import type { RouteArguments } from '../src/discord/custom-id.ts';
import { deferred } from '../src/discord/reply.ts';

/** «Bruk teksten»: the draft that was shown is put in use. */
export class TextUseHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button });
  }

  override parse(interaction: ButtonInteraction) {
    const args = argumentsOf(interaction.customId, 'text-use');
    return args ? this.some(args) : this.none();
  }

  override async run(interaction: ButtonInteraction, [writtenIn]: RouteArguments<'text-use'>): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.editReply(deferred(await this.container.app.ownTexts.use(interaction, writtenIn)));
  }
}
