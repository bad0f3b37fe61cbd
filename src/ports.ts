import type { Case, CaseEntry } from './core/case.ts';
import type { DutyTheme } from './core/duty/themes.ts';
import type { Inbound } from './core/inbound.ts';
import type { CaseId, Lane, MunicipalityId, SenderKey, Snowflake } from './core/ids.ts';
import type { Dispatch, OutboxEntry, Posted, UndeliverableReason } from './core/outbox.ts';
import type { RawText } from './core/raw-text.ts';
import type { PlaceholderMemory, Redaction } from './core/redaction/redaction.ts';
import type { StoreTrouble } from './core/store-trouble.ts';
import type { Assessment, Severity } from './core/triage/assessment.ts';
import type { TriageSettings } from './core/triage/settings.ts';
import type { TrialOutcome } from './core/triage/trial.ts';
import type { Speech } from './core/speech.ts';
import type { Count, CountName, Month } from './core/statistics/count.ts';
import type { Instant } from './core/time.ts';
import type { StaffRole } from './core/access.ts';
import type { Municipality } from './core/municipality.ts';
import type { CatalogueLanguage, Language } from './core/language.ts';

/** Now, in epoch milliseconds. */
export type Clock = () => Instant;

/** What a Discord gateway session needs to be resumed after a restart. A credential together with the token. */
export interface GatewaySession {
  readonly sessionId: string;
  readonly resumeUrl: string;
  /** The last dispatch whose effect is committed. */
  readonly sequence: number;
  readonly shardId: number;
  readonly shardCount: number;
}

export interface InboxEntry {
  /** Unique per event: the same event met twice (RESUME, a second intake, history) is one entry. At most 64 characters. */
  readonly id: string;
  /** One sender's entries are handled one at a time in the order of `order`. */
  readonly lane: Lane;
  /** The Discord snowflake of the message, so that order is Discord's and not that of arrival. */
  readonly order: Snowflake;
  readonly inbound: Inbound;
  readonly receivedAt: Instant;
}

/** A DM channel the service has met; lets missed messages be read back from history. */
export interface DmCursor {
  readonly channelId: Snowflake;
  readonly userId: Snowflake;
  readonly lastMessageId: Snowflake;
}

/** A right to work on something until `until`; `token` fences: a later holder has a higher one. */
export interface Lease {
  readonly token: number;
  readonly until: Instant;
}

export interface LeasedInbox extends InboxEntry {
  readonly lease: Lease;
  /** Times it has been handed out, this one included. From 1. */
  readonly attempt: number;
}

export interface LeasedOutbox extends OutboxEntry {
  readonly lease: Lease;
  /** From 1. */
  readonly attempt: number;
  /** When the first attempt to send began; absent before it. */
  readonly firstTriedAt?: Instant;
}

/** The languages readers have asked for, in memory only: what outlives the program is kept with the conversation. */
export interface ChosenLanguages {
  of(userId: Snowflake): Language | undefined;
  remember(userId: Snowflake, language: Language): void;
  forget(userId: Snowflake): void;
}

/** What the service remembers of a sender between cases: never words. */
export interface SenderRecord {
  readonly municipalityId: MunicipalityId;
  readonly sender: SenderKey;
  readonly firstContactAt: Instant;
  readonly language?: Language;
  readonly lastNoticeAt: Readonly<Record<string, Instant>>;
  readonly eraseAt: Instant;
}

export interface AuditEntry {
  /** A stable event name, e.g. `case.claimed`. */
  readonly event: string;
  readonly at: Instant;
  readonly municipalityId?: MunicipalityId;
  /** The staff member who acted; absent when the service itself did. */
  readonly by?: Snowflake;
  readonly caseId?: CaseId;
  /** Ids, counts and choices. Never words, never values. */
  readonly details?: Readonly<Record<string, string | number | boolean>>;
}

