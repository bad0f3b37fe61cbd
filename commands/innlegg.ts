import { Command } from '@sapphire/framework';
import { ApplicationCommandOptionType as Option, InteractionContextType, MessageFlags } from 'discord.js';
import type { AutocompleteInteraction, ChatInputCommandInteraction } from 'discord.js';
import { deferred, ephemeral } from '../src/discord/reply.ts';
import { commandTexts, postOptions, postTypeChoices } from '../src/i18n/commands.ts';

const { write, calendar, show, type, due, server, number } = postOptions;

/** «/innlegg»: posts to everybody, drafted by one and approved by another. In the staff guilds only. */
export class PostCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, { name: 'innlegg' });
  }

  override registerApplicationCommands(registry: Command.Registry): void {
    const writing = [
      { type: Option.String, ...type, required: true, choices: [...postTypeChoices] } as const,
      { type: Option.String, ...due, maxLength: 16 } as const,
      { type: Option.String, ...server, autocomplete: true, maxLength: 100 } as const,
    ];
    const numbered = [{ type: Option.Integer, ...number, required: true, minValue: 1 } as const];
    registry.registerChatInputCommand(
      {
        ...commandTexts.posts,
        contexts: [InteractionContextType.Guild],
        options: [
          { type: Option.Subcommand, ...write, options: writing },
          { type: Option.Subcommand, ...calendar },
          { type: Option.Subcommand, ...show, options: numbered },
        ],
      },
      { guildIds: [...this.container.app.staffGuildIds()] },
    );
  }

  override async autocompleteRun(interaction: AutocompleteInteraction): Promise<void> {
    await interaction.respond([...this.container.app.posts.servers(interaction)]);
  }

  override async chatInputRun(interaction: ChatInputCommandInteraction): Promise<void> {
    const { posts } = this.container.app;
    const part = interaction.options.getSubcommand();
    if (part === write.name) {
      const shown = posts.form(interaction);
      if (shown.kind === 'form') await interaction.showModal(shown.form);
      else await interaction.reply(ephemeral(shown.body));
      return;
    }
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.editReply(
      deferred(await (part === show.name ? posts.show(interaction) : posts.calendar(interaction))),
    );
  }
}
