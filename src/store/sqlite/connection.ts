import { statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite';
import { StoreFault } from '../../ports.ts';
import { toFault } from './faults.ts';

export type Row = Readonly<Record<string, SQLOutputValue>>;

export interface ConnectionOptions {
  /** A path, or `:memory:`. */
  readonly file: string;
  /** How long to wait for another writer, milliseconds. */
  readonly busyTimeoutMs: number;
  /** Upper limit of the file in pages of 4096 bytes; absent: none. */
  readonly maxPages?: number;
}

const inodeOf = (file: string): bigint | undefined => statSync(file, { bigint: true, throwIfNoEntry: false })?.ino;

/** SQLite does not wait for the lock that this one change needs, and two processes may start at once. */
function enterWal(database: DatabaseSync, patienceMs: number): void {
  const pause = new Int32Array(new SharedArrayBuffer(4));
  const pauseMs = 20;
  for (let waitedMs = 0; ; waitedMs += pauseMs) {
    try {
      database.exec('PRAGMA journal_mode = WAL');
      return;
    } catch (error) {
      const fault = toFault(error);
      if (waitedMs >= patienceMs || !(fault instanceof StoreFault) || fault.code !== 'busy') throw error;
      Atomics.wait(pause, 0, 0, pauseMs);
    }
  }
}

/** One connection with prepared statements, transactions and faults in the port's words. Every call is synchronous. */
export class Connection {
  readonly file: string;
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  readonly #inode: bigint | undefined;
  #mode: 'FULL' | 'NORMAL' = 'FULL';
  /** Told when the file turns out damaged, or is another one than was opened. */
  onUnusable: ((how: 'damaged' | 'replaced') => void) | undefined;

  constructor({ file, busyTimeoutMs, maxPages }: ConnectionOptions) {
    this.file = file;
    let database: DatabaseSync | undefined;
    try {
      database = new DatabaseSync(file, { timeout: busyTimeoutMs, enableForeignKeyConstraints: true, defensive: true });
      enterWal(database, busyTimeoutMs);
      // FULL: a commit that is acknowledged survives a power cut (RELIABILITY F-39).
      database.exec('PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY');
      if (maxPages !== undefined) database.exec(`PRAGMA max_page_count = ${Math.trunc(maxPages)}`);
    } catch (error) {
      database?.close();
      throw toFault(error);
    }
    this.#database = database;
    this.#inode = file === ':memory:' ? undefined : inodeOf(file);
  }

  /** For the driver's own backup. */
  get database(): DatabaseSync {
    return this.#database;
  }

  exec(sql: string): void {
    this.#faulting(() => {
      this.#database.exec(sql);
    });
  }

  /** Returns how many rows changed. */
  run(sql: string, ...values: readonly SQLInputValue[]): number {
    return this.#faulting(() => Number(this.#prepared(sql).run(...values).changes));
  }

  get(sql: string, ...values: readonly SQLInputValue[]): Row | undefined {
    return this.#faulting(() => this.#prepared(sql).get(...values));
  }

  all(sql: string, ...values: readonly SQLInputValue[]): readonly Row[] {
    return this.#faulting(() => this.#prepared(sql).all(...values));
  }

  /** One transaction, alone in writing from its first line; on the disk when it returns. Whatever `work` throws undoes all of it. */
  write<T>(work: () => T): T {
    this.#synchronise('FULL');
    return this.#transact(work);
  }

  /**
   * As `write`, for what may be done again: it survives the end of this process, but a power cut may undo it until the
   * next `write` returns.
   */
  writeSoon<T>(work: () => T): T {
    this.#synchronise('NORMAL');
    return this.#transact(work);
  }

  /** Waiting for the disk is what a transaction costs most. Source: sqlite.org, «PRAGMA synchronous». */
  #synchronise(mode: 'FULL' | 'NORMAL'): void {
    if (mode === this.#mode) return;
    this.exec(`PRAGMA synchronous = ${mode}`);
    this.#mode = mode;
  }

  #transact<T>(work: () => T): T {
    this.#refuseReplacedFile();
    return this.#faulting(() => {
      this.#database.exec('BEGIN IMMEDIATE');
      try {
        const answer = work();
        this.#database.exec('COMMIT');
        return answer;
      } catch (error) {
        if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
        throw error;
      }
    });
  }

  /** One consistent view over several reads. */
  read<T>(work: () => T): T {
    return this.#faulting(() => {
      this.#database.exec('BEGIN');
      try {
        return work();
      } finally {
        if (this.#database.isTransaction) this.#database.exec('COMMIT');
      }
    });
  }

  close(): void {
    this.#statements.clear();
    if (this.#database.isOpen) this.#database.close();
  }

  #prepared(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  #faulting<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (!this.#database.isOpen) throw new StoreFault('unavailable', { cause: error });
      const fault = toFault(error);
      // The driver's own word about the file, not ours about one record.
      if (fault !== error && fault instanceof StoreFault && fault.code === 'corrupt') this.onUnusable?.('damaged');
      throw fault;
    }
  }

  /** What is written to a file that was set aside or restored over is lost; better to say so. */
  #refuseReplacedFile(): void {
    if (this.#inode === undefined || inodeOf(this.file) === this.#inode) return;
    this.onUnusable?.('replaced');
    throw new StoreFault('unavailable');
  }
}

const wrongType = (): never => {
  throw new StoreFault('corrupt');
};

export const text = (row: Row, column: string): string => {
  const value = row[column];
  return typeof value === 'string' ? value : wrongType();
};

export const integer = (row: Row, column: string): number => {
  const value = row[column];
  return typeof value === 'number' ? value : wrongType();
};

export const bytes = (row: Row, column: string): Uint8Array => {
  const value = row[column];
  return value instanceof Uint8Array ? value : wrongType();
};

export const optionalInteger = (row: Row, column: string): number | undefined =>
  row[column] === null ? undefined : integer(row, column);

export const optionalBytes = (row: Row, column: string): Uint8Array | undefined =>
  row[column] === null ? undefined : bytes(row, column);
