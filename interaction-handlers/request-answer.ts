import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import type { ButtonInteraction } from 'discord.js';
import { argumentsOf } from '../src/discord/custom-id.ts';
import type { RouteArguments } from '../src/discord/custom-id.ts';
import { ephemeral } from '../src/discord/reply.ts';

/** The form that answers a wish for erasure. */
export class RequestAnswerHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button });
  }

  override parse(interaction: ButtonInteraction) {
    const args = argumentsOf(interaction.customId, 'request-answer');
    return args ? this.some(args) : this.none();
  }

  override async run(interaction: ButtonInteraction, [caseId]: RouteArguments<'request-answer'>): Promise<void> {
    const opened = this.container.app.requests.answerForm(interaction, caseId);
    if (opened.kind === 'form') await interaction.showModal(opened.form);
    else await interaction.reply(ephemeral(opened.body));
  }
}
