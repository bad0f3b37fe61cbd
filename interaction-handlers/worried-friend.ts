import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import type { ButtonInteraction } from 'discord.js';
import { argumentsOf } from '../src/discord/custom-id.ts';
import type { RouteArguments } from '../src/discord/custom-id.ts';
import { ephemeral } from '../src/discord/reply.ts';

/** «Bekymret for en venn»: what to do first, and how to reach us. */
export class WorriedFriendHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button });
  }

  override parse(interaction: ButtonInteraction) {
    const args = argumentsOf(interaction.customId, 'worried-friend');
    return args ? this.some(args) : this.none();
  }

  override async run(
    interaction: ButtonInteraction,
    [municipalityId]: RouteArguments<'worried-friend'>,
  ): Promise<void> {
    await interaction.reply(ephemeral(this.container.app.entrance.worriedFriend(interaction, municipalityId)));
  }
}