/** One change of state inside a commit. */
export type Change =
  /** Stored with the version it is based on plus one, whatever `case.version` says. Erasing a case takes all that belongs to it. */
  | { readonly kind: 'save-case'; readonly case: Case; readonly eraseAt: Instant }
  | { readonly kind: 'save-entry'; readonly entry: CaseEntry; readonly eraseAt: Instant }
  /** The original of a worrying message: sealed under a key of its own, destroyed unread at `eraseAt`, or with its case. A later one of the same entry is kept beside the first. */
  | {
      readonly kind: 'seal-original';
      readonly caseId: CaseId;
      readonly entryId: string;
      readonly original: RawText;
      readonly eraseAt: Instant;
    }
  | { readonly kind: 'save-sender'; readonly record: SenderRecord }
  | { readonly kind: 'queue'; readonly entry: OutboxEntry }
  /** A municipality's own setting; refused as `stale` when its version is no longer `basedOn` (0: must not exist yet). */
  | {
      readonly kind: 'save-setting';
      readonly municipalityId: MunicipalityId;
      readonly name: string;
      readonly basedOn: number;
      readonly value: unknown;
    }
  /**
   * The sealed half of an incident, as JSON, under a key of its own: it outlives the conversation and is destroyed alone.
   * Refused as `stale` when its version is no longer `basedOn` (0: must not exist yet).
   */
  | {
      readonly kind: 'save-dossier';
      readonly caseId: CaseId;
      readonly municipalityId: MunicipalityId;
      readonly basedOn: number;
      readonly body: unknown;
      readonly eraseAt: Instant;
      /** A new message from this sender must be told of while the dossier lives. */
      readonly recontact?: SenderKey;
    }
  /** Moves the deadlines of everything said in a case, and of its sealed originals, e.g. for a hold. The case's own moves with `save-case`. */
  | {
      readonly kind: 'move-deadlines';
      readonly caseId: CaseId;
      readonly entries: Instant;
      readonly originals: Instant;
    }
  /** Raises a figure of the statistics by `by`, from 0. Never stale: two that count at once both count. */
  | {
      readonly kind: 'count';
      readonly municipalityId: MunicipalityId;
      readonly month: Month;
      readonly name: CountName;
      /** A whole number above 0. */
      readonly by: number;
    }
  | { readonly kind: 'audit'; readonly entry: AuditEntry };

export interface Commit {
  /** What caused it, e.g. `message:123` or `interaction:456`. The same cause committed twice changes nothing. At most 80 characters. */
  readonly cause: string;
  readonly at: Instant;
  /** The inbox entry this finishes: removed, words and all, in the same step. Refused as `stale` when the lease is no longer ours. */
  readonly finishes?: { readonly id: string; readonly lease: Lease };
  /** Cases and the versions they were read at; version 0 means «must not exist yet». Anything else there: `stale`. Every saved case must be named here. */
  readonly basedOn: readonly { readonly caseId: CaseId; readonly version: number }[];
  readonly changes: readonly Change[];
}

export type CommitOutcome = 'committed' | 'already-committed' | 'stale';

/**
 * Where everything lives. Each verb is one atomic step. A verb that resolves has reached the disk; one that throws has
 * changed nothing that a repetition would double. Words are encrypted before they reach the driver.
 * Faults are thrown as `StoreFault` with a `code`.
 */
export interface Store {
  /** Takes in an event together with the session's progress. `duplicate`: known already; the progress is stored all the same. */
  accept(entry: InboxEntry | undefined, progress: IntakeProgress | undefined): Promise<'accepted' | 'duplicate'>;
  loadSession(intake: string): Promise<GatewaySession | undefined>;
  /** Forgets a session that Discord has ended. */
  dropSession(intake: string): Promise<void>;
  /** DM channels to read back after a lost session, most recently used first. */
  listDmCursors(): Promise<readonly DmCursor[]>;

  /**
   * Ends the leases of an earlier process that had the name this one opened the store with: it is gone, and nobody waits
   * for its leases to run out. Should it live after all, what it holds is fenced off from it. Nothing without a name.
   */
  takeOver(): Promise<void>;
  /** The oldest entry whose lane has no earlier or leased one; `undefined` when there is nothing to do. */
  claimInbox(now: Instant, leaseMs: number): Promise<LeasedInbox | undefined>;
  /** Gives an entry back to be tried again at `notBefore`. A lease that is no longer ours changes nothing. */
  releaseInbox(id: string, lease: Lease, notBefore: Instant): Promise<void>;

