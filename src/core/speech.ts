import type { Strategy } from './approval.ts';
import type { StoppedContacts } from './approval/stopped-contacts.ts';
import type { Case, CaseEntry } from './case.ts';
import type { DutyTheme } from './duty/themes.ts';
import type { WaitingCase } from './duty/waiting.ts';
import type { CaseId, Snowflake } from './ids.ts';
import type { Language } from './language.ts';
import type { Municipality } from './municipality.ts';
import type { CaseNote, CaseReminder, FollowUp, Posted, SenderAddress, SenderNotice } from './outbox.ts';
import type { Activity } from './posts/activity.ts';
import type { Post } from './posts/post-book.ts';
import type { StoreTrouble } from './store-trouble.ts';
import type { SelfAudit } from './self-audit.ts';
import type { Instant } from './time.ts';
import type { Severity } from './triage/assessment.ts';

/** A dispatch with everything that is needed to say it. */
export type Speech =
  | { readonly kind: 'case-card'; readonly case: Case; readonly municipality: Municipality }
  | { readonly kind: 'case-thread'; readonly case: Case; readonly card: Posted }
  | {
      readonly kind: 'case-alert';
      readonly case: Case;
      readonly municipality: Municipality;
      readonly severity: Severity;
      readonly step: number;
    }
  | { readonly kind: 'alert-refresh'; readonly case: Case; readonly municipality: Municipality; readonly post: Posted }
  | { readonly kind: 'card-refresh'; readonly case: Case; readonly municipality: Municipality; readonly card: Posted }
  | {
      readonly kind: 'case-entry';
      readonly case: Case;
      readonly municipality: Municipality;
      readonly entry: CaseEntry;
      readonly threadId: Snowflake;
      /** The channel the thread stands in, where it is known. */
      readonly parentId?: Snowflake;
    }
  | {
      readonly kind: 'entry-refresh';
      readonly case: Case;
      readonly municipality: Municipality;
      readonly entry: CaseEntry;
      readonly post: Posted;
    }
  | {
      readonly kind: 'case-note';
      readonly case: Case;
      readonly municipality: Municipality;
      readonly note: CaseNote;
      readonly threadId: Snowflake;
      /** The channel the thread stands in, where it is known. */
      readonly parentId?: Snowflake;
    }
  | {
      readonly kind: 'case-reminder';
      readonly case: Case;
      readonly municipality: Municipality;
      readonly about: CaseReminder;
    }
  | {
      readonly kind: 'sender-reply';
      readonly case: Case;
      readonly municipality: Municipality;
      readonly entry: CaseEntry;
      readonly to: SenderAddress;
    }
  /** To staff: something of a case is not done yet. */
  | {
      readonly kind: 'follow-up';
      readonly municipality: Municipality;
      readonly caseId: CaseId;
      readonly caseNumber: number;
      readonly about: FollowUp['kind'];
    }
  | {
      readonly kind: 'reply-change';
      readonly case: Case;
      readonly municipality: Municipality;
      readonly entry: CaseEntry;
      readonly post: Posted;
    }
  | { readonly kind: 'reply-withdrawal'; readonly post: Posted }
  | { readonly kind: 'sender-thread'; readonly case: Case; readonly municipality: Municipality }
  /** That there is a reply to read; none of its words. */
  | {
      readonly kind: 'reply-waiting';
      readonly case: Case;
      readonly municipality: Municipality;
      readonly entry: CaseEntry;
      readonly threadId: Snowflake;
    }
  /** To staff: the service was away, and a first contact may have been missed. */
  | {
      readonly kind: 'gap-note';
      readonly municipality: Municipality;
      readonly from: Instant;
      readonly until: Instant;
    }
  /** To staff: the store is in trouble. */
  | { readonly kind: 'trouble-note'; readonly municipality: Municipality; readonly trouble: StoreTrouble }
  /** To coordinators: what should be gone and is not, and what must be answered. */
  | { readonly kind: 'self-audit'; readonly municipality: Municipality; readonly audit: SelfAudit }
  | {
      readonly kind: 'duty-handover';
      readonly municipality: Municipality;
      readonly by: 'closing' | 'staff';
      readonly waiting: readonly WaitingCase[];
    }
  | {
      readonly kind: 'review-note';
      readonly municipality: Municipality;
      readonly strategy: Strategy;
      readonly until: Instant;
      readonly expired: boolean;
    }
  /** To staff: somebody has written while the intake was stopped, and nothing of it is kept. */
  | {
      readonly kind: 'stopped-note';
      readonly municipality: Municipality;
      readonly severity: Severity;
      readonly contacts: StoppedContacts | undefined;
    }
  | {
      readonly kind: 'duty-post';
      readonly municipality: Municipality;
      readonly channelId: Snowflake;
      readonly post: DutyPost;
    }
  | {
      readonly kind: 'channel-post';
      readonly municipality: Municipality;
      readonly channelId: Snowflake;
      readonly post: Post;
      readonly about?: 'reminder' | 'called-off';
    }
  /** Words of staff and times, in a server's own calendar. */
  | {
      readonly kind: 'activity-event';
      readonly municipality: Municipality;
      readonly guildId: Snowflake;
      readonly act: 'put' | 'remove';
      readonly activity: Activity;
      readonly text: string;
    }
  | {
      readonly kind: 'sender-notice';
      /** Whether somebody is there when it is said. */
      readonly staffed: boolean;
      readonly municipality: Municipality | undefined;
      readonly language: Language;
      readonly notice: SenderNotice;
      /** Those the sender is asked to choose between. */
      readonly services?: readonly Municipality[];
      readonly to: SenderAddress;
    };

/** That the service has opened or closed. */
export type DutyPost =
  | {
      readonly kind: 'opened';
      readonly until: Instant;
      readonly onDuty: readonly { readonly signature: string; readonly themes: readonly DutyTheme[] }[];
    }
  /** `next` is absent when no opening is planned. */
  | { readonly kind: 'closed'; readonly next?: Instant };
