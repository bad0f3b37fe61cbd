import { z } from 'zod';
import { closingCodes } from './aftercare.ts';
import type { Closing, Debrief, Recontact, Referral } from './aftercare.ts';
import { accessKinds, exportFormats, purposes } from './dossier.ts';
import type { Access, Decision, Dossier, ExportReceipt, Hold, SavedStep } from './dossier.ts';
import { stepIds } from './steps.ts';

const instant = z.number().int();
const staff = z.looseObject({ id: z.string(), signature: z.string() });
const values = z.record(z.string(), z.string());

const step = z.looseObject({ version: z.number().int(), values, by: staff, at: instant } satisfies Fields<SavedStep>);
type Fields<T> = Record<keyof T, z.ZodType>;

const decision = z.looseObject({
  cardId: z.string(),
  rowId: z.string(),
  guideVersion: z.string(),
  follows: z.boolean(),
  reason: z.string(),
  secondAssessment: z.string().optional(),
  by: staff,
  at: instant,
} satisfies Fields<Decision>);

const unsealing = z.discriminatedUnion('kind', [
  z.looseObject({ kind: z.literal('asked'), by: staff, at: instant, reason: z.string() }),
  z.looseObject({
    kind: z.literal('granted'),
    askedBy: staff,
    reason: z.string(),
    grantedBy: staff.optional(),
    at: instant,
  }),
]);

const hold = z.looseObject({
  askedBy: staff,
  askedAt: instant,
  reason: z.string(),
  confirmed: z.looseObject({ by: staff, at: instant }).optional(),
} satisfies Fields<Hold>);

const access = z.looseObject({
  at: instant,
  by: staff,
  what: z.enum(accessKinds),
  purpose: z.enum(purposes),
} satisfies Fields<Access>);

const receipt = z.looseObject({
  at: instant,
  by: staff,
  recipient: z.string(),
  format: z.enum(exportFormats),
  hash: z.string(),
  fileHash: z.string().optional(),
} satisfies Fields<ExportReceipt>);

const signed = { by: staff, at: instant };
const recontact = z.looseObject({ sender: z.string(), ...signed } satisfies Fields<Recontact>);
const referral = z.looseObject({
  id: z.string(),
  to: z.string(),
  ...signed,
  received: z.looseObject({ name: z.string(), ...signed }).optional(),
} satisfies Fields<Referral>);
const closing = z.looseObject({ code: z.enum(closingCodes), ...signed } satisfies Fields<Closing>);
const debrief = z.looseObject({ colleague: z.string(), ...signed } satisfies Fields<Debrief>);

const dossier = z.looseObject({
  caseId: z.string(),
  municipalityId: z.string(),
  caseNumber: z.number().int(),
  openedAt: instant,
  steps: z.partialRecord(z.enum(stepIds), step),
  answers: values,
  decision: decision.optional(),
  unsealing: unsealing.optional(),
  hold: hold.optional(),
  accesses: z.array(access),
  exports: z.array(receipt),
  releasedAt: instant.optional(),
  recontact: recontact.optional(),
  referrals: z.array(referral).optional(),
  closing: closing.optional(),
  debriefs: z.array(debrief).optional(),
} satisfies Fields<Dossier>);

/** A dossier as it was stored. The compiler ties the fields to the type. @throws ZodError for what is none */
export const parseDossier = (body: unknown): Dossier => dossier.parse(body) as unknown as Dossier;
