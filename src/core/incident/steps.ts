/**
 * The second half of the incident form, as a table. It is filled in on the desk only and never passes through Discord.
 * Source: 000:50–60 (what the police need), 000:40 (told and involved), DESIGN §5 Incident form.
 */

export type Field =
  | { readonly id: string; readonly kind: 'line' | 'text'; readonly max: number; readonly required?: Requirement }
  | {
      readonly id: string;
      readonly kind: 'choice';
      readonly choices: readonly string[];
      readonly required?: Requirement;
    };

/** Always, or only when another field of the step has this value. */
export type Requirement = 'always' | { readonly field: string; readonly is: string };

export interface Step {
  readonly id: StepId;
  /** Shown only where the matter goes to Kripos. Source: DESIGN §5, GDPR art. 9. */
  readonly onlyForKripos?: true;
  readonly fields: readonly Field[];
}

export const stepIds = ['observed', 'identity', 'kripos', 'adults', 'told', 'action'] as const;
export type StepId = (typeof stepIds)[number];
export const isStepId = (value: string): value is StepId => (stepIds as readonly string[]).includes(value);

const yesNo = ['yes', 'no'] as const;

export const steps: Readonly<Record<StepId, Step>> = {
  observed: {
    id: 'observed',
    fields: [
      { id: 'observed', kind: 'text', max: 6_000, required: 'always' },
      { id: 'assessment', kind: 'text', max: 3_000 },
    ],
  },
  identity: {
    id: 'identity',
    fields: [
      { id: 'name', kind: 'line', max: 120 },
      { id: 'username', kind: 'line', max: 200 },
      { id: 'phone', kind: 'line', max: 40 },
      { id: 'residence', kind: 'line', max: 160 },
      { id: 'age', kind: 'line', max: 20 },
      { id: 'ageBasis', kind: 'choice', choices: ['stated', 'assumed'], required: { field: 'age', is: '*' } },
      { id: 'school', kind: 'line', max: 120 },
    ],
  },
  kripos: {
    id: 'kripos',
    onlyForKripos: true,
    fields: [
      { id: 'ethnicity', kind: 'line', max: 120 },
      { id: 'ip', kind: 'line', max: 300 },
      { id: 'more', kind: 'text', max: 3_000 },
    ],
  },
  adults: { id: 'adults', fields: [{ id: 'adults', kind: 'text', max: 2_000, required: 'always' }] },
  told: {
    id: 'told',
    fields: [
      { id: 'told', kind: 'choice', choices: yesNo, required: 'always' },
      { id: 'toldReason', kind: 'text', max: 2_000, required: 'always' },
      { id: 'involved', kind: 'choice', choices: yesNo, required: 'always' },
      { id: 'involvedReason', kind: 'text', max: 2_000, required: 'always' },
    ],
  },
  action: {
    id: 'action',
    fields: [
      { id: 'done', kind: 'text', max: 3_000, required: 'always' },
      { id: 'toWhom', kind: 'line', max: 200 },
      { id: 'when', kind: 'line', max: 60 },
      { id: 'reference', kind: 'line', max: 120 },
      { id: 'followUp', kind: 'text', max: 2_000 },
    ],
  },
};

export type FieldFault = 'required' | 'too-long' | 'unreadable' | 'not-a-choice';
export type StepValues = Readonly<Record<string, string>>;

export interface ReadStep {
  /** What was written, whether or not it may be saved: nothing a person typed is thrown away. */
  readonly values: StepValues;
  /** Empty when it may be saved. */
  readonly faults: Readonly<Record<string, FieldFault>>;
}

/** Letters, marks, numbers, punctuation, symbols and ordinary spaces; line breaks where a text may have them. */
const hasControls = (text: string): boolean =>
  /[\p{Cc}\p{Cs}\p{Co}\u202A-\u202E\u2066-\u2069]/u.test(text.replaceAll('\n', ''));

/** Reads a posted step. Values are trimmed and normalised (NFC, `\n`); fields the step does not have are left out. */
export function readStep(step: Step, posted: StepValues): ReadStep {
  const values: Record<string, string> = {};
  for (const { id } of step.fields) values[id] = tidy(Object.hasOwn(posted, id) ? (posted[id] ?? '') : '');
  const faults: Record<string, FieldFault> = {};
  for (const field of step.fields) {
    const fault = faultOf(field, values);
    if (fault) faults[field.id] = fault;
  }
  return { values, faults };
}

const tidy = (text: string): string => text.replaceAll(/\r\n?/gu, '\n').normalize('NFC').trim();

function faultOf(field: Field, values: StepValues): FieldFault | undefined {
  const value = values[field.id] ?? '';
  if (value === '') return isRequired(field.required, values) ? 'required' : undefined;
  if (field.kind === 'choice') return field.choices.includes(value) ? undefined : 'not-a-choice';
  if (hasControls(value) || (field.kind === 'line' && value.includes('\n'))) return 'unreadable';
  return value.length > field.max ? 'too-long' : undefined;
}

function isRequired(requirement: Requirement | undefined, values: StepValues): boolean {
  if (requirement === undefined) return false;
  if (requirement === 'always') return true;
  const other = values[requirement.field] ?? '';
  return requirement.is === '*' ? other !== '' : other === requirement.is;
}
