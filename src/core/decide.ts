import type { OmittedContent } from './case.ts';
import type { MunicipalityId } from './ids.ts';
import type { ReportedCase } from './incident/aftercare.ts';
import type { SenderNotice } from './outbox.ts';
import type { SimpleQuestion } from './questions/simple-question.ts';
import type { PersonalDataKind } from './redaction/redaction.ts';
import { higherSeverity, isUrgent } from './triage/assessment.ts';
import type { Category, Severity } from './triage/assessment.ts';
import { hourMs, minuteMs } from './time.ts';
import type { Instant } from './time.ts';

/** Everything about one message that decides what happens to it; no words. */
export interface Situation {
  readonly severity: Severity;
  readonly categories: readonly Category[];
  /** False when redaction failed: nothing of the text may be stored or shown. */
  readonly masked: boolean;
  readonly removed: readonly PersonalDataKind[];
  readonly omitted: readonly OmittedContent[];
  /** Open hours and a person on duty. */
  readonly staffed: boolean;
  /** Management's approval of two-way conversation is recorded and in force. */
  readonly approved: boolean;
  readonly firstContact: boolean;
  /** Written in the form on the card, and the receipt is shown there already. */
  readonly viaForm: boolean;
  readonly hasOpenCase: boolean;
  /** The level the open case has already; absent: there is none. */
  readonly caseSeverity?: Severity | undefined;
  /** A later wording of a message that is known already. */
  readonly edited?: boolean;
  /** So long that it takes a while to read. */
  readonly long?: boolean;
  /** A human has taken the case and answers; the service keeps quiet about receipts. */
  readonly claimed: boolean;
  /** What was asked, when the message is a simple question and nothing else; absent otherwise. */
  readonly question?: SimpleQuestion | undefined;
  /** When each notice was last sent to this sender. */
  readonly lastNoticeAt: Readonly<Record<string, Instant>>;
  /** When nobody listened lately: somebody new may have written then. */
  readonly missed?: { readonly from: Instant; readonly until: Instant };
  /** The case that asks that new contact from this sender be told to the police; absent where none does. */
  readonly recontact?: ReportedCase | undefined;
  /** Several municipalities may be meant, and the sender is to be asked now. */
  readonly asked?: readonly MunicipalityId[] | undefined;
  /** Asked before, without an answer yet: no staff member knows of the case. */
  readonly unseen?: boolean;
  readonly now: Instant;
}

export type Effect =
  /** Not shown: kept until the sender has said which municipality it is for. */
  | { readonly kind: 'store-entry'; readonly sealOriginal: boolean; readonly shown: boolean }
  | { readonly kind: 'alert-staff'; readonly severity: Severity }
  /** Staff are called: the police are to be told of new contact. */
  | ({ readonly kind: 'tell-recontact' } & ReportedCase)
  | { readonly kind: 'notify-sender'; readonly notice: SenderNotice };

export interface Decision {
  /** What the case is raised to; at least `concern` when the words could not be masked. */
  readonly severity: Severity;
  readonly effects: readonly Effect[];
}

/** The same receipt is not repeated within this time. */
const receiptCooldownMs = 30 * minuteMs;
/** What was taken out is told again sooner: each time is a new fact, but not within one burst. */
const removedCooldownMs = 5 * minuteMs;

/**
 * What the service does about one message, most important first. An unapproved service keeps nothing and says so with the
 * emergency numbers. Source: DESIGN §5; 000:23–24 (mask and tell), 002:645 (emergency contacts when closed).
 */
