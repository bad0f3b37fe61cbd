import type { BaseInteraction } from 'discord.js';
import { isSnowflake } from '../core/ids.ts';
import type { MunicipalityId } from '../core/ids.ts';
import { languageOf } from '../core/language.ts';
import type { Language } from '../core/language.ts';
import type { Municipality } from '../core/municipality.ts';
import type { ChosenLanguages, Municipalities } from '../ports.ts';

/** Whoever reads an answer; every interaction is one. */
export type Reader = Pick<BaseInteraction, 'locale' | 'user'>;

/** Whose service a person has before them, and in which language they read it. */
export interface Readers {
  /** Of the guild an interaction is in; in a DM, of the only municipality there is. */
  municipalityIn(guildId: string | null): Municipality | undefined;
  /** What the reader has asked for; nothing when they have not. */
  chosenBy(reader: Pick<Reader, 'user'>): Language | undefined;
  /** What the reader has asked for, else what their Discord says. */
  languageIn(reader: Reader, municipality: Municipality | undefined): Language;
  languageOfStaff(reader: Reader, municipalityId: MunicipalityId | undefined): Language;
}

export function createReaders(
  municipalities: Pick<Municipalities, 'all' | 'find'>,
  chosen: Pick<ChosenLanguages, 'of'>,
): Readers {
  const chosenBy: Readers['chosenBy'] = ({ user }) => (isSnowflake(user.id) ? chosen.of(user.id) : undefined);
  const languageIn: Readers['languageIn'] = (reader, municipality) =>
    chosenBy(reader) ?? languageOf(reader.locale, municipality?.language ?? 'nb');
  return {
    chosenBy,
    languageIn,
    languageOfStaff: (reader, id) => languageIn(reader, id && municipalities.find(id)),
    municipalityIn(guildId) {
      const all = municipalities.all();
      const here = all.find(
        (one) => one.guildId === guildId || one.gameGuilds.some((game) => game.guildId === guildId),
      );
      return here ?? (guildId === null && all.length === 1 ? all[0] : undefined);
    },
  };
}
