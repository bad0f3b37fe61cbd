import type { BaseInteraction, RepliableInteraction } from 'discord.js';
import { isSnowflake } from '../core/ids.ts';
import type { MunicipalityId, Snowflake } from '../core/ids.ts';
import type { Act } from '../core/access.ts';
import type { Case } from '../core/case.ts';
import type { NationalContacts } from '../core/contacts.ts';
import type { InboundMessage } from '../core/inbound.ts';
import { languageOf } from '../core/language.ts';
import type { Language } from '../core/language.ts';
import type { Municipality } from '../core/municipality.ts';
import type { RawText } from '../core/raw-text.ts';
import type { CasePress, Refusal } from '../flows/act-on-case.ts';
import type { ClaimCaseOutcome } from '../flows/claim-case.ts';
import type { CloseCaseOutcome } from '../flows/close-case.ts';
import type { FileIncidentOutcome, IncidentChoices } from '../flows/file-incident.ts';
import type { HeldReplies } from '../flows/held-replies.ts';
import type { OpenCaseFormOutcome } from '../flows/open-case-form.ts';
import type { ReceiveFormOutcome } from '../flows/receive-form.ts';
import type { ReplyOutcome } from '../flows/reply-to-sender.ts';
import type { Clock, Municipalities, Staff } from '../ports.ts';
import type { PublicCards } from './public-cards.ts';
import { deferred, ephemeral } from './reply.ts';
import type { MessageBody } from './views/body.ts';
import type { FormBody } from './views/form.ts';
import { helpNow } from './views/help-now.ts';
import { incidentForm } from './views/incident-form.ts';
import { openingHours } from './views/opening-hours.ts';
import {
  apology,
  claimOutcome,
  closeOutcome,
  formRefusal,
  incidentOutcome,
  replyOutcome,
  staleOutcome,
} from './views/outcome.ts';
import { privacy } from './views/privacy.ts';
import { replyForm } from './views/reply-form.ts';
import { replyPreview } from './views/reply-preview.ts';
import { senderNotice } from './views/sender-notice.ts';
import { whoAreYou } from './views/who-are-you.ts';
import { worriedFriend } from './views/worried-friend.ts';
import { writeToUsForm } from './views/write-to-us-form.ts';

/** What an interaction led to, ready to edit into its deferred answer. */
type Answer = ReturnType<typeof deferred>;

/** The use cases pieces may call. */
export interface Flows {
  claimCase(press: CasePress): Promise<ClaimCaseOutcome>;
  closeCase(press: CasePress): Promise<CloseCaseOutcome>;
  fileIncident(press: CasePress, choices: IncidentChoices): Promise<FileIncidentOutcome>;
  openCaseForm(press: CasePress, act: Act): Promise<OpenCaseFormOutcome>;
  receiveForm(form: InboundMessage): Promise<ReceiveFormOutcome>;
  replyToSender(press: CasePress, words: RawText, confirmed: boolean): Promise<ReplyOutcome>;
}

interface AppOptions {
  readonly now: Clock;
  readonly contacts: NationalContacts;
  readonly municipalities: Municipalities;
  readonly flows: Flows;
  readonly heldReplies: HeldReplies;
  readonly cards: PublicCards;
  /** Writes the fault to the log under a reference a person can quote, and gives the reference. */
  readonly report: (fault: unknown, piece: string) => string;
}

/** The one thing pieces see: what may be done, and how its outcome is shown in the reader's language. */
export type App = ReturnType<typeof createApp>;

declare module '@sapphire/pieces' {
  interface Container {
    app: App;
  }
}

