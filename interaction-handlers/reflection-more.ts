import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import type { ButtonInteraction } from 'discord.js';
import { argumentsOf } from '../src/discord/custom-id.ts';
import type { RouteArguments } from '../src/discord/custom-id.ts';
import { ephemeral } from '../src/discord/reply.ts';

/** «Fortsett»: the second half of «/navigasjonshjulet». */
export class ReflectionMoreHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button });
  }

  override parse(interaction: ButtonInteraction) {
    const args = argumentsOf(interaction.customId, 'reflection-more');
    return args ? this.some(args) : this.none();
  }

  override async run(interaction: ButtonInteraction, [id]: RouteArguments<'reflection-more'>): Promise<void> {
    const shown = this.container.app.reflection.lastForm(interaction, id);
    if (shown.kind === 'form') await interaction.showModal(shown.form);
    else await interaction.reply(ephemeral(shown.body));
  }
}
