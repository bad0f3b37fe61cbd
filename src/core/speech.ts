import type { Case, CaseEntry } from './case.ts';
import type { Snowflake } from './ids.ts';
import type { Language } from './language.ts';
import type { Municipality } from './municipality.ts';
import type { CaseNote, Posted, SenderAddress, SenderNotice } from './outbox.ts';
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
  | { readonly kind: 'card-refresh'; readonly case: Case; readonly municipality: Municipality; readonly card: Posted }
  | {
      readonly kind: 'case-entry';
      readonly case: Case;
      readonly municipality: Municipality;
      readonly entry: CaseEntry;
      readonly threadId: Snowflake;
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
    }
  | {
      readonly kind: 'sender-reply';
      readonly case: Case;
      readonly municipality: Municipality;
      readonly entry: CaseEntry;
      readonly to: SenderAddress;
    }
  | {
      readonly kind: 'sender-notice';
      readonly municipality: Municipality | undefined;
      readonly language: Language;
      readonly notice: SenderNotice;
      readonly to: SenderAddress;
    };
