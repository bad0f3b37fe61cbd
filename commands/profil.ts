import { Command } from '@sapphire/framework';
import { InteractionContextType, MessageFlags } from 'discord.js';
import type { ChatInputCommandInteraction } from 'discord.js';
import { deferredWith } from '../src/discord/reply.ts';
import { commandTexts } from '../src/i18n/commands.ts';

/** «/profil»: how the bot presents itself in each server, shown before it is changed. In the staff guilds only. */
export class ProfileCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, { name: 'profil' });
  }

  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand(
      { ...commandTexts.profile, contexts: [InteractionContextType.Guild] },
      { guildIds: [...this.container.app.staffGuildIds()] },
    );
  }

  override async chatInputRun(interaction: ChatInputCommandInteraction): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const { body, pictures } = await this.container.app.profile.preview(interaction);
    await interaction.editReply(deferredWith(body, pictures));
  }
}
