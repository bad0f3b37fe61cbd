import { StoreFault } from '../ports.ts';
import type { StoreFaultCode } from '../ports.ts';

/**
 * Opens what can be opened of a list. One bad record must not hide the others from staff or from the intake.
 * @param open throws `StoreFault` for a record that is damaged
 */
export function readable<Row, T>(
  rows: readonly Row[],
  open: (row: Row) => T,
  whenUnreadable: (row: Row, code: StoreFaultCode) => void,
): readonly T[] {
  return rows.flatMap((row) => {
    try {
      return [open(row)];
    } catch (error) {
      if (!(error instanceof StoreFault)) throw error;
      whenUnreadable(row, error.code);
      return [];
    }
  });
}
