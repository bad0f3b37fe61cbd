import type { MunicipalityId } from '../../core/ids.ts';
import type { Count, Month } from '../../core/statistics/count.ts';
import type { Change } from '../../ports.ts';
import { integer, text } from './connection.ts';
import type { Context } from './context.ts';

/** Figures name nobody and hold no words, so they stand open. In the caller's transaction. */
export function raiseCount({ db }: Context, change: Extract<Change, { kind: 'count' }>): void {
  db.run(
    `INSERT INTO counts (municipality_id, month, name, n) VALUES (?, ?, ?, ?)
     ON CONFLICT (municipality_id, month, name) DO UPDATE SET n = n + excluded.n`,
    change.municipalityId,
    change.month,
    change.name,
    change.by,
  );
}

export const listCounts = ({ db }: Context, municipalityId: MunicipalityId): readonly Count[] =>
  db.all('SELECT month, name, n FROM counts WHERE municipality_id = ?', municipalityId).map((row) => ({
    month: text(row, 'month') as Month,
    name: text(row, 'name'),
    n: integer(row, 'n'),
  }));
