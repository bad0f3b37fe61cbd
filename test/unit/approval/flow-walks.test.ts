import { describe, expect, it } from 'vitest';
import { emptyBook, readApprovalBook } from '../../../src/core/approval/book.ts';
import { strategies } from '../../../src/core/approval.ts';
import { intakeState, standingOf } from '../../../src/core/approval/standing.ts';
import { approvalForms } from '../../../src/core/approval/written.ts';
import type { ApprovalForm, WrittenFields } from '../../../src/core/approval/written.ts';
import { isApproved } from '../../../src/core/approval.ts';
import type { StaffRole } from '../../../src/core/access.ts';
import { makeApprovedMunicipalities } from '../../../src/flows/approval/approved-municipalities.ts';
import { makeFileApproval } from '../../../src/flows/approval/file-approval.ts';
import { makePauseIntake } from '../../../src/flows/approval/pause-intake.ts';
import type { Change, Commit, Municipalities, Staff, Store } from '../../../src/ports.ts';
import { dayMs } from '../../../src/core/time.ts';
import { exampleConfiguration } from '../../examples/municipality.ts';
import { person, start } from './filings-made-up.ts';

/** `FLOW_WALKS=1000000` for the long walk. */
const walks = Number(process.env['FLOW_WALKS'] ?? 1_500);
const longest = 30;

const { eksempelvik } = await exampleConfiguration();
/** Nothing in the settings file counts. */
const municipality = { ...eksempelvik, invented: false };
const directory: Municipalities = {
  candidates: () => Promise.resolve([municipality]),
  find: () => municipality,
  ofStaffGuild: () => municipality,
  all: () => [municipality],
};

/** The store's promises about settings, and nothing else: what is written is JSON, and versions are held. */
function settingsStore() {
  const rows = new Map<string, { version: number; value: string }>();
  const causes = new Set<string>();
  const audited: { readonly event: string; readonly details: Readonly<Record<string, unknown>> }[] = [];
  const store: Pick<Store, 'findSetting' | 'commit' | 'listOpenCases'> = {
    findSetting(id, name) {
      const row = rows.get(`${id}:${name}`);
      return Promise.resolve(row && { version: row.version, value: JSON.parse(row.value) as unknown });
    },
    listOpenCases: () => Promise.resolve([]),
    commit({ cause, changes }: Commit) {
      if (causes.has(cause)) return Promise.resolve('already-committed');
      const saved = changes.filter(
        (change): change is Extract<Change, { kind: 'save-setting' }> => change.kind === 'save-setting',
      );
      const keyOf = ({ municipalityId, name }: (typeof saved)[number]) => `${municipalityId}:${name}`;
      if (saved.some((change) => (rows.get(keyOf(change))?.version ?? 0) !== change.basedOn))
        return Promise.resolve('stale');
      causes.add(cause);
      for (const change of saved)
        rows.set(keyOf(change), { version: change.basedOn + 1, value: JSON.stringify(change.value) });
      for (const change of changes) {
        if (change.kind === 'audit') audited.push({ event: change.entry.event, details: change.entry.details ?? {} });
      }
      return Promise.resolve('committed');
    },
  };
  return { store, audited };
}

function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const inOrder: readonly ApprovalForm[] = ['purpose', 'ip', 'assessment', 'basis', 'approved', 'overview'];

