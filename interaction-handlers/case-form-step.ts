import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import type { ButtonInteraction } from 'discord.js';
import { argumentsOf } from '../src/discord/custom-id.ts';
import type { RouteArguments } from '../src/discord/custom-id.ts';
import { ephemeral } from '../src/discord/reply.ts';

/** «Fyll ut» and «Endre»: one step of the incident form. */
export class CaseFormStepHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button });
  }

  override parse(interaction: ButtonInteraction) {
    const args = argumentsOf(interaction.customId, 'case-form-step');
    return args ? this.some(args) : this.none();
  }

  override async run(interaction: ButtonInteraction, [caseId, step]: RouteArguments<'case-form-step'>): Promise<void> {
    const opened = await this.container.app.incidents.stepForm(interaction, caseId, step);
    if (opened.kind === 'form') await interaction.showModal(opened.form);
    else await interaction.reply(ephemeral(opened.body));
  }
}
