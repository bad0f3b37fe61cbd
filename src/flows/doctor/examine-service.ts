import { mayPerform } from '../../core/access.ts';
import { examineBot, examineDiscord } from '../../core/doctor/examine-discord.ts';
import type { DiscordFacts } from '../../core/doctor/examine-discord.ts';
import { examineMunicipality } from '../../core/doctor/examine-municipality.ts';
import type { Finding } from '../../core/doctor/finding.ts';
import type { NationalContacts } from '../../core/contacts/register.ts';
import type { Municipality } from '../../core/municipality.ts';
import { secondMs } from '../../core/time.ts';
import { StoreFault } from '../../ports.ts';
import type { Clock, Municipalities, Staff, Store } from '../../ports.ts';
import type { LiveMunicipalities } from '../settings/live-municipalities.ts';
import { readSetup } from '../setup/setup-record.ts';
import { examineBackup } from './backup-taken.ts';

interface Deps {
  readonly now: Clock;
  /** As configured, not as approved. */
  readonly configured: Pick<Municipalities, 'find'>;
  readonly live: Pick<LiveMunicipalities, 'find'>;
  readonly national: NationalContacts;
  readonly store: Pick<Store, 'findSetting' | 'stats'> & {
    verifyAudit(): Promise<{ readonly kind: string; readonly sequence?: number }>;
  };
  readonly ask: (municipality: Municipality) => Promise<DiscordFacts>;
  /** True when anything at all answers at the municipality's own gateway. */
  readonly answers: (webhook: string) => Promise<boolean>;
  readonly lookAtDisk: () => Promise<readonly Finding[]>;
}

export type ExamineOutcome =
  { readonly kind: 'examined'; readonly findings: readonly Finding[] } | { readonly kind: 'not-permitted' };

/** An alert that has waited longer is late. Source: RELIABILITY §5. */
const alertLateMs = 30 * secondMs;

/** Purpose: everything that is not as it should be, for one municipality. Personal data: ids of coordinators. */
export const makeExamineService =
  ({ now, configured, live, national, store, ask, answers, lookAtDisk }: Deps) =>
  async (staff: Staff): Promise<ExamineOutcome> => {
    const municipality = configured.find(staff.municipalityId);
    if (!municipality || !mayPerform(staff.roles, 'settings.confirm')) return { kind: 'not-permitted' };
    const { id, staffChannelId, escalation } = municipality;
    const [facts, kept, disk, reached] = await Promise.all([
      ask(municipality),
      lookAtRecords(municipality),
      lookAtDisk(),
      escalation.webhook === undefined || answers(escalation.webhook),
    ]);
    return {
      kind: 'examined',
      findings: [
        ...examineBot(facts),
        ...examineDiscord(facts, municipality),
        ...kept,
        ...disk,
        ...(reached ? [] : [{ kind: 'webhook-unreachable' } as const]),
        ...(live.find(id)?.standing === 'sound' ? [] : [{ kind: 'settings-damaged', municipality: id } as const]),
      ],
    };

    async function lookAtRecords(of: Municipality): Promise<readonly Finding[]> {
      try {
        const approval = (await store.findSetting(id, 'approval'))?.value;
        const { record } = await readSetup(store, id);
        const audit = await store.verifyAudit();
        const { oldestAlertMs } = await store.stats(now());
        return [
          ...examineMunicipality({ municipality: of, national, recorded: { approval }, now: now() }),
          ...(record.seen?.channelId === staffChannelId ? [] : [{ kind: 'not-test-posted' } as const]),
          ...(audit.kind === 'broken' ? [{ kind: 'audit-broken', sequence: audit.sequence ?? 0 } as const] : []),
          ...(oldestAlertMs > alertLateMs
            ? [{ kind: 'alerts-waiting', seconds: Math.round(oldestAlertMs / secondMs) } as const]
            : []),
          ...(await examineBackup(store, now())),
        ];
      } catch (fault) {
        if (fault instanceof StoreFault) return [{ kind: 'store-refused', code: fault.code }];
        throw fault;
      }
    }
  };
