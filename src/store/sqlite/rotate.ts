import type { Rotation } from '../maintenance.ts';
import { bytes, integer, text } from './connection.ts';
import type { Context } from './context.ts';

/** Each step is one transaction, and every key is readable before, during and after it. */
export function rotateKeys({ db, vault, sealing }: Context, limit: number): Rotation {
  return db.write(() => {
    const rows = db.all('SELECT owner, wrapped FROM data_keys WHERE kid <> ? LIMIT ?', vault.kid, limit);
    for (const row of rows) {
      const owner = text(row, 'owner');
      const wrapped = sealing.rewrapKey(owner, bytes(row, 'wrapped'));
      db.run('UPDATE data_keys SET kid = ?, wrapped = ? WHERE owner = ?', vault.kid, wrapped, owner);
    }
    const left = db.get('SELECT count(*) AS keys FROM data_keys WHERE kid <> ?', vault.kid);
    return { moved: rows.length, left: left ? integer(left, 'keys') : 0 };
  });
}

export function countKeys({ db }: Context): Readonly<Record<string, number>> {
  const rows = db.all('SELECT kid, count(*) AS keys FROM data_keys GROUP BY kid');
  return Object.fromEntries(rows.map((row) => [text(row, 'kid'), integer(row, 'keys')]));
}
