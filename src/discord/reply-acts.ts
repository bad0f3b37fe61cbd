import type { BaseInteraction, ModalSubmitInteraction } from 'discord.js';
import type { Act } from '../core/access.ts';
import type { Case } from '../core/case.ts';
import { isSnowflake } from '../core/ids.ts';
import type { CaseId, Snowflake } from '../core/ids.ts';
import type { Language } from '../core/language.ts';
import type { StandardText } from '../core/standard-text.ts';
import type { Instant } from '../core/time.ts';
import { RawText } from '../core/raw-text.ts';
import type { CasePress } from '../flows/act-on-case.ts';
import type { ChangeReplyOutcome, OpenReplyOutcome, WithdrawReplyOutcome } from '../flows/change-reply.ts';
import type { OpenCaseFormOutcome } from '../flows/open-case-form.ts';
import type { ReplyOutcome, ReplyStep } from '../flows/reply-to-sender.ts';
import type { ListTextsOutcome } from '../flows/standard-texts.ts';
import type { WritingNow } from '../flows/writing-now.ts';
import type { Municipalities, Staff } from '../ports.ts';
import { pressOf } from './actor.ts';
import { composeReply } from './compose-reply.ts';
import type { ReplyFault } from './compose-reply.ts';
import type { Held } from './held.ts';
import { createPressOnCase } from './press-on-case.ts';
import type { Readers } from './readers.ts';
import type { MessageBody } from './views/body.ts';
import type { FormOrRefusal } from './views/form.ts';
import { changedReplyOutcome, formRefusal, replyOutcome } from './views/outcome.ts';
import { changeReplyForm, replyForm } from './views/reply-form.ts';
import { replyPreview, replyToMend } from './views/reply-preview.ts';
import { answersIn, fields, wordsIn } from './written-form.ts';

/** A reply that waits for its writer to send it, or to write it again. */
export interface HeldReply {
  readonly text: string;
  /** The reply it is to stand instead of; absent for a new one. */
  readonly changes?: Snowflake;
}

/** What staff may do about replies. */
export interface ReplyFlows {
  readonly openCaseForm: (press: CasePress, act: Act) => Promise<OpenCaseFormOutcome>;
  readonly replyToSender: (
    press: CasePress,
    words: RawText,
    step: ReplyStep,
    begunAt?: Instant,
  ) => Promise<ReplyOutcome>;
  readonly listStandardTexts: (staff: Staff) => Promise<ListTextsOutcome>;
  readonly openReply: (press: CasePress, replyId: Snowflake) => Promise<OpenReplyOutcome>;
  readonly changeReply: (
    press: CasePress,
    replyId: Snowflake,
    words: RawText,
    confirmed: boolean,
  ) => Promise<ChangeReplyOutcome>;
  readonly withdrawReply: (press: CasePress, replyId: Snowflake) => Promise<WithdrawReplyOutcome>;
}

interface ReplyActsOptions {
  readonly flows: ReplyFlows;
  readonly municipalities: Municipalities;
  readonly readers: Readers;
  readonly heldReplies: Held<HeldReply>;
  readonly writingNow: WritingNow;
  /** Lets the sender see that somebody writes. Never waits, never fails. */
  readonly showTyping: (about: Case) => void;
}

/** «Svar», «Skriv på nytt», «Send likevel», «Endre» and «Trekk tilbake»: what staff write to a sender. */
export type ReplyActs = ReturnType<typeof createReplyActs>;

