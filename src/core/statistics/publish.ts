import type { Count, Month } from './count.ts';

/** Fewer than this of anything is never told. Source: DESIGN §5 Statistics; REQUIREMENTS C221. */
export const smallest = 5;

/** A figure as it may be told. `hidden`: fewer than five, or held back so that fewer than five cannot be worked out. */
export type Figure =
  | { readonly kind: 'exact'; readonly n: number }
  | { readonly kind: 'at-least'; readonly n: number }
  | { readonly kind: 'hidden' };

/** E.g. `2030-Q1`. */
export type Quarter = `${number}-Q${1 | 2 | 3 | 4}`;

/** Figures that stand alone: told per month and quarter. */
export const aloneNames = ['case', 'first-contact', 'message', 'closed-reply', 'shift', 'erasure'] as const;
export type AloneName = (typeof aloneNames)[number];

/** Figures that divide something between them: told per quarter, and per month where nothing need be hidden. */
export const breakdownNames = ['wait', 'level', 'theme', 'referral', 'rating', 'feedback'] as const;
export type BreakdownName = (typeof breakdownNames)[number];

export interface BreakdownRow {
  /** What follows the colon of the count's name, e.g. `acute`. */
  readonly key: string;
  readonly quarter: Figure;
  /** Of the quarter's months; absent when some month is too small to be told. */
  readonly months?: readonly Figure[];
}

export interface QuarterFigures {
  readonly quarter: Quarter;
  /** The months that are over, oldest first. */
  readonly months: readonly Month[];
  readonly alone: readonly {
    readonly name: AloneName;
    readonly months: readonly Figure[];
    readonly quarter?: Figure;
  }[];
  /** Empty until the quarter is over: what is told twice of the same weeks could be subtracted. */
  readonly breakdowns: readonly { readonly name: BreakdownName; readonly rows: readonly BreakdownRow[] }[];
}

export const quarterOf = (month: Month): Quarter => {
  const [year = '', number = ''] = month.split('-');
  return `${year}-Q${Math.ceil(Number(number) / 3)}` as Quarter;
};

function monthsOf(quarter: Quarter): readonly Month[] {
  const [year = '', part = ''] = quarter.split('-Q');
  return [2, 1, 0].map((back) => `${year}-${String(Number(part) * 3 - back).padStart(2, '0')}` as Month);
}

/**
 * What may be told of the counts, newest quarter first. Only what is over is told, so that two readings never differ by
 * one person. A breakdown never hides a single row: the smallest it could tell is hidden with those below five, so that
 * a reader who knows the sum still cannot tell which is which.
 * @param current the month that is not over yet
 */
export function publish(counts: readonly Count[], current: Month): readonly QuarterFigures[] {
  const over = counts.filter(({ month }) => month < current);
  const quarters = [...new Set(over.map(({ month }) => quarterOf(month)))].toSorted().toReversed();
  const values = new Map(over.map(({ month, name, n }) => [`${month} ${name}`, n]));
  const valueOf = (month: Month, name: string): number => values.get(`${month} ${name}`) ?? 0;
  const names = [...new Set(over.map(({ name }) => name))];

  return quarters.map((quarter) => {
    const all = monthsOf(quarter);
    const months = all.filter((month) => month < current);
    const isOver = months.length === all.length;
    const inMonths = (name: string): readonly number[] => months.map((month) => valueOf(month, name));
    return {
      quarter,
      months,
      alone: aloneNames.map((name) => ({
        name,
        months: inMonths(name).map(figureOf),
        ...(isOver && { quarter: sumOf(inMonths(name)) }),
      })),
      breakdowns: isOver
        ? breakdownNames.map((name) => {
            const own = names.filter((one) => one.startsWith(`${name}:`)).toSorted();
            return { name, rows: breakdownOf(own.map((one) => [one.slice(name.length + 1), inMonths(one)] as const)) };
          })
        : [],
    };
  });
}

const figureOf = (n: number): Figure => (n >= smallest ? { kind: 'exact', n } : { kind: 'hidden' });
const total = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0);

/**
 * A quarter beside its months. What is told must leave every hidden month any value from 0 to 4: the others that are
 * hidden must be able to make up the difference.
 */
function sumOf(months: readonly number[]): Figure {
  const told = total(months.filter((n) => n >= smallest));
  const hidden = months.filter((n) => n < smallest);
  if (hidden.length === 0) return { kind: 'exact', n: told };
  const rest = total(hidden);
  const roomOfOthers = (smallest - 1) * (hidden.length - 1);
  if (rest < smallest || roomOfOthers < smallest) return told > 0 ? { kind: 'at-least', n: told } : { kind: 'hidden' };
  return rest < roomOfOthers ? { kind: 'exact', n: told + rest } : { kind: 'at-least', n: told + roomOfOthers };
}

function breakdownOf(rows: readonly (readonly [key: string, months: readonly number[]])[]): readonly BreakdownRow[] {
  const sums = rows.map(([, months]) => total(months));
  const large = sums.filter((n) => n >= smallest);
  // Every row as small as the smallest that could be told: which of them it was would tell something too.
  const least = large.length < sums.length ? Math.min(...large) : -Infinity;
  const isTold = (n: number): boolean => n >= smallest && n > least;
  const byMonth = rows.every(([, months], index) => !isTold(sums[index] ?? 0) || months.every((n) => n >= smallest));
  return rows.map(([key, months]) => {
    const n = total(months);
    if (!isTold(n)) return { key, quarter: { kind: 'hidden' } };
    return { key, quarter: { kind: 'exact', n }, ...(byMonth && { months: months.map(figureOf) }) };
  });
}
