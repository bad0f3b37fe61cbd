import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const program = fileURLToPath(new URL('../../../bin/utekontakt.mjs', import.meta.url));
let dir = '';
let files = 0;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'utekontakt-hours-'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

/** The program itself, as somebody outside runs it. */
async function hours(written: unknown, ...args: readonly string[]) {
  const path = join(dir, `hours-${(files += 1)}.json`);
  await writeFile(path, typeof written === 'string' ? written : JSON.stringify(written));
  const child = spawn(process.execPath, [program, 'hours', path, ...args]);
  const said = { out: '', err: '' };
  child.stdout.on('data', (data: Buffer) => (said.out += data.toString()));
  child.stderr.on('data', (data: Buffer) => (said.err += data.toString()));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, ...said };
}

type Listed = readonly (readonly [opens: string, closes: string])[];
const listed = (output: string): Listed =>
  (JSON.parse(output) as { opens: string; closes: string }[]).map(({ opens, closes }) => [opens, closes]);

/** Worked out by hand from the calendar, not by the program. */
const cases: readonly (readonly [about: string, written: unknown, args: readonly string[], expected: Listed])[] = [
  [
    'a night that runs onto a holiday keeps its end, and the holiday’s own night is cancelled',
    { weekly: { thursday: [['22:00', '02:00']], friday: [['22:00', '02:00']] }, publicHolidays: 'closed' },
    ['--from', '2026-12-24', '--days', '2'],
    [['2026-12-24T22:00:00+01:00', '2026-12-25T02:00:00+01:00']],
  ],
  [
    'an exception opens a holiday, and closes an ordinary day',
    {
      weekly: { thursday: [['18:00', '20:00']], friday: [['18:00', '20:00']] },
      exceptions: [
        { date: '2026-12-24', intervals: [], reason: 'Julaften' },
        { date: '2026-12-25', intervals: [['12:00', '14:00']] },
      ],
    },
    ['--from', '2026-12-24', '--days', '2'],
    [['2026-12-25T12:00:00+01:00', '2026-12-25T14:00:00+01:00']],
  ],
  [
    'an exception replaces the night that starts on it, not the one that runs into it',
    {
      weekly: { monday: [['22:00', '02:00']], tuesday: [['22:00', '02:00']] },
      exceptions: [{ date: '2026-11-24', intervals: [] }],
    },
    ['--from', '2026-11-23', '--days', '2'],
    [['2026-11-23T22:00:00+01:00', '2026-11-24T02:00:00+01:00']],
  ],
  [
    'a time the spring night skips moves forward by the gap',
    { weekly: { sunday: [['02:30', '05:00']] }, publicHolidays: 'open' },
    ['--from', '2027-03-28', '--days', '1'],
    [['2027-03-28T03:30:00+02:00', '2027-03-28T05:00:00+02:00']],
  ],
  [
    'what the spring night leaves empty is dropped',
    { weekly: { sunday: [['02:00', '03:00'], ['18:00', '19:00']] }, publicHolidays: 'open' }, // prettier-ignore
    ['--from', '2027-03-28', '--days', '1'],
    [['2027-03-28T18:00:00+02:00', '2027-03-28T19:00:00+02:00']],
  ],
  [
    'of a time that comes twice in autumn the first opens and the last closes',
    { weekly: { sunday: [['02:15', '02:45']] } },
    ['--from', '2026-10-25', '--days', '1'],
    [['2026-10-25T02:15:00+02:00', '2026-10-25T02:45:00+01:00']],
  ],
  [
    'a night over the autumn hour closes after it',
    { weekly: { saturday: [['22:00', '02:30']] } },
    ['--from', '2026-10-24', '--days', '1'],
    [['2026-10-24T22:00:00+02:00', '2026-10-25T02:30:00+01:00']],
  ],
  [
    'touching ones are one, also over midnight, and written order does not count',
    {
      weekly: {
        monday: [['20:00', '00:00'], ['18:00', '20:00']], // prettier-ignore
        tuesday: [['00:00', '01:00']],
      },
    },
    ['--from', '2026-11-23', '--days', '2'],
    [['2026-11-23T18:00:00+01:00', '2026-11-24T01:00:00+01:00']],
  ],
  [
    'the days asked for hold what starts on them: not what began before, and all of what ends after',
    { weekly: { monday: [['20:00', '00:00']], tuesday: [['00:00', '01:00'], ['23:00', '03:00']], wednesday: [['03:00', '04:00']] } }, // prettier-ignore
    ['--from', '2026-11-24', '--days', '1'],
    [
      ['2026-11-24T00:00:00+01:00', '2026-11-24T01:00:00+01:00'],
      ['2026-11-24T23:00:00+01:00', '2026-11-25T03:00:00+01:00'],
    ],
  ],
  [
    'opening and closing at the same time is a whole day',
    { weekly: { monday: [['18:00', '18:00']] } },
    ['--from', '2026-11-23', '--days', '7'],
    [['2026-11-23T18:00:00+01:00', '2026-11-24T18:00:00+01:00']],
  ],
  [
    'another zone has its own offsets and its own nights',
    { timeZone: 'America/New_York', weekly: { saturday: [['23:00', '02:30']] }, publicHolidays: 'open' },
    ['--from', '2026-10-31', '--days', '1'],
    [['2026-10-31T23:00:00-04:00', '2026-11-01T02:30:00-05:00']],
  ],
  ['an empty week', { weekly: {} }, ['--from', '2026-11-23', '--days', '14'], []],
  ['no days', { weekly: { monday: [['18:00', '20:00']] } }, ['--from', '2026-11-23', '--days', '0'], []],
];

const wrong: readonly (readonly [about: string, written: unknown, sentence: RegExp])[] = [
  ['25:00', { weekly: { monday: [['18:00', '25:00']] } }, /mandag \(weekly\.monday\[0\]\[1\]\): «25:00» er ikke/u],
  ['an overlap', { weekly: { monday: [['18:00', '20:00'], ['19:00', '21:00']] } }, /overlapper\. Slå dem sammen/u], // prettier-ignore
  ['a key nobody knows', { weekly: {}, holidays: 'closed' }, /Ukjent felt: «holidays»/u],
  ['no week', { publicHolidays: 'closed' }, /Uken mangler/u],
  ['no JSON', '{"weekly":', /is not JSON/u],
];

describe('npx utekontakt hours, run as a program', { timeout: 120_000 }, () => {
  it('prints what the calendar says', async () => {
    for (const [about, written, args, expected] of cases) {
      const { code, out } = await hours(written, ...args);
      expect({ about, code, listed: listed(out) }).toEqual({ about, code: 0, listed: expected });
    }
  });

  it('prints nothing but a sentence about what to change for a file that is wrong', async () => {
    for (const [about, written, sentence] of wrong) {
      const { code, out, err } = await hours(written, '--from', '2026-11-23');
      expect({ about, code, out }).toEqual({ about, code: 65, out: '' });
      expect(err).toMatch(sentence);
    }
  });
});
