import type { ModalSubmitInteraction } from 'discord.js';
import { isApproved, isInert } from '../core/approval.ts';
import type { NationalContacts } from '../core/contacts.ts';
import type { InboundMessage } from '../core/inbound.ts';
import type { MunicipalityId } from '../core/ids.ts';
import type { Language } from '../core/language.ts';
import type { Municipality } from '../core/municipality.ts';
import type { KnownDuty } from '../flows/duty/known-duty.ts';
import type { ReceiveFormOutcome } from '../flows/receive-form.ts';
import type { Clock, Municipalities } from '../ports.ts';
import type { Reader, Readers } from './readers.ts';
import type { MessageBody } from './views/body.ts';
import type { FormBody } from './views/form.ts';
import { helpNow } from './views/help-now.ts';
import { openingHours } from './views/opening-hours.ts';
import { privacy } from './views/privacy.ts';
import { senderNotice } from './views/sender-notice.ts';
import { about } from './views/about.ts';
import { whoAreYou } from './views/who-are-you.ts';
import { worriedFriend } from './views/worried-friend.ts';
import { writeToUsForm } from './views/write-to-us-form.ts';
import { writtenForm } from './written-form.ts';

interface EntranceOptions {
  readonly now: Clock;
  readonly contacts: NationalContacts;
  readonly municipalities: Pick<Municipalities, 'find'>;
  readonly readers: Readers;
  /** Who is on duty; undefined when that cannot be found out quickly. */
  readonly knownDuty: KnownDuty;
  readonly receiveForm: (form: InboundMessage) => Promise<ReceiveFormOutcome>;
  /** Of the product. */
  readonly version: string;
}

/** The form, or why nothing is taken in. */
export type WriteToUs =
  { readonly kind: 'form'; readonly form: FormBody } | { readonly kind: 'not-active'; readonly body: MessageBody };

/** What young people meet: the pages behind the card's buttons, and the form they write in. */
export type Entrance = ReturnType<typeof createEntrance>;

export function createEntrance(options: EntranceOptions) {
  const { now, contacts, municipalities, readers, knownDuty, receiveForm, version } = options;
  const emergency = (language: Language, municipality?: Municipality): MessageBody =>
    helpNow({ contacts, municipality, language, now: now() });

  type Page<Body> = (municipality: Municipality, language: Language) => Body;
  /** A page of a municipality; one that is no longer configured has no pages, and emergency help instead. */
  const shown = <Body>(view: Page<Body>, reader: Reader, municipality: Municipality | undefined) => {
    const language = readers.languageIn(reader, municipality);
    return municipality ? view(municipality, language) : emergency(language);
  };
  const page =
    <Body>(view: Page<Body>) =>
    (reader: Reader, id: MunicipalityId) =>
      shown(view, reader, municipalities.find(id));
  /** The same page where only the guild is known. */
  const pageHere =
    <Body>(view: Page<Body>) =>
    (reader: Reader, guildId: string | null) =>
      shown(view, reader, readers.municipalityIn(guildId));
  const notActive = (municipality: Municipality, language: Language): MessageBody =>
    senderNotice({ kind: 'not-active' }, { municipality, contacts, language, now: now() });
  const mayConverse = ({ approval }: Municipality): boolean => isApproved(approval, 2, now());
  /** A page about a service that runs; before anything is approved it says so, with the emergency numbers. */
  const running =
    (view: Page<MessageBody>): Page<MessageBody> =>
    (municipality, language) =>
      (isInert(municipality, now()) ? notActive : view)(municipality, language);

  const isStaffed = async (municipality: Municipality): Promise<boolean | undefined> => {
    const onDuty = await knownDuty(municipality);
    return onDuty && onDuty.length > 0;
  };
  const hours =
    (days?: number) =>
    async (municipality: Municipality, language: Language): Promise<MessageBody> =>
      isInert(municipality, now())
        ? notActive(municipality, language)
        : openingHours(municipality, language, {
            now: now(),
            staffed: await isStaffed(municipality),
            approved: mayConverse(municipality),
            ...(days === undefined ? {} : { days }),
          });

  return {
    /** «Hjelp nå»: reads nothing but what is in memory. */
    helpNow: pageHere((municipality, language) => emergency(language, municipality)),
    openingHours: page(hours()),
    /** @param days how many days are shown, from today; a week when left out */
    openingHoursHere: async (reader: Reader, guildId: string | null, days?: number): Promise<MessageBody> =>
      pageHere(hours(days))(reader, guildId),
    whoAreYou: page(running(whoAreYou)),
    whoAreYouHere: pageHere(running(whoAreYou)),
    aboutHere: pageHere((municipality, language) => about(municipality, language, version)),
    privacy: page(privacy),
    privacyHere: pageHere(privacy),
    worriedFriend: page(
      running((municipality, language) =>
        worriedFriend(municipality, contacts, language, { takesIn: mayConverse(municipality) }),
      ),
    ),

    /** The form; nobody is let write what nobody will read. Nothing when the municipality is not configured any more. */
    async writeToUs(reader: Reader, id: MunicipalityId): Promise<WriteToUs | undefined> {
      const municipality = municipalities.find(id);
      if (!municipality) return undefined;
      const language = readers.languageIn(reader, municipality);
      if (!mayConverse(municipality)) return { kind: 'not-active', body: notActive(municipality, language) };
      const context = { contacts, language, now: now(), staffed: await isStaffed(municipality) };
      return { kind: 'form', form: writeToUsForm(municipality, context) };
    },

    /** Takes the words in; the receipt is the answer, and is owed to the writer when `isShown` says that they may not see it. */
    async receive(interaction: ModalSubmitInteraction, id: MunicipalityId, isShown: boolean): Promise<MessageBody> {
      const form = writtenForm(interaction, readers.chosenBy(interaction));
      const outcome = await receiveForm(isShown ? form : { ...form, receiptOwed: true });
      const municipality = municipalities.find(id);
      const language = readers.languageIn(interaction, municipality);
      const notice = outcome.kind === 'received' ? outcome : ({ kind: 'not-active' } as const);
      return senderNotice(notice, { municipality, contacts, language, now: now() });
    },
  };
}
