import { accessSync, constants, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Clock, Store } from '../../ports.ts';
import { StoreFault } from '../../ports.ts';
import type { StoreIncident, StoreMaintenance } from '../maintenance.ts';
import { rememberedMs } from '../retention.ts';
import { createSealing, keyOwner } from '../sealing.ts';
import type { Vault } from '../vault.ts';
import { auditHead, listAudit, verifyAudit } from './audit-table.ts';
import { backupTo } from './backup.ts';
import type { BackupFiles } from './backup.ts';
import {
  findCase,
  findCaseByEntry,
  findEntry,
  findOpenCase,
  listCasesOfSender,
  listEntries,
  listExpiredCases,
  listOpenCases,
  openOriginals,
} from './case-table.ts';
import { commit } from './commit.ts';
import { Connection, integer } from './connection.ts';
import { counter, createKey, findKey, setCounter, takeOver } from './context.ts';
import type { Context } from './context.ts';
import { listCounts } from './count-table.ts';
import { countOverdue, eraseExpired, reapplyErasures } from './erase.ts';
import { findDossier, findRecontacts } from './dossier-table.ts';
import { noLedger, openErasureLedger } from '../erasure-ledger.ts';
import { accept, claimInbox, dropSession, listDmCursors, loadSession, releaseInbox } from './inbox-table.ts';
import { fileStamp, migrate } from './migrate.ts';
import { claimOutbox, countAsTried, findPosted, markAttempt, settleOutbox } from './outbox-table.ts';
import { countKeys, rotateKeys } from './rotate.ts';
import { migrations } from './schema.ts';
import { findSender, findSetting } from './sender-table.ts';
import { clearSuspicion, isSoundDatabase, isSoundFile, isSuspected, suspect } from './soundness.ts';
import { stats } from './stats.ts';

export interface SqliteStoreOptions {
  /** A path (its folder is made when missing), or `:memory:`. */
  readonly file: string;
  readonly keyring: Vault;
  readonly clock: Clock;
  /** See `Store.takeOver`. */
  readonly holder?: string;
  /** Told of what a person must hear about. Must not throw. */
  readonly onFault?: (incident: StoreIncident) => void;
  /** How long to wait for another writer, milliseconds. Source: RELIABILITY F-36. */
  readonly busyTimeoutMs?: number;
  /** Upper limit of the file in pages of 4096 bytes; absent: the disk. */
  readonly maxPages?: number;
  /** Files larger than this are not read through at start; `isSound` does it later. Bytes. */
  readonly bootCheckBytes?: number;
  /** The schema's steps; only tests give others. */
  readonly schema?: readonly string[];
  /** See `OpenStoreOptions`. */
  readonly midMigration?: () => void;
}

export interface SqliteStore extends Store, StoreMaintenance {
  /** Copies the store while it is in use, the keys apart from the data. */
  backup(files: BackupFiles): Promise<void>;
}

const defaultBusyTimeoutMs = 5_000;
const defaultBootCheckBytes = 256 * 1024 * 1024;

/**
 * Opens the embedded store. A file that cannot be read is set aside under a time-stamped name, reported, and a fresh one
 * begun, so that what is written from now on is kept.
 * @throws StoreFault `wrong-key`, `unknown-version`, `read-only`, `full`, `busy`, `unavailable`
 */
export async function openSqliteStore(options: SqliteStoreOptions): Promise<SqliteStore> {
  const { file, clock, onFault = () => undefined } = options;
  if (file !== ':memory:') prepareFolder(file);
  const isEmptied = file !== ':memory:' && heldSomethingOnce(file);
  try {
    const store = await openFile(options);
    if (isEmptied) onFault({ kind: 'found-empty', file });
    return store;
  } catch (error) {
    if (!(error instanceof StoreFault) || error.code !== 'corrupt' || !existsSync(file)) throw error;
  }
  const aside = `${file}.corrupt-${fileStamp(clock())}`;
  for (const suffix of ['', '-wal', '-shm']) {
    if (existsSync(`${file}${suffix}`)) renameSync(`${file}${suffix}`, `${aside}${suffix}`);
  }
  clearSuspicion(file);
  onFault({ kind: 'set-aside', file: aside });
  return openFile(options);
}

const ledgerFileOf = (file: string): string => `${file}.erased`;

/** A file without a byte, or none although erasures were noted beside it: SQLite would begin anew and say nothing. */
const heldSomethingOnce = (file: string): boolean =>
  existsSync(file) ? statSync(file).size === 0 : existsSync(ledgerFileOf(file));

function prepareFolder(file: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    accessSync(dirname(file), constants.W_OK);
    if (existsSync(file)) accessSync(file, constants.W_OK);
  } catch (error) {
    const isRefused =
      error instanceof Error && 'code' in error && ['EACCES', 'EROFS', 'EPERM'].includes(String(error.code));
    throw new StoreFault(isRefused ? 'read-only' : 'unavailable', { cause: error });
  }
}

