import { Command } from '@sapphire/framework';
import { ApplicationCommandType, InteractionContextType, MessageFlags } from 'discord.js';
import type { MessageContextMenuCommandInteraction } from 'discord.js';
import { deferred } from '../src/discord/reply.ts';
import { menuTexts } from '../src/i18n/commands.ts';

/** «Opprett sak» in the menu of a message: takes it in as if it had been sent to us. In the staff guilds only. */
export class CreateCaseCommand extends Command {
  constructor(context: Command.LoaderContext) {
    // Discord calls it by its shown name, the loader by its file's.
    super(context, { name: 'opprett-sak', aliases: [menuTexts.createCase.name] });
  }

  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerContextMenuCommand(
      { ...menuTexts.createCase, type: ApplicationCommandType.Message, contexts: [InteractionContextType.Guild] },
      { guildIds: [...this.container.app.staffGuildIds()] },
    );
  }

  override async contextMenuRun(interaction: MessageContextMenuCommandInteraction): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.editReply(deferred(await this.container.app.caseCommands.create(interaction)));
  }
}
