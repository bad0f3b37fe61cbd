import { Command } from '@sapphire/framework';
import { InteractionContextType } from 'discord.js';
import type { ChatInputCommandInteraction } from 'discord.js';
import { ephemeral } from '../src/discord/reply.ts';
import { commandTexts } from '../src/i18n/commands.ts';

/** «/språk»: in which language the bot writes to the reader. */
export class LanguageCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, { name: 'sprak' });
  }

  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand({
      ...commandTexts.language,
      contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    });
  }

  override async chatInputRun(interaction: ChatInputCommandInteraction): Promise<void> {
    await interaction.reply(ephemeral(this.container.app.languages.ask(interaction)));
  }
}
