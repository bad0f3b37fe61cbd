import type { Clock, Store } from '../../ports.ts';
import { StoreFault } from '../../ports.ts';
import { noLedger, openErasureLedger } from '../erasure-ledger.ts';
import { createHighWater, highWaterFileOf, openHighWater } from '../high-water.ts';
import type { StoreIncident, StoreMaintenance } from '../maintenance.ts';
import { rememberedMs } from '../retention.ts';
import { createSealing, keyOwner } from '../sealing.ts';
import type { Vault } from '../vault.ts';
import { parseRedisUrl } from './address.ts';
import { auditHead, listAudit, verifyAudit } from './audit.ts';
import {
  findCase,
  findCaseByEntry,
  findDossier,
  findEntry,
  findOpenCase,
  findRecontacts,
  findSender,
  findSetting,
  listCasesOfSender,
  listCounts,
  listEntries,
  listExpiredCases,
  listOpenCases,
  openOriginals,
} from './cases.ts';
import { commit } from './commit.ts';
import { RedisConnection } from './connection.ts';
import { bytes, integer, list, optional, text } from './context.ts';
import type { Context } from './context.ts';
import { refuseUnsafe } from './durability.ts';
import { dump } from './dump.ts';
import { countOverdue, eraseExpired } from './erase.ts';
import { foundScript } from './lua/keys.ts';
import { statsScript } from './lua/queues.ts';
import {
  accept,
  claimInbox,
  claimOutbox,
  dropSession,
  findPosted,
  listDmCursors,
  loadSession,
  markAttempt,
  releaseInbox,
  settleOutbox,
  takeOver,
} from './queues.ts';
import { countAsTried, isOldCopy, lastRestored, makeKeepLedger, settleOldCopy } from './restored.ts';
import { countKeys, rotateKeys } from './rotate.ts';

export interface RedisStoreOptions {
  /** See `parseRedisUrl`. */
  readonly url: string;
  readonly keyring: Vault;
  readonly clock: Clock;
  /** Where this machine notes what the store has erased and how far it has come; absent: nowhere. */
  readonly ledger?: string;
  /** The operator has put an old copy back, whether it shows or not. */
  readonly isRestored?: boolean;
  /** See `Store.takeOver`. */
  readonly holder?: string;
  /** Told of what a person must hear about. Must not throw. */
  readonly onFault?: (incident: StoreIncident) => void;
  /** Accepts a server that may lose what it has acknowledged. For tests and trials only. */
  readonly allowUnsafe?: boolean;
}

export interface RedisStore extends Store, StoreMaintenance {
  /** Has the servers write a dump. @returns where each lies, on the machine of its server */
  dump(): Promise<readonly string[]>;
}

const formatVersion = '1';

/**
 * Opens the store on a Redis.
 * @throws StoreFault `unavailable` (not there, or not safe: the cause names the settings), `wrong-key`,
 *   `unknown-version` (a later version, or other data under our prefix); TypeError for an address that is none
 */
export async function openRedisStore(options: RedisStoreOptions): Promise<RedisStore> {
  const { url, keyring, clock, ledger, holder = '', onFault = () => undefined } = options;
  const { allowUnsafe = false, isRestored = false } = options;
  const connection = await RedisConnection.open(parseRedisUrl(url));
  try {
    if (!allowUnsafe) await refuseUnsafe(connection);
    await refuseForeignData(connection);
    const { isFresh, keys } = await openKeys(connection, keyring);
    const known = { connection, now: clock, ...knownOf(ledger) };
    if (isRestored || (await isOldCopy(known))) await settleOldCopy(known, isFresh ? 'nothing' : 'copy');
    await countAsTried(known);
    const restored = await lastRestored(known);
    if (restored && restored.at > clock() - rememberedMs) onFault({ kind: 'restored', ...restored });
    return createStore({
      ...known,
      restoredAt: restored?.at,
      vault: keyring,
      sealing: createSealing(keyring),
      holder,
      report: onFault,
      keys,
    });
  } catch (error) {
    await connection.close();
    throw error;
  }
}

/** @throws StoreFault `unknown-version` when something is there that this store did not write */
async function refuseForeignData(connection: RedisConnection): Promise<void> {
  const kind = String(await connection.call('TYPE', 'meta'));
  if (kind === 'hash') return;
  if (kind !== 'none') throw new StoreFault('unknown-version');
  const found = await connection.everyServer(async (server) => {
    let cursor = '0';
    do {
      const [next, keys] = await server.scan(cursor, 'MATCH', `${connection.prefix}:*`, 'COUNT', 1000);
      if (keys.length > 0) return true;
      cursor = next;
    } while (cursor !== '0');
    return false;
  });
  if (found.includes(true)) throw new StoreFault('unknown-version');
}

