import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Count, Month } from '../../../src/core/statistics/count.ts';
import { publish } from '../../../src/core/statistics/publish.ts';
import type { Figure, QuarterFigures } from '../../../src/core/statistics/publish.ts';

const quarter = ['2030-01', '2030-02', '2030-03'] as const satisfies readonly Month[];
const keys = ['level:none', 'level:concern', 'level:serious', 'level:acute'] as const;

/** One quarter: a row of three months for each name. */
type Table = Readonly<Record<string, readonly number[]>>;
const countsOf = (table: Table): readonly Count[] =>
  Object.entries(table).flatMap(([name, months]) =>
    months.flatMap((n, index) => {
      const month = quarter[index];
      return month === undefined ? [] : [{ month, name, n }];
    }),
  );
const told = (table: Table, current: Month = '2030-04'): readonly QuarterFigures[] => publish(countsOf(table), current);

const small = fc.integer({ min: 0, max: 9 });
const row = fc.tuple(small, small, small);
const breakdown = fc
  .tuple(row, row, row, row)
  .map((rows): Table => Object.fromEntries(keys.map((key, n) => [key, rows[n] ?? []])));

const figures = (published: readonly QuarterFigures[]): readonly Figure[] =>
  published.flatMap(({ alone, breakdowns }) => [
    ...alone.flatMap((one) => [...one.months, ...(one.quarter ? [one.quarter] : [])]),
    ...breakdowns.flatMap(({ rows }) => rows.flatMap((one) => [one.quarter, ...(one.months ?? [])])),
  ]);

describe('published statistics', () => {
  it('never tell a number below five', () => {
    fc.assert(
      fc.property(breakdown, row, (table, cases) => {
        for (const figure of figures(told({ ...table, case: cases }))) {
          if (figure.kind !== 'hidden') expect(figure.n).toBeGreaterThanOrEqual(5);
        }
      }),
    );
  });

  it('let a month that is hidden be any number below five, whatever else is told of the quarter', () => {
    for (let a = 0; a < 12; a += 1)
      for (let b = 0; b < 12; b += 1)
        for (let c = 0; c < 12; c += 1) {
          const months = [a, b, c];
          const published = JSON.stringify(told({ case: months }));
          for (const [index, n] of months.entries()) {
            if (n >= 5) continue;
            for (let instead = 0; instead < 5; instead += 1) {
              expect(
                someOther(months, index, instead).some((one) => JSON.stringify(told({ case: one })) === published),
              ).toBe(true);
            }
          }
        }
  });

  it('let any two hidden rows of a breakdown change places unseen, so that a known sum gives none of them away', () => {
    fc.assert(
      fc.property(breakdown, (table) => {
        const published = told(table);
        const hidden = (published[0]?.breakdowns.find(({ name }) => name === 'level')?.rows ?? []).filter(
          (one) => one.quarter.kind === 'hidden',
        );
        expect(hidden).not.toHaveLength(1);
        for (const one of hidden) {
          for (const other of hidden) {
            const [a, b] = [`level:${one.key}`, `level:${other.key}`];
            const swapped = { ...table, [a]: table[b] ?? [], [b]: table[a] ?? [] };
            expect(told(swapped)).toEqual(published);
          }
        }
      }),
    );
  });

  it('tell the months of a breakdown only where no row that is told has a small month', () => {
    const table = { 'level:none': [20, 30, 25], 'level:concern': [6, 9, 7] };
    expect(told(table)[0]?.breakdowns[1]?.rows[1]?.months).toHaveLength(3);
    const withSmall = told({ ...table, 'level:concern': [6, 4, 12] })[0]?.breakdowns[1];
    expect(withSmall?.rows.map(({ months }) => months)).toEqual([undefined, undefined]);
    expect(withSmall?.rows[0]?.quarter).toEqual({ kind: 'exact', n: 22 });
  });

  it('tell nothing of what is not over', () => {
    const table = { case: [9, 9, 9], 'level:none': [20, 20, 20] };
    expect(told(table, '2030-01')).toEqual([]);
    const [first] = told(table, '2030-02');
    expect(first).toMatchObject({ quarter: '2030-Q1', months: ['2030-01'], breakdowns: [] });
    expect(first?.alone[0]).toEqual({ name: 'case', months: [{ kind: 'exact', n: 9 }] });
  });

  it('tell a quarter exactly when nothing in it is hidden', () => {
    expect(told({ case: [9, 9, 9] })[0]?.alone[0]?.quarter).toEqual({ kind: 'exact', n: 27 });
    expect(told({ case: [9, 9, 2] })[0]?.alone[0]?.quarter).toEqual({ kind: 'at-least', n: 18 });
    expect(told({ case: [2, 2, 2] })[0]?.alone[0]?.quarter).toEqual({ kind: 'exact', n: 6 });
    expect(told({ case: [4, 4, 4] })[0]?.alone[0]?.quarter).toEqual({ kind: 'at-least', n: 8 });
  });
});

/** Every quarter with `instead` in that month and any small number in the other months that were small. */
function someOther(months: readonly number[], index: number, instead: number): readonly (readonly number[])[] {
  return months.reduce<readonly (readonly number[])[]>(
    (sofar, n, at) =>
      sofar.flatMap((one) =>
        (at === index ? [instead] : n >= 5 ? [n] : [0, 1, 2, 3, 4]).map((value) => [...one, value]),
      ),
    [[]],
  );
}
