import type { Case } from '../core/case.ts';
import { moveCase } from '../core/case-moves.ts';
import type { RawText } from '../core/raw-text.ts';
import type { ReplyConcern } from '../core/reply-concerns.ts';
import type { Instant } from '../core/time.ts';
import type { Store } from '../ports.ts';
import type { PersonalDataKind } from '../core/redaction/redaction.ts';
import type { StaffText, StaffTextCheck } from '../core/staff-text.ts';
import { actOnCase } from './act-on-case.ts';
import type { CaseActDeps, CasePress, Refusal } from './act-on-case.ts';

interface Deps extends CaseActDeps {
  /** What in a reply should give the writer pause. */
  readonly checkStaffText: StaffTextCheck;
  readonly store: CaseActDeps['store'] & Pick<Store, 'listEntries'>;
}

/** What in a reply should give its writer pause before it is sent. */
export interface ReplyWarnings {
  readonly personalData: readonly PersonalDataKind[];
  readonly concerns: readonly ReplyConcern[];
  /** A colleague has answered since the form was opened. */
  readonly answeredBy?: string;
}

/** Just written; to be shown back whatever it says; or seen in the preview and sent as it is. */
export type ReplyStep = 'written' | 'to-be-shown' | 'confirmed';

export type ReplyOutcome =
  | { readonly kind: 'queued'; readonly caseNumber: number }
  /** Held back until the writer says «Send likevel»; nothing is stored. */
  | {
      readonly kind: 'needs-confirmation';
      readonly case: Case;
      readonly text: StaffText;
      readonly warnings: ReplyWarnings;
    }
  | { readonly kind: 'closed'; readonly caseNumber: number }
  | Refusal;

/**
 * Purpose: relay a reply to the sender, signed by first name and role. Personal data: the reply's words, encrypted with
 * the case. This press is the only way words leave the staff channel.
 * @param step how far the writer has come with these words
 * @param begunAt when the writer opened the form, where that is known
 */
export const makeReplyToSender =
  (deps: Deps) =>
  async (press: CasePress, words: RawText, step: ReplyStep, begunAt?: Instant): Promise<ReplyOutcome> => {
    const { text, personalData, concerns = [] } = deps.checkStaffText(words);
    const outcome = await actOnCase<Exclude<ReplyOutcome, Refusal>>(deps, press, 'case.reply', async (current, at) => {
      const caseNumber = current.number;
      if (current.state.kind === 'closed') return { kind: 'closed', caseNumber };
      if (step !== 'confirmed') {
        const answeredBy = begunAt === undefined ? undefined : await colleagueSince(deps, press, begunAt);
        const warnings = { personalData, concerns, ...(answeredBy === undefined ? {} : { answeredBy }) };
        if (step === 'to-be-shown' || personalData.length > 0 || concerns.length > 0 || answeredBy !== undefined)
          return { kind: 'needs-confirmation', case: current, text, warnings };
      }
      // Whoever answers a case nobody has, has it: it must not go on calling for somebody.
      const by = { id: press.staff.id, signature: press.staff.signature };
      const taking = current.state.kind === 'open' ? moveCase(current, { kind: 'claim' }, by, at) : undefined;
      const { unansweredSince: _answered, ...answered } = taking?.kind === 'moved' ? taking.case : current;
      return {
        kind: 'go',
        case: { ...answered, lastMessageAt: at },
        ...(taking ? { note: { kind: 'taken', signature: by.signature } } : {}),
        event: 'case.replied',
        reply: {
          id: press.cause,
          caseId: current.id,
          from: 'staff',
          at,
          body: { kind: 'text', text },
          severity: 'none',
          removed: [],
          omitted: [],
          signature: press.staff.signature,
          by: press.staff.id,
        },
      };
    });
    return outcome.kind === 'done' ? { kind: 'queued', caseNumber: outcome.case.number } : outcome;
  };

/** The signature of a colleague who has answered since then; nothing when nobody has. */
async function colleagueSince(
  { store }: Deps,
  { caseId, staff }: CasePress,
  since: Instant,
): Promise<string | undefined> {
  const entries = await store.listEntries(caseId);
  return entries.findLast(({ from, at, by }) => from === 'staff' && at > since && by !== staff.id)?.signature;
}
