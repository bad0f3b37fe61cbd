import { Command } from '@sapphire/framework';
import { InteractionContextType } from 'discord.js';
import type { ChatInputCommandInteraction } from 'discord.js';
import { ephemeral } from '../src/discord/reply.ts';
import { commandTexts } from '../src/i18n/commands.ts';

/** «/navigasjonshjulet»: a choice weighed from six sides, for the team's meeting. In the staff guilds only. */
export class ReflectionCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, { name: commandTexts.reflection.name });
  }

  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand(
      { ...commandTexts.reflection, contexts: [InteractionContextType.Guild] },
      { guildIds: [...this.container.app.staffGuildIds()] },
    );
  }

  override async chatInputRun(interaction: ChatInputCommandInteraction): Promise<void> {
    const shown = this.container.app.reflection.form(interaction);
    if (shown.kind === 'form') await interaction.showModal(shown.form);
    else await interaction.reply(ephemeral(shown.body));
  }
}
