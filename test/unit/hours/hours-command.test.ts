import { describe, expect, it } from 'vitest';
import { hours } from '../../../src/cli/hours.ts';

const now = Date.UTC(2026, 11, 19, 23, 30);

async function run(args: readonly string[], files: Readonly<Record<string, string>> = {}) {
  const written = { stdout: '', stderr: '' };
  const code = await hours(args, {
    stdout: (text) => (written.stdout += text),
    stderr: (text) => (written.stderr += text),
    readFile: (path) => {
      const text = files[path];
      return text === undefined
        ? Promise.reject(Object.assign(new Error('missing'), { code: 'ENOENT' }))
        : Promise.resolve(text);
    },
    now: () => now,
  });
  return { code, ...written };
}

const evenings = JSON.stringify({
  timeZone: 'Europe/Oslo',
  weekly: { sunday: [['18:00', '20:00']], monday: [['18:00', '20:00'], ['22:00', '02:00']] }, // prettier-ignore
  publicHolidays: 'closed',
  exceptions: [{ date: '2026-12-21', intervals: [['10:00', '12:00']], reason: 'Førjulsdag' }],
});

describe('utekontakt hours', () => {
  it('prints the intervals that start in the days asked for, and nothing else', async () => {
    expect(await run(['H.json', '--from', '2026-12-20', '--days', '9'], { 'H.json': evenings })).toEqual({
      code: 0,
      stdout: `${JSON.stringify([
        { opens: '2026-12-20T18:00:00+01:00', closes: '2026-12-20T20:00:00+01:00' },
        { opens: '2026-12-21T10:00:00+01:00', closes: '2026-12-21T12:00:00+01:00' },
        { opens: '2026-12-27T18:00:00+01:00', closes: '2026-12-27T20:00:00+01:00' },
        { opens: '2026-12-28T18:00:00+01:00', closes: '2026-12-28T20:00:00+01:00' },
        { opens: '2026-12-28T22:00:00+01:00', closes: '2026-12-29T02:00:00+01:00' },
      ])}\n`,
      stderr: '',
    });
  });

  it('starts today in the time zone of the file and shows fourteen days', async () => {
    const { stdout } = await run(['H.json'], { 'H.json': evenings });
    const listed = JSON.parse(stdout) as { opens: string }[];
    // 23:30 UTC on the 19th is the 20th in Oslo; the fourteenth day is 2 January.
    expect(listed[0]?.opens).toBe('2026-12-20T18:00:00+01:00');
    expect(listed.at(-1)?.opens).toBe('2026-12-28T22:00:00+01:00');
  });

  it('accepts a file with a byte order mark', async () => {
    expect(await run(['H.json'], { 'H.json': `\uFEFF${evenings}` })).toMatchObject({ code: 0, stderr: '' });
  });

  it('warns on standard error when the service never opens', async () => {
    expect(await run(['H.json'], { 'H.json': '{"weekly":{}}' })).toEqual({
      code: 0,
      stdout: '[]\n',
      stderr: 'H.json: Planen har ingen åpningstider. Tjenesten vil svare at den aldri er åpen.\n',
    });
  });

  it('gives one line per fault in the file and exit code 65', async () => {
    const bad = '{"weekly":{"monday":[["18:00","25:00"]],"friday":[["18:00","20:00"],["19:00","21:00"]]},"holidays":1}';
    const { code, stdout, stderr } = await run(['H.json'], { 'H.json': bad });
    expect({ code, stdout }).toEqual({ code: 65, stdout: '' });
    expect(stderr.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^H\.json: mandag \(weekly\.monday\[0\]\[1\]\): «25:00» er ikke et klokkeslett/),
      expect.stringMatching(/^H\.json: fredag \(weekly\.friday\[1\]\): .*overlapper/),
      expect.stringMatching(/^H\.json: Ukjent felt: «holidays»/),
    ]);
  });

  it.each([
    ['{"weekly":\n{,}}', /line 2, column 2/],
    ['', /the end of the file/],
    ['{"weekly":{}', /H\.json: is not JSON/],
  ])('says where %j stops being JSON, without quoting it', async (text, place) => {
    const { code, stdout, stderr } = await run(['H.json'], { 'H.json': text });
    expect({ code, stdout }).toEqual({ code: 65, stdout: '' });
    expect(stderr).toMatch(place);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it('gives exit code 66 for a file that is not there', async () => {
    expect(await run(['missing.json'])).toEqual({
      code: 66,
      stdout: '',
      stderr: 'missing.json: cannot be read (ENOENT)\n',
    });
  });

  it.each([
    [[]],
    [['a.json', 'b.json']],
    [['H.json', '--from', '2026-02-30']],
    [['H.json', '--from', 'today']],
    [['H.json', '--days', '-1']],
    [['H.json', '--days', '1.5']],
    [['H.json', '--days', '3661']],
    [['H.json', '--weeks', '2']],
  ])('gives exit code 64 and the usage for %j', async (args) => {
    const { code, stdout, stderr } = await run(args, { 'H.json': evenings });
    expect({ code, stdout }).toEqual({ code: 64, stdout: '' });
    expect(stderr).toMatch(/Usage: utekontakt hours HOURS\.json/);
  });
});
