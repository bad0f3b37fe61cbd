import type { ModalSubmitInteraction } from 'discord.js';
import type { NationalContacts } from '../core/contacts.ts';
import type { InboundMessage } from '../core/inbound.ts';
import type { MunicipalityId } from '../core/ids.ts';
import type { Language } from '../core/language.ts';
import type { Municipality } from '../core/municipality.ts';
import type { ReceiveFormOutcome } from '../flows/receive-form.ts';
import type { Clock, Municipalities } from '../ports.ts';
import type { Readers } from './readers.ts';
import type { MessageBody } from './views/body.ts';
import type { FormBody } from './views/form.ts';
import { helpNow } from './views/help-now.ts';
import { openingHours } from './views/opening-hours.ts';
import { privacy } from './views/privacy.ts';
import { senderNotice } from './views/sender-notice.ts';
import { whoAreYou } from './views/who-are-you.ts';
import { worriedFriend } from './views/worried-friend.ts';
import { writeToUsForm } from './views/write-to-us-form.ts';
import { writtenForm } from './written-form.ts';

interface EntranceOptions {
  readonly now: Clock;
  readonly contacts: NationalContacts;
  readonly municipalities: Pick<Municipalities, 'find'>;
  readonly readers: Readers;
  readonly receiveForm: (form: InboundMessage) => Promise<ReceiveFormOutcome>;
}

/** What young people meet: the pages behind the card's buttons, and the form they write in. */
export type Entrance = ReturnType<typeof createEntrance>;

export function createEntrance({ now, contacts, municipalities, readers, receiveForm }: EntranceOptions) {
  const emergency = (language: Language, municipality?: Municipality): MessageBody =>
    helpNow({ contacts, municipality, language, now: now() });

  /** A page of a municipality; one that is no longer configured has no pages, and emergency help instead. */
  const page =
    (view: (municipality: Municipality, language: Language) => MessageBody) =>
    (locale: string, id: MunicipalityId): MessageBody => {
      const municipality = municipalities.find(id);
      const language = readers.languageIn(locale, municipality);
      return municipality ? view(municipality, language) : emergency(language);
    };

  /** The same page where only the guild is known. */
  const pageHere =
    (view: (municipality: Municipality, language: Language) => MessageBody) =>
    (locale: string, guildId: string | null): MessageBody => {
      const municipality = readers.municipalityIn(guildId);
      const language = readers.languageIn(locale, municipality);
      return municipality ? view(municipality, language) : emergency(language);
    };

  const hours = (municipality: Municipality, language: Language): MessageBody =>
    openingHours(municipality, language, { now: now() });

  return {
    /** «Hjelp nå»: reads nothing but what is in memory. */
    helpNow: pageHere((municipality, language) => emergency(language, municipality)),
    openingHours: page(hours),
    openingHoursHere: pageHere(hours),
    whoAreYou: page(whoAreYou),
    privacy: page(privacy),
    worriedFriend: page((municipality, language) => worriedFriend(municipality, contacts, language)),

    /** The form, or nothing when the municipality is not configured any more. */
    writeToUs(locale: string, id: MunicipalityId): FormBody | undefined {
      const municipality = municipalities.find(id);
      const language = readers.languageIn(locale, municipality);
      return municipality && writeToUsForm(municipality, { contacts, language, now: now() });
    },

    /** Takes the words in; the receipt is the answer. */
    async receive(interaction: ModalSubmitInteraction, id: MunicipalityId): Promise<MessageBody> {
      const outcome = await receiveForm(writtenForm(interaction));
      const municipality = municipalities.find(id);
      const language = readers.languageIn(interaction.locale, municipality);
      const notice = outcome.kind === 'received' ? outcome : ({ kind: 'not-active' } as const);
      return senderNotice(notice, { municipality, contacts, language, now: now() });
    },
  };
}
