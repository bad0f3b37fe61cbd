import { Command } from '@sapphire/framework';
import { InteractionContextType } from 'discord.js';
import type { ChatInputCommandInteraction } from 'discord.js';
import { commandTexts } from '../src/i18n/commands.ts';
import { ephemeral } from '../src/discord/reply.ts';

/** «Hjelp nå» as a command: emergency numbers, whatever else is down. */
export class HelpCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, { name: 'hjelp' });
  }

  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand({
      ...commandTexts.help,
      contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    });
  }

  override async chatInputRun(interaction: ChatInputCommandInteraction): Promise<void> {
    await interaction.reply(ephemeral(this.container.app.entrance.helpNow(interaction, interaction.guildId)));
  }
}