export function createReplyActs(options: ReplyActsOptions) {
  const { flows, municipalities, readers, heldReplies, writingNow, showTyping } = options;
  const act = createPressOnCase({ municipalities, readers });
  const notPermitted = { kind: 'not-permitted' } as const;

  type Waiting = Extract<ReplyOutcome, { kind: 'needs-confirmation' }>;

  /** A reply that needs confirmation is shown back with what should give pause, and held until its writer decides. */
  function preview(outcome: Waiting, language: Language, press: CasePress, changes?: Snowflake): MessageBody {
    const municipality = municipalities.find(press.staff.municipalityId);
    if (!municipality || !isSnowflake(press.cause)) return replyOutcome({ kind: 'expired' }, language);
    const { case: about, text, warnings } = outcome;
    heldReplies.hold(press.cause, { text, ...(changes === undefined ? {} : { changes }) });
    const signed = { signature: press.staff.signature, municipality, language: about.language };
    return replyPreview(about, { text, warnings, writtenIn: press.cause, signed, language });
  }

  async function usableTexts(staff: Staff): Promise<readonly StandardText[]> {
    const listed = await flows.listStandardTexts(staff);
    return listed.kind === 'listed' ? listed.usable : [];
  }

  /** @param text what the reply begins with, e.g. a standard text; without one, those that may be sent are offered */
  async function replyFormWith(interaction: BaseInteraction, caseId: CaseId, text = ''): Promise<FormOrRefusal> {
    const press = pressOf(interaction, municipalities, caseId);
    const language = readers.languageOfStaff(interaction, press?.staff.municipalityId);
    if (!press) return { kind: 'refused', body: formRefusal(notPermitted, language) };
    const opened = await flows.openCaseForm(press, 'case.reply');
    if (opened.kind !== 'ready') return { kind: 'refused', body: formRefusal(opened, language) };
    const { staff } = press;
    const ready = text === '' ? await usableTexts(staff) : [];
    const colleagues = writingNow.others(caseId, staff.id);
    writingNow.begin(caseId, staff);
    showTyping(opened.case);
    return {
      kind: 'form',
      form: replyForm(opened.case, language, { signature: staff.signature, colleagues, text, ready }),
    };
  }

  /** @param text instead of the reply as it stands */
  async function changeReplyFormWith(
    interaction: BaseInteraction,
    caseId: CaseId,
    replyId: Snowflake,
    text?: string,
  ): Promise<FormOrRefusal> {
    const press = pressOf(interaction, municipalities, caseId);
    const language = readers.languageOfStaff(interaction, press?.staff.municipalityId);
    if (!press) return { kind: 'refused', body: formRefusal(notPermitted, language) };
    const opened = await flows.openReply(press, replyId);
    return opened.kind === 'ready'
      ? { kind: 'form', form: changeReplyForm(opened.case, replyId, text ?? opened.text, language) }
      : { kind: 'refused', body: changedReplyOutcome(opened, language) };
  }

  /** What was written waits, so that it need not be written twice. */
  function toMend(why: ReplyFault, language: Language, caseId: CaseId, writtenIn: string, text: string): MessageBody {
    if (!isSnowflake(writtenIn)) return replyOutcome({ kind: 'expired' }, language);
    heldReplies.hold(writtenIn, { text });
    return replyToMend(why, { caseId, writtenIn, language });
  }

  return {
    form: replyFormWith,

    /** «Endre»: one's own reply, as it stands. */
    changeForm: (interaction: BaseInteraction, caseId: CaseId, replyId: Snowflake) =>
      changeReplyFormWith(interaction, caseId, replyId),

    change(interaction: ModalSubmitInteraction, caseId: CaseId, replyId: Snowflake): Promise<MessageBody> {
      const words = wordsIn(interaction);
      return act(
        interaction,
        caseId,
        (press) => flows.changeReply(press, replyId, words, false),
        (outcome, language, press) =>
          outcome.kind === 'needs-confirmation' && press
            ? preview(outcome, language, press, replyId)
            : changedReplyOutcome(settled(outcome), language),
      );
    },

    withdraw: (interaction: BaseInteraction, caseId: CaseId, replyId: Snowflake) =>
      act(interaction, caseId, (press) => flows.withdrawReply(press, replyId), changedReplyOutcome),

    /** Sent, shown back to its writer first, or given back to be mended. */
    send(interaction: ModalSubmitInteraction, caseId: CaseId): Promise<MessageBody> {
      const { words: own = '', ready } = answersIn(interaction, [fields.words, fields.ready]);
      return act(
        interaction,
        caseId,
        async (press) => {
          const begunAt = writingNow.end(caseId, press.staff.id);
          const composed = composeReply(own, ready, ready === undefined ? [] : await usableTexts(press.staff));
          if (composed.kind === 'words')
            return flows.replyToSender(press, new RawText(composed.text), composed.step, begunAt);
          const opened = await flows.openCaseForm(press, 'case.reply');
          return opened.kind === 'ready' ? composed : opened;
        },
        (outcome, language, press) => {
          switch (outcome.kind) {
            case 'empty':
            case 'too-long':
            case 'not-usable':
              return toMend(outcome.kind, language, caseId, interaction.id, own);
            case 'needs-confirmation':
              return press ? preview(outcome, language, press) : replyOutcome({ kind: 'expired' }, language);
            default:
              return replyOutcome(outcome, language);
          }
        },
      );
    },

    /** «Skriv på nytt»: the form with what was written in it, or empty when that has waited too long. */
    writeAgain(interaction: BaseInteraction, caseId: CaseId, writtenIn: Snowflake): Promise<FormOrRefusal> {
      const { text, changes } = heldReplies.find(writtenIn) ?? {};
      return changes === undefined
        ? replyFormWith(interaction, caseId, text)
        : changeReplyFormWith(interaction, caseId, changes, text);
    },

    /** «Send likevel»: the reply written in that form, once. */
    confirm(interaction: BaseInteraction, caseId: CaseId, writtenIn: Snowflake): Promise<MessageBody> {
      const held = heldReplies.find(writtenIn);
      heldReplies.drop(writtenIn);
      if (!held) {
        const expired = async (press: CasePress) => {
          const opened = await flows.openCaseForm(press, 'case.reply');
          return opened.kind === 'ready' ? ({ kind: 'expired' } as const) : opened;
        };
        return act(interaction, caseId, expired, replyOutcome);
      }
      const { text, changes } = held;
      const words = new RawText(text);
      const writing = (press: CasePress): CasePress => ({ ...press, cause: writtenIn });
      return changes === undefined
        ? act(
            interaction,
            caseId,
            (press) => flows.replyToSender(writing(press), words, 'confirmed'),
            (outcome, language) => replyOutcome(settled(outcome), language),
          )
        : act(
            interaction,
            caseId,
            (press) => flows.changeReply(writing(press), changes, words, true),
            (outcome, language) => changedReplyOutcome(settled(outcome), language),
          );
    },
  };
}

/** What is confirmed needs no confirmation; should it all the same, nothing is sent. */
const settled = <Outcome extends { readonly kind: string }>(
  outcome: Outcome,
): Exclude<Outcome, { kind: 'needs-confirmation' }> | { readonly kind: 'expired' } =>
  outcome.kind === 'needs-confirmation'
    ? { kind: 'expired' }
    : (outcome as Exclude<Outcome, { kind: 'needs-confirmation' }>);
