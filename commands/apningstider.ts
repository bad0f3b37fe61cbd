import { Command } from '@sapphire/framework';
import { ApplicationCommandOptionType, InteractionContextType } from 'discord.js';
import type { ChatInputCommandInteraction } from 'discord.js';
import { ephemeral } from '../src/discord/reply.ts';
import { commandTexts, optionTexts } from '../src/i18n/commands.ts';

/** Shows whether the service is open now, and when it opens next. */
export class OpeningHoursCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, { name: 'apningstider' });
  }

  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand({
      ...commandTexts.openingHours,
      contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
      options: [{ type: ApplicationCommandOptionType.Integer, ...optionTexts.days, minValue: 1, maxValue: 14 }],
    });
  }

  override async chatInputRun(interaction: ChatInputCommandInteraction): Promise<void> {
    const days = interaction.options.getInteger(optionTexts.days.name) ?? undefined;
    const { entrance } = this.container.app;
    await interaction.reply(ephemeral(await entrance.openingHoursHere(interaction, interaction.guildId, days)));
  }
}
