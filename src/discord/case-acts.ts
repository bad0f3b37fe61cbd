import type { BaseInteraction, ModalSubmitInteraction } from 'discord.js';
import type { Act } from '../core/access.ts';
import type { Rating } from '../core/assessment-rating.ts';
import type { Case } from '../core/case.ts';
import { isSnowflake } from '../core/ids.ts';
import type { CaseId, Snowflake } from '../core/ids.ts';
import type { Language } from '../core/language.ts';
import type { RawText } from '../core/raw-text.ts';
import type { CasePress } from '../flows/act-on-case.ts';
import type { ClaimCaseOutcome } from '../flows/claim-case.ts';
import type { CloseCaseOutcome } from '../flows/close-case.ts';
import type { GiveDeskLinkOutcome } from '../flows/desk/desk-link.ts';
import type { FileIncidentOutcome, IncidentChoices } from '../flows/file-incident.ts';
import type { HeldReplies } from '../flows/held-replies.ts';
import type { OpenCaseFormOutcome } from '../flows/open-case-form.ts';
import type { RateAssessmentOutcome } from '../flows/rate-assessment.ts';
import type { ReplyOutcome } from '../flows/reply-to-sender.ts';
import type { Municipalities, Staff } from '../ports.ts';
import { pressOf } from './actor.ts';
import type { Readers } from './readers.ts';
import type { MessageBody } from './views/body.ts';
import type { FormBody } from './views/form.ts';
import { incidentForm } from './views/incident-form.ts';
import {
  claimOutcome,
  closeOutcome,
  deskOutcome,
  formRefusal,
  incidentOutcome,
  ratingOutcome,
  replyOutcome,
} from './views/outcome.ts';
import { replyForm } from './views/reply-form.ts';
import { replyPreview } from './views/reply-preview.ts';
import { incidentChoices, wordsIn } from './written-form.ts';

/** What staff may do to a case. */
export interface CaseFlows {
  readonly claimCase: (press: CasePress) => Promise<ClaimCaseOutcome>;
  readonly closeCase: (press: CasePress) => Promise<CloseCaseOutcome>;
  readonly rateAssessment: (press: CasePress, rating: Rating) => Promise<RateAssessmentOutcome>;
  readonly giveDeskLink: (press: CasePress) => Promise<GiveDeskLinkOutcome>;
  readonly fileIncident: (press: CasePress, choices: IncidentChoices) => Promise<FileIncidentOutcome>;
  readonly openCaseForm: (press: CasePress, act: Act) => Promise<OpenCaseFormOutcome>;
  readonly replyToSender: (press: CasePress, words: RawText, confirmed: boolean) => Promise<ReplyOutcome>;
}

interface CaseActsOptions {
  readonly flows: CaseFlows;
  readonly municipalities: Municipalities;
  readonly readers: Readers;
  readonly heldReplies: HeldReplies;
}

/** A form to show, or why there is none. */
export type FormOrRefusal =
  { readonly kind: 'form'; readonly form: FormBody } | { readonly kind: 'refused'; readonly body: MessageBody };

/** Presses and forms of staff on cases: who it is, the use case, and its outcome in the reader's language. */
export type CaseActs = ReturnType<typeof createCaseActs>;

