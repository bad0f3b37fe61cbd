import type { BaseInteraction } from 'discord.js';
import { isSnowflake } from '../core/ids.ts';
import type { MunicipalityId, Snowflake } from '../core/ids.ts';
import type { Language } from '../core/language.ts';
import type { Municipality } from '../core/municipality.ts';
import type { EraseMyDataOutcome } from '../flows/data-subject/erase-my-data.ts';
import type { MyData } from '../flows/data-subject/show-my-data.ts';
import type { ChosenLanguages, Municipalities } from '../ports.ts';
import type { Readers } from './readers.ts';
import type { MessageBody } from './views/body.ts';
import { eraseOutcome, eraseQuestion, myData } from './views/data-subject.ts';
import { staleOutcome } from './views/outcome.ts';

export interface DataSubjectFlows {
  readonly showMyData: (municipality: Municipality, userId: Snowflake) => Promise<MyData>;
  readonly eraseMyData: (cause: string, municipality: Municipality, userId: Snowflake) => Promise<EraseMyDataOutcome>;
}

interface DataSubjectActsOptions {
  readonly flows: DataSubjectFlows;
  readonly municipalities: Pick<Municipalities, 'find' | 'candidates'>;
  readonly readers: Readers;
  readonly chosen: Pick<ChosenLanguages, 'forget'>;
}

/** The sender's own rights. Whose data it is follows from the account that presses, and from nothing in the press. */
export type DataSubjectActs = ReturnType<typeof createDataSubjectActs>;

export function createDataSubjectActs({ flows, municipalities, readers, chosen }: DataSubjectActsOptions) {
  /** Of the button, else of the guild, else the service whose servers the person is in. */
  async function act(
    interaction: BaseInteraction,
    id: MunicipalityId | undefined,
    show: (municipality: Municipality, userId: Snowflake, language: Language) => Promise<MessageBody>,
  ): Promise<MessageBody> {
    const userId = interaction.user.id;
    const { guildId } = interaction;
    if (!isSnowflake(userId)) throw new Error('Discord gave an id that is no snowflake');
    const [municipality] = id
      ? [municipalities.find(id)]
      : await municipalities.candidates({
          senderId: userId,
          ...(guildId !== null && isSnowflake(guildId) ? { guildId } : {}),
        });
    const language = readers.languageIn(interaction, municipality);
    return municipality ? show(municipality, userId, language) : staleOutcome(language);
  }

  return {
    show: (interaction: BaseInteraction, id?: MunicipalityId): Promise<MessageBody> =>
      act(interaction, id, async (municipality, userId, language) =>
        myData(await flows.showMyData(municipality, userId), municipality, language),
      ),

    askToErase: (interaction: BaseInteraction, id?: MunicipalityId): Promise<MessageBody> =>
      act(interaction, id, (municipality, _userId, language) => Promise.resolve(eraseQuestion(municipality, language))),

    erase: (interaction: BaseInteraction, id: MunicipalityId): Promise<MessageBody> =>
      act(interaction, id, async (municipality, userId, language) => {
        const outcome = await flows.eraseMyData(interaction.id, municipality, userId);
        chosen.forget(userId);
        return eraseOutcome(outcome, municipality, language);
      }),
  };
}
