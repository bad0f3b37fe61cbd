import { Command } from '@sapphire/framework';
import { ApplicationCommandOptionType as Option, InteractionContextType, MessageFlags } from 'discord.js';
import type { AutocompleteInteraction, ChatInputCommandInteraction } from 'discord.js';
import { deferred, ephemeral } from '../src/discord/reply.ts';
import { commandTexts, standardTextOptions } from '../src/i18n/commands.ts';

const { write, list, show, text } = standardTextOptions;

/** «/standardtekst»: texts staff send often, written by one and approved by another. In the staff guilds only. */
export class StandardTextCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, { name: 'standardtekst' });
  }

  override registerApplicationCommands(registry: Command.Registry): void {
    const named = [{ type: Option.String, ...text, required: true, autocomplete: true, maxLength: 60 } as const];
    registry.registerChatInputCommand(
      {
        ...commandTexts.standardText,
        contexts: [InteractionContextType.Guild],
        options: [
          { type: Option.Subcommand, ...list },
          { type: Option.Subcommand, ...show, options: named },
          { type: Option.Subcommand, ...write },
        ],
      },
      { guildIds: [...this.container.app.staffGuildIds()] },
    );
  }

  override async autocompleteRun(interaction: AutocompleteInteraction): Promise<void> {
    await interaction.respond([...(await this.container.app.standardTexts.suggestions(interaction))]);
  }

  override async chatInputRun(interaction: ChatInputCommandInteraction): Promise<void> {
    const { standardTexts } = this.container.app;
    const part = interaction.options.getSubcommand();
    if (part === write.name) {
      const opened = standardTexts.newForm(interaction);
      if (opened.kind === 'form') await interaction.showModal(opened.form);
      else await interaction.reply(ephemeral(opened.body));
      return;
    }
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.editReply(
      deferred(await (part === show.name ? standardTexts.show(interaction) : standardTexts.list(interaction))),
    );
  }
}
