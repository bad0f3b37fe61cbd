import { incidentActions } from '../case.ts';
import { firstQuestions } from '../duty-guide/guide.ts';
import { categories } from '../triage/assessment.ts';
import type { Instant } from '../time.ts';
import { readMoment } from './moment.ts';

/**
 * The incident form as a table. The shared steps are filled in in Discord or on the desk, and hold choices and short text
 * that redaction has gone through. The others are filled in on the desk only and never pass through Discord.
 * Source: 000:50–60 (what the police need), 000:40 (told and involved), DESIGN §5 Incident form.
 */

export type Field =
  | { readonly id: string; readonly kind: 'line' | 'text'; readonly max: number; readonly required?: Requirement }
  /** A point in time that has been, on the municipality's own clock. */
  | { readonly id: string; readonly kind: 'moment'; readonly max: number; readonly required?: Requirement }
  | {
      readonly id: string;
      readonly kind: 'choice';
      readonly choices: readonly string[];
      readonly required?: Requirement;
    };

/** Always, or only when another field of the step has this value (`*`: any), or is filled in with anything else. */
export type Requirement =
  'always' | { readonly field: string; readonly is: string } | { readonly field: string; readonly not: string };

export interface Step {
  readonly id: StepId;
  /** Shown only where the matter goes to Kripos. Source: DESIGN §5, GDPR art. 9. */
  readonly onlyForKripos?: true;
  readonly fields: readonly Field[];
}

/** In the order they are filled in. Discord shows at most five fields at once. */
export const sharedStepIds = ['matter', 'reported', 'informed'] as const;
export type SharedStepId = (typeof sharedStepIds)[number];
export const isSharedStep = (value: string): value is SharedStepId =>
  (sharedStepIds as readonly string[]).includes(value);

export const stepIds = [...sharedStepIds, 'observed', 'identity', 'kripos', 'adults', 'action'] as const;
export type StepId = (typeof stepIds)[number];
export const isStepId = (value: string): value is StepId => (stepIds as readonly string[]).includes(value);

const yesNo = ['yes', 'no'] as const;

export const levels = ['acute', 'serious', 'concern'] as const;

/** Source: DESIGN §5, the half in Discord; 000:40, what the young person is told and takes part in. */
const shared: Readonly<Record<SharedStepId, Step>> = {
  matter: {
    id: 'matter',
    fields: [
      { id: 'severity', kind: 'choice', choices: levels, required: 'always' },
      { id: 'dangerNow', kind: 'choice', choices: firstQuestions.dangerNow, required: 'always' },
      { id: 'identity', kind: 'choice', choices: firstQuestions.identity, required: 'always' },
      { id: 'avertable', kind: 'choice', choices: firstQuestions.avertable, required: 'always' },
      { id: 'category', kind: 'choice', choices: [...categories, 'other'], required: 'always' },
    ],
  },
  reported: {
    id: 'reported',
    fields: [
      { id: 'action', kind: 'choice', choices: incidentActions, required: 'always' },
      { id: 'toWhom', kind: 'line', max: 100, required: { field: 'action', is: 'other-help' } },
      { id: 'when', kind: 'moment', max: 40, required: { field: 'action', not: 'none-yet' } },
      { id: 'reference', kind: 'line', max: 60 },
      { id: 'followUp', kind: 'text', max: 300 },
    ],
  },
  informed: {
    id: 'informed',
    fields: [
      { id: 'told', kind: 'choice', choices: [...yesNo, 'no-report'], required: 'always' },
      { id: 'toldReason', kind: 'text', max: 300, required: { field: 'told', is: 'no' } },
      { id: 'involved', kind: 'choice', choices: yesNo, required: 'always' },
      { id: 'involvedReason', kind: 'text', max: 300, required: { field: 'involved', is: 'no' } },
      { id: 'leader', kind: 'choice', choices: [...yesNo, 'not-needed'], required: 'always' },
    ],
  },
};

export const steps: Readonly<Record<StepId, Step>> = {
  ...shared,
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
  action: {
    id: 'action',
    fields: [
      { id: 'done', kind: 'text', max: 3_000, required: 'always' },
      { id: 'contact', kind: 'line', max: 200 },
    ],
  },
};

export type FieldFault = 'required' | 'too-long' | 'unreadable' | 'not-a-choice' | 'not-a-moment';
export type StepValues = Readonly<Record<string, string>>;

export interface ReadStep {
  /** What was written, whether or not it may be saved: nothing a person typed is thrown away. */
  readonly values: StepValues;
  /** Empty when it may be saved. */
  readonly faults: Readonly<Record<string, FieldFault>>;
}

/** What a moment is read against. */
export interface Here {
  readonly now: Instant;
  /** IANA name. */
  readonly timeZone: string;
}

/** Letters, marks, numbers, punctuation, symbols and ordinary spaces; line breaks where a text may have them. */
const hasControls = (text: string): boolean =>
  /[\p{Cc}\p{Cs}\p{Co}\u202A-\u202E\u2066-\u2069]/u.test(text.replaceAll('\n', ''));

/**
 * Reads a posted step. Values are trimmed and normalised (NFC, `\n`, moments as `2026-11-22 21:40`); fields the step does
 * not have are left out.
 */
export function readStep(step: Step, posted: StepValues, here: Here): ReadStep {
  const values: Record<string, string> = {};
  for (const field of step.fields) {
    const typed = tidy(Object.hasOwn(posted, field.id) ? (posted[field.id] ?? '') : '');
    values[field.id] = field.kind === 'moment' ? (readMoment(typed, here) ?? typed) : typed;
  }
  const faults: Record<string, FieldFault> = {};
  for (const field of step.fields) {
    const fault = faultOf(field, values, here);
    if (fault) faults[field.id] = fault;
  }
  return { values, faults };
}

const tidy = (text: string): string => text.replaceAll(/\r\n?/gu, '\n').normalize('NFC').trim();

function faultOf(field: Field, values: StepValues, here: Here): FieldFault | undefined {
  const value = values[field.id] ?? '';
  if (value === '') return isRequired(field.required, values) ? 'required' : undefined;
  if (field.kind === 'choice') return field.choices.includes(value) ? undefined : 'not-a-choice';
  if (hasControls(value) || (field.kind !== 'text' && value.includes('\n'))) return 'unreadable';
  if (value.length > field.max) return 'too-long';
  return field.kind === 'moment' && readMoment(value, here) === undefined ? 'not-a-moment' : undefined;
}

function isRequired(requirement: Requirement | undefined, values: StepValues): boolean {
  if (requirement === undefined) return false;
  if (requirement === 'always') return true;
  const other = values[requirement.field] ?? '';
  if ('not' in requirement) return other !== '' && other !== requirement.not;
  return requirement.is === '*' ? other !== '' : other === requirement.is;
}
