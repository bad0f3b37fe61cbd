import type { BaseInteraction } from 'discord.js';
import type { Rating } from '../core/assessment-rating.ts';
import type { CaseId } from '../core/ids.ts';
import type { CasePress } from '../flows/act-on-case.ts';
import type { ClaimCaseOutcome } from '../flows/claim-case.ts';
import type { CloseCaseOutcome } from '../flows/close-case.ts';
import type { GiveDeskLinkOutcome } from '../flows/desk/desk-link.ts';
import type { RateAssessmentOutcome } from '../flows/rate-assessment.ts';
import type { Municipalities } from '../ports.ts';
import { createPressOnCase } from './press-on-case.ts';
import type { Readers } from './readers.ts';
import { claimOutcome, closeOutcome, deskOutcome, ratingOutcome } from './views/outcome.ts';

/** What staff may do to a case from its card, besides answering it. */
export interface CaseFlows {
  readonly claimCase: (press: CasePress) => Promise<ClaimCaseOutcome>;
  readonly closeCase: (press: CasePress) => Promise<CloseCaseOutcome>;
  readonly rateAssessment: (press: CasePress, rating: Rating) => Promise<RateAssessmentOutcome>;
  readonly giveDeskLink: (press: CasePress) => Promise<GiveDeskLinkOutcome>;
}

interface CaseActsOptions {
  readonly flows: CaseFlows;
  readonly municipalities: Municipalities;
  readonly readers: Readers;
}

/** The buttons of a case's card: take it, close it, say what triage made of it, go to the desk. */
export type CaseActs = ReturnType<typeof createCaseActs>;

export function createCaseActs({ flows, municipalities, readers }: CaseActsOptions) {
  const act = createPressOnCase({ municipalities, readers });
  return {
    claim: (interaction: BaseInteraction, caseId: CaseId) => act(interaction, caseId, flows.claimCase, claimOutcome),
    close: (interaction: BaseInteraction, caseId: CaseId) => act(interaction, caseId, flows.closeCase, closeOutcome),

    openDesk: (interaction: BaseInteraction, caseId: CaseId) =>
      act(interaction, caseId, flows.giveDeskLink, deskOutcome),

    rate: (interaction: BaseInteraction, caseId: CaseId, rating: Rating) =>
      act(interaction, caseId, (press) => flows.rateAssessment(press, rating), ratingOutcome),
  };
}
