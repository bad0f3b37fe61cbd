import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import type { ButtonInteraction } from 'discord.js';
import { argumentsOf } from '../src/discord/custom-id.ts';
import type { RouteArguments } from '../src/discord/custom-id.ts';
import { ephemeral } from '../src/discord/reply.ts';

/** «Åpne det jeg skrev»: a step that was not taken, as it was typed. */
export class CaseFormMendHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button });
  }

  override parse(interaction: ButtonInteraction) {
    const args = argumentsOf(interaction.customId, 'case-form-mend');
    return args ? this.some(args) : this.none();
  }

  override async run(
    interaction: ButtonInteraction,
    [caseId, step, heldIn]: RouteArguments<'case-form-mend'>,
  ): Promise<void> {
    const opened = await this.container.app.incidents.mend(interaction, caseId, step, heldIn);
    if (opened.kind === 'form') await interaction.showModal(opened.form);
    else await interaction.reply(ephemeral(opened.body));
  }
}
