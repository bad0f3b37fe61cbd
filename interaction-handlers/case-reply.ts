import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import type { ButtonInteraction } from 'discord.js';
import { pressOf } from '../src/discord/actor.ts';
import { argumentsOf } from '../src/discord/custom-id.ts';
import type { RouteArguments } from '../src/discord/custom-id.ts';
import { ephemeral } from '../src/discord/reply.ts';

/** «Svar»: opens the reply form. A form cannot follow a deferral, so only the case is read before it. */
export class CaseReplyHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button });
  }

  override parse(interaction: ButtonInteraction) {
    const args = argumentsOf(interaction.customId, 'case-reply');
    return args ? this.some(args) : this.none();
  }

  override async run(interaction: ButtonInteraction, [caseId]: RouteArguments<'case-reply'>): Promise<void> {
    const { app } = this.container;
    const press = pressOf(interaction, app.municipalities, caseId);
    const outcome = press ? await app.openCaseForm(press, 'case.reply') : ({ kind: 'not-permitted' } as const);
    if (outcome.kind !== 'ready') {
      await interaction.reply(ephemeral(app.outcomes.formRefused(interaction.locale, outcome, press)));
    } else if (press) {
      await interaction.showModal(app.forms.reply(interaction.locale, outcome.case, press.staff));
    }
  }
}