/** The keys that live as long as the store: made once, by whoever comes first, and opened ever after. */
async function openKeys(
  connection: RedisConnection,
  vault: Vault,
): Promise<{ readonly isFresh: boolean; readonly keys: Context['keys'] }> {
  const sealing = createSealing(vault);
  const owners = [keyOwner.store, keyOwner.pseudonyms, keyOwner.audit];
  const made = owners.flatMap((owner) => [owner, sealing.newKey(owner).wrapped]);
  const [app, version, fresh, ...wrapped] = list(await connection.run(foundScript, formatVersion, vault.kid, ...made));
  if (optional(app, text) !== 'utekontakt' || optional(version, text) !== formatVersion) {
    throw new StoreFault('unknown-version');
  }
  const open = (owner: string, key: unknown): Uint8Array => {
    const found = optional(key, bytes);
    // Keys without this one: somebody took it out. A new one would make all else unreadable for good.
    if (!found) throw new StoreFault('wrong-key');
    return sealing.openKey(owner, found);
  };
  return {
    isFresh: integer(fresh) === 1,
    keys: {
      store: open(keyOwner.store, wrapped[0]),
      pseudonyms: open(keyOwner.pseudonyms, wrapped[1]),
      audit: open(keyOwner.audit, wrapped[2]),
    },
  };
}

const knownOf = (ledger: string | undefined): Pick<Context, 'ledger' | 'highWater'> =>
  ledger === undefined
    ? { ledger: noLedger, highWater: createHighWater() }
    : { ledger: openErasureLedger(ledger), highWater: openHighWater(highWaterFileOf(ledger)) };

function createStore(context: Context): RedisStore {
  const { connection } = context;
  return {
    accept: (entry, progress) => accept(context, entry, progress),
    loadSession: (intake) => loadSession(context, intake),
    dropSession: (intake) => dropSession(context, intake),
    listDmCursors: () => listDmCursors(context),
    takeOver: () => takeOver(context),
    claimInbox: (now, leaseMs) => claimInbox(context, now, leaseMs),
    releaseInbox: (id, lease, notBefore) => releaseInbox(context, id, lease, notBefore),
    findCase: (id) => findCase(context, id),
    findOpenCase: (municipalityId, sender) => findOpenCase(context, municipalityId, sender),
    findCaseByEntry: (entryId) => findCaseByEntry(context, entryId),
    findEntry: (caseId, entryId) => findEntry(context, caseId, entryId),
    listCasesOfSender: (municipalityId, sender) => listCasesOfSender(context, municipalityId, sender),
    listExpiredCases: (at, limit) => listExpiredCases(context, at, limit),
    listEntries: (caseId) => listEntries(context, caseId),
    listOpenCases: (municipalityId) => listOpenCases(context, municipalityId),
    findSender: (municipalityId, sender) => findSender(context, municipalityId, sender),
    findSetting: (municipalityId, name) => findSetting(context, municipalityId, name),
    findDossier: (municipalityId, caseId) => findDossier(context, municipalityId, caseId),
    findRecontacts: (municipalityId, sender) => findRecontacts(context, municipalityId, sender),
    listAudit: (municipalityId, from, until, limit) => listAudit(context, municipalityId, from, until, limit),
    listCounts: (municipalityId) => listCounts(context, municipalityId),
    commit: (request) => commit(context, request),
    claimOutbox: (now, leaseMs, limit) => claimOutbox(context, now, leaseMs, limit),
    markAttempt: (id, lease, at) => markAttempt(context, id, lease, at),
    settleOutbox: (id, lease, outcome, follow) => settleOutbox(context, id, lease, outcome, follow),
    findPosted: (caseId, kind, entryId) => findPosted(context, caseId, kind, entryId),
    eraseExpired: (now) => eraseExpired(context, now),
    countOverdue: (at) => countOverdue(context, at),
    async stats(now) {
      const [inbox, outbox, alert, open] = list(await connection.run(statsScript));
      const dueAt = text(alert) === '' ? now : integer(alert);
      return {
        inboxWaiting: integer(inbox),
        outboxWaiting: integer(outbox),
        oldestAlertMs: Math.max(0, now - dueAt),
        openCases: integer(open),
      };
    },
    close: () => connection.close(),
    pseudonymSecret: () => Promise.resolve(context.keys.pseudonyms),
    openOriginals: (caseId) => openOriginals(context, caseId),
    auditHead: () => auditHead(context),
    verifyAudit: (anchor) => verifyAudit(context, anchor),
    rotateKeys: (limit) => rotateKeys(context, limit),
    countKeys: () => countKeys(context),
    isSound: () => Promise.resolve(true),
    keepLedger: makeKeepLedger(context),
    dump: () => dump(context),
  };
}
