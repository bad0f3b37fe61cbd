import type { Instant } from '../../core/time.ts';
import type { StoreStats } from '../../ports.ts';
import { integer } from './connection.ts';
import type { Connection } from './connection.ts';

/** A record that cannot be opened counts as waiting: it is not done. */
export function stats(db: Connection, now: Instant): StoreStats {
  return db.read(() => {
    const count = (sql: string): number => {
      const row = db.get(sql);
      return row ? integer(row, 'n') : 0;
    };
    const alert = db.get(
      `SELECT due_at FROM outbox WHERE state = 'waiting' AND priority = 0 AND due_at <= ? ORDER BY due_at LIMIT 1`,
      now,
    );
    return {
      inboxWaiting: count('SELECT count(*) AS n FROM inbox'),
      outboxWaiting: count(`SELECT count(*) AS n FROM outbox WHERE state = 'waiting'`),
      oldestAlertMs: alert ? now - integer(alert, 'due_at') : 0,
      openCases: count(`SELECT count(*) AS n FROM cases WHERE state <> 'closed'`),
    };
  });
}
