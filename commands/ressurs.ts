import { Command } from '@sapphire/framework';
import { ApplicationCommandOptionType, InteractionContextType } from 'discord.js';
import type { ChatInputCommandInteraction } from 'discord.js';
import { ephemeral } from '../src/discord/reply.ts';
import { commandTexts, optionTexts, worryChoices } from '../src/i18n/commands.ts';

const theme = {
  type: ApplicationCommandOptionType.String,
  ...optionTexts.worry,
  required: true,
  choices: [...worryChoices],
} as const;

/** «/ressurs»: services and pages about a theme, the municipality's own first. In the staff guilds only. */
export class ResourceCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, { name: 'ressurs' });
  }

  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand(
      { ...commandTexts.resource, contexts: [InteractionContextType.Guild], options: [theme] },
      { guildIds: [...this.container.app.staffGuildIds()] },
    );
  }

  override async chatInputRun(interaction: ChatInputCommandInteraction): Promise<void> {
    await interaction.reply(ephemeral(this.container.app.caseCommands.resources(interaction)));
  }
}
