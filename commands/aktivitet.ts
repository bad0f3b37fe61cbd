import { Command } from '@sapphire/framework';
import { ApplicationCommandOptionType as Option, InteractionContextType, MessageFlags } from 'discord.js';
import type { AutocompleteInteraction, ChatInputCommandInteraction } from 'discord.js';
import { deferred, ephemeral } from '../src/discord/reply.ts';
import { activityOptions, commandTexts, postOptions } from '../src/i18n/commands.ts';

const { write, show, starts, hours } = activityOptions;

/** «/aktivitet»: something to do together, drafted by one and approved by another. In the staff guilds only. */
export class ActivityCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, { name: 'aktivitet' });
  }

  override registerApplicationCommands(registry: Command.Registry): void {
    const writing = [
      { type: Option.String, ...starts, required: true, maxLength: 16 } as const,
      { type: Option.Integer, ...hours, minValue: 1, maxValue: 24 } as const,
      { type: Option.String, ...postOptions.server, autocomplete: true, maxLength: 100 } as const,
    ];
    const numbered = [{ type: Option.Integer, ...postOptions.number, required: true, minValue: 1 } as const];
    registry.registerChatInputCommand(
      {
        ...commandTexts.activity,
        contexts: [InteractionContextType.Guild],
        options: [
          { type: Option.Subcommand, ...write, options: writing },
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
    if (interaction.options.getSubcommand() === show.name) {
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await interaction.editReply(deferred(await posts.show(interaction)));
      return;
    }
    const shown = posts.activityForm(interaction);
    if (shown.kind === 'form') await interaction.showModal(shown.form);
    else await interaction.reply(ephemeral(shown.body));
  }
}
