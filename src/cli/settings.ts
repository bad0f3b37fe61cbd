import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { isSnowflake } from '../core/ids.ts';
import type { MunicipalityId, Snowflake } from '../core/ids.ts';
import { exportSettings, readExport } from '../core/settings/exchange.ts';
import type { ReadExport } from '../core/settings/exchange.ts';
import { makeFindLeave } from '../flows/settings/find-leave.ts';
import { makeChangeSettings } from '../flows/settings/change-settings.ts';
import type { ChangeOutcome } from '../flows/settings/change-settings.ts';
import { makeLiveMunicipalities } from '../flows/settings/live-municipalities.ts';
import { asCurrent, overlaid } from '../core/settings/municipality-document.ts';
import { textsIn } from '../i18n/catalogue.ts';
import { checkTexts } from '../i18n/check-wording.ts';
import { StoreFault } from '../ports.ts';
import { readEnvironment } from '../settings/environment.ts';
import { configurationExitCode, faultLine } from '../settings/fault.ts';
import { parseJson } from '../settings/json-text.ts';
import { SettingsRefused } from '../settings/refused.ts';
import { systemClock } from '../system/clock.ts';
import { openConfiguredStore } from '../system/configured-store.ts';
import { loadCheckedConfiguration } from './checked-configuration.ts';
import type { Terminal } from './terminal.ts';

/** Said on the machine, done in Discord. */
const needsTwo =
  'two persons must agree first: one presses «Be om eksport av innstillinger» in /oppsett, another confirms within 24 hours\n';
const usageExitCode = 64;
const usage = `usage: utekontakt settings export MUNICIPALITY
       utekontakt settings import MUNICIPALITY FILE --by DISCORD_ID
       what travels names no person, place, number, server, channel or role; --by is the coordinator who wants it
`;

type Wanted =
  | { readonly act: 'export'; readonly id: MunicipalityId }
  | { readonly act: 'import'; readonly id: MunicipalityId; readonly file: string; readonly by: Snowflake };

/**
 * `utekontakt settings`: carries a municipality's settings to another one. Beside the running service, which takes them
 * up within two seconds.
 * @returns 0; 1 when the file is refused; 64 for another use; 78 when settings or store cannot be read
 */
export async function settings(args: readonly string[], { environment, out, err }: Terminal): Promise<number> {
  const wanted = readArguments(args);
  if (!wanted) {
    err(usage);
    return usageExitCode;
  }
  const read = readEnvironment(environment);
  const configuration = read.ok ? await loadCheckedConfiguration(read.value.configDir) : read;
  if (!read.ok || !configuration.ok) {
    for (const fault of configuration.ok ? [] : configuration.faults) err(`${faultLine(fault)}\n`);
    return configurationExitCode;
  }
  try {
    const store = await openConfiguredStore(read.value, systemClock, ({ kind }) => {
      err(`store: ${kind}\n`);
    });
    try {
      const { configured, founding } = configuration.value;
      const live = makeLiveMunicipalities({ store, configured, founding, onDamaged: () => undefined });
      await live.refresh();
      const current = live.find(wanted.id);
      if (!current) {
        err(`${wanted.id}: no such municipality, or its set-up is not finished\n`);
        return 1;
      }
      if (wanted.act === 'export') {
        if (
          (await makeFindLeave({ now: systemClock, store })([current.municipality], 'settings.export')) === 'needed'
        ) {
          err(needsTwo);
          return 1;
        }
        const document = asCurrent(overlaid(current.document, current.overlay));
        out(`${JSON.stringify(exportSettings(document), null, 2)}\n`);
        return 0;
      }
      const file = await readExported(wanted.file);
      if (!file.ok) {
        err(`${wanted.file}: ${file.what}\n`);
        return 1;
      }
      const { changeSettings } = makeChangeSettings({ now: systemClock, store, live });
      const outcome = await changeSettings({
        staff: { id: wanted.by, municipalityId: wanted.id, roles: ['coordinator'] },
        cause: `import:${wanted.id}:${current.version}:${systemClock()}`,
        basedOn: current.version,
        set: file.set,
        byTwo: true,
      });
      return tell(outcome, wanted.file, { out, err });
    } finally {
      await store.close();
    }
  } catch (fault) {
    if (!(fault instanceof SettingsRefused) && !(fault instanceof StoreFault)) throw fault;
    err(`${fault.message}\n`);
    return configurationExitCode;
  }
}

const refusals: Readonly<Record<Exclude<ReadExport, { ok: true }>['why'], string>> = {
  'not-an-export': 'is not a file from «utekontakt settings export»',
  newer: 'was written by a newer version of the program; update this one first',
  'foreign-keys': 'holds settings that may not travel',
};

async function readExported(path: string) {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return { ok: false, what: 'cannot be read' } as const;
  const json = parseJson(text);
  const read = json.ok ? readExport(json.value) : ({ ok: false, why: 'not-an-export' } as const);
  if (!read.ok) {
    const keys = read.why === 'foreign-keys' ? `: ${read.keys.join(', ')}` : '';
    return { ok: false, what: `${refusals[read.why]}${keys}` } as const;
  }
  const [fault] = checkTexts(read.set['texts'] ?? {});
  return fault ? ({ ok: false, what: textsIn('en').wording.fault(fault.fault) } as const) : read;
}

function tell(outcome: ChangeOutcome, file: string, { out, err }: Pick<Terminal, 'out' | 'err'>): number {
  switch (outcome.kind) {
    case 'saved':
      out(`saved as revision ${outcome.version}\n`);
      return 0;
    case 'proposed':
      out(
        'waits for a second person: another coordinator, or a duty lead, confirms it with /oppsett within 24 hours\n',
      );
      return 0;
    case 'refused':
      for (const { part, path, what } of outcome.faults) err(`${file}: ${part}: ${path}: ${what}\n`);
      return 1;
    case 'stale':
      err('somebody has changed the settings meanwhile; run it again\n');
      return 1;
    case 'not-allowed':
      err('not allowed\n');
      return 1;
  }
}

function readArguments(args: readonly string[]): Wanted | undefined {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { by: { type: 'string' } },
    });
    const [act, id, file, ...more] = positionals;
    if (id === undefined || more.length > 0 || !/^[a-z][a-z0-9-]{1,30}$/.test(id)) return undefined;
    const municipality = id as MunicipalityId;
    if (act === 'export') return file === undefined && values.by === undefined ? { act, id: municipality } : undefined;
    const { by } = values;
    if (act !== 'import' || file === undefined || by === undefined || !isSnowflake(by)) return undefined;
    return { act, id: municipality, file, by };
  } catch (cause) {
    if (cause instanceof TypeError) return undefined;
    throw cause;
  }
}
