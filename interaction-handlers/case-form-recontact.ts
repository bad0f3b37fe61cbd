import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import type { ButtonInteraction } from 'discord.js';
import { argumentsOf } from '../src/discord/custom-id.ts';
import type { RouteArguments } from '../src/discord/custom-id.ts';
import { deferred } from '../src/discord/reply.ts';

/** «Si ifra om ny kontakt», on or off, under the form it stands on. */
export class CaseFormRecontactHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button });
  }

  override parse(interaction: ButtonInteraction) {
    const args = argumentsOf(interaction.customId, 'case-form-recontact');
    return args ? this.some(args) : this.none();
  }

  override async run(
    interaction: ButtonInteraction,
    [caseId, wanted]: RouteArguments<'case-form-recontact'>,
  ): Promise<void> {
    await interaction.deferUpdate();
    const body = await this.container.app.incidents.recontact(interaction, caseId, wanted === 'on');
    await interaction.editReply(deferred(body));
  }
}
