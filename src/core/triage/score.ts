import { severityRank, type Severity } from './assessment.ts';

export interface LabelledRow {
  readonly id: string;
  readonly level: Severity;
  readonly categories: readonly string[];
  readonly lang: string;
  readonly kind: string;
}
export interface PredictedRow {
  readonly id: string;
  readonly level: Severity;
  readonly categories: readonly string[];
}

/** A share with its 95 % interval. All are 0–1, and null when there is nothing to count. */
export interface Share {
  readonly k: number;
  readonly n: number;
  readonly p: number | null;
  readonly lo: number | null;
  readonly hi: number | null;
}

const z = 1.959963984540054;

/** Source: Wilson (1927), as recommended by Newcombe, "Two-sided confidence intervals for the single proportion" (1998). */
export function wilson(k: number, n: number): Share {
  if (n === 0) return { k, n, p: null, lo: null, hi: null };
  const p = k / n;
  const scale = 1 + (z * z) / n;
  const centre = (p + (z * z) / (2 * n)) / scale;
  const half = (z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))) / scale;
  return { k, n, p, lo: k === 0 ? 0 : Math.max(0, centre - half), hi: k === n ? 1 : Math.min(1, centre + half) };
}

export interface FalseAlerts {
  readonly any: Share;
  readonly serious: Share;
  readonly acute: Share;
  readonly per1000: number | null;
}
export interface CategoryScore {
  readonly recall: Share;
  readonly anyAlert: Share;
  readonly precision: Share;
}
export interface SliceScore {
  readonly n: number;
  readonly worryAny: Share;
  readonly acuteAny: Share;
  readonly falseAlert: Share;
}
export interface TriageScore {
  readonly n: number;
  /** Rows without a prediction; they count as `none`. */
  readonly missing: readonly string[];
  readonly recall: Readonly<
    Record<
      | 'acuteAny'
      | 'acuteSeriousOrHigher'
      | 'acuteExact'
      | 'seriousAny'
      | 'seriousOrHigher'
      | 'concernAny'
      | 'allWorryAny',
      Share
    >
  >;
  readonly falseAlerts: Readonly<Record<'hardNegative' | 'plain' | 'adversarial' | 'context' | 'all', FalseAlerts>>;
  /** Rows: labelled level; columns: predicted level; both from none to acute. */
  readonly confusion: readonly (readonly number[])[];
  readonly exact: Share;
  readonly categories: Readonly<Record<string, CategoryScore>>;
  readonly kinds: Readonly<Record<string, SliceScore>>;
  readonly languages: Readonly<Record<string, SliceScore>>;
}

interface Row {
  readonly row: LabelledRow;
  readonly gold: number;
  readonly said: number;
  readonly saidCategories: readonly string[];
}

const count = (rows: readonly Row[], test: (row: Row) => boolean): Share =>
  wilson(rows.filter(test).length, rows.length);

function falseAlerts(rows: readonly Row[]): FalseAlerts {
  const benign = rows.filter(({ gold }) => gold === 0);
  const any = count(benign, ({ said }) => said >= 1);
  return {
    any,
    serious: count(benign, ({ said }) => said >= 2),
    acute: count(benign, ({ said }) => said >= 3),
    per1000: any.p === null ? null : 1000 * any.p,
  };
}

function slices(rows: readonly Row[], key: (row: LabelledRow) => string): Record<string, SliceScore> {
  const names = [...new Set(rows.map(({ row }) => key(row)))].sort();
  return Object.fromEntries(
    names.map((name) => {
      const own = rows.filter(({ row }) => key(row) === name);
      return [
        name,
        {
          n: own.length,
          worryAny: count(
            own.filter(({ gold }) => gold > 0),
            ({ said }) => said >= 1,
          ),
          acuteAny: count(
            own.filter(({ gold }) => gold === 3),
            ({ said }) => said >= 1,
          ),
          falseAlert: count(
            own.filter(({ gold }) => gold === 0),
            ({ said }) => said >= 1,
          ),
        },
      ];
    }),
  );
}

/** Compares predictions with labels. The figures mean the same as in the published scorer; see docs/triage.md. */
export function scoreTriage(corpus: readonly LabelledRow[], predictions: readonly PredictedRow[]): TriageScore {
  const byId = new Map(predictions.map((prediction) => [prediction.id, prediction]));
  const rows: readonly Row[] = corpus.map((row) => {
    const prediction = byId.get(row.id);
    return {
      row,
      gold: severityRank(row.level),
      said: severityRank(prediction?.level ?? 'none'),
      saidCategories: prediction?.categories ?? [],
    };
  });
  const gold = (level: number): readonly Row[] => rows.filter((row) => row.gold === level);
  const kind = (name: string): readonly Row[] => rows.filter(({ row }) => row.kind === name);
  const names = [...new Set(corpus.flatMap((row) => row.categories))].sort();
  return {
    n: rows.length,
    missing: corpus.filter(({ id }) => !byId.has(id)).map(({ id }) => id),
    recall: {
      acuteAny: count(gold(3), ({ said }) => said >= 1),
      acuteSeriousOrHigher: count(gold(3), ({ said }) => said >= 2),
      acuteExact: count(gold(3), ({ said }) => said >= 3),
      seriousAny: count(gold(2), ({ said }) => said >= 1),
      seriousOrHigher: count(gold(2), ({ said }) => said >= 2),
      concernAny: count(gold(1), ({ said }) => said >= 1),
      allWorryAny: count(
        rows.filter((row) => row.gold > 0),
        ({ said }) => said >= 1,
      ),
    },
    falseAlerts: {
      hardNegative: falseAlerts(kind('hard_negative')),
      plain: falseAlerts(kind('plain')),
      adversarial: falseAlerts(kind('adversarial')),
      context: falseAlerts(kind('context')),
      all: falseAlerts(rows),
    },
    confusion: [0, 1, 2, 3].map((level) =>
      [0, 1, 2, 3].map((said) => rows.filter((row) => row.gold === level && row.said === said).length),
    ),
    exact: count(rows, (row) => row.gold === row.said),
    categories: Object.fromEntries(
      names.map((name) => {
        const labelled = rows.filter(({ row }) => row.categories.includes(name));
        const said = rows.filter(({ saidCategories }) => saidCategories.includes(name));
        return [
          name,
          {
            recall: count(labelled, ({ saidCategories }) => saidCategories.includes(name)),
            anyAlert: count(labelled, (row) => row.said >= 1),
            precision: count(said, ({ row }) => row.categories.includes(name)),
          },
        ];
      }),
    ),
    kinds: slices(rows, ({ kind: name }) => name),
    languages: slices(rows, ({ lang }) => lang),
  };
}
