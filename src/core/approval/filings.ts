import { z } from 'zod';
import { isLocalDate } from '../hours/local-date.ts';

const line = (max: number) => z.string().trim().min(1).max(max);
const reference = line(120);
const list = (most: number) => z.array(line(200)).min(1).max(most).readonly();
const date = z.string().refine(isLocalDate);
const instant = z.number().int();

/** Step 0: what the platform is wanted for. Source: 002:372; staffing from 000:1. */
export const purposeSchema = z
  .object({
    platform: line(80),
    purpose: line(1_000),
    /** Who will answer, how many and when. */
    capacity: line(500),
  })
  .readonly();
export type Purpose = z.output<typeof purposeSchema>;

/** Innledende personvernvurdering. Without a «ja» the platform cannot be used. Source: 002:375, 406. */
export const initialAssessmentSchema = z.object({ reference, outcome: z.enum(['yes', 'no']) }).readonly();
export type InitialAssessment = z.output<typeof initialAssessmentSchema>;

const assessed = {
  reference,
  /** The participants' disciplines. One alone is let through, and warned of. Source: 002:426. */
  disciplines: list(12),
};

/**
 * PLM for low and middle risk, DPIA for high. DPIA is what is expected; a PLM says why it is enough. Source: 002:398,
 * 419–423. The data protection officer has been asked before a DPIA. Source: GDPR article 35(2).
 */
export const consequenceAssessmentSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('dpia'), ...assessed, officerConsultedOn: date }).readonly(),
  z
    .object({ kind: z.literal('plm'), ...assessed, reason: line(1_000), officerConsultedOn: date.optional() })
    .readonly(),
]);
export type ConsequenceAssessment = z.output<typeof consequenceAssessmentSchema>;

/** What the processing rests on, and the risk that is left. Source: 002:322–332; 000:19. */
export const basisSchema = z
  .object({
    legalBasis: line(500),
    transferBasis: line(500),
    /** Laws and practices of the country that receives the data. */
    receivingCountry: line(1_000),
    residualRisk: line(1_000),
  })
  .readonly();
export type Basis = z.output<typeof basisSchema>;

const decided = {
  reason: line(1_000),
  /** Name and title of the one in the management who answers for it. */
  decidedBy: line(160),
  reference,
};

/** Management's decision with its reason. Source: 002:446–458. */
export const decisionSchema = z.discriminatedUnion('outcome', [
  z
    .object({
      outcome: z.literal('approved'),
      ...decided,
      /** The risk that is left has been read and accepted. Source: 000:19. */
      acceptsResidualRisk: z.literal(true),
      /** From then on the service is paused until a new decision. */
      reviewAt: instant,
    })
    .readonly(),
  z.object({ outcome: z.literal('conditional'), ...decided, improvements: list(20) }).readonly(),
  z.object({ outcome: z.literal('refused'), ...decided }).readonly(),
]);
export type Decision = z.output<typeof decisionSchema>;
export type ApprovedDecision = Extract<Decision, { outcome: 'approved' }>;

/** Where the processing stands in the behandlingsoversikt. Source: 002:388, 462. */
export const overviewSchema = z.object({ reference }).readonly();
export type Overview = z.output<typeof overviewSchema>;

/** One thing put on record, for one strategy. */
export type Filing =
  | { readonly step: 'purpose'; readonly filing: Purpose }
  | { readonly step: 'ip'; readonly filing: InitialAssessment }
  | { readonly step: 'assessment'; readonly filing: ConsequenceAssessment }
  | { readonly step: 'basis'; readonly filing: Basis }
  | { readonly step: 'decision'; readonly filing: Decision }
  | { readonly step: 'overview'; readonly filing: Overview };
export type ApprovalStep = Filing['step'];
