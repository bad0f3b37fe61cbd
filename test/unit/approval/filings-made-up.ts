import type { Filing } from '../../../src/core/approval/filings.ts';
import type { Snowflake } from '../../../src/core/ids.ts';
import { isSnowflake } from '../../../src/core/ids.ts';
import { dayMs } from '../../../src/core/time.ts';

export const person = (last: number): Snowflake => {
  const id = `13000000000000009${String(last).padStart(2, '0')}`;
  if (!isSnowflake(id)) throw new Error('not an id');
  return id;
};
export const filer = person(1);
export const leader = person(2);

export const start = Date.UTC(2026, 0, 15, 8);

/** One filing of each step, invented. `mark` shows which attempt it came from. */
export const filings = (mark = 'EKS-2026/0001') =>
  ({
    purpose: {
      step: 'purpose',
      filing: { platform: 'Discord', purpose: `Oppdiktet formål ${mark}`, capacity: 'To ansatte, mandag og onsdag' },
    },
    ip: { step: 'ip', filing: { reference: mark, outcome: 'yes' } },
    ipNo: { step: 'ip', filing: { reference: mark, outcome: 'no' } },
    dpia: {
      step: 'assessment',
      filing: {
        kind: 'dpia',
        reference: mark,
        disciplines: ['ungdomsarbeid', 'personvern'],
        officerConsultedOn: '2026-01-10',
      },
    },
    plm: {
      step: 'assessment',
      filing: { kind: 'plm', reference: mark, disciplines: ['ungdomsarbeid'], reason: 'Bare informasjon' },
    },
    basis: {
      step: 'basis',
      filing: {
        legalBasis: 'Oppdiktet grunnlag',
        transferBasis: 'Oppdiktet overføringsgrunnlag',
        receivingCountry: 'Oppdiktet vurdering',
        residualRisk: mark,
      },
    },
    approved: {
      step: 'decision',
      filing: {
        outcome: 'approved',
        reason: 'Oppdiktet begrunnelse',
        decidedBy: 'Leder Eksempel, kommunalsjef',
        reference: mark,
        acceptsResidualRisk: true,
        reviewAt: start + 300 * dayMs,
      },
    },
    conditional: {
      step: 'decision',
      filing: {
        outcome: 'conditional',
        reason: 'Oppdiktet begrunnelse',
        decidedBy: 'Leder Eksempel, kommunalsjef',
        reference: mark,
        improvements: ['Kortere lagring'],
      },
    },
    refused: {
      step: 'decision',
      filing: {
        outcome: 'refused',
        reason: 'Oppdiktet begrunnelse',
        decidedBy: 'Leder Eksempel, kommunalsjef',
        reference: mark,
      },
    },
    overview: { step: 'overview', filing: { reference: mark } },
  }) as const satisfies Readonly<Record<string, Filing>>;
export type FilingName = keyof ReturnType<typeof filings>;
