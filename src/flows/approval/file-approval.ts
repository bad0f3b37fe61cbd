import { mayPerform } from '../../core/access.ts';
import { fileStep } from '../../core/approval/file-step.ts';
import type { FileStepOutcome } from '../../core/approval/file-step.ts';
import type { Filing } from '../../core/approval/filings.ts';
import { actOfForm, readFiling } from '../../core/approval/written.ts';
import type { ApprovalForm, WritingFault, WrittenFields } from '../../core/approval/written.ts';
import type { Strategy } from '../../core/approval.ts';
import type { Clock, Municipalities, Staff, Store } from '../../ports.ts';
import { readApproval, savingApproval } from './approval-setting.ts';

interface Deps {
  readonly now: Clock;
  readonly municipalities: Pick<Municipalities, 'find'>;
  readonly store: Pick<Store, 'findSetting' | 'commit'>;
}

export interface ApprovalPress {
  /** The interaction id: the same press files once. */
  readonly cause: string;
  readonly staff: Staff;
  readonly strategy: Strategy;
}

export type FileApprovalOutcome =
  | { readonly kind: 'filed'; readonly filing: Filing; readonly round: number }
  | { readonly kind: 'badly-written'; readonly fault: WritingFault }
  | Exclude<FileStepOutcome, { kind: 'filed' }>
  | { readonly kind: 'not-permitted' | 'unreadable' };

/**
 * Purpose: put one step of the approval on record. Personal data: the staff member's id; names that the papers themselves
 * carry. The audit holds which step, of which round, and how it ended; not the words.
 */
export const makeFileApproval = ({ now, municipalities, store }: Deps) =>
  async function file(press: ApprovalPress, form: ApprovalForm, written: WrittenFields): Promise<FileApprovalOutcome> {
    const { cause, staff, strategy } = press;
    const municipality = municipalities.find(staff.municipalityId);
    if (!municipality || !mayPerform(staff.roles, actOfForm(form))) return { kind: 'not-permitted' };

    const at = now();
    const read = readFiling(form, written, { now: at, timeZone: municipality.hours.timeZone });
    if (!read.ok) return { kind: 'badly-written', fault: read.fault };

    const { book, version } = await readApproval(store, municipality.id);
    if (!book) return { kind: 'unreadable' };
    const filed = fileStep(book, strategy, read.filing, { by: staff.id, at });
    if (filed.kind !== 'filed') return filed;
    const { round } = filed;
    const outcome = await store.commit({
      cause: `interaction:${cause}`,
      at,
      basedOn: [],
      changes: [
        savingApproval(municipality.id, version, filed.book),
        {
          kind: 'audit',
          entry: {
            event: 'approval.filed',
            at,
            municipalityId: municipality.id,
            by: staff.id,
            details: { strategy, step: form, round, version: version + 1 },
          },
        },
      ],
    });
    return outcome === 'stale' ? file(press, form, written) : { kind: 'filed', filing: read.filing, round };
  };
