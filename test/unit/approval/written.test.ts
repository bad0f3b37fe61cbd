import { describe, expect, it } from 'vitest';
import { readFiling } from '../../../src/core/approval/written.ts';
import { readDate } from '../../../src/core/hours/local-date.ts';
import type { ApprovalForm, WrittenFields } from '../../../src/core/approval/written.ts';
import { start } from './filings-made-up.ts';

const at = { now: start, timeZone: 'Europe/Oslo' };
const decided = { decidedBy: 'Leder Eksempel, kommunalsjef', reference: 'EKS-2026/0001', reason: 'Oppdiktet' };
const dpia = {
  kind: 'dpia',
  reference: 'EKS-2026/0001',
  disciplines: 'ungdomsarbeid\n- personvern; IKT',
  officerConsultedOn: '10.1.2026',
};

describe('a date as people write it', () => {
  it.each([
    ['31.1.2027', '2027-01-31'],
    [' 05.12.2026 ', '2026-12-05'],
    ['5. 12. 2026', '2026-12-05'],
    ['2027-01-31', '2027-01-31'],
    ['30.2.2027', undefined],
    ['31/1/2027', undefined],
    ['i morgen', undefined],
    ['', undefined],
  ])('%j is %s', (written, date) => {
    expect(readDate(written)).toBe(date);
  });
});

describe('a form of the approval', () => {
  it('becomes the paper it stands for', () => {
    expect(readFiling('assessment', dpia, at)).toMatchObject({
      ok: true,
      filing: {
        step: 'assessment',
        filing: { kind: 'dpia', disciplines: ['ungdomsarbeid', 'personvern', 'IKT'], officerConsultedOn: '2026-01-10' },
      },
    });
    expect(readFiling('approved', { ...decided, acceptance: 'yes', reviewAt: '31.1.2027' }, at)).toMatchObject({
      ok: true,
      filing: { filing: { outcome: 'approved', reviewAt: Date.parse('2027-01-30T23:00:00Z') } },
    });
    expect(readFiling('conditional', { ...decided, improvements: '• kortere lagring\n\n* øvelse' }, at)).toMatchObject({
      ok: true,
      filing: { filing: { outcome: 'conditional', improvements: ['kortere lagring', 'øvelse'] } },
    });
  });

  it.each<[string, ApprovalForm, WrittenFields, object]>([
    [
      'a DPIA without the data protection officer',
      'assessment',
      { ...dpia, officerConsultedOn: '' },
      { kind: 'dpia-without-officer' },
    ],
    [
      'an officer asked tomorrow',
      'assessment',
      { ...dpia, officerConsultedOn: '16.1.2026' },
      { kind: 'officer-in-the-future' },
    ],
    [
      'an officer asked on no day',
      'assessment',
      { ...dpia, officerConsultedOn: 'i går' },
      { kind: 'no-date', field: 'officerConsultedOn' },
    ],
    ['a PLM without a reason', 'assessment', { ...dpia, kind: 'plm', reason: ' ' }, { kind: 'plm-without-reason' }],
    ['nobody who took part', 'assessment', { ...dpia, disciplines: ' \n;' }, { kind: 'unfit', field: 'disciplines' }],
    ['neither PLM nor DPIA', 'assessment', { ...dpia, kind: 'none' }, { kind: 'unfit', field: 'kind' }],
    [
      'a risk nobody accepts',
      'approved',
      { ...decided, acceptance: 'no', reviewAt: '31.1.2027' },
      { kind: 'risk-not-accepted' },
    ],
    [
      'a review date that is none',
      'approved',
      { ...decided, acceptance: 'yes', reviewAt: '2027' },
      { kind: 'no-date', field: 'reviewAt' },
    ],
    [
      'conditions without a condition',
      'conditional',
      { ...decided, improvements: '' },
      { kind: 'unfit', field: 'improvements' },
    ],
    ['a refusal without a reason', 'refused', { ...decided, reason: '' }, { kind: 'unfit', field: 'reason' }],
    ['an overview without a reference', 'overview', {}, { kind: 'unfit', field: 'reference' }],
  ])('is refused with %s', (_name, form, written, fault) => {
    expect(readFiling(form, written, at)).toEqual({ ok: false, fault });
  });
});