async function openFile(options: SqliteStoreOptions): Promise<SqliteStore> {
  const { file, keyring, clock, holder = '', onFault = () => undefined, schema = migrations, midMigration } = options;
  const { busyTimeoutMs = defaultBusyTimeoutMs, bootCheckBytes = defaultBootCheckBytes, maxPages } = options;
  const db = new Connection({ file, busyTimeoutMs, ...(maxPages === undefined ? {} : { maxPages }) });
  try {
    if (file !== ':memory:') checkAtStart(db, bootCheckBytes);
    await migrate(db, schema, clock, midMigration);
    const sealing = createSealing(keyring);
    const context: Context = {
      db,
      vault: keyring,
      sealing,
      ledger: file === ':memory:' ? noLedger : openErasureLedger(ledgerFileOf(file)),
      now: clock,
      holder,
      report: onFault,
      keys: openKeys({ db, vault: keyring, sealing }, clock),
    };
    reapplyErasures(context);
    countAsTried(context);
    const restoredAt = counter(context, 'restored_at');
    if (restoredAt > clock() - rememberedMs) onFault({ kind: 'restored', at: restoredAt, from: 'copy' });
    db.onUnusable = (how) => {
      if (how === 'damaged') suspect(file);
      onFault({ kind: how, file });
    };
    return createStore(context);
  } catch (error) {
    db.close();
    throw error;
  }
}

/** @throws StoreFault `corrupt` */
function checkAtStart({ file, database }: Connection, limitBytes: number): void {
  const isDoubtful = isSuspected(file);
  if (!isDoubtful && statSync(file).size > limitBytes) return;
  if (!isSoundDatabase(database, isDoubtful ? 'full' : 'quick')) throw new StoreFault('corrupt');
  clearSuspicion(file);
}

/** The keys that live as long as the store: made once, opened ever after. Proves the master key and that we may write. */
function openKeys(context: Pick<Context, 'db' | 'vault' | 'sealing'>, now: Clock): Context['keys'] {
  return context.db.write(() => {
    const known = context.db.get('SELECT count(*) AS keys FROM data_keys');
    const isNew = !known || integer(known, 'keys') === 0;
    const open = (owner: string): Uint8Array => {
      const key = findKey(context, owner) ?? (isNew ? createKey(context, owner) : undefined);
      // Keys without this one: somebody took it out. A new one would make all else unreadable for good.
      if (!key) throw new StoreFault('wrong-key');
      return key;
    };
    setCounter(context, 'opened_at', now());
    return { store: open(keyOwner.store), pseudonyms: open(keyOwner.pseudonyms), audit: open(keyOwner.audit) };
  });
}

/** The driver is synchronous; a fault becomes a rejection, as the port promises. */
const step = <T>(work: () => T): Promise<T> => Promise.try(work);

function createStore(context: Context): SqliteStore {
  const { db } = context;
  return {
    accept: (entry, progress) => step(() => accept(context, entry, progress)),
    loadSession: (intake) => step(() => loadSession(context, intake)),
    dropSession: (intake) =>
      step(() => {
        dropSession(context, intake);
      }),
    listDmCursors: () => step(() => listDmCursors(context)),
    takeOver: () =>
      step(() => {
        takeOver(context);
      }),
    claimInbox: (now, leaseMs) => step(() => claimInbox(context, now, leaseMs)),
    releaseInbox: (id, lease, notBefore) =>
      step(() => {
        releaseInbox(context, id, lease, notBefore);
      }),
    findCase: (id) => step(() => findCase(context, id)),
    findOpenCase: (municipalityId, sender) => step(() => findOpenCase(context, municipalityId, sender)),
    findCaseByEntry: (entryId) => step(() => findCaseByEntry(context, entryId)),
    findEntry: (caseId, entryId) => step(() => findEntry(context, caseId, entryId)),
    listCasesOfSender: (municipalityId, sender) => step(() => listCasesOfSender(context, municipalityId, sender)),
    listExpiredCases: (at, limit) => step(() => listExpiredCases(context, at, limit)),
    listEntries: (caseId) => step(() => listEntries(context, caseId)),
    listOpenCases: (municipalityId) => step(() => listOpenCases(context, municipalityId)),
    findSender: (municipalityId, sender) => step(() => findSender(context, municipalityId, sender)),
    findSetting: (municipalityId, name) => step(() => findSetting(context, municipalityId, name)),
    findDossier: (municipalityId, caseId) => step(() => findDossier(context, municipalityId, caseId)),
    findRecontacts: (municipalityId, sender) => step(() => findRecontacts(context, municipalityId, sender)),
    listAudit: (municipalityId, from, until, limit) =>
      step(() => listAudit(context, municipalityId, from, until, limit)),
    listCounts: (municipalityId) => step(() => listCounts(context, municipalityId)),
    commit: (request) => step(() => commit(context, request)),
    claimOutbox: (now, leaseMs, limit) => step(() => claimOutbox(context, now, leaseMs, limit)),
    markAttempt: (id, lease, at) => step(() => markAttempt(context, id, lease, at)),
    settleOutbox: (id, lease, outcome, follow) => step(() => settleOutbox(context, id, lease, outcome, follow)),
    findPosted: (caseId, kind, entryId) => step(() => findPosted(context, caseId, kind, entryId)),
    eraseExpired: (now) => step(() => eraseExpired(context, now)),
    countOverdue: (at) => step(() => countOverdue(context, at)),
    stats: (now) => step(() => stats(db, now)),
    close: () =>
      step(() => {
        db.close();
      }),
    pseudonymSecret: () => step(() => context.keys.pseudonyms),
    openOriginals: (caseId) => step(() => openOriginals(context, caseId)),
    auditHead: () => step(() => auditHead(context)),
    verifyAudit: (anchor) => step(() => verifyAudit(context, anchor)),
    rotateKeys: (limit) => step(() => rotateKeys(context, limit)),
    countKeys: () => step(() => countKeys(context)),
    keepLedger: () => Promise.resolve(),
    backup: (files) => backupTo(db, files),
    async isSound() {
      if (db.file === ':memory:') return isSoundDatabase(db.database);
      const sound = await isSoundFile(db.file);
      if (!sound) suspect(db.file);
      return sound;
    },
  };
}
