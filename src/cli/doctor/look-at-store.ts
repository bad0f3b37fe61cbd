import type { Finding } from '../../core/doctor/finding.ts';
import type { MunicipalityId } from '../../core/ids.ts';
import type { Municipality } from '../../core/municipality.ts';
import { secondMs } from '../../core/time.ts';
import { examineBackup } from '../../flows/doctor/backup-taken.ts';
import { makeLiveMunicipalities } from '../../flows/settings/live-municipalities.ts';
import type { Clock } from '../../ports.ts';
import { StoreFault } from '../../ports.ts';
import type { Configuration } from '../../settings/configuration.ts';
import type { Settings } from '../../settings/environment.ts';
import { SettingsRefused } from '../../settings/refused.ts';
import { openConfiguredStore } from '../../system/configured-store.ts';
import { lookAtDisk } from '../../system/look-at-disk.ts';

export interface StoreSeen {
  readonly findings: readonly Finding[];
  /** The stored setting `approval` of each municipality that has one; undefined when the store could not be read. */
  readonly approvals: ReadonlyMap<MunicipalityId, unknown> | undefined;
  /** With what coordinators have changed laid over the files. */
  readonly municipalities: readonly Municipality[];
}

/** An alert that has waited longer is late. Source: RELIABILITY §5. */
const alertLateMs = 30 * secondMs;

/** Opens the store beside the running service and looks; makes none where there is none. */
export async function lookAtStore(
  settings: Settings,
  configuration: Pick<Configuration, 'configured' | 'founding'>,
  now: Clock,
): Promise<StoreSeen> {
  const onDisk = await lookAtDisk(settings);
  const asFiled = configuration.configured.map(({ municipality }) => municipality);
  const unfinished = (left: Configuration['founding']): readonly Finding[] =>
    left.map(({ id }) => ({ kind: 'setup-unfinished', municipality: id }));
  if (onDisk.some(({ kind }) => kind === 'store-new'))
    return {
      findings: [...onDisk, ...unfinished(configuration.founding)],
      approvals: new Map(),
      municipalities: asFiled,
    };
  const findings: Finding[] = [...onDisk];
  try {
    const opened = await openConfiguredStore(settings, now, ({ kind }) => {
      findings.push({ kind: kind === 'restored' ? 'store-restored' : 'store-unreadable' });
    });
    try {
      const audit = await opened.verifyAudit();
      if (audit.kind === 'broken') findings.push({ kind: 'audit-broken', sequence: audit.sequence });
      const { oldestAlertMs } = await opened.stats(now());
      if (oldestAlertMs > alertLateMs)
        findings.push({ kind: 'alerts-waiting', seconds: Math.round(oldestAlertMs / secondMs) });
      findings.push(...(await examineBackup(opened, now())));
      const live = makeLiveMunicipalities({
        store: opened,
        ...configuration,
        onDamaged(municipality) {
          findings.push({ kind: 'settings-damaged', municipality });
        },
      });
      await live.refresh();
      findings.push(...unfinished(live.founding()));
      const approvals = new Map<MunicipalityId, unknown>();
      for (const { id } of live.all()) {
        const found = await opened.findSetting(id, 'approval');
        if (found) approvals.set(id, found.value);
      }
      return { findings, approvals, municipalities: live.all() };
    } finally {
      await opened.close();
    }
  } catch (fault) {
    const refused = refusalIn(fault);
    if (!refused) throw fault;
    return { findings: [...findings, refused], approvals: undefined, municipalities: asFiled };
  }
}

function refusalIn(fault: unknown): Finding | undefined {
  if (fault instanceof StoreFault) return { kind: 'store-refused', code: fault.code };
  if (!(fault instanceof SettingsRefused)) return undefined;
  return fault.cause instanceof StoreFault
    ? { kind: 'store-refused', code: fault.cause.code }
    : { kind: 'settings-refused', where: fault.faults[0]?.where ?? 'MASTER_KEY', what: fault.faults[0]?.what ?? '' };
}
