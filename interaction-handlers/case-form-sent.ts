import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import { MessageFlags } from 'discord.js';
import type { ModalSubmitInteraction } from 'discord.js';
import { pressOf } from '../src/discord/actor.ts';
import { argumentsOf } from '../src/discord/custom-id.ts';
import type { RouteArguments } from '../src/discord/custom-id.ts';
import { incidentChoices } from '../src/discord/written-form.ts';

/** The incident form's choices. */
export class CaseFormSentHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.ModalSubmit });
  }

  override parse(interaction: ModalSubmitInteraction) {
    const args = argumentsOf(interaction.customId, 'case-form-sent');
    return args ? this.some(args) : this.none();
  }

  override async run(interaction: ModalSubmitInteraction, [caseId]: RouteArguments<'case-form-sent'>): Promise<void> {
    const { app } = this.container;
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const press = pressOf(interaction, app.municipalities, caseId);
    const choices = incidentChoices(interaction);
    const outcome = press ? await app.fileIncident(press, choices) : ({ kind: 'not-permitted' } as const);
    await interaction.editReply(app.outcomes.filed(interaction.locale, outcome, press));
  }
}
