import type { MunicipalityId } from '../core/ids.ts';
import { languageOf } from '../core/language.ts';
import type { Language } from '../core/language.ts';
import type { Municipality } from '../core/municipality.ts';
import type { Municipalities } from '../ports.ts';

/** Whose service a person has before them, and in which language they read it. */
export interface Readers {
  /** Of the guild an interaction is in; in a DM, of the only municipality there is. */
  municipalityIn(guildId: string | null): Municipality | undefined;
  languageIn(locale: string, municipality: Municipality | undefined): Language;
  languageOfStaff(locale: string, municipalityId: MunicipalityId | undefined): Language;
}

export function createReaders(municipalities: Pick<Municipalities, 'all' | 'find'>): Readers {
  const languageIn = (locale: string, municipality: Municipality | undefined): Language =>
    languageOf(locale, municipality?.language ?? 'nb');
  return {
    languageIn,
    languageOfStaff: (locale, id) => languageIn(locale, id && municipalities.find(id)),
    municipalityIn(guildId) {
      const all = municipalities.all();
      const here = all.find(
        (one) => one.guildId === guildId || one.gameGuilds.some((game) => game.guildId === guildId),
      );
      return here ?? (guildId === null && all.length === 1 ? all[0] : undefined);
    },
  };
}
