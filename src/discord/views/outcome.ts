import type { Language } from '../../core/language.ts';
import type { Refusal } from '../../flows/act-on-case.ts';
import type { ChangeReplyOutcome, OpenReplyOutcome, WithdrawReplyOutcome } from '../../flows/change-reply.ts';
import type { ClaimCaseOutcome } from '../../flows/claim-case.ts';
import type { CloseCaseOutcome } from '../../flows/close-case.ts';
import type { GiveDeskLinkOutcome } from '../../flows/desk/desk-link.ts';
import type { OpenCaseFormOutcome } from '../../flows/open-case-form.ts';
import type { RateAssessmentOutcome } from '../../flows/rate-assessment.ts';
import type { ReplyOutcome } from '../../flows/reply-to-sender.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import type { Catalogue } from '../../i18n/catalogue.ts';
import { ratings } from '../../core/assessment-rating.ts';
import { encodeCustomId } from '../custom-id.ts';
import { button, message } from './body.ts';
import type { Accent, MessageBody } from './body.ts';
import { timeTextIn } from '../../i18n/time-text.ts';
import { norwegianTime } from './context.ts';
import { helpNowButton } from './help-now-button.ts';
import { inline } from './shown-words.ts';

/** The short answer to a press or a form. Always shown to one person only. */

export const said = (text: string, accent: Accent = 'done'): MessageBody => message({ texts: [text], accent });

const nameOf = ({ staff }: Catalogue, caseNumber: number): string => staff.caseName({ caseNumber });

export function claimOutcome(outcome: ClaimCaseOutcome, language: Language): MessageBody {
  const texts = textsIn(language);
  switch (outcome.kind) {
    case 'claimed':
      return message({
        texts: [texts.outcomes.claimed({ caseName: nameOf(texts, outcome.caseNumber) })],
        buttons: [
          button(texts.staff.replyButton(), encodeCustomId('case-reply', outcome.caseId), 'primary'),
          button(texts.caseWork.stepButton(), encodeCustomId('case-step', outcome.caseId)),
        ],
        accent: 'calm',
      });
    case 'already-claimed':
      return said(
        texts.outcomes.alreadyClaimed({
          caseName: nameOf(texts, outcome.caseNumber),
          signature: inline(outcome.by.signature),
        }),
      );
    case 'closed':
      return said(texts.outcomes.caseIsClosed({ caseName: nameOf(texts, outcome.caseNumber) }));
    case 'not-permitted':
    case 'not-found':
      return refused(outcome, texts);
  }
}

export function closeOutcome(outcome: CloseCaseOutcome, language: Language): MessageBody {
  const texts = textsIn(language);
  switch (outcome.kind) {
    case 'closed':
      return message({
        texts: [texts.outcomes.closed({ caseName: nameOf(texts, outcome.caseNumber) }), texts.outcomes.rateQuestion()],
        buttons: ratings.map((rating) =>
          button(texts.outcomes.rateButton({ rating }), encodeCustomId('case-rate', outcome.caseId, rating)),
        ),
        accent: 'done',
      });
    case 'already-closed':
      return said(texts.outcomes.alreadyClosed());
    case 'too-soon':
      return said(
        texts.caseWork.tooSoon({
          caseName: nameOf(texts, outcome.caseNumber),
          until: timeTextIn(language, norwegianTime).on(outcome.until),
        }),
        'serious',
      );
    case 'not-taken':
      return said(texts.outcomes.closeNotTaken({ caseName: nameOf(texts, outcome.caseNumber) }), 'serious');
    case 'not-permitted':
    case 'not-found':
      return refused(outcome, texts);
  }
}

