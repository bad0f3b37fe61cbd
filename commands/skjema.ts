import { Command } from '@sapphire/framework';
import { ApplicationCommandOptionType, InteractionContextType } from 'discord.js';
import type { AutocompleteInteraction, ChatInputCommandInteraction } from 'discord.js';
import { ephemeral } from '../src/discord/reply.ts';
import { commandTexts, optionTexts } from '../src/i18n/commands.ts';

const { String: Text } = ApplicationCommandOptionType;
const number = { type: Text, ...optionTexts.caseNumber, required: true, autocomplete: true, maxLength: 12 } as const;

/** «/skjema»: the incident form of a case, found by its number. In the staff guilds only. */
export class FormCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, { name: 'skjema' });
  }

  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand(
      { ...commandTexts.form, contexts: [InteractionContextType.Guild], options: [number] },
      { guildIds: [...this.container.app.staffGuildIds()] },
    );
  }

  override async autocompleteRun(interaction: AutocompleteInteraction): Promise<void> {
    await interaction.respond([...(await this.container.app.caseCommands.suggestions(interaction))]);
  }

  override async chatInputRun(interaction: ChatInputCommandInteraction): Promise<void> {
    const opened = await this.container.app.caseCommands.incidentForm(interaction);
    if (opened.kind === 'form') await interaction.showModal(opened.form);
    else await interaction.reply(ephemeral(opened.body));
  }
}
