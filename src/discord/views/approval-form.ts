import type { ApprovalField, ApprovalForm, WrittenFields } from '../../core/approval/written.ts';
import type { Strategy } from '../../core/approval.ts';
import { approvalTexts as texts } from '../../i18n/approval.ts';
import { encodeCustomId } from '../custom-id.ts';
import { field, line, radios, writing } from './form.ts';
import type { FormBody } from './form.ts';

interface FieldShape {
  readonly kind: 'line' | 'text' | 'choice';
  /** Characters. */
  readonly most?: number;
  readonly optional?: true;
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  /** Chosen when nothing has been. */
  readonly usual?: string;
}

const yesNo = [
  { value: 'yes', label: texts.yes },
  { value: 'no', label: texts.no },
];
const shapes: Readonly<Record<ApprovalField, FieldShape>> = {
  platform: { kind: 'line', most: 80 },
  purpose: { kind: 'text', most: 1_000 },
  capacity: { kind: 'text', most: 500 },
  reference: { kind: 'line', most: 120 },
  outcome: { kind: 'choice', choices: yesNo },
  kind: {
    kind: 'choice',
    choices: [
      { value: 'dpia', label: texts.dpia },
      { value: 'plm', label: texts.plm },
    ],
    usual: 'dpia',
  },
  disciplines: { kind: 'text', most: 1_000 },
  officerConsultedOn: { kind: 'line', most: 20, optional: true },
  reason: { kind: 'text', most: 1_000 },
  legalBasis: { kind: 'text', most: 500 },
  transferBasis: { kind: 'text', most: 500 },
  receivingCountry: { kind: 'text', most: 1_000 },
  residualRisk: { kind: 'text', most: 1_000 },
  decidedBy: { kind: 'line', most: 160 },
  reviewAt: { kind: 'line', most: 20 },
  acceptance: { kind: 'choice', choices: yesNo },
  improvements: { kind: 'text', most: 3_000 },
};

/** At most five each, Discord's limit. */
export const fieldsOfForm: Readonly<Record<ApprovalForm, readonly ApprovalField[]>> = {
  purpose: ['platform', 'purpose', 'capacity'],
  ip: ['reference', 'outcome'],
  assessment: ['kind', 'reference', 'disciplines', 'officerConsultedOn', 'reason'],
  basis: ['legalBasis', 'transferBasis', 'receivingCountry', 'residualRisk'],
  approved: ['decidedBy', 'reference', 'reason', 'acceptance', 'reviewAt'],
  conditional: ['decidedBy', 'reference', 'reason', 'improvements'],
  refused: ['decidedBy', 'reference', 'reason'],
  overview: ['reference'],
};

/** @param written what stood in the form when it was refused, to be mended */
export function approvalForm(form: ApprovalForm, strategy: Strategy, written: WrittenFields = {}): FormBody {
  return {
    custom_id: encodeCustomId('approval-form-sent', strategy, form),
    title: texts.form[form],
    components: fieldsOfForm[form].map((name) => {
      const isPlmReason = form === 'assessment' && name === 'reason';
      const label = isPlmReason ? texts.reasonForPlm : texts.field[name];
      const { kind, most = 100, choices = [], usual, optional } = shapes[name];
      const value = written[name] ?? usual;
      const required = !(optional ?? isPlmReason);
      if (kind === 'choice') return field(label, radios(name, choices, value), texts.hint[name]);
      const text = { required, ...(value === undefined ? {} : { value }) };
      return field(label, (kind === 'line' ? line : writing)(name, most, text), texts.hint[name]);
    }),
  };
}
