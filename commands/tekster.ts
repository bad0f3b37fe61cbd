import { Command } from '@sapphire/framework';
import { ApplicationCommandOptionType as Option, InteractionContextType, MessageFlags } from 'discord.js';
import type { AutocompleteInteraction, ChatInputCommandInteraction } from 'discord.js';
import { deferred, ephemeral } from '../src/discord/reply.ts';
import { commandTexts, languageChoices, textOptions } from '../src/i18n/commands.ts';

const { show, change, history, reset, text, language } = textOptions;
const chosenText = (required: boolean) => ({ type: Option.String, ...text, autocomplete: true, required }) as const;
const chosenLanguage = { type: Option.String, ...language, choices: [...languageChoices] } as const;

/** «/tekster»: what the bot writes, in the municipality's own words. In the staff guilds only. */
export class TextsCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, { name: 'tekster' });
  }

  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand(
      {
        ...commandTexts.texts,
        contexts: [InteractionContextType.Guild],
        options: [show, change, history, reset].map((part) => ({
          type: Option.Subcommand,
          ...part,
          options: [chosenText(part !== show), chosenLanguage],
        })),
      },
      { guildIds: [...this.container.app.staffGuildIds()] },
    );
  }

  override async autocompleteRun(interaction: AutocompleteInteraction): Promise<void> {
    await interaction.respond([...this.container.app.ownTexts.complete(interaction)]);
  }

  override async chatInputRun(interaction: ChatInputCommandInteraction): Promise<void> {
    const { ownTexts } = this.container.app;
    if (interaction.options.getSubcommand() === change.name) {
      const shown = ownTexts.form(interaction);
      if (shown.kind === 'form') await interaction.showModal(shown.form);
      else await interaction.reply(ephemeral(shown.body));
      return;
    }
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.editReply(deferred(await ownTexts.answer(interaction)));
  }
}
