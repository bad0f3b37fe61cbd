import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import { commitOf, day, noon } from './samples.ts';
import { makeSqliteGround } from './sqlite-ground.ts';
import type { SqliteGround } from './sqlite-ground.ts';

let ground: SqliteGround;
let store: SqliteStore;
let attacker: DatabaseSync;

beforeEach(async () => {
  ground = makeSqliteGround();
  store = await ground.open();
  for (let n = 1; n <= 12; n += 1) {
    const entry = { event: 'case.opened', at: noon + n * day, details: { n } };
    await store.commit(commitOf(`audit:${n}`, [{ kind: 'audit', entry }]));
  }
  attacker = new DatabaseSync(ground.file, { defensive: false });
});
afterEach(async () => {
  attacker.close();
  await store.close();
  await ground.dispose();
});

const blobOf = (table: string, column: string, where: string): Buffer => {
  const value = attacker.prepare(`SELECT ${column} AS value FROM ${table} WHERE ${where}`).get()?.['value'];
  if (!(value instanceof Uint8Array)) throw new Error('no such blob');
  return Buffer.from(value);
};

describe('the audit chain', () => {
  it('shows every altered byte, wherever it is', async () => {
    const places = [
      ...[1, 6, 12].flatMap((seq) => [
        ['audit', 'body', `seq = ${seq}`] as const,
        ['audit', 'mac', `seq = ${seq}`] as const,
      ]),
      ['audit_ends', 'mac', `name = 'head'`] as const,
      ['audit_ends', 'proof', `name = 'head'`] as const,
    ];
    let flips = 0;
    for (const [table, column, where] of places) {
      const whole = blobOf(table, column, where);
      const put = attacker.prepare(`UPDATE ${table} SET ${column} = ? WHERE ${where}`);
      for (let at = 0; at < whole.length; at += 1) {
        const altered = Buffer.from(whole);
        altered[at] = (altered[at] ?? 0) ^ (1 << (at % 8));
        put.run(altered);
        expect((await store.verifyAudit()).kind).toBe('broken');
        flips += 1;
      }
      put.run(whole);
    }
    expect(flips).toBeGreaterThan(400);
    expect(await store.verifyAudit()).toMatchObject({ kind: 'intact', rows: 12 });
  });

  it.each([
    ['a changed time', 'UPDATE audit SET at = at + 1 WHERE seq = 5', 5],
    ['a row taken out', 'DELETE FROM audit WHERE seq = 5', 5],
    ['a cut tail', 'DELETE FROM audit WHERE seq > 9', 10],
    ['a cut beginning', 'DELETE FROM audit WHERE seq < 4', 1],
    ['everything taken out', 'DELETE FROM audit', 1],
    [
      'two rows exchanged',
      'UPDATE audit SET seq = -1 WHERE seq = 5; UPDATE audit SET seq = 5 WHERE seq = 6; UPDATE audit SET seq = 6 WHERE seq = -1',
      5,
    ],
  ])('shows %s', async (_, sql, sequence) => {
    attacker.exec(sql);
    expect(await store.verifyAudit()).toEqual({ kind: 'broken', sequence });
  });

  it('shows a beginning that was moved without the key', async () => {
    await store.eraseExpired(noon + 366 * day + 2 * day);
    expect(await store.verifyAudit()).toMatchObject({ kind: 'intact', rows: 10 });
    attacker.exec(
      `UPDATE audit_ends SET seq = 5, mac = (SELECT mac FROM audit WHERE seq = 5) WHERE name = 'base'; DELETE FROM audit WHERE seq <= 5`,
    );
    expect((await store.verifyAudit()).kind).toBe('broken');
  });

  it('shows a genuine row of another history put in the place of one', async () => {
    const append = (cause: string, n: number) =>
      store.commit(commitOf(cause, [{ kind: 'audit', entry: { event: cause, at: noon + n * day } }]));
    const head = attacker.prepare(`SELECT seq, mac, proof FROM audit_ends WHERE name = 'head'`).get();
    await append('first-history', 13);
    const row = attacker.prepare('SELECT at, body, mac FROM audit WHERE seq = 13').get();
    attacker.exec('DELETE FROM audit WHERE seq = 13');
    attacker
      .prepare(`UPDATE audit_ends SET seq = ?, mac = ?, proof = ? WHERE name = 'head'`)
      .run(head?.['seq'] ?? 0, head?.['mac'] ?? 0, head?.['proof'] ?? 0);
    await append('second-history', 13);
    await append('after', 14);
    expect(await store.verifyAudit()).toMatchObject({ kind: 'intact', rows: 14 });
    attacker
      .prepare('UPDATE audit SET at = ?, body = ?, mac = ? WHERE seq = 13')
      .run(row?.['at'] ?? 0, row?.['body'] ?? 0, row?.['mac'] ?? 0);
    expect(await store.verifyAudit()).toEqual({ kind: 'broken', sequence: 14 });
  });

  it('shows a tail cut with its end moved back, by the head kept elsewhere', async () => {
    const saved = attacker.prepare(`SELECT seq, mac, proof FROM audit_ends WHERE name = 'head'`).get();
    await store.commit(commitOf('late', [{ kind: 'audit', entry: { event: 'x', at: noon + 13 * day } }]));
    const anchor = await store.auditHead();
    attacker.exec('DELETE FROM audit WHERE seq = 13');
    attacker
      .prepare(`UPDATE audit_ends SET seq = ?, mac = ?, proof = ? WHERE name = 'head'`)
      .run(saved?.['seq'] ?? 0, saved?.['mac'] ?? 0, saved?.['proof'] ?? 0);
    expect(await store.verifyAudit()).toMatchObject({ kind: 'intact' });
    expect(await store.verifyAudit(anchor)).toMatchObject({ kind: 'rolled-back' });
  });

  it('shows ten thousand single bits changed anywhere in the rows and both ends', { timeout: 120_000 }, async () => {
    attacker.exec('PRAGMA synchronous = OFF');
    await store.eraseExpired(noon + 366 * day + 2 * day);
    const cells = [
      ...Array.from({ length: 10 }, (_, n) => n + 3).flatMap((seq) =>
        ['body', 'mac', 'at', 'seq'].map((column) => ['audit', column, `seq = ${seq}`] as const),
      ),
      ...['base', 'head'].flatMap((name) =>
        ['seq', 'mac', 'proof'].map((column) => ['audit_ends', column, `name = '${name}'`] as const),
      ),
    ];
    const next = numbers(20_300_101);
    let unseen = 0;
    for (let n = 0; n < 10_000; n += 1) {
      const [table, column, where] = cells[next(cells.length)] ?? cells[0] ?? ['audit', 'mac', 'seq = 3'];
      const rowid = attacker.prepare(`SELECT rowid AS id, ${column} AS value FROM ${table} WHERE ${where}`).get();
      const value = rowid?.['value'];
      const altered = value instanceof Uint8Array ? flipped(value, next) : Number(value) ^ (1 << next(20));
      // A number that another row has cannot be written: that is no change.
      try {
        attacker.prepare(`UPDATE ${table} SET ${column} = ? WHERE rowid = ?`).run(altered, rowid?.['id'] ?? 0);
      } catch {
        n -= 1;
        continue;
      }
      if ((await store.verifyAudit()).kind !== 'broken') unseen += 1;
      const id = column === 'seq' && table === 'audit' ? altered : (rowid?.['id'] ?? 0);
      attacker.prepare(`UPDATE ${table} SET ${column} = ? WHERE rowid = ?`).run(value ?? null, id);
    }
    expect(unseen).toBe(0);
    expect(await store.verifyAudit()).toMatchObject({ kind: 'intact', rows: 10 });
  });

  it('shows every possible cut of the tail, with or without a genuine older end', async () => {
    const anchor = await store.auditHead();
    const rows = attacker.prepare('SELECT seq, at, body, mac FROM audit ORDER BY seq').all();
    for (let kept = 0; kept < rows.length; kept += 1) {
      attacker.prepare('DELETE FROM audit WHERE seq > ?').run(kept);
      expect((await store.verifyAudit()).kind).toBe('broken');
      expect((await store.verifyAudit(anchor)).kind).toBe('broken');
      for (const { seq, at, body, mac } of rows.slice(kept)) {
        attacker
          .prepare('INSERT INTO audit (seq, at, body, mac) VALUES (?, ?, ?, ?)')
          .run(seq ?? 0, at ?? 0, body ?? 0, mac ?? 0);
      }
    }
    expect((await store.verifyAudit(anchor)).kind).toBe('intact');
  });
});

/** The same whole numbers below a limit at every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function flipped(whole: Uint8Array, next: (below: number) => number): Buffer {
  const altered = Buffer.from(whole);
  const at = next(whole.length);
  altered[at] = (altered[at] ?? 0) ^ (1 << next(8));
  return altered;
}
