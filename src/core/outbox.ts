import type { Strategy } from './approval.ts';
import type { CaseId, Lane, MunicipalityId, Snowflake } from './ids.ts';
import type { Language } from './language.ts';
import type { SimpleQuestion } from './questions/simple-question.ts';
import type { PersonalDataKind } from './redaction/redaction.ts';
import type { OmittedContent, StaffRef } from './case.ts';
import type { Keeping } from './retention.ts';
import type { ErasureAnswer } from './subject-request.ts';
import type { Category, Severity } from './triage/assessment.ts';
import type { Instant } from './time.ts';

/** Something to be said in Discord, as ids and choices only: words are looked up when it is sent. */
export type Dispatch =
  /** The card in the staff channel that opens a case; its thread starts from it. */
  | { readonly kind: 'case-card'; readonly caseId: CaseId }
  | { readonly kind: 'case-thread'; readonly caseId: CaseId }
  /** One entry of the conversation, shown to staff in the case's thread. */
  | { readonly kind: 'case-entry'; readonly caseId: CaseId; readonly entryId: string }
  /** Brings the post of an entry up to date, e.g. after the sender deleted the message. */
  | { readonly kind: 'entry-refresh'; readonly caseId: CaseId; readonly entryId: string }
  /** A line to staff in the case's thread that is not part of the conversation. */
  | { readonly kind: 'case-note'; readonly caseId: CaseId; readonly note: CaseNote }
  /** Calls the on-call role; `step` counts from 0 up the ladder. */
  | { readonly kind: 'case-alert'; readonly caseId: CaseId; readonly severity: Severity; readonly step: number }
  /** Brings the latest call up to date: somebody has the case. */
  | { readonly kind: 'alert-refresh'; readonly caseId: CaseId }
  /** Brings the card in the staff channel up to date. */
  | { readonly kind: 'card-refresh'; readonly caseId: CaseId }
  /** Reminds staff of a case, in the staff channel. */
  | { readonly kind: 'case-reminder'; readonly caseId: CaseId; readonly about: CaseReminder }
  /** An appointment with a case: says nothing itself, and is kept at its `notBefore`. */
  | { readonly kind: 'case-due'; readonly caseId: CaseId; readonly due: CaseDue }
  /** Deletes what the service has posted to staff about a case that is erased; tried until it is gone. */
  | { readonly kind: 'remove-copies'; readonly caseId: CaseId; readonly copies: readonly StaffCopy[] }
  /** Reminds staff, in the staff channel, of what a case still asks of them; the conversation may be erased by then. */
  | {
      readonly kind: 'follow-up';
      readonly municipalityId: MunicipalityId;
      readonly caseId: CaseId;
      readonly caseNumber: number;
      readonly about: FollowUp;
    }
  /** A reply written by staff, to the sender. */
  | {
      readonly kind: 'sender-reply';
      readonly caseId: CaseId;
      readonly entryId: string;
      /** The sender takes no direct messages: told of it in the private thread, where they can read it. */
      readonly via?: 'thread';
    }
  /** A private thread with the sender, in a server both are in. */
  | { readonly kind: 'sender-thread'; readonly caseId: CaseId }
  /** A later wording of a reply, in the place of the first. */
  | { readonly kind: 'reply-change'; readonly caseId: CaseId; readonly entryId: string; readonly replyId: string }
  /** Takes a reply out of the sender's conversation. */
  | { readonly kind: 'reply-withdrawal'; readonly caseId: CaseId; readonly replyId: string }
  /** What is unanswered when the last one on duty leaves, to the staff channel. */
  | { readonly kind: 'duty-handover'; readonly municipalityId: MunicipalityId; readonly by: 'closing' | 'staff' }
  /** To the staff channel: an approval runs out, or has. */
  | {
      readonly kind: 'review-note';
      readonly municipalityId: MunicipalityId;
      readonly strategy: Strategy;
      readonly until: Instant;
      readonly expired: boolean;
    }
  /** To the staff channel: somebody wrote while the intake was stopped. */
  | { readonly kind: 'stopped-note'; readonly municipalityId: MunicipalityId; readonly severity: Severity }
  /** That the service has opened or closed, in a channel that has its card. */
  | {
      readonly kind: 'duty-post';
      readonly municipalityId: MunicipalityId;
      readonly channelId: Snowflake;
      readonly post: 'opened' | 'closed';
      /** The end of the opening it is about. */
      readonly until: Instant;
      /** Too late to be told after this. */
      readonly notAfter: Instant;
    }
  /** An approved post, in a channel that has the card; or that what it invites to is near, or called off. */
  | {
      readonly kind: 'channel-post';
      readonly municipalityId: MunicipalityId;
      readonly channelId: Snowflake;
      readonly number: number;
      readonly about?: 'reminder' | 'called-off';
      /** Old news after this. */
      readonly notAfter: Instant;
    }
  /** The activity of a post in a server's own calendar: put there, or taken out. */
  | {
      readonly kind: 'activity-event';
      readonly municipalityId: MunicipalityId;
      readonly guildId: Snowflake;
      readonly number: number;
      readonly act: 'put' | 'remove';
      /** It has begun, or is over. */
      readonly notAfter: Instant;
    }
  /** A text of the service itself, to the sender. */
  | {
      readonly kind: 'sender-notice';
      readonly to: SenderAddress;
      readonly municipalityId?: MunicipalityId;
      readonly caseId?: CaseId;
      readonly language: Language;
      readonly notice: SenderNotice;
    };

