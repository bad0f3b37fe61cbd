import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { incidentActions } from '../../../src/core/case.ts';
import type { StaffRole } from '../../../src/core/access.ts';
import { waits } from '../../../src/core/statistics/count.ts';
import type { Count } from '../../../src/core/statistics/count.ts';
import { toCsv } from '../../../src/core/statistics/csv.ts';
import { aloneNames, publish } from '../../../src/core/statistics/publish.ts';
import { categories, severities } from '../../../src/core/triage/assessment.ts';
import { statistics, statisticsBars, statisticsRows } from '../../../src/discord/views/statistics.ts';
import { makeShowStatistics } from '../../../src/flows/accounts/show-statistics.ts';
import { drawChart } from '../../../src/papers/draw-chart.ts';
import { renderPng } from '../../../src/papers/render-png.ts';
import { snowflake } from '../../examples/cases.ts';
import { openFlowScene } from '../flows/scene.ts';
import { bodyFaults, textOf } from '../views/body-faults.ts';
import { municipality } from '../views/samples.ts';

const names = [
  ...aloneNames,
  ...waits.map((wait) => `wait:${wait}`),
  ...severities.map((severity) => `level:${severity}`),
  ...categories.map((category) => `theme:${category}`),
  ...incidentActions.map((action) => `referral:${action}`),
  'rating:right',
  'feedback:hjalp',
];
/** Four quarters in which everything there is was counted. */
const full: readonly Count[] = Array.from({ length: 12 }, (_, month) =>
  names.map((name, n): Count => ({
    month: `2029-${String(month + 1).padStart(2, '0')}` as Count['month'],
    name,
    n: 1_000 + ((month * 7 + n * 13) % 29),
  })),
).flat();
const quarters = publish(full, '2030-01');

describe('the page of statistics', () => {
  it('fits in one message with every figure there can be, and tells what the dash means', () => {
    const body = statistics(quarters, municipality);
    expect(bodyFaults(body)).toEqual([]);
    const text = textOf(body);
    expect(text).toContain('4. kvartal 2029');
    expect(text).toMatch(/Samtaler startet: oktober \d+, november \d+, desember \d+, kvartalet \d+/u);
    expect(text).toContain('– betyr færre enn 5');
    expect(text).toContain('3 eldre kvartaler ligger i regnearket');
    expect(text).not.toMatch(/undefined|null/u);
  });

  it('says why there is nothing yet', () => {
    expect(textOf(statistics([], municipality))).toContain('ingen tall å vise ennå');
  });
});

describe('the sheet', () => {
  it('has every figure of every quarter in a row of its own, and hidden ones empty', () => {
    const rows = statisticsRows(publish([{ month: '2029-10', name: 'case', n: 3 }], '2030-01'));
    expect(rows[1]).toEqual(['2029-Q4', '2029-10', 'Aktivitet', 'Samtaler startet', '', 'skjult']);
    expect(new Set(statisticsRows(quarters).map((row) => row.length))).toEqual(new Set([6]));
  });

  it('never begins a cell with what a spreadsheet runs, and can be read back', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1 }), (cells) => {
        const text = toCsv([cells]);
        expect(text.startsWith('\uFEFF')).toBe(true);
        expect(readRow(text.slice(1, -2))).toEqual(
          cells.map((cell) => (/^\s*[=+\-@|%]|^[\t\r\n]/u.test(cell) ? `'${cell}` : cell)),
        );
      }),
    );
    expect(toCsv([['=1+1', '+47', '-2', '@SUM', '\t=1', 5, -3]])).toBe("\uFEFF'=1+1;'+47;'-2;'@SUM;'\t=1;5;-3\r\n");
  });
});

describe('the picture', () => {
  it('shows twelve months at most, a hidden one without its height', () => {
    const bars = statisticsBars(publish([...full, { month: '2028-12', name: 'case', n: 2 }], '2030-01'));
    expect(bars).toHaveLength(12);
    const [hidden] = statisticsBars(publish([{ month: '2029-12', name: 'case', n: 2 }], '2030-01')).slice(-1);
    expect(hidden).toEqual({ label: 'des 29', text: '< 5' });
  });

  it('is a PNG in which the letters are drawn', () => {
    const title = 'Samtaler startet per måned, Utekontakten <Eksempelvik>';
    const png = renderPng(drawChart({ title, bars: statisticsBars(quarters) }));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    const bare = renderPng(drawChart({ title: '', bars: statisticsBars(quarters) }));
    expect(png.equals(bare)).toBe(false);
  });
});

describe('who may see statistics', () => {
  it.each([
    ['coordinator', 'statistics'],
    ['dutyLead', 'statistics'],
    ['caseworker', 'not-permitted'],
    ['contentProducer', 'not-permitted'],
  ] as const)('a %s is answered with «%s»', async (role: StaffRole, kind) => {
    const { store, now, eksempelvik } = await openFlowScene();
    const show = makeShowStatistics({ now, store });
    const staff = { id: snowflake(9), municipalityId: eksempelvik.id, roles: [role], signature: 'Kari' };
    expect((await show(staff)).kind).toBe(kind);
    await store.close();
  });
});

/** One line of a sheet, by the rules of RFC 4180 with semicolons. */
function readRow(line: string): readonly string[] {
  const cells: string[] = [];
  const pattern = /(?:"((?:[^"]|"")*)"|([^;]*))(?:;|$)/gsu;
  for (const { 0: whole, 1: quoted, 2: plain, index } of line.matchAll(pattern)) {
    if (index === line.length && (whole !== '' || (cells.length > 0 && !line.endsWith(';')))) break;
    cells.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (index + whole.length === line.length && !whole.endsWith(';')) break;
  }
  return cells;
}
