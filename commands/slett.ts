import { Command } from '@sapphire/framework';
import { InteractionContextType, MessageFlags } from 'discord.js';
import type { ChatInputCommandInteraction } from 'discord.js';
import { deferred } from '../src/discord/reply.ts';
import { commandTexts } from '../src/i18n/commands.ts';

/** «/slett»: says what will be erased, and asks once. */
export class EraseMyDataCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, { name: 'slett' });
  }

  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand({
      ...commandTexts.eraseMyData,
      contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    });
  }

  override async chatInputRun(interaction: ChatInputCommandInteraction): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.editReply(deferred(await this.container.app.dataSubject.askToErase(interaction)));
  }
}
