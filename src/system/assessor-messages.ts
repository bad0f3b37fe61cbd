import type { CatalogueLanguage } from '../core/language.ts';
import type { RedactorSettings } from '../core/redaction/redact.ts';
import type { PlaceholderMemory, Redaction } from '../core/redaction/redaction.ts';
import type { TriageSettings } from '../core/triage/settings.ts';
import type { MunicipalityId } from '../core/ids.ts';
import type { Assessment } from '../core/triage/assessment.ts';

/** What the thread is started with. */
export interface AssessorSetup {
  readonly protectedNumbers: readonly string[];
  /** Of the municipalities that have moved something; checked. */
  readonly triage: readonly (readonly [MunicipalityId, TriageSettings])[];
  /** Names, schools and streets of every municipality that is served. */
  readonly local: Pick<RedactorSettings, 'localNames' | 'localSchools' | 'localStreets'>;
}

/** Words cross to the thread in memory only. */
export interface AssessorQuestion {
  readonly id: number;
  readonly text: string;
  readonly municipalityId: MunicipalityId | undefined;
  readonly earlier: readonly string[];
  readonly language: CatalogueLanguage;
  readonly memory: PlaceholderMemory;
  readonly digestKey: string;
}

export type AssessorAnswer =
  /** The lists are loaded; the time limit counts from here. */
  | { readonly part: 'ready' }
  | { readonly id: number; readonly part: 'assessment'; readonly assessment?: Assessment; readonly failed?: 'crash' }
  | { readonly id: number; readonly part: 'redaction'; readonly redaction?: Redaction; readonly failed?: 'crash' };
