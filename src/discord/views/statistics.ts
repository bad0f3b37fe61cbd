import type { Municipality } from '../../core/municipality.ts';
import type { Figure, QuarterFigures } from '../../core/statistics/publish.ts';
import { statisticsNb as say } from '../../i18n/accounts/statistics-nb.ts';
import { message } from './body.ts';
import type { MessageBody } from './body.ts';
import { inline } from './shown-words.ts';

export const chartName = 'samtaler.png';
export const sheetName = 'statistikk.csv';

/** «/statistikk»: the newest quarter as a text table; the picture shows what the table says. */
export function statistics(quarters: readonly QuarterFigures[], { service, name }: Municipality): MessageBody {
  const title = `# ${say.title({ service: inline(service), name: inline(name) })}`;
  const [newest, ...older] = quarters;
  if (!newest) return message({ texts: [title, say.nothing()], accent: 'calm' });
  return message({
    texts: [
      title,
      [`**${say.quarter(newest)}**`, ...aloneLines(newest)].join('\n'),
      ...newest.breakdowns
        .filter(({ rows }) => rows.length > 0)
        .map((one) => [`**${say.breakdown(one)}**`, ...breakdownLines(one, newest)].join('\n')),
      [say.footnote(), ...(older.length > 0 ? [say.older({ count: older.length })] : [])].join('\n'),
    ],
    pictures: [chartName],
    files: [sheetName],
    accent: 'calm',
  });
}

const parts = (months: readonly Figure[], quarter: Figure | undefined, figures: QuarterFigures): string =>
  [
    ...months.flatMap((figure, index) => {
      const month = figures.months[index];
      return month === undefined ? [] : [`${say.month({ month })} ${say.figure({ figure })}`];
    }),
    ...(quarter ? [`${say.wholeQuarter()} ${say.figure({ figure: quarter })}`] : []),
  ].join(', ');

const aloneLines = (figures: QuarterFigures): readonly string[] =>
  figures.alone.map(({ name, months, quarter }) => `${say.alone({ name })}: ${parts(months, quarter, figures)}`);

const breakdownLines = (
  { name, rows }: QuarterFigures['breakdowns'][number],
  figures: QuarterFigures,
): readonly string[] =>
  rows.map(
    ({ key, months, quarter }) =>
      `- ${inline(say.row({ breakdown: name, key }))}: ${months ? parts(months, quarter, figures) : say.figure({ figure: quarter })}`,
  );

/** Every quarter, one figure to a row. */
export function statisticsRows(quarters: readonly QuarterFigures[]): readonly (readonly (string | number)[])[] {
  const row = (figures: QuarterFigures, month: string, group: string, what: string, figure: Figure) => [
    figures.quarter,
    month,
    group,
    what,
    figure.kind === 'hidden' ? '' : figure.n,
    say.note({ figure }),
  ];
  return [
    say.columns(),
    ...quarters.flatMap((figures) => [
      ...figures.alone.flatMap(({ name, months, quarter }) => [
        ...months.map((figure, n) =>
          row(figures, figures.months[n] ?? '', say.groupAlone(), say.alone({ name }), figure),
        ),
        ...(quarter ? [row(figures, '', say.groupAlone(), say.alone({ name }), quarter)] : []),
      ]),
      ...figures.breakdowns.flatMap(({ name, rows }) =>
        rows.flatMap(({ key, months = [], quarter }) => {
          const what = say.row({ breakdown: name, key });
          const group = say.breakdown({ name });
          return [
            ...months.map((figure, n) => row(figures, figures.months[n] ?? '', group, what, figure)),
            row(figures, '', group, what, quarter),
          ];
        }),
      ),
    ]),
  ];
}

const shownMonths = 12;

/** The bars of the picture: the same months and figures as the sheet, oldest first. */
export function statisticsBars(quarters: readonly QuarterFigures[]) {
  return quarters
    .toReversed()
    .flatMap(({ alone, months }) => {
      const cases = alone.find(({ name }) => name === 'case');
      return months.map((month, index) => {
        const figure = cases?.months[index] ?? { kind: 'hidden' as const };
        const label = say.shortMonth({ month });
        return figure.kind === 'hidden'
          ? { label, text: say.chartHidden() }
          : { label, text: say.figure({ figure }), value: figure.n };
      });
    })
    .slice(-shownMonths);
}
