import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import type { ButtonInteraction } from 'discord.js';
import { argumentsOf } from '../src/discord/custom-id.ts';
import { ephemeral } from '../src/discord/reply.ts';

/** The form of a request made on paper. */
export class RequestNewHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button });
  }

  override parse(interaction: ButtonInteraction) {
    const args = argumentsOf(interaction.customId, 'request-new');
    return args ? this.some(args) : this.none();
  }

  override async run(interaction: ButtonInteraction): Promise<void> {
    const opened = this.container.app.requests.newForm(interaction);
    if (opened.kind === 'form') await interaction.showModal(opened.form);
    else await interaction.reply(ephemeral(opened.body));
  }
}