/** A post of the service in a staff channel. */
export interface StaffCopy {
  readonly kind: 'card' | 'alert' | 'thread';
  readonly posted: Posted;
}

export interface SenderAddress {
  readonly userId: Snowflake;
  readonly channelId?: Snowflake;
}

export type SenderNotice =
  | { readonly kind: 'first-contact' }
  | { readonly kind: 'received'; readonly staffed: boolean }
  | {
      readonly kind: 'safe-reply';
      readonly severity: Severity;
      readonly categories: readonly Category[];
      readonly staffed: boolean;
    }
  /** A simple question answered from configuration, together with the receipt. */
  | { readonly kind: 'answer'; readonly question: SimpleQuestion; readonly staffed: boolean }
  | { readonly kind: 'removed'; readonly kinds: readonly PersonalDataKind[] }
  | { readonly kind: 'unmaskable' }
  | { readonly kind: 'omitted'; readonly omitted: readonly OmittedContent[] }
  /** A later wording is kept beside the first. */
  | { readonly kind: 'edit-seen' }
  /** The words are gone here too; a sealed original follows its own deadline. */
  | { readonly kind: 'deletion-done'; readonly sealed: boolean; readonly keeping?: Keeping }
  | { readonly kind: 'long-message' }
  | { readonly kind: 'case-taken'; readonly signature: string }
  | { readonly kind: 'case-closed'; readonly keeping?: Keeping }
  /** A person has weighed the sender's wish to have a conversation erased. */
  | { readonly kind: 'erasure-answered'; readonly answer: ErasureAnswer; readonly caseNumber: number }
  | { readonly kind: 'maybe-missed'; readonly from: Instant; readonly until: Instant }
  /** The message could not be kept: said from memory, never queued. */
  | { readonly kind: 'not-received'; readonly severity: Severity; readonly categories: readonly Category[] }
  /** Not approved, or stopped: nothing is kept. `worry`: what the words were assessed as before they were let go. */
  | {
      readonly kind: 'not-active';
      readonly worry?: { readonly severity: Severity; readonly categories: readonly Category[] };
    }
  /** Asks which municipality the sender writes to. `shown`: one of them has been told already, since it worries. */
  | { readonly kind: 'choose-municipality'; readonly candidates: readonly MunicipalityId[]; readonly shown: boolean };

/** What a case is to be looked at for when the time comes. It is void when the case has moved on meanwhile. */
export type CaseDue =
  /** The end of the time it was set aside. */
  | { readonly kind: 'set-aside'; readonly until: Instant }
  /** The sender has waited since then. `reminder` counts from 0. */
  | { readonly kind: 'unanswered'; readonly since: Instant; readonly reminder: number }
  /** The end of the time in which staff are not told, since the sender may choose another municipality. */
  | { readonly kind: 'choice'; readonly until: Instant };