/** Forms as people fill them in: mostly right, now and then with a fault. */
function written(form: ApprovalForm, chance: () => number, now: number): WrittenFields {
  const date = (days: number) => new Date(now + days * dayMs).toISOString().slice(0, 10);
  const slip = chance() < 0.1;
  const common = { reference: 'EKS-2026/0001', reason: 'Oppdiktet', decidedBy: 'Leder Eksempel, kommunalsjef' };
  return {
    ...common,
    platform: 'Discord',
    purpose: slip ? '' : 'Oppdiktet formål',
    capacity: 'To ansatte',
    outcome: chance() < 0.15 ? 'no' : 'yes',
    kind: chance() < 0.5 ? 'dpia' : 'plm',
    disciplines: 'ungdomsarbeid\npersonvern',
    officerConsultedOn: date(slip ? 3 : -3),
    legalBasis: 'Oppdiktet',
    transferBasis: 'Oppdiktet',
    receivingCountry: 'Oppdiktet',
    residualRisk: 'Oppdiktet',
    acceptance: slip ? 'no' : 'yes',
    reviewAt: date(form === 'approved' && chance() < 0.2 ? -1 : 30 + Math.floor(chance() * 300)),
    improvements: 'Kortere lagring',
  };
}

describe('any number of people, clocks and restarts', () => {
  it('never reach a service that takes words in without every gate', { timeout: 3_600_000 }, async () => {
    const chance = chanceFrom(20261123);
    const below = (most: number): number => Math.floor(chance() * most);
    const roles: readonly StaffRole[] = ['coordinator', 'dutyLead', 'caseworker', 'contentProducer'];
    let opened = 0;

    for (let walk = 0; walk < walks; walk += 1) {
      const { store, audited } = settingsStore();
      let now = start;
      const clock = () => now;
      const begin = () => ({
        file: makeFileApproval({ now: clock, municipalities: directory, store }),
        pause: makePauseIntake({ now: clock, store }),
        approved: makeApprovedMunicipalities({ now: clock, store, municipalities: directory }),
      });
      let process = begin();
      let cursor = 0;
      const diligence = chance();

      for (let step = 0; step < longest; step += 1) {
        const guided = chance() < diligence;
        const luck = chance();
        const form = guided ? (inOrder[cursor % inOrder.length] ?? 'purpose') : (approvalForms[below(8)] ?? 'purpose');
        const strategy = guided ? 2 : (strategies[below(4)] ?? 2);
        const staff: Staff = {
          id: person(1 + below(3)),
          municipalityId: municipality.id,
          roles: guided ? ['coordinator'] : roles.filter(() => chance() < 0.4),
          signature: 'Kari, koordinator',
        };
        // The same press may be delivered twice.
        const cause = `${walk}:${chance() < 0.05 ? step - 1 : step}`;
        if (luck < 0.05) process = begin();
        else if (luck < 0.12) now += (chance() < 0.2 ? -1 : 1) * below(200) * dayMs;
        else if (luck < 0.25) await process.pause(cause, staff, chance() < 0.5 ? 'pause' : 'resume');
        else {
          const outcome = await process.file({ cause, staff, strategy }, form, written(form, chance, now));
          if (guided && outcome.kind === 'filed') cursor += 1;
          if (guided && outcome.kind === 'not-this-step') cursor = 0;
        }

        const [served] = await process.approved.candidates({ senderId: person(9) });
        const book = readApprovalBook((await store.findSetting(municipality.id, 'approval'))?.value ?? emptyBook);
        for (const one of strategies) {
          const open = isApproved(served?.approval, one, now);
          const should = intakeState(book, municipality, one, now) === 'open';
          if (open !== should) throw new Error('the gate and the record differ');
          if (!open) continue;
          opened += one === 2 ? 1 : 0;
          const standing = book && standingOf(book, municipality, one, now);
          if (standing?.kind !== 'active' || !standing.round || !book?.drill || book.pause)
            throw new Error('not every gate');
          const { purpose, ip, assessment, basis, decision } = standing.round;
          if ([purpose, ip, assessment, basis].some(({ by }) => by === decision.by))
            throw new Error('the filer decided');
          const filed = (name: string) =>
            audited.some(
              ({ event, details }) =>
                event === 'approval.filed' && details['strategy'] === one && details['step'] === name,
            );
          if (!inOrder.every(filed)) throw new Error('a paper that nobody filed');
        }
      }
    }
    // Walks that never arrive prove nothing.
    expect(opened).toBeGreaterThan(walks / 20);
  });
});
