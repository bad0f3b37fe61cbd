import { Command } from '@sapphire/framework';
import { ApplicationCommandOptionType, InteractionContextType, MessageFlags } from 'discord.js';
import type { AutocompleteInteraction, ChatInputCommandInteraction } from 'discord.js';
import { deferred } from '../src/discord/reply.ts';
import { commandTexts, optionTexts } from '../src/i18n/commands.ts';

const { Subcommand, String: Text, User } = ApplicationCommandOptionType;
const number = { type: Text, ...optionTexts.caseNumber, required: true, autocomplete: true, maxLength: 12 } as const;

/** «/sak»: see, list, hand over and close cases by number. In the staff guilds only. */
export class CaseCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, { name: 'sak' });
  }

  override registerApplicationCommands(registry: Command.Registry): void {
    const { caseShow, caseMine, caseOpen, caseOffer, caseClose, colleague } = optionTexts;
    registry.registerChatInputCommand(
      {
        ...commandTexts.cases,
        contexts: [InteractionContextType.Guild],
        options: [
          { type: Subcommand, ...caseShow, options: [number] },
          { type: Subcommand, ...caseMine },
          { type: Subcommand, ...caseOpen },
          { type: Subcommand, ...caseOffer, options: [number, { type: User, ...colleague, required: true }] },
          { type: Subcommand, ...caseClose, options: [number] },
        ],
      },
      { guildIds: [...this.container.app.staffGuildIds()] },
    );
  }

  override async autocompleteRun(interaction: AutocompleteInteraction): Promise<void> {
    await interaction.respond([...(await this.container.app.caseCommands.suggestions(interaction))]);
  }

  override async chatInputRun(interaction: ChatInputCommandInteraction): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.editReply(deferred(await this.container.app.caseCommands.run(interaction)));
  }
}
