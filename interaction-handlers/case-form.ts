import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import type { ButtonInteraction } from 'discord.js';
import { argumentsOf } from '../src/discord/custom-id.ts';
import type { RouteArguments } from '../src/discord/custom-id.ts';
import { ephemeral } from '../src/discord/reply.ts';

/** «Skjema»: the incident form. A form cannot follow a deferral, so only the case and its dossier are read before it. */
export class CaseFormHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button });
  }

  override parse(interaction: ButtonInteraction) {
    const args = argumentsOf(interaction.customId, 'case-form');
    return args ? this.some(args) : this.none();
  }

  override async run(interaction: ButtonInteraction, [caseId]: RouteArguments<'case-form'>): Promise<void> {
    const opened = await this.container.app.incidents.open(interaction, caseId);
    if (opened.kind === 'form') await interaction.showModal(opened.form);
    else await interaction.reply(ephemeral(opened.body));
  }
}
