import { Command } from '@sapphire/framework';
import { ApplicationCommandOptionType, InteractionContextType } from 'discord.js';
import type { AutocompleteInteraction, ChatInputCommandInteraction } from 'discord.js';
import { ephemeral } from '../src/discord/reply.ts';
import { commandTexts, optionTexts } from '../src/i18n/commands.ts';

const { String: Text } = ApplicationCommandOptionType;
const number = { type: Text, ...optionTexts.caseNumber, required: true, autocomplete: true, maxLength: 12 } as const;
const text = { type: Text, ...optionTexts.readyText, autocomplete: true, maxLength: 60 } as const;

/** «/svar»: the reply form of a case, found by its number. In the staff guilds only. */
export class ReplyCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, { name: 'svar' });
  }

  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand(
      { ...commandTexts.reply, contexts: [InteractionContextType.Guild], options: [number, text] },
      { guildIds: [...this.container.app.staffGuildIds()] },
    );
  }

  override async autocompleteRun(interaction: AutocompleteInteraction): Promise<void> {
    await interaction.respond([...(await this.container.app.caseCommands.suggestions(interaction))]);
  }

  override async chatInputRun(interaction: ChatInputCommandInteraction): Promise<void> {
    const opened = await this.container.app.caseCommands.replyForm(interaction);
    if (opened.kind === 'form') await interaction.showModal(opened.form);
    else await interaction.reply(ephemeral(opened.body));
  }
}