  findCase(id: CaseId): Promise<Case | undefined>;
  /** The case with this sender that is not closed; at most one exists. */
  findOpenCase(municipalityId: MunicipalityId, sender: SenderKey): Promise<Case | undefined>;
  findCaseByEntry(entryId: string): Promise<Case | undefined>;
  /** Every case with this sender that is not erased, closed ones too, oldest first. */
  listCasesOfSender(municipalityId: MunicipalityId, sender: SenderKey): Promise<readonly Case[]>;
  findEntry(caseId: CaseId, entryId: string): Promise<CaseEntry | undefined>;
  /** Everything said in the case, oldest first. */
  listEntries(caseId: CaseId): Promise<readonly CaseEntry[]>;
  listOpenCases(municipalityId: MunicipalityId): Promise<readonly Case[]>;
  findSender(municipalityId: MunicipalityId, sender: SenderKey): Promise<SenderRecord | undefined>;

  /** A setting as JSON with its version; settings hold no words of the public. */
  findSetting(
    municipalityId: MunicipalityId,
    name: string,
  ): Promise<{ readonly version: number; readonly value: unknown } | undefined>;

  /** The sealed half of an incident with its version; nothing for another municipality's. */
  findDossier(
    municipalityId: MunicipalityId,
    caseId: CaseId,
  ): Promise<{ readonly version: number; readonly body: unknown } | undefined>;
  /** Cases whose dossier asks that new contact from this sender be told of. */
  findRecontacts(municipalityId: MunicipalityId, sender: SenderKey): Promise<readonly CaseId[]>;

  /** Cases whose time is out at `at`, and that are not erased yet; at most `limit`. */
  listExpiredCases(
    at: Instant,
    limit: number,
  ): Promise<readonly { readonly id: CaseId; readonly municipalityId: MunicipalityId }[]>;

  /** What is on record between two moments, both included, oldest first; at most `limit`, the newest. Whoever asks has been checked. */
  listAudit(
    municipalityId: MunicipalityId,
    from: Instant,
    until: Instant,
    limit: number,
  ): Promise<readonly AuditEntry[]>;

  /** Every figure that has been counted, in no order. */
  listCounts(municipalityId: MunicipalityId): Promise<readonly Count[]>;

  commit(commit: Commit): Promise<CommitOutcome>;

  /**
   * Due entries, most urgent first, at most one per lane: an entry waits for the earlier ones in its lane, and lends them its
   * urgency. One queued with a `notBefore` after its `queuedAt` holds nobody up before that time.
   */
  claimOutbox(now: Instant, leaseMs: number, limit: number): Promise<readonly LeasedOutbox[]>;
  /** Notes that the first attempt to send begins, so that a later one knows where to look for a copy. */
  markAttempt(id: string, lease: Lease, at: Instant): Promise<'noted' | 'lost-lease'>;
  /** Sent: kept as the ledger of posts until `eraseAt`. `follow` is queued in the same step. */
  settleOutbox(
    id: string,
    lease: Lease,
    outcome: Settlement,
    follow: readonly OutboxEntry[],
  ): Promise<'settled' | 'lost-lease'>;
  /** Where the latest dispatch of this kind, and of this entry where one is named, ended up: the card, the thread, an entry. */
  findPosted(caseId: CaseId, kind: Dispatch['kind'], entryId?: string): Promise<Posted | undefined>;

  /** Removes everything whose time is out and truncates what the driver left on disk. Returns how many records went, per kind. */
  eraseExpired(now: Instant): Promise<Readonly<Record<string, number>>>;
  /** How many records of each kind were to be gone at `at` and are still there. Nothing is erased by asking. */
  countOverdue(at: Instant): Promise<Readonly<Record<string, number>>>;
  stats(now: Instant): Promise<StoreStats>;
  close(): Promise<void>;
}

export interface IntakeProgress {
  readonly intake: string;
  readonly session: GatewaySession;
  readonly cursor?: DmCursor;
}

