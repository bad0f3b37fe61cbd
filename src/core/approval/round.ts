import { z } from 'zod';
import { isSnowflake } from '../ids.ts';
import type { Snowflake } from '../ids.ts';
import type { Instant } from '../time.ts';
import {
  basisSchema,
  consequenceAssessmentSchema,
  decisionSchema,
  initialAssessmentSchema,
  overviewSchema,
  purposeSchema,
} from './filings.ts';

const by = z.custom<Snowflake>((value) => typeof value === 'string' && isSnowflake(value));
export const signatureSchema = z.object({ by, at: z.number().int() }).readonly();
/** Who put something on record, and when. */
export interface Signature {
  readonly by: Snowflake;
  readonly at: Instant;
}

const signed = <Schema extends z.ZodType>(filing: Schema) => z.object({ by, at: z.number().int(), filing }).readonly();

const [approved, conditional, refused] = decisionSchema.options;
const number = z.number().int().min(1);
const withPurpose = { number, purpose: signed(purposeSchema) };
const withIp = { ...withPurpose, ip: signed(initialAssessmentSchema) };
const withAssessment = { ...withIp, assessment: signed(consequenceAssessmentSchema) };
const withBasis = { ...withAssessment, basis: signed(basisSchema) };
const withApproval = { ...withBasis, decision: signed(approved) };

const complete = z
  .object({ stage: z.literal('complete'), ...withApproval, overview: signed(overviewSchema) })
  .readonly();
/** Every paper is there. */
export type CompleteRound = z.output<typeof complete>;

/** One round of the gate: `stage` is what is missing next, or why it stopped. What was filed stays in it. */
export const roundSchema = z.discriminatedUnion('stage', [
  z.object({ stage: z.literal('ip'), ...withPurpose }).readonly(),
  z.object({ stage: z.literal('stopped-by-ip'), ...withIp }).readonly(),
  z.object({ stage: z.literal('assessment'), ...withIp }).readonly(),
  z.object({ stage: z.literal('basis'), ...withAssessment }).readonly(),
  z.object({ stage: z.literal('decision'), ...withBasis }).readonly(),
  z.object({ stage: z.literal('conditional'), ...withBasis, decision: signed(conditional) }).readonly(),
  z.object({ stage: z.literal('refused'), ...withBasis, decision: signed(refused) }).readonly(),
  z.object({ stage: z.literal('overview'), ...withApproval }).readonly(),
]);
export type Round = z.output<typeof roundSchema>;
export const completeRoundSchema = complete;

/** Everybody who has put a paper on record that management decides on: none of them may decide. */
export const filersOf = ({ purpose, ip, assessment, basis }: Extract<Round, { stage: 'decision' }>) =>
  new Set([purpose.by, ip.by, assessment.by, basis.by]);
