import { parseArgs } from 'node:util';
import { scheduledIntervals } from '../core/hours/intervals.ts';
import { formatInstant, isLocalDate, localDateOf } from '../core/hours/local-date.ts';
import { parseSchedule } from '../core/hours/schedule.ts';
import { placeInWords } from '../core/hours/schedule-sentences.ts';
import type { Clock } from '../ports.ts';
import { parseJson } from '../settings/json-text.ts';

export interface HoursIo {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /** Rejects with a Node error that has a `code` when the file cannot be read. */
  readonly readFile: (path: string) => Promise<string>;
  readonly now: Clock;
}

/** As in sysexits.h, so that scripts can tell the cases apart. */
const exitCodes = { ok: 0, usage: 64, badContent: 65, noInput: 66 } as const;

const usage = 'Usage: utekontakt hours HOURS.json [--from YYYY-MM-DD] [--days N]';
const defaultDays = 14;
/** Ten years. */
const maxDays = 3_660;

interface Request {
  readonly path: string;
  readonly from: string | undefined;
  readonly days: number;
}

/**
 * `utekontakt hours HOURS.json --from 2026-12-20 --days 14`: the opening hours that start on those days, as JSON
 * `[{"opens","closes"}]` in ISO 8601 with offset. Without `--from`: from today in the schedule's time zone.
 * Nothing else goes to standard output; faults and warnings go to standard error, one per line.
 * @returns the exit code: 0, 64 wrong use, 65 a file with faults, 66 a file that cannot be read
 */
export async function hours(args: readonly string[], io: HoursIo): Promise<number> {
  const fail = (code: number, ...lines: readonly string[]): number => {
    for (const line of lines) io.stderr(`${line}\n`);
    return code;
  };

  const request = readArguments(args);
  if (typeof request === 'string') return fail(exitCodes.usage, request, usage);

  let text: string;
  try {
    text = await io.readFile(request.path);
  } catch (cause) {
    return fail(exitCodes.noInput, `${request.path}: cannot be read (${codeOf(cause)})`);
  }

  const json = parseJson(text);
  if (!json.ok) return fail(exitCodes.badContent, `${request.path}: is not JSON, see ${json.place}`);

  const parsed = parseSchedule(json.value);
  if (!parsed.ok) {
    const lines = parsed.faults.map(({ path, sentence }) =>
      [request.path, placeInWords(path), sentence].filter((part) => part !== '').join(': '),
    );
    return fail(exitCodes.badContent, ...lines);
  }

  const { schedule, warnings } = parsed;
  for (const warning of warnings) io.stderr(`${request.path}: ${warning}\n`);
  const from = request.from ?? localDateOf(io.now(), schedule.timeZone);
  const written = scheduledIntervals(schedule, from, request.days).map(({ opens, closes }) => ({
    opens: formatInstant(opens, schedule.timeZone),
    closes: formatInstant(closes, schedule.timeZone),
  }));
  io.stdout(`${JSON.stringify(written)}\n`);
  return exitCodes.ok;
}

/** The request, or what is wrong with it. */
function readArguments(args: readonly string[]): Request | string {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { from: { type: 'string' }, days: { type: 'string' } },
    });
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    return cause.message;
  }

  const [path, ...others] = parsed.positionals;
  if (path === undefined || others.length > 0) return 'One file of opening hours is needed.';
  const { from, days = String(defaultDays) } = parsed.values;
  if (from !== undefined && !isLocalDate(from)) return '--from: needs a date that exists, YYYY-MM-DD';
  if (!/^\d{1,4}$/.test(days) || Number(days) > maxDays) return `--days: needs a whole number from 0 to ${maxDays}`;
  return { path, from, days: Number(days) };
}

const codeOf = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : 'unknown cause';