export function decide(situation: Situation): Decision {
  if (!situation.approved) {
    return { severity: 'none', effects: [{ kind: 'notify-sender', notice: { kind: 'not-active' } }] };
  }
  const { masked, categories, staffed, omitted, removed } = situation;
  const severity = masked ? situation.severity : higherSeverity(situation.severity, 'concern');
  const urgent = isUrgent(severity);
  const grows = urgent && growsEarlierAlert(situation, severity);
  const answer = severity === 'none' ? answerTo(situation) : undefined;
  const told = recontactDue(situation);
  const shown = urgent || told !== undefined || !(situation.asked || situation.unseen);
  const choice: readonly SenderNotice[] = situation.asked
    ? [{ kind: 'choose-municipality', candidates: situation.asked, shown }]
    : [];
  const welcome: readonly SenderNotice[] = [
    ...(urgent && !grows ? [{ kind: 'safe-reply', severity, categories, staffed } as const] : []),
    ...(situation.firstContact ? [{ kind: 'first-contact' } as const] : []),
    ...(situation.firstContact && situation.missed ? [{ kind: 'maybe-missed', ...situation.missed } as const] : []),
    ...(answer ? [answer] : urgent && !grows ? [] : receipts(situation)),
  ];
  const notices: readonly SenderNotice[] = [
    ...(shown ? welcome : []),
    ...choice,
    ...(removed.length > 0 ? due(situation, { kind: 'removed', kinds: removed }, removedCooldownMs) : []),
    ...(masked ? [] : [{ kind: 'unmaskable' } as const]),
    ...(omitted.length > 0 ? due(situation, { kind: 'omitted', omitted }) : []),
  ];
  return {
    severity,
    effects: [
      { kind: 'store-entry', sealOriginal: severity !== 'none', shown },
      ...((urgent && !grows) || told
        ? [{ kind: 'alert-staff', severity: urgent ? severity : 'serious' } as const]
        : []),
      ...(told ? [{ kind: 'tell-recontact', ...told } as const] : []),
      ...notices.map((notice) => ({ kind: 'notify-sender', notice }) as const),
    ],
  };
}

/**
 * One alert for a sender's episode: what follows in the same case within the cooldown grows it, in the thread staff have
 * before them. An acute message always alerts. Source: TRIAGE §2.
 */
function growsEarlierAlert(situation: Situation, severity: Severity): boolean {
  const { hasOpenCase, caseSeverity = 'none', lastNoticeAt, now } = situation;
  if (severity === 'acute' || !hasOpenCase || !isUrgent(caseSeverity)) return false;
  const last = lastNoticeAt['safe-reply'];
  return last !== undefined && now - last < receiptCooldownMs;
}

/** The notice, unless the same was given within the cooldown. */
function due(
  { lastNoticeAt, now }: Situation,
  notice: SenderNotice,
  cooldownMs = receiptCooldownMs,
): readonly SenderNotice[] {
  const last = lastNoticeAt[noticeKey(notice)];
  return last === undefined || now - last >= cooldownMs ? [notice] : [];
}

/** Staff are not called anew for each line of the same talk. Source: 000:62, 86. */
const recontactCooldownMs = 6 * hourMs;
export const recontactKey = 'recontact';

function recontactDue({ recontact, lastNoticeAt, now }: Situation): Situation['recontact'] {
  const last = lastNoticeAt[recontactKey];
  return last === undefined || now - last >= recontactCooldownMs ? recontact : undefined;
}

/** One receipt per situation and cooldown; none while a human is answering. */
function receipts(situation: Situation): readonly SenderNotice[] {
  const { claimed, viaForm, staffed, hasOpenCase, edited = false, long = false } = situation;
  if (claimed || viaForm) return [];
  if (edited) return due(situation, { kind: 'edit-seen' });
  const received = { kind: 'received', staffed } as const;
  return [
    ...(hasOpenCase ? due(situation, received) : [received]),
    ...(long ? due(situation, { kind: 'long-message' }) : []),
  ];
}

/** Told by the first contact already. */
const toldAtFirst: ReadonlySet<SimpleQuestion> = new Set(['hours', 'bot', 'thanks', 'greeting']);

/** The answer to a simple question: one per question and cooldown; none while a human is answering. */
function answerTo(situation: Situation): SenderNotice | undefined {
  const { question, claimed, viaForm, firstContact, staffed } = situation;
  if (question === undefined || claimed || viaForm || (firstContact && toldAtFirst.has(question))) return undefined;
  return due(situation, { kind: 'answer', question, staffed })[0];
}

/** What a notice's cooldown is counted by. */
export function noticeKey(notice: SenderNotice): string {
  switch (notice.kind) {
    case 'received':
      return `received:${notice.staffed ? 'open' : 'closed'}`;
    case 'answer':
      return `answer:${notice.question}`;
    case 'removed':
      return `removed:${[...new Set(notice.kinds)].sort().join('+')}`;
    case 'omitted':
      return `omitted:${notice.omitted
        .map(({ kind }) => kind)
        .sort()
        .join('+')}`;
    case 'deletion-done':
      return `deletion-done:${notice.sealed ? 'sealed' : 'plain'}`;
    default:
      return notice.kind;
  }
}
