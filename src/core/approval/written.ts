import type { z } from 'zod';
import type { Act } from '../access.ts';
import { readDate, startOfDay } from '../hours/local-date.ts';
import type { Instant } from '../time.ts';
import {
  basisSchema,
  consequenceAssessmentSchema,
  decisionSchema,
  initialAssessmentSchema,
  overviewSchema,
  purposeSchema,
} from './filings.ts';
import type { Filing } from './filings.ts';

/** One form each. The decision has three, since each outcome asks for something else. */
export const approvalForms = [
  'purpose',
  'ip',
  'assessment',
  'basis',
  'approved',
  'conditional',
  'refused',
  'overview',
] as const;
export type ApprovalForm = (typeof approvalForms)[number];

const decisionForms: readonly ApprovalForm[] = ['approved', 'conditional', 'refused'];
/** What filling in a form takes. */
export const actOfForm = (form: ApprovalForm): Act =>
  decisionForms.includes(form) ? 'approval.decide' : 'approval.file';

/** Every field of every form, by the name it has in the form. */
export type WrittenFields = Readonly<Partial<Record<ApprovalField, string>>>;
export const approvalFields = [
  'platform',
  'purpose',
  'capacity',
  'reference',
  'outcome',
  'kind',
  'disciplines',
  'officerConsultedOn',
  'reason',
  'legalBasis',
  'transferBasis',
  'receivingCountry',
  'residualRisk',
  'decidedBy',
  'reviewAt',
  'acceptance',
  'improvements',
] as const;
export type ApprovalField = (typeof approvalFields)[number];

export type WritingFault =
  /** Empty, or longer than is kept. */
  | { readonly kind: 'unfit'; readonly field: ApprovalField }
  | { readonly kind: 'no-date'; readonly field: ApprovalField }
  | { readonly kind: 'plm-without-reason' | 'dpia-without-officer' | 'officer-in-the-future' | 'risk-not-accepted' };

export type ReadFiling =
  { readonly ok: true; readonly filing: Filing } | { readonly ok: false; readonly fault: WritingFault };

/** One thing per line, or between semicolons. */
const listIn = (text: string | undefined): readonly string[] =>
  (text ?? '')
    .split(/[\n;]/u)
    .map((item) => item.replace(/^[\s•*-]+/u, '').trim())
    .filter((item) => item !== '');

const fail = (fault: WritingFault): ReadFiling => ({ ok: false, fault });
const unfit = (field: ApprovalField): ReadFiling => fail({ kind: 'unfit', field });

/** A form as a paper to put on record. Dates begin at midnight in `timeZone`. */
export function readFiling(
  form: ApprovalForm,
  written: WrittenFields,
  { now, timeZone }: { readonly now: Instant; readonly timeZone: string },
): ReadFiling {
  const { reference, reason, decidedBy } = written;
  switch (form) {
    case 'purpose':
      return checked(purposeSchema, written, (filing) => ({ step: 'purpose', filing }));
    case 'ip':
      return checked(initialAssessmentSchema, written, (filing) => ({ step: 'ip', filing }));
    case 'assessment': {
      const asked = written.officerConsultedOn?.trim() ?? '';
      const officerConsultedOn = asked === '' ? undefined : readDate(asked);
      if (asked !== '' && !officerConsultedOn) return fail({ kind: 'no-date', field: 'officerConsultedOn' });
      if (officerConsultedOn && startOfDay(officerConsultedOn, timeZone) > now)
        return fail({ kind: 'officer-in-the-future' });
      if (written.kind === 'dpia' && !officerConsultedOn) return fail({ kind: 'dpia-without-officer' });
      if (written.kind === 'plm' && (reason ?? '').trim() === '') return fail({ kind: 'plm-without-reason' });
      const assessed = { kind: written.kind, reference, disciplines: listIn(written.disciplines), officerConsultedOn };
      return checked(
        consequenceAssessmentSchema,
        written.kind === 'plm' ? { ...assessed, reason } : assessed,
        (filing) => ({ step: 'assessment', filing }),
      );
    }
    case 'basis':
      return checked(basisSchema, written, (filing) => ({ step: 'basis', filing }));
    case 'approved': {
      const review = readDate(written.reviewAt ?? '');
      if (!review) return fail({ kind: 'no-date', field: 'reviewAt' });
      if (written.acceptance !== 'yes') return fail({ kind: 'risk-not-accepted' });
      const decision = {
        outcome: 'approved',
        reason,
        decidedBy,
        reference,
        acceptsResidualRisk: true,
        reviewAt: startOfDay(review, timeZone),
      };
      return checked(decisionSchema, decision, (filing) => ({ step: 'decision', filing }));
    }
    case 'conditional': {
      const decision = {
        outcome: 'conditional',
        reason,
        decidedBy,
        reference,
        improvements: listIn(written.improvements),
      };
      return checked(decisionSchema, decision, (filing) => ({ step: 'decision', filing }));
    }
    case 'refused':
      return checked(decisionSchema, { outcome: 'refused', reason, decidedBy, reference }, (filing) => ({
        step: 'decision',
        filing,
      }));
    case 'overview':
      return checked(overviewSchema, written, (filing) => ({ step: 'overview', filing }));
  }
}

/** The first field that does not fit is named; the person is asked for that one. */
function checked<Schema extends z.ZodType>(
  schema: Schema,
  written: object,
  as: (filing: z.output<Schema>) => Filing,
): ReadFiling {
  const parsed = schema.safeParse(written);
  if (parsed.success) return { ok: true, filing: as(parsed.data) };
  const field = approvalFields.find((name) => name === parsed.error.issues[0]?.path[0]);
  return unfit(field ?? 'reference');
}