export type Settlement =
  | { readonly kind: 'sent'; readonly posted?: Posted; readonly at: Instant }
  | { readonly kind: 'retry'; readonly notBefore: Instant }
  | { readonly kind: 'undeliverable'; readonly reason: UndeliverableReason; readonly at: Instant };

export interface StoreStats {
  readonly inboxWaiting: number;
  readonly outboxWaiting: number;
  /** Age in milliseconds of the oldest unsent alert; 0 when there is none. */
  readonly oldestAlertMs: number;
  readonly openCases: number;
}

export type StoreFaultCode =
  'busy' | 'full' | 'corrupt' | 'unavailable' | 'wrong-key' | 'unknown-version' | 'read-only';

/** The store could not do its work. The message names the fault, never a value. */
export class StoreFault extends Error {
  readonly code: StoreFaultCode;

  constructor(code: StoreFaultCode, options?: { cause?: unknown }) {
    super(`store: ${code}`, options);
    this.name = 'StoreFault';
    this.code = code;
  }
}

/** Says things in Discord. Resolves with what came of it; throws only on a bug. */
export interface Messenger {
  deliver(speech: Speech, how: Handling): Promise<Delivery>;
}

export interface Handling {
  /** Discord drops a second post with the same nonce for a few minutes. `part` counts the posts of one speech, from 0. */
  readonly nonce: (part: number) => string;
  /** Of the first part; each further one carries the next number. */
  readonly marker: number;
  readonly urgency: 0 | 1 | 2;
  /** From 1. */
  readonly attempt: number;
  /** Not to be sent after this: somebody else may be at it then. Absent: whenever. */
  readonly notAfter?: Instant;
  /** Set when an earlier attempt may have arrived beyond the nonce's reach: look for the marker from here on first. */
  readonly lookForCopySince?: Instant;
}

export type Delivery =
  | { readonly kind: 'posted'; readonly posted?: Posted }
  /** Not now: Discord is down, slow or asks for a pause, or no staff channel can be used at the moment. */
  | { readonly kind: 'later'; readonly afterMs?: number }
  /** Never: the sender's side refuses. */
  | { readonly kind: 'undeliverable'; readonly reason: UndeliverableReason };

/** What leaves the house when nobody takes a case: which case and how serious, never a word of it. */
export interface AlertCall {
  readonly caseNumber: number;
  readonly severity: Severity;
  /** Of the ladder, from 0. */
  readonly step: number;
  /** The same for every attempt at the same step. */
  readonly idempotencyKey: string;
}

/** Trouble with Discord itself, which staff cannot be told of there. */
export interface DiscordTrouble {
  readonly kind:
    /** The token is refused: nothing is heard or said until there is a new one. */
    | 'shut-out'
    /** An alert has waited for minutes to be shown. */
    | 'not-delivering';
}

/** The municipality's own gateway for SMS and e-mail. */
export interface AlertWebhook {
  /** True when the gateway has accepted it; false when there is none. @throws when it could not be reached, or refused */
  call(municipality: Municipality, alert: AlertCall): Promise<boolean>;
  /** The same for trouble of the service's own, with the store or with Discord: its kind, nothing else. */
  report(
    municipality: Municipality,
    trouble: Pick<StoreTrouble, 'kind'> | DiscordTrouble,
    idempotencyKey: string,
  ): Promise<boolean>;
}

/** A folder of the municipality's own that reports are put in. */
export interface ExportFolder {
  /** All of the files, or none. Names are ours: no folder in them. Never throws. */
  put(files: readonly { readonly name: string; readonly content: Uint8Array }[]): Promise<Filing>;
}
export type Filing =
  | { readonly kind: 'put'; readonly takeBack: () => Promise<void> }
  /** Nothing is there. */
  | { readonly kind: 'full' | 'unavailable' };

/** A time when nobody listened to Discord: first contacts from then may be missing. */
export interface Gap {
  readonly from: Instant;
  readonly until: Instant;
}

export interface GapLedger {
  /** Gaps this municipality's staff have not been told of, oldest first. */
  untold(municipality: MunicipalityId): Promise<readonly Gap[]>;
  told(municipality: MunicipalityId, gap: Gap): Promise<void>;
  /** The latest gap that somebody who writes now may have written in; nothing when it is long ago. */
  recent(): Promise<Gap | undefined>;
}

