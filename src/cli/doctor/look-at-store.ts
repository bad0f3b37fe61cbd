import { existsSync, statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Finding } from '../../core/doctor/finding.ts';
import type { MunicipalityId } from '../../core/ids.ts';
import { secondMs } from '../../core/time.ts';
import type { Clock } from '../../ports.ts';
import { StoreFault } from '../../ports.ts';
import type { Settings } from '../../settings/environment.ts';
import { SettingsRefused } from '../../settings/refused.ts';
import { openConfiguredStore } from '../../system/configured-store.ts';

export interface StoreSeen {
  readonly findings: readonly Finding[];
  /** The stored setting `approval` of each municipality that has one; undefined when the store could not be read. */
  readonly approvals: ReadonlyMap<MunicipalityId, unknown> | undefined;
}

const megabyte = 1_048_576;
/** Less than this is a fault: a full disk takes no message in. */
const leastMegabytes = 200;
/** An alert that has waited longer is late. Source: RELIABILITY §5. */
const alertLateMs = 30 * secondMs;

/** Opens the store beside the running service and looks; makes none where there is none. */
export async function lookAtStore(
  settings: Settings,
  municipalities: readonly MunicipalityId[],
  now: Clock,
): Promise<StoreSeen> {
  const { store } = settings;
  const onDisk = store.kind === 'sqlite' ? await lookAtDisk(store.path) : [];
  if (onDisk.some(({ kind }) => kind === 'store-new')) return { findings: onDisk, approvals: new Map() };
  const findings: Finding[] = [...onDisk];
  try {
    const opened = await openConfiguredStore(settings, now, () => {
      findings.push({ kind: 'store-unreadable' });
    });
    try {
      const audit = await opened.verifyAudit();
      if (audit.kind === 'broken') findings.push({ kind: 'audit-broken', sequence: audit.sequence });
      const { oldestAlertMs } = await opened.stats(now());
      if (oldestAlertMs > alertLateMs)
        findings.push({ kind: 'alerts-waiting', seconds: Math.round(oldestAlertMs / secondMs) });
      const approvals = new Map<MunicipalityId, unknown>();
      for (const id of municipalities) {
        const found = await opened.findSetting(id, 'approval');
        if (found) approvals.set(id, found.value);
      }
      return { findings, approvals };
    } finally {
      await opened.close();
    }
  } catch (fault) {
    const refused = refusalIn(fault);
    if (!refused) throw fault;
    return { findings: [...findings, refused], approvals: undefined };
  }
}

function refusalIn(fault: unknown): Finding | undefined {
  if (fault instanceof StoreFault) return { kind: 'store-refused', code: fault.code };
  if (!(fault instanceof SettingsRefused)) return undefined;
  return fault.cause instanceof StoreFault
    ? { kind: 'store-refused', code: fault.cause.code }
    : { kind: 'settings-refused', where: fault.faults[0]?.where ?? 'MASTER_KEY', what: fault.faults[0]?.what ?? '' };
}

async function lookAtDisk(file: string): Promise<readonly Finding[]> {
  if (!existsSync(file)) return [{ kind: 'store-new' }];
  const findings: Finding[] = [];
  // Windows has other means, and shows no bits for others.
  const others = 0o007;
  const isOpen = (path: string): boolean => (statSync(path).mode & others) !== 0;
  if (process.platform !== 'win32' && isOpen(file) && isOpen(dirname(file)))
    findings.push({ kind: 'store-open-to-others' });
  const { bavail, bsize } = await statfs(dirname(file));
  const megabytes = Math.floor((bavail * bsize) / megabyte);
  if (megabytes < leastMegabytes) findings.push({ kind: 'little-space', megabytes });
  return findings;
}