export type CaseReminder =
  | { readonly kind: 'set-aside-over' }
  /** It was to close by itself, and may not. */
  | { readonly kind: 'not-closed' }
  | { readonly kind: 'unanswered'; readonly since: Instant };

/** What is followed until it is done. */
export type FollowUp =
  | { readonly kind: 'referral'; readonly id: string }
  | { readonly kind: 'debrief' }
  /** Not followed, only told: the sender chose another municipality, and the case is there. */
  | { readonly kind: 'moved-away' };

export type CaseNote =
  | { readonly kind: 'taken'; readonly signature: string }
  | { readonly kind: 'closed'; readonly signature: string }
  | { readonly kind: 'closed-by-time' }
  | { readonly kind: 'released'; readonly signature: string }
  | { readonly kind: 'reopened'; readonly signature: string }
  | { readonly kind: 'taken-over'; readonly signature: string; readonly from?: string }
  /** A colleague is called by name. */
  | { readonly kind: 'offered'; readonly caseId: CaseId; readonly signature: string; readonly to: StaffRef }
  | {
      readonly kind: 'set-aside';
      readonly signature: string;
      readonly until: Instant;
      readonly then: 'remind' | 'close';
    }
  | { readonly kind: 'handed-over'; readonly signature: string; readonly contactId: string }
  | { readonly kind: 'reply-not-delivered'; readonly reason: UndeliverableReason }
  | { readonly kind: 'reply-not-withdrawn' }
  /** Direct messages are closed: the reply is told of in a private thread. */
  | { readonly kind: 'reply-by-thread' }
  | { readonly kind: 'notice-not-delivered'; readonly reason: UndeliverableReason }
  | { readonly kind: 'deleted-by-sender'; readonly entryId: string }
  | { readonly kind: 'form-filed'; readonly signature: string }
  /** The sender, who could choose between several municipalities, chose this one. */
  | { readonly kind: 'chosen' }
  /** The sender chose another municipality when somebody here had taken the case: it stays, and they are told. */
  | { readonly kind: 'chose-another' }
  /** The sender has asked that the case be erased; somebody weighs it and answers before `dueAt`. */
  | { readonly kind: 'erasure-requested'; readonly dueAt: Instant }
  /** The wish is answered: the conversation stays until its deadline. */
  | { readonly kind: 'erasure-kept'; readonly signature: string }
  /** The sender wrote while the intake was stopped; nothing of it is kept. */
  | { readonly kind: 'wrote-while-stopped'; readonly severity: Severity }
  /** The sender of a reported matter has written again: the police are to be told, and the duty lead is called. */
  | { readonly kind: 'recontact'; readonly reported?: CaseId; readonly caseNumber: number }
  /** Somebody asks to open the sealed original, and needs a colleague. */
  | { readonly kind: 'original-asked'; readonly signature: string }
  /** The sealed original was opened on the desk; by one person alone, the duty lead is called. */
  | { readonly kind: 'original-opened'; readonly signature: string; readonly alone: boolean };

/** Why Discord will not take a message, now or later. */
export type UndeliverableReason = 'dm-closed' | 'channel-gone' | 'no-permission' | 'rejected';

/** One row of the outbox; after sending, the ledger of what the service has posted. */
export interface OutboxEntry {
  /** Derived from the cause, so that the same cause never queues the same thing twice. At most 64 characters. */
  readonly id: string;
  readonly lane: Lane;
  /** Lower goes first: 0 alerts, 1 replies and receipts, 2 the rest. */
  readonly priority: 0 | 1 | 2;
  readonly dispatch: Dispatch;
  readonly queuedAt: Instant;
  readonly notBefore: Instant;
  /** The record is erased then, whatever its state. */
  readonly eraseAt: Instant;
}

/** Where something ended up in Discord. */
export interface Posted {
  readonly channelId: Snowflake;
  readonly messageId: Snowflake;
}
