import { z } from 'zod';
import { isLocalDate } from '../hours/local-date.ts';
import type { LocalDate } from '../hours/local-date.ts';
import { scheduleSchema } from '../hours/schedule.ts';
import type { Schedule } from '../hours/schedule.ts';
import { categories } from '../triage/assessment.ts';
import type { Category } from '../triage/assessment.ts';
import { localisedSchema } from './localised.ts';
import type { Localised } from './localised.ts';

export const contactKinds = [
  'emergency',
  'legevakt',
  'police',
  'politidistrikt',
  'kripos',
  'barnevern',
  'barnevernvakt',
  'helsestasjon',
  'helpline',
  'chat',
  'information',
] as const;
export type ContactKind = (typeof contactKinds)[number];

export interface PhoneNumber {
  /** As people read it, e.g. `116 117`. */
  readonly written: string;
  /** The same digits without spaces; 3–8 of them, no country code. */
  readonly digits: string;
}

/** When the phone is answered, or the page when there is no phone. */
export type ContactHours =
  /** Round the clock: because a law says so, or because the provider does. */
  | { readonly kind: 'always'; readonly basis: 'law' | 'provider' }
  | { readonly kind: 'scheduled'; readonly schedule: Schedule }
  | { readonly kind: 'unknown' };

/** One way to reach one service. A service with a phone and a chat of other hours is two contacts. */
export interface Contact {
  readonly id: string;
  readonly kind: ContactKind;
  readonly names: Localised;
  /** When to use it: one or two short sentences. */
  readonly about: Localised;
  readonly phone?: PhoneNumber | undefined;
  readonly url?: string | undefined;
  /** Ages in whole years, both included. Absent: not limited, or not verified. */
  readonly audience: { readonly fromAge?: number | undefined; readonly toAge?: number | undefined };
  /** ISO 639 codes of the languages it answers in; empty: not verified. */
  readonly languages: readonly string[];
  /** Worries it is made for; empty: any. */
  readonly themes: readonly Category[];
  readonly hours: ContactHours;
  /** Where the facts come from. */
  readonly source: string;
  /** Who runs the service. */
  readonly owner: string;
  /** The day somebody called or opened it and found the facts right; null: nobody has yet. */
  readonly checkedAt: LocalDate | null;
  /** May not be taken out of the register. */
  readonly mandatory: boolean;
}

const phoneSchema = z
  .strictObject({
    written: z.string().regex(/^\d[\d ]{1,11}\d$/, 'needs digits and spaces only, as people read the number'),
    digits: z.string().regex(/^\d{3,8}$/, 'needs 3 to 8 digits without country code'),
  })
  .refine(({ written, digits }) => written.replaceAll(' ', '') === digits, 'written and digits are different numbers')
  .readonly();

const hoursSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('always'), basis: z.enum(['law', 'provider']) }).readonly(),
  z.strictObject({ kind: z.literal('scheduled'), schedule: scheduleSchema }).readonly(),
  z.strictObject({ kind: z.literal('unknown') }).readonly(),
]);

/** Their hours never grow old, so nothing else may claim to be among them. */
const openByLaw: ReadonlySet<ContactKind> = new Set(['emergency', 'legevakt']);

const age = z.int().min(0).max(120).optional();

export const contactSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/, 'needs 2 to 40 small letters, digits and hyphens'),
    kind: z.enum(contactKinds),
    names: localisedSchema(80),
    about: localisedSchema(200),
    phone: phoneSchema.optional(),
    url: z.url({ protocol: /^https$/, error: 'needs an address that begins with https://' }).optional(),
    audience: z.strictObject({ fromAge: age, toAge: age }).readonly(),
    languages: z.array(z.string().regex(/^[a-z]{2,3}$/, 'needs a language code such as no, en or se')).readonly(),
    themes: z.array(z.enum(categories)).readonly(),
    hours: hoursSchema,
    source: z.string().trim().min(1, 'is empty'),
    owner: z.string().trim().min(1, 'is empty'),
    checkedAt: z.string().refine(isLocalDate, 'needs a date that exists, YYYY-MM-DD').nullable(),
    mandatory: z.boolean(),
  })
  .refine(({ phone, url }) => phone !== undefined || url !== undefined, 'needs a phone or a url')
  .refine(({ kind, hours }) => hours.kind !== 'always' || hours.basis !== 'law' || openByLaw.has(kind), {
    path: ['hours', 'basis'],
    error: `"law" is for contacts of kind ${[...openByLaw].join(' or ')}; write "provider"`,
  })
  .readonly();