export function createCaseActs({ flows, municipalities, readers, heldReplies }: CaseActsOptions) {
  const notPermitted = { kind: 'not-permitted' } as const;

  /** One press: refused for whoever is no staff of the guild it comes from. */
  async function act<Outcome>(
    interaction: BaseInteraction,
    caseId: CaseId,
    run: (press: CasePress) => Promise<Outcome>,
    show: (outcome: Outcome | typeof notPermitted, language: Language, press: CasePress | undefined) => MessageBody,
  ): Promise<MessageBody> {
    const press = pressOf(interaction, municipalities, caseId);
    const language = readers.languageOfStaff(interaction.locale, press?.staff.municipalityId);
    return show(press ? await run(press) : notPermitted, language, press);
  }

  async function openForm(
    interaction: BaseInteraction,
    caseId: CaseId,
    wanted: Act,
    form: (about: Case, language: Language, staff: Staff) => FormBody,
  ): Promise<FormOrRefusal> {
    const press = pressOf(interaction, municipalities, caseId);
    const language = readers.languageOfStaff(interaction.locale, press?.staff.municipalityId);
    if (!press) return { kind: 'refused', body: formRefusal(notPermitted, language) };
    const outcome = await flows.openCaseForm(press, wanted);
    return outcome.kind === 'ready'
      ? { kind: 'form', form: form(outcome.case, language, press.staff) }
      : { kind: 'refused', body: formRefusal(outcome, language) };
  }

  /** A reply that needs confirmation is shown back with what should give pause. */
  function showReply(outcome: ReplyOutcome, language: Language, press: CasePress | undefined): MessageBody {
    if (outcome.kind !== 'needs-confirmation') return replyOutcome(outcome, language);
    const municipality = press && municipalities.find(press.staff.municipalityId);
    if (!municipality || !isSnowflake(press.cause)) return replyOutcome({ kind: 'expired' }, language);
    const { case: about, text, personalData } = outcome;
    const signed = { signature: press.staff.signature, municipality, language: about.language };
    return replyPreview(about, { text, warnings: { personalData }, writtenIn: press.cause, signed, language });
  }

  return {
    claim: (interaction: BaseInteraction, caseId: CaseId) => act(interaction, caseId, flows.claimCase, claimOutcome),
    close: (interaction: BaseInteraction, caseId: CaseId) => act(interaction, caseId, flows.closeCase, closeOutcome),

    openDesk: (interaction: BaseInteraction, caseId: CaseId) =>
      act(interaction, caseId, flows.giveDeskLink, deskOutcome),

    rate: (interaction: BaseInteraction, caseId: CaseId, rating: Rating) =>
      act(interaction, caseId, (press) => flows.rateAssessment(press, rating), ratingOutcome),

    replyForm: (interaction: BaseInteraction, caseId: CaseId) =>
      openForm(interaction, caseId, 'case.reply', (about, language, { signature }) =>
        replyForm(about, language, signature),
      ),
    incidentForm: (interaction: BaseInteraction, caseId: CaseId) =>
      openForm(interaction, caseId, 'case.file-incident', incidentForm),

    fileIncident(interaction: ModalSubmitInteraction, caseId: CaseId): Promise<MessageBody> {
      const choices = incidentChoices(interaction);
      return act(interaction, caseId, (press) => flows.fileIncident(press, choices), incidentOutcome);
    },

    reply(interaction: ModalSubmitInteraction, caseId: CaseId): Promise<MessageBody> {
      const words = wordsIn(interaction);
      const run = async (press: CasePress): Promise<ReplyOutcome> => {
        const outcome = await flows.replyToSender(press, words, false);
        if (outcome.kind === 'needs-confirmation') heldReplies.hold(press.cause, words);
        return outcome;
      };
      return act(interaction, caseId, run, showReply);
    },

    /** «Send likevel»: the reply written in that form, once. */
    confirmReply(interaction: BaseInteraction, caseId: CaseId, writtenIn: Snowflake): Promise<MessageBody> {
      const run = async (
        press: CasePress,
      ): Promise<Exclude<ReplyOutcome, { kind: 'needs-confirmation' }> | { readonly kind: 'expired' }> => {
        const words = heldReplies.release(writtenIn);
        if (!words) return { kind: 'expired' };
        const outcome = await flows.replyToSender({ ...press, cause: writtenIn }, words, true);
        return outcome.kind === 'needs-confirmation' ? { kind: 'expired' } : outcome;
      };
      return act(interaction, caseId, run, replyOutcome);
    },
  };
}