export function createApp({ now, contacts, municipalities, flows, heldReplies, cards, report }: AppOptions) {
  const readerOf = (locale: string, municipality: Municipality | undefined): Language =>
    languageOf(locale, municipality?.language ?? 'nb');

  /** Of the guild the interaction is in; in a DM, of the only municipality there is. */
  const municipalityOf = (guildId: string | null): Municipality | undefined => {
    const all = municipalities.all();
    const here = all.find((one) => one.guildId === guildId || one.gameGuilds.some((game) => game.guildId === guildId));
    return here ?? (guildId === null && all.length === 1 ? all[0] : undefined);
  };

  /** A page of a municipality; one that is no longer configured has no pages, and emergency help instead. */
  const page =
    (view: (municipality: Municipality, language: Language) => MessageBody) =>
    (locale: string, id: MunicipalityId): MessageBody => {
      const municipality = municipalities.find(id);
      const language = readerOf(locale, municipality);
      return municipality ? view(municipality, language) : helpNow({ contacts, language, now: now() });
    };

  const staffReader = (locale: string, press: CasePress | undefined): Language =>
    readerOf(locale, press && municipalities.find(press.staff.municipalityId));

  return {
    municipalities,
    claimCase: flows.claimCase,
    closeCase: flows.closeCase,
    fileIncident: flows.fileIncident,
    openCaseForm: flows.openCaseForm,
    receiveForm: flows.receiveForm,

    /** A reply that needs confirmation is held until its writer confirms it. */
    async reply(press: CasePress, words: RawText): Promise<ReplyOutcome> {
      const outcome = await flows.replyToSender(press, words, false);
      if (outcome.kind === 'needs-confirmation') heldReplies.hold(press.cause, words);
      return outcome;
    },
    async confirmReply(press: CasePress, writtenIn: Snowflake): Promise<ReplyOutcome | { readonly kind: 'expired' }> {
      const words = heldReplies.release(writtenIn);
      return words ? flows.replyToSender({ ...press, cause: writtenIn }, words, true) : { kind: 'expired' };
    },

    async ensureCards(guildId?: string): Promise<void> {
      await Promise.all(municipalities.all().map((municipality) => cards.ensure(municipality, guildId)));
    },

    /** The open-or-closed page for whoever asks by command. */
    openingHoursFor({ locale, guildId }: BaseInteraction): Answer {
      const municipality = municipalityOf(guildId);
      const language = readerOf(locale, municipality);
      return deferred(
        municipality
          ? openingHours(municipality, language, { now: now() })
          : helpNow({ contacts, language, now: now() }),
      );
    },

    pages: {
      helpNow(locale: string, guildId: string | null): MessageBody {
        const municipality = municipalityOf(guildId);
        const language = readerOf(locale, municipality);
        return helpNow({ contacts, municipality, language, now: now() });
      },
      openingHours: page((municipality, language) => openingHours(municipality, language, { now: now() })),
      whoAreYou: page(whoAreYou),
      privacy: page(privacy),
      worriedFriend: page((municipality, language) => worriedFriend(municipality, contacts, language)),
    },

    forms: {
      /** The form, or nothing when the municipality is not configured any more. */
      writeToUs(locale: string, id: MunicipalityId): FormBody | undefined {
        const municipality = municipalities.find(id);
        const language = readerOf(locale, municipality);
        return municipality && writeToUsForm(municipality, { contacts, language, now: now() });
      },
      reply: (locale: string, about: Case, { signature, municipalityId }: Staff): FormBody =>
        replyForm(about, readerOf(locale, municipalities.find(municipalityId)), signature),
      incident: (locale: string, about: Case, { municipalityId }: Staff): FormBody =>
        incidentForm(about, readerOf(locale, municipalities.find(municipalityId))),
    },

    outcomes: {
      claimed: (locale: string, outcome: ClaimCaseOutcome, press?: CasePress): Answer =>
        deferred(claimOutcome(outcome, staffReader(locale, press))),
      closed: (locale: string, outcome: CloseCaseOutcome, press?: CasePress): Answer =>
        deferred(closeOutcome(outcome, staffReader(locale, press))),
      filed: (locale: string, outcome: FileIncidentOutcome, press?: CasePress): Answer =>
        deferred(incidentOutcome(outcome, staffReader(locale, press))),
      formRefused: (
        locale: string,
        outcome: Exclude<OpenCaseFormOutcome, { kind: 'ready' }>,
        press?: CasePress,
      ): MessageBody => formRefusal(outcome, staffReader(locale, press)),
      stale: (locale: string): MessageBody => staleOutcome(readerOf(locale, undefined)),

      replied(locale: string, outcome: ReplyOutcome, press: CasePress | undefined): Answer {
        const language = staffReader(locale, press);
        const municipality = press && municipalities.find(press.staff.municipalityId);
        if (outcome.kind !== 'needs-confirmation') return deferred(replyOutcome(outcome, language));
        if (!municipality || !isSnowflake(press.cause)) return deferred(replyOutcome({ kind: 'expired' }, language));
        const { case: about, text, personalData } = outcome;
        const signed = { signature: press.staff.signature, municipality, language: about.language };
        return deferred(
          replyPreview(about, { text, warnings: { personalData }, writtenIn: press.cause, signed, language }),
        );
      },
      confirmed(
        locale: string,
        outcome: ReplyOutcome | { readonly kind: 'expired' } | Refusal,
        press?: CasePress,
      ): Answer {
        const language = staffReader(locale, press);
        return deferred(replyOutcome(outcome.kind === 'needs-confirmation' ? { kind: 'expired' } : outcome, language));
      },
      received(locale: string, id: MunicipalityId, outcome: ReceiveFormOutcome): Answer {
        const municipality = municipalities.find(id);
        const language = readerOf(locale, municipality);
        const notice = outcome.kind === 'received' ? outcome : ({ kind: 'not-active' } as const);
        return deferred(senderNotice(notice, { municipality, contacts, language, now: now() }));
      },
    },

    /** Tells the person that something went wrong, in words and with a reference; whatever the state of the answer. */
    async apologise(interaction: BaseInteraction, fault: unknown, piece: string): Promise<void> {
      const reference = report(fault, piece);
      if (!interaction.isRepliable()) return;
      const municipality = municipalityOf(interaction.guildId);
      const to = municipality?.guildId === interaction.guildId ? 'staff' : 'sender';
      await tell(interaction, apology(reference, to, readerOf(interaction.locale, municipality))).catch(
        (again: unknown) => report(again, piece),
      );
    },
    note(fault: unknown, piece: string): void {
      report(fault, piece);
    },
  };
}

async function tell(interaction: RepliableInteraction, body: MessageBody): Promise<void> {
  if (interaction.deferred) await interaction.editReply(deferred(body));
  else if (interaction.replied) await interaction.followUp(ephemeral(body));
  else await interaction.reply(ephemeral(body));
}
