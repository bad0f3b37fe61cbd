import { describe, expect, it } from 'vitest';
import { mayPerform } from '../../../src/core/access.ts';
import type { Act, StaffRole } from '../../../src/core/access.ts';

const cells: Readonly<Record<Act, string>> = {
  'case.claim': 'caseworker dutyLead',
  'case.reply': 'caseworker dutyLead',
  'case.close': 'caseworker dutyLead',
  'case.file-incident': 'caseworker dutyLead',
  'case.move': 'caseworker dutyLead',
  'case.hand-over': 'caseworker dutyLead',
  'case.reopen': 'caseworker dutyLead',
  'case.create': 'caseworker dutyLead',
  'case.list': 'caseworker dutyLead',
  'case.read': 'caseworker dutyLead',
  'identity.show': 'caseworker dutyLead',
  'resource.list': 'caseworker coordinator dutyLead',
  'standard-text.write': 'caseworker coordinator dutyLead',
  'standard-text.approve': 'coordinator dutyLead',
  'duty.check-in': 'caseworker dutyLead',
  'desk.open': 'caseworker dutyLead',
  'original.open': 'caseworker dutyLead',
  'dossier.export': 'caseworker dutyLead',
  'dossier.hold': 'caseworker dutyLead',
  'settings.change': 'coordinator',
} as Readonly<Record<Act, string>>;

const roles: readonly StaffRole[] = ['caseworker', 'coordinator', 'contentProducer', 'dutyLead'];

describe('access', () => {
  it.each(Object.entries(cells) as readonly (readonly [Act, string])[])(
    'lets exactly these do %s: %s',
    (act, allowed) => {
      expect(roles.filter((role) => mayPerform([role], act)).join(' ')).toBe(allowed);
    },
  );

  it('refuses whoever has no role', () => {
    for (const act of Object.keys(cells) as readonly Act[]) expect(mayPerform([], act)).toBe(false);
  });

  it('keeps every conversation from a content producer and a coordinator', () => {
    const reading = (Object.keys(cells) as readonly Act[]).filter((act) =>
      /^(case|identity|original|desk|dossier)\./u.test(act),
    );
    expect(reading.length).toBeGreaterThan(10);
    for (const act of reading) expect(mayPerform(['contentProducer', 'coordinator'], act)).toBe(false);
  });
});
