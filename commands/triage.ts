import { Command } from '@sapphire/framework';
import { ApplicationCommandOptionType as Option, InteractionContextType, MessageFlags } from 'discord.js';
import type { AutocompleteInteraction, ChatInputCommandInteraction } from 'discord.js';
import { deferred } from '../src/discord/reply.ts';
import { commandTexts, triageChoices, triageOptions as parts } from '../src/i18n/commands.ts';

const { state, limit, step, means } = triageChoices;
const text = { type: Option.String, max_length: 200 } as const;
const word = { type: Option.String, max_length: 60 } as const;

/** «/triage»: the coordinator tries and fits what notices worry. In the staff guilds only. */
export class TriageCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, { name: commandTexts.triage.name });
  }

  override registerApplicationCommands(registry: Command.Registry): void {
    const options = [
      { ...parts.tryOut, options: [{ ...text, ...parts.sentence, required: true }] },
      {
        ...parts.rules,
        options: [
          { ...word, ...parts.rule, autocomplete: true as const },
          { type: Option.String as const, ...parts.state, choices: [...state] },
        ],
      },
      {
        ...parts.threshold,
        options: [
          { type: Option.String as const, ...parts.limit, choices: [...limit], required: true },
          { type: Option.Integer as const, ...parts.step, choices: [...step], required: true },
        ],
      },
      {
        ...parts.word,
        options: [
          { ...word, ...parts.newWord },
          { type: Option.String as const, ...parts.means, choices: [...means] },
          { ...text, ...parts.mustMatch },
          { ...text, ...parts.mustNot },
          { ...word, ...parts.removeWord, autocomplete: true as const },
        ],
      },
    ].map((part) => ({ type: Option.Subcommand as const, ...part }));
    registry.registerChatInputCommand(
      { ...commandTexts.triage, contexts: [InteractionContextType.Guild], options },
      { guildIds: [...this.container.app.staffGuildIds()] },
    );
  }

  override async autocompleteRun(interaction: AutocompleteInteraction): Promise<void> {
    await interaction.respond([...this.container.app.triage.complete(interaction)]);
  }

  override async chatInputRun(interaction: ChatInputCommandInteraction): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.editReply(deferred(await this.container.app.triage.answer(interaction)));
  }
}
