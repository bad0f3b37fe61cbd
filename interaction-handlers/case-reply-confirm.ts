import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import type { ButtonInteraction } from 'discord.js';
import { pressOf } from '../src/discord/actor.ts';
import { argumentsOf } from '../src/discord/custom-id.ts';
import type { RouteArguments } from '../src/discord/custom-id.ts';

/** «Send likevel»: the held reply goes to the sender, once. */
export class CaseReplyConfirmHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button });
  }

  override parse(interaction: ButtonInteraction) {
    const args = argumentsOf(interaction.customId, 'case-reply-confirm');
    return args ? this.some(args) : this.none();
  }

  override async run(
    interaction: ButtonInteraction,
    [caseId, writtenIn]: RouteArguments<'case-reply-confirm'>,
  ): Promise<void> {
    const { app } = this.container;
    await interaction.deferUpdate();
    const press = pressOf(interaction, app.municipalities, caseId);
    const outcome = press ? await app.confirmReply(press, writtenIn) : ({ kind: 'not-permitted' } as const);
    await interaction.editReply(app.outcomes.confirmed(interaction.locale, outcome, press));
  }
}
