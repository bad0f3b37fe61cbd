import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import { MessageFlags } from 'discord.js';
import type { ModalSubmitInteraction } from 'discord.js';
import { pressOf } from '../src/discord/actor.ts';
import { argumentsOf } from '../src/discord/custom-id.ts';
import type { RouteArguments } from '../src/discord/custom-id.ts';
import { wordsIn } from '../src/discord/written-form.ts';

/** A reply to the sender: queued, or shown back to its writer with what should give pause. */
export class CaseReplySentHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.ModalSubmit });
  }

  override parse(interaction: ModalSubmitInteraction) {
    const args = argumentsOf(interaction.customId, 'case-reply-sent');
    return args ? this.some(args) : this.none();
  }

  override async run(interaction: ModalSubmitInteraction, [caseId]: RouteArguments<'case-reply-sent'>): Promise<void> {
    const { app } = this.container;
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const press = pressOf(interaction, app.municipalities, caseId);
    const outcome = press ? await app.reply(press, wordsIn(interaction)) : ({ kind: 'not-permitted' } as const);
    await interaction.editReply(app.outcomes.replied(interaction.locale, outcome, press));
  }
}
