import type { BaseInteraction, StringSelectMenuInteraction } from 'discord.js';
import type { NationalContacts } from '../core/contacts.ts';
import { isSnowflake } from '../core/ids.ts';
import type { Snowflake } from '../core/ids.ts';
import { isSami, languages } from '../core/language.ts';
import type { Language } from '../core/language.ts';
import type { Municipality } from '../core/municipality.ts';
import type { ChosenFor } from '../flows/choose-language.ts';
import type { Clock, Municipalities } from '../ports.ts';
import type { Readers } from './readers.ts';
import type { MessageBody } from './views/body.ts';
import { isSupplied, languageChosen, languageMissing, languageQuestion } from './views/language-choice.ts';
import { staleOutcome } from './views/outcome.ts';

interface LanguageActsOptions {
  readonly now: Clock;
  readonly contacts: NationalContacts;
  readonly chooseLanguage: (cause: string, userId: Snowflake, language: Language) => Promise<ChosenFor>;
  readonly municipalities: Pick<Municipalities, 'candidates'>;
  readonly readers: Readers;
}

/** «Språk»: which language the bot writes to a reader. */
export type LanguageActs = ReturnType<typeof createLanguageActs>;

export function createLanguageActs({ now, contacts, chooseLanguage, municipalities, readers }: LanguageActsOptions) {
  /** Of the guild, else the service whose servers the person is in. */
  const municipalityOf = async ({ user, guildId }: BaseInteraction): Promise<Municipality | undefined> =>
    readers.municipalityIn(guildId) ??
    (isSnowflake(user.id) ? (await municipalities.candidates({ senderId: user.id }))[0] : undefined);

  return {
    ask(interaction: BaseInteraction): MessageBody {
      const municipality = readers.municipalityIn(interaction.guildId);
      return languageQuestion(readers.languageIn(interaction, municipality), municipality);
    },

    async choose(interaction: StringSelectMenuInteraction): Promise<MessageBody> {
      const municipality = await municipalityOf(interaction);
      const language = languages.find((one) => one === interaction.values[0]);
      if (!language || !isSnowflake(interaction.user.id)) {
        return staleOutcome(readers.languageIn(interaction, municipality));
      }
      if (isSami(language) && !isSupplied(language, municipality)) {
        return languageMissing(language, { contacts, municipality, now: now() });
      }
      const kept = await chooseLanguage(interaction.id, interaction.user.id, language);
      return languageChosen(language, kept, municipality);
    },
  };
}