/** What a reply led to; one that needs confirmation is shown by `replyPreview`. */
export function replyOutcome(
  outcome: Exclude<ReplyOutcome, { kind: 'needs-confirmation' }> | { readonly kind: 'expired' },
  language: Language,
): MessageBody {
  const texts = textsIn(language);
  switch (outcome.kind) {
    case 'queued':
      return said(texts.outcomes.replyQueued({ caseName: nameOf(texts, outcome.caseNumber) }), 'calm');
    case 'closed':
      return said(texts.outcomes.caseIsClosed({ caseName: nameOf(texts, outcome.caseNumber) }), 'serious');
    case 'expired':
      return said(texts.outcomes.replyExpired(), 'serious');
    case 'not-permitted':
    case 'not-found':
      return refused(outcome, texts);
  }
}

type ChangedReply = Exclude<
  ChangeReplyOutcome | WithdrawReplyOutcome | OpenReplyOutcome,
  { kind: 'needs-confirmation' | 'ready' }
>;

/** What changing or taking back a reply led to. */
export function changedReplyOutcome(
  outcome: ChangedReply | { readonly kind: 'expired' },
  language: Language,
): MessageBody {
  const texts = textsIn(language);
  const { caseWork, outcomes } = texts;
  switch (outcome.kind) {
    case 'changed':
      return said(caseWork.replyChanged({ caseName: nameOf(texts, outcome.caseNumber) }), 'calm');
    case 'withdrawn':
      return said(caseWork.replyWithdrawn({ caseName: nameOf(texts, outcome.caseNumber) }), 'calm');
    case 'not-yours':
      return said(caseWork.replyNotYours());
    case 'withdrawn-already':
      return said(caseWork.replyWithdrawnAlready());
    case 'closed':
      return said(outcomes.caseIsClosed({ caseName: nameOf(texts, outcome.caseNumber) }), 'serious');
    case 'expired':
      return said(outcomes.replyExpired(), 'serious');
    case 'not-permitted':
    case 'not-found':
      return refused(outcome, texts);
  }
}

/** The one-time link to the desk. The token in it says nothing without the desk's key. */
export function deskOutcome(outcome: GiveDeskLinkOutcome, language: Language): MessageBody {
  const texts = textsIn(language);
  switch (outcome.kind) {
    case 'given':
      return said(texts.outcomes.deskLink({ url: outcome.url }), 'calm');
    case 'not-set-up':
      return said(texts.outcomes.deskNotSetUp(), 'serious');
    case 'not-permitted':
    case 'not-found':
      return refused(outcome, texts);
  }
}

export function ratingOutcome(outcome: RateAssessmentOutcome, language: Language): MessageBody {
  const texts = textsIn(language);
  return outcome.kind === 'rated' ? said(texts.outcomes.rated()) : refused(outcome, texts);
}

/** Why a form about a case was not opened. */
export function formRefusal(outcome: Exclude<OpenCaseFormOutcome, { kind: 'ready' }>, language: Language): MessageBody {
  const texts = textsIn(language);
  return outcome.kind === 'closed'
    ? said(texts.outcomes.caseIsClosed({ caseName: nameOf(texts, outcome.caseNumber) }))
    : refused(outcome, texts);
}

/** A button or form this version no longer knows. Anyone may meet it, so it carries «Hjelp nå». */
export const staleOutcome = (language: Language): MessageBody =>
  message({ texts: [textsIn(language).outcomes.staleComponent()], buttons: [helpNowButton(language)], accent: 'done' });

/** Something failed here. A sender is told that the words may be lost; staff only that it failed. */
export function apology(reference: string, to: 'sender' | 'staff', language: Language): MessageBody {
  const { outcomes } = textsIn(language);
  return to === 'staff'
    ? said(outcomes.tryAgain({ reference }), 'serious')
    : message({
        texts: [outcomes.tryAgainSender({ reference })],
        buttons: [helpNowButton(language)],
        accent: 'serious',
      });
}

export const refused = ({ kind }: Refusal, { outcomes }: Catalogue): MessageBody =>
  said(kind === 'not-found' ? outcomes.notFound() : outcomes.notPermitted());
