import { examineBot, examineDiscord } from '../core/doctor/examine-discord.ts';
import { examineMunicipality } from '../core/doctor/examine-municipality.ts';
import { isFault } from '../core/doctor/finding.ts';
import type { Finding } from '../core/doctor/finding.ts';
import type { Municipality } from '../core/municipality.ts';
import { secondMs } from '../core/time.ts';
import { isUnauthorised } from '../discord/refusal.ts';
import { createRest } from '../discord/rest.ts';
import { findingLine } from '../i18n/doctor.ts';
import { loadCheckedConfiguration } from './checked-configuration.ts';
import { readEnvironment } from '../settings/environment.ts';
import type { Platform } from '../settings/environment.ts';
import type { SettingsFault } from '../settings/fault.ts';
import { systemClock } from '../system/clock.ts';
import { askDiscord } from '../discord/ask-discord.ts';
import { lookAtStore } from './doctor/look-at-store.ts';
import type { Terminal } from './terminal.ts';

const usageExitCode = 64;
/** Discord's date has whole seconds, and the answer takes a while to arrive. */
const clockToleranceMs = 30 * secondMs;
const answerLimitMs = 5 * secondMs;

interface Found {
  /** The municipality it is about; absent when it is about the whole program. */
  readonly about?: string;
  readonly finding: Finding;
}

/**
 * `utekontakt doctor`: looks at settings, store and Discord, changes nothing, and writes one line in Norwegian for each
 * thing that is not as it should be: `FEIL` stops the service or puts somebody at risk, `MERK` should be looked at.
 * @returns 0 without faults, 1 with, 64 for another use
 */
export async function doctor(args: readonly string[], { environment, out, err }: Terminal): Promise<number> {
  if (args.length > 0) {
    err('usage: utekontakt doctor\n');
    return usageExitCode;
  }
  const found = await examine(environment);
  const faults = found.filter(({ finding }) => isFault[finding.kind]);
  const warnings = found.filter(({ finding }) => !isFault[finding.kind]);
  for (const { about, finding } of [...faults, ...warnings]) {
    const level = isFault[finding.kind] ? 'FEIL' : 'MERK';
    out(`${level}  ${about === undefined ? '' : `${about}: `}${findingLine(finding)}\n`);
  }
  out(`${faults.length} feil, ${warnings.length} å se på.\n`);
  return faults.length > 0 ? 1 : 0;
}

async function examine(environment: Terminal['environment']): Promise<readonly Found[]> {
  const settings = readEnvironment(environment);
  if (!settings.ok) return settings.faults.map(refused);
  const configuration = await loadCheckedConfiguration(settings.value.configDir);
  if (!configuration.ok) return configuration.faults.map(refused);

  const { platform } = settings.value;
  const { national } = configuration.value;
  const isReal = platform.kind === 'discord' && platform.api === undefined;
  const configured = configuration.value.configured.filter(({ municipality }) => !(isReal && municipality.invented));
  const founding = configuration.value.founding.filter(({ invented }) => !(isReal && invented));
  const now = systemClock();
  const seen =
    platform.kind === 'discord' ? await lookAtStore(settings.value, { configured, founding }, systemClock) : undefined;
  const approvals = seen?.approvals;
  const municipalities = seen?.municipalities ?? configured.map(({ municipality }) => municipality);
  return [
    ...(await examinePlatform(platform, municipalities)),
    ...(seen?.findings ?? []).map((finding) => ({ finding })),
    ...municipalities.flatMap((municipality) =>
      examineMunicipality({
        municipality,
        national,
        recorded: approvals && { approval: approvals.get(municipality.id) },
        now,
      }).map((finding) => ({ about: municipality.id, finding })),
    ),
  ];
}

const refused = ({ where, what }: SettingsFault): Found => ({ finding: { kind: 'settings-refused', where, what } });

async function examinePlatform(platform: Platform, municipalities: readonly Municipality[]): Promise<readonly Found[]> {
  if (platform.kind !== 'discord') return [{ finding: { kind: 'token-missing' } }];
  const { token, api } = platform;
  const rest = createRest({ token: token.reveal(), ...(api === undefined ? {} : { api }) });
  try {
    const facts = await askDiscord(rest, municipalities);
    return [
      ...[...(await examineClock(api)), ...examineBot(facts)].map((finding) => ({ finding })),
      ...municipalities.flatMap((municipality) =>
        examineDiscord(facts, municipality).map((finding) => ({ about: municipality.id, finding })),
      ),
    ];
  } catch (fault) {
    return [{ finding: { kind: isUnauthorised(fault) ? 'token-refused' : 'discord-unreachable' } }];
  } finally {
    rest.clearHashSweeper();
    rest.clearHandlerSweeper();
  }
}

/** Our clock against the date of Discord's answer: deadlines and opening hours go by it. */
async function examineClock(api = 'https://discord.com/api'): Promise<readonly Finding[]> {
  const response = await fetch(`${api}/v10/gateway`, { signal: AbortSignal.timeout(answerLimitMs) });
  const theirs = Date.parse(response.headers.get('date') ?? '');
  const off = systemClock() - theirs;
  return Math.abs(off) > clockToleranceMs ? [{ kind: 'clock-off', seconds: Math.round(off / secondMs) }] : [];
}
