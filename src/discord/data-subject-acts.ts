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
import { eraseOutcome, eraseQuestion, myData, nothingStored, whoseData } from './views/data-subject.ts';
import { staleOutcome } from './views/outcome.ts';

export interface DataSubjectFlows {
  readonly findDataHolders: (userId: Snowflake, guildId: Snowflake | undefined) => Promise<readonly Municipality[]>;
  readonly showMyData: (municipality: Municipality, userId: Snowflake) => Promise<MyData>;
  readonly eraseMyData: (cause: string, municipality: Municipality, userId: Snowflake) => Promise<EraseMyDataOutcome>;
}

interface DataSubjectActsOptions {
  readonly flows: DataSubjectFlows;
  readonly municipalities: Pick<Municipalities, 'find'>;
  readonly readers: Readers;
  readonly chosen: Pick<ChosenLanguages, 'forget'>;
}

/** The sender's own rights. Whose data it is follows from the account that presses, and from nothing in the press. */
export type DataSubjectActs = ReturnType<typeof createDataSubjectActs>;

export function createDataSubjectActs({ flows, municipalities, readers, chosen }: DataSubjectActsOptions) {
  type Show = (municipality: Municipality, userId: Snowflake, language: Language) => Promise<MessageBody>;

  async function act(interaction: BaseInteraction, id: MunicipalityId, show: Show): Promise<MessageBody> {
    const municipality = municipalities.find(id);
    const language = readers.languageIn(interaction, municipality);
    return municipality ? show(municipality, askerOf(interaction), language) : staleOutcome(language);
  }

  /** Where several may hold something, the person is asked; where nobody can, they are told so. */
  async function actWithout(
    interaction: BaseInteraction,
    route: 'my-data' | 'erase-ask',
    show: Show,
  ): Promise<MessageBody> {
    const { guildId } = interaction;
    const here = guildId !== null && isSnowflake(guildId) ? guildId : undefined;
    const [first, ...others] = await flows.findDataHolders(askerOf(interaction), here);
    const language = readers.languageIn(interaction, others.length === 0 ? first : undefined);
    if (!first) return nothingStored(language);
    return others.length === 0 ? act(interaction, first.id, show) : whoseData([first, ...others], route, language);
  }

  const shown: Show = async (municipality, userId, language) =>
    myData(await flows.showMyData(municipality, userId), municipality, language);
  const question: Show = (municipality, _userId, language) => Promise.resolve(eraseQuestion(municipality, language));

  return {
    show: (interaction: BaseInteraction, id?: MunicipalityId): Promise<MessageBody> =>
      id ? act(interaction, id, shown) : actWithout(interaction, 'my-data', shown),

    askToErase: (interaction: BaseInteraction, id?: MunicipalityId): Promise<MessageBody> =>
      id ? act(interaction, id, question) : actWithout(interaction, 'erase-ask', question),

    erase: (interaction: BaseInteraction, id: MunicipalityId): Promise<MessageBody> =>
      act(interaction, id, async (municipality, userId, language) => {
        const outcome = await flows.eraseMyData(interaction.id, municipality, userId);
        chosen.forget(userId);
        return eraseOutcome(outcome, municipality, language);
      }),
  };
}

function askerOf({ user }: BaseInteraction): Snowflake {
  if (!isSnowflake(user.id)) throw new Error('Discord gave an id that is no snowflake');
  return user.id;
}
