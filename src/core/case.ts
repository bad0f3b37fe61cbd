import type { CaseId, MunicipalityId, SenderKey, Snowflake } from './ids.ts';
import type { Language } from './language.ts';
import type { PersonalDataKind, PlaceholderMemory, RedactedText } from './redaction/redaction.ts';
import type { Keeping } from './retention.ts';
import { higherSeverity, isUrgent } from './triage/assessment.ts';
import type { Category, Severity, TriageReason } from './triage/assessment.ts';
import { minuteMs } from './time.ts';
import type { Instant } from './time.ts';

/** A staff member as the service knows them at the moment of an act. */
export interface StaffRef {
  readonly id: Snowflake;
  /** First name and role, as the service's signature policy writes them, e.g. «Kari, saksbehandler». */
  readonly signature: string;
}

/** Where the sender is answered. */
export type Entrance = 'dm' | 'card';

/** The sak: one conversation with one sender, in one municipality. */
export interface Case {
  readonly id: CaseId;
  readonly municipalityId: MunicipalityId;
  /** Shown to people; random, not a count, so that it tells nothing. 1000–999999. */
  readonly number: number;
  readonly sender: SenderKey;
  /** Needed to answer; stored encrypted, shown to nobody without «Vis hvem». */
  readonly senderId: Snowflake;
  /** The DM channel; absent until one is open. */
  readonly dmChannelId?: Snowflake;
  readonly entrance: Entrance;
  readonly language: Language;
  readonly severity: Severity;
  readonly categories: readonly Category[];
  readonly reasons: readonly TriageReason[];
  readonly state: CaseState;
  readonly openedAt: Instant;
  readonly lastMessageAt: Instant;
  /** When the sender last had the last word; absent while staff have it. */
  readonly unansweredSince?: Instant;
  /** When a message was last judged serious or acute. */
  readonly worriedAt?: Instant;
  readonly memory: PlaceholderMemory;
  readonly incident?: IncidentRecord;
  /** Kept at least until then, by a hold of two persons on the desk. */
  readonly heldUntil?: Instant;
  /** How long it is kept, as the municipality had set when it began; absent: as shipped. */
  readonly keeping?: Keeping;
  /** The service that has taken over what staff could not do. */
  readonly handedOver?: HandOver;
  /** The sender has not said which of several municipalities they write to. */
  readonly choice?: OpenChoice;
  /** Raised by one at every saved change; a commit based on an older one is refused. */
  readonly version: number;
}

/** What each state may become: `case-moves.ts`. */
export type CaseState =
  | { readonly kind: 'open' }
  | {
      readonly kind: 'claimed';
      readonly by: StaffRef;
      readonly at: Instant;
      /** A colleague who has been asked to take over; until they do, `by` still has it. */
      readonly offeredTo?: StaffRef;
    }
  | {
      readonly kind: 'waiting';
      readonly by: StaffRef;
      readonly at: Instant;
      readonly until: Instant;
      /** What happens at `until`, unless the sender writes before. */
      readonly then: 'remind' | 'close';
    }
  /** `by` is absent when the sender chose another municipality: the conversation goes on there. */
  | { readonly kind: 'closed'; readonly by?: StaffRef; readonly at: Instant };

/** Which municipality a direct message is for, where the sender shares servers with several. */
export interface OpenChoice {
  /** Those the sender was asked to choose between. */
  readonly candidates: readonly MunicipalityId[];
  /** Until then no staff member knows of the case; absent: they do. */
  readonly unseenUntil?: Instant;
}

/** How long words that do not worry wait for the sender's choice. What worries waits for nothing. */
export const choiceWaitMs = 5 * minuteMs;

/** Staff are not to know of the case yet: its sender may still mean another municipality. */
export const isUnseen = ({ choice }: Pick<Case, 'choice'>): boolean => choice?.unseenUntil !== undefined;

/** That a named service has been given the matter, by whom. */
export interface HandOver {
  /** Of a contact in either register. */
  readonly contactId: string;
  readonly by: StaffRef;
  readonly at: Instant;
}

/** The half of the incident form that is filled in inside Discord: choices only, nothing that identifies. */
export interface IncidentRecord {
  readonly category: Category | 'other';
  readonly severity: Exclude<Severity, 'none'>;
  readonly identity: 'known' | 'partly' | 'unknown';
  readonly action: IncidentAction;
  readonly by: StaffRef;
  readonly at: Instant;
}

export const incidentActions = [
  'none-yet',
  'called-112',
  'called-113',
  'called-02800',
  'told-kripos',
  'told-barnevern',
  'told-barnevernvakt',
  'other-help',
] as const;
export type IncidentAction = (typeof incidentActions)[number];

/** What was said in a case, in order. Text is redacted or written by staff; nothing else can be stored here. */
export interface CaseEntry {
  /** The Discord message or interaction id that caused it. */
  readonly id: string;
  readonly caseId: CaseId;
  readonly from: 'sender' | 'staff';
  readonly at: Instant;
  readonly body: EntryBody;
  readonly severity: Severity;
  /** How many of each kind redaction removed. */
  readonly removed: readonly PersonalDataKind[];
  /** What came along but was not received, e.g. one picture. */
  readonly omitted: readonly OmittedContent[];
  readonly signature?: string;
  /** Who wrote it, when staff did: only they may change or withdraw it. */
  readonly by?: Snowflake;
  /** The entry this one is a later wording of; the first wording is never overwritten. */
  readonly editOf?: string;
}

export type EntryBody =
  | { readonly kind: 'text'; readonly text: RedactedText }
  /** Redaction failed or timed out: nothing of the text is stored or shown. */
  | { readonly kind: 'unmaskable' }
  | { readonly kind: 'deleted-by-sender'; readonly at: Instant }
  | { readonly kind: 'deleted-by-staff'; readonly at: Instant };

export const omittedKinds = [
  'image',
  'video',
  'audio',
  'voice',
  'file',
  'sticker',
  'poll',
  'forward',
  'unknown',
] as const;
/** Content that is described, never downloaded or re-hosted. Source: straffeloven § 311; 000:28. */
export interface OmittedContent {
  readonly kind: (typeof omittedKinds)[number];
  readonly count: number;
}

/**
 * The case with one more message of its sender: raised, never lowered, and awake. Who set it aside has it again, so that
 * nothing closes over words nobody has read.
 */
export function raiseCase(
  current: Case,
  assessment: {
    readonly severity: Severity;
    readonly categories: readonly Category[];
    readonly reasons: readonly TriageReason[];
  },
  at: Instant,
): Case {
  const { state } = current;
  return {
    ...current,
    severity: higherSeverity(current.severity, assessment.severity),
    categories: [...new Set([...current.categories, ...assessment.categories])],
    reasons: assessment.severity === 'none' ? current.reasons : assessment.reasons,
    lastMessageAt: at,
    unansweredSince: current.unansweredSince ?? at,
    ...(isUrgent(assessment.severity) ? { worriedAt: at } : {}),
    ...(state.kind === 'waiting' ? { state: { kind: 'claimed', by: state.by, at: state.at } } : {}),
  };
}