/** Redaction and triage of one message. Either half may fail on its own; a failure is a value, never silence. */
export interface Assessed {
  readonly redaction: Redaction | { readonly failed: 'timeout' | 'crash' };
  readonly assessment: Assessment;
}

export interface Assessor {
  /** Never rejects. Bounded in time. */
  assess(request: {
    readonly text: RawText;
    /** Whose settings it is judged with; of none: as shipped. */
    readonly municipalityId?: MunicipalityId | undefined;
    readonly lane: Lane;
    readonly messageId: string;
    readonly language: CatalogueLanguage;
    readonly memory: PlaceholderMemory;
    /** Binds the memory's digests to the conversation. */
    readonly conversation: CaseId;
    readonly at: Instant;
  }): Promise<Assessed>;
}

/** Triage settings tried on the shipped examples, and on invented sentences, before they are in force. */
export interface TriageTrial {
  /** On the shipped examples and the sentences. Nothing when it could not be done in time. Never rejects. */
  run(settings: TriageSettings, sentences: readonly string[]): Promise<TrialOutcome | undefined>;
  /** On the sentences alone. */
  assess(settings: TriageSettings, sentences: readonly string[]): Promise<readonly Assessment[] | undefined>;
}

/** Keyed one-way names. */
export interface Pseudonyms {
  sender(municipalityId: MunicipalityId, userId: Snowflake): SenderKey;
  lane(kind: 'sender' | 'case', id: string): Lane;
  /** A stable nonce for one outbox entry: at most 25 characters. */
  nonce(outboxId: string): string;
  /** A stable positive 31-bit number for one outbox entry, put in the post so that a copy can be recognised. */
  marker(outboxId: string): number;
  /** Shows that the service itself wrote `about` into a custom id: 22 characters. */
  proof(about: string): string;
  /** The key for one conversation's placeholder digests; base64url. */
  digestKey(conversation: CaseId): string;
}

/** Who answers for whom. */
export interface Municipalities {
  /**
   * The services a sender's words may be for, in the order they are configured: the one of the card's server alone; else
   * those that share a server with the sender, or all when Discord cannot say.
   */
  candidates(inbound: { readonly senderId: Snowflake; readonly guildId?: Snowflake }): Promise<readonly Municipality[]>;
  find(id: MunicipalityId): Municipality | undefined;
  /** The municipality whose staff guild this is. */
  ofStaffGuild(guildId: Snowflake): Municipality | undefined;
  all(): readonly Municipality[];
}

export interface Presence {
  /** Open hours now, and somebody there to read. False when that cannot be found out. */
  isStaffed(municipality: Municipality, now: Instant): Promise<boolean>;
  /** Those there to read; nobody outside opening hours. */
  onDuty(municipality: Municipality, now: Instant): Promise<readonly OnDuty[]>;
}

/** Somebody who has checked in, as everyone may see them. */
export interface OnDuty {
  /** First name and role. */
  readonly signature: string;
  readonly themes: readonly DutyTheme[];
}

/** The bot's own profile in one guild. */
export interface GuildProfile {
  readonly name: string;
  readonly bio: string;
  /** Pictures as `data:` addresses; absent ones are left as they are. */
  readonly avatar?: string;
  readonly banner?: string;
}

export interface GuildProfiles {
  /** How the bot is shown there now; nothing when it is not in the guild. */
  shown(guildId: Snowflake): Promise<{ readonly name: string; readonly hasOwnAvatar: boolean } | undefined>;
  /** `refused`: Discord does not let the bot, e.g. because it may not change its name there. */
  apply(guildId: Snowflake, profile: GuildProfile): Promise<'applied' | 'refused'>;
}

/** A staff member at the moment of an act, as the interaction itself says. */
export interface Staff {
  readonly id: Snowflake;
  readonly municipalityId: MunicipalityId;
  readonly roles: readonly StaffRole[];
  /** First name and role, e.g. «Kari, saksbehandler». */
  readonly signature: string;
}

export interface Chance {
  caseId(): CaseId;
  /** 1000–999999. */
  caseNumber(): number;
}
