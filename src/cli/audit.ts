import { parseArgs } from 'node:util';
import { readEnvironment } from '../settings/environment.ts';
import { configurationExitCode, faultLine } from '../settings/fault.ts';
import { SettingsRefused } from '../settings/refused.ts';
import { StoreFault } from '../ports.ts';
import type { AuditHead } from '../store/maintenance.ts';
import { systemClock } from '../system/clock.ts';
import { openConfiguredStore } from '../system/configured-store.ts';
import type { Terminal } from './terminal.ts';

const usageExitCode = 64;
const usage = `usage: utekontakt audit verify [--head SEQUENCE:MAC]
       without --head the chain is held against itself; with the head it wrote last, a cut tail shows too
`;

/**
 * `utekontakt audit verify`: reads the whole audit chain and writes its head, to be kept outside the store.
 * @returns 0 when it is whole, 1 when a row was changed or rows are missing, 64 for another use, 78 when it cannot be read
 */
export async function audit(args: readonly string[], { environment, out, err }: Terminal): Promise<number> {
  const wanted = readArguments(args);
  if (!wanted) {
    err(usage);
    return usageExitCode;
  }
  const settings = readEnvironment(environment);
  if (!settings.ok) {
    for (const fault of settings.faults) err(`${faultLine(fault)}\n`);
    return configurationExitCode;
  }
  try {
    const store = await openConfiguredStore(settings.value, systemClock, ({ kind }) => {
      err(`store: ${kind}\n`);
    });
    try {
      const verdict = await store.verifyAudit(wanted.head);
      switch (verdict.kind) {
        case 'intact':
          out(`intact, ${verdict.rows} rows\nhead ${headText(verdict.head)}\n`);
          return 0;
        case 'broken':
          out(`broken: row ${verdict.sequence} does not follow from the one before it\n`);
          return 1;
        case 'rolled-back':
          out(
            `rolled back: whole in itself, but without rows the given head has seen\nhead ${headText(verdict.head)}\n`,
          );
          return 1;
      }
    } finally {
      await store.close();
    }
  } catch (fault) {
    if (!(fault instanceof SettingsRefused) && !(fault instanceof StoreFault)) throw fault;
    err(`${fault.message}\n`);
    return configurationExitCode;
  }
}

const headText = ({ sequence, mac }: AuditHead): string => `${sequence}:${mac}`;

function readArguments(args: readonly string[]): { readonly head?: AuditHead } | undefined {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { head: { type: 'string' } },
    });
    if (positionals.length !== 1 || positionals[0] !== 'verify') return undefined;
    if (values.head === undefined) return {};
    const given = /^(?<sequence>\d{1,15}):(?<mac>[\w-]{1,100})$/u.exec(values.head)?.groups;
    return given && { head: { sequence: Number(given['sequence']), mac: given['mac'] ?? '' } };
  } catch (cause) {
    if (cause instanceof TypeError) return undefined;
    throw cause;
  }
}
