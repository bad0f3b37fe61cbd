import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import { MessageFlags } from 'discord.js';
import type { ButtonInteraction } from 'discord.js';
import { argumentsOf } from '../src/discord/custom-id.ts';
import type { RouteArguments } from '../src/discord/custom-id.ts';
import { deferred, ephemeral } from '../src/discord/reply.ts';

/** «Åpne»: the words of an entry for one pair of eyes, logged. */
export class CaseReadHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button });
  }

  override parse(interaction: ButtonInteraction) {
    const args = argumentsOf(interaction.customId, 'case-read');
    return args ? this.some(args) : this.none();
  }

  override async run(interaction: ButtonInteraction, [caseId, entryId]: RouteArguments<'case-read'>): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const [first, ...rest] = await this.container.app.caseWork.read(interaction, caseId, entryId);
    await interaction.editReply(deferred(first));
    for (const body of rest) await interaction.followUp(ephemeral(body));
  }
}
