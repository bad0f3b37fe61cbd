import { snowflakeInstant } from '../../core/ids.ts';
import type { CaseId, Snowflake } from '../../core/ids.ts';
import type { Instant } from '../../core/time.ts';
import type { Change, Commit, CommitOutcome } from '../../ports.ts';
import { StoreFault } from '../../ports.ts';
import { AuditChain, chainStart } from '../audit-chain.ts';
import type { ChainEnd } from '../audit-chain.ts';
import { assertCoherent, inOrder } from '../commit-rules.ts';
import { place } from '../places.ts';
import { caseCodec, entryCodec } from '../records/case-record.ts';
import { originalCodec } from '../records/inbound-record.ts';
import { auditCodec, dossierCodec, senderCodec, settingCodec } from '../records/other-records.ts';
import { keyOwner } from '../sealing.ts';
import { bytes, integer, list, optional, text } from './context.ts';
import type { Context } from './context.ts';
import { commitScript, prepareScript } from './lua/commit.ts';
import { queueValues } from './queues.ts';

/** Others may move the audit chain between our look and our write; then the commit is sealed anew. */
const maxTries = 50;

/**
 * Two steps: look at what the seals depend on, then one script that checks everything and writes everything.
 * @throws StoreFault `busy` when others were faster every time
 */
export async function commit(context: Context, request: Commit): Promise<CommitOutcome> {
  assertCoherent(request);
  for (let tries = 0; tries < maxTries; tries += 1) {
    const preparation = await prepare(context, request);
    const answer = text(
      await context.connection.run(commitScript, ...new Sealed(context, request, preparation).values()),
    );
    switch (answer) {
      case 'committed':
      case 'already-committed':
      case 'stale':
        return answer;
      case 'again':
        continue;
      default:
        throw new TypeError('an entry or an original needs a case that exists');
    }
  }
  throw new StoreFault('busy');
}

interface Preparation {
  /** Keys of the cases and dossiers that exist, by owner. */
  readonly keys: ReadonlyMap<string, Uint8Array>;
  /** Revisions of originals so far, by case and entry. */
  readonly revisions: ReadonlyMap<string, number>;
  readonly head: ChainEnd;
  /** When an earlier life of this store may have sent what is queued now; absent: never. */
  readonly triedAt?: Instant | undefined;
}

/** Whose key a change is sealed with, where that key may exist already. */
const ownerOf = (change: Change): string | undefined => {
  switch (change.kind) {
    case 'save-case':
      return keyOwner.case(change.case.id);
    case 'save-entry':
      return keyOwner.case(change.entry.caseId);
    case 'save-dossier':
      return keyOwner.dossier(change.caseId);
    case 'move-deadlines':
    case 'seal-original':
    case 'save-sender':
    case 'save-setting':
    case 'count':
    case 'queue':
    case 'audit':
      return undefined;
  }
};

async function prepare({ connection, sealing }: Context, { changes, finishes }: Commit): Promise<Preparation> {
  const owners = [...new Set(changes.map(ownerOf).filter((owner) => owner !== undefined))];
  const pairs = changes.flatMap((change) =>
    change.kind === 'seal-original' ? [[change.caseId, change.entryId] as const] : [],
  );
  const named = [JSON.stringify(owners), JSON.stringify(pairs), finishes?.id ?? ''];
  const [wrapped, revisions, head, held] = list(await connection.run(prepareScript, ...named)).map(list);
  const [seq, mac] = head ?? [];
  const known = owners.flatMap((owner, n) => {
    const key = optional(wrapped?.[n], bytes);
    return key ? [[owner, sealing.openKey(owner, key)] as const] : [];
  });
  return {
    keys: new Map(known),
    revisions: new Map(pairs.map((pair, n) => [pair.join(' '), optional(revisions?.[n], integer) ?? 0])),
    head: optional(seq, integer) === undefined ? chainStart : { seq: integer(seq), mac: bytes(mac) },
    triedAt: maybeTriedAt(optional(held?.[0], integer), optional(held?.[1], text)),
  };
}

/** A message older than the restored copy of this store may have been answered by what came after the copy. */
function maybeTriedAt(restoredAt: Instant | undefined, position: string | undefined): Instant | undefined {
  if (restoredAt === undefined || position === undefined) return undefined;
  const writtenAt = snowflakeInstant(BigInt(position).toString() as Snowflake);
  return writtenAt < restoredAt ? writtenAt : undefined;
}

type Op = Readonly<Record<string, string | number | boolean>>;

/** A commit as the script takes it: what is open as JSON, what is sealed as values that the JSON points to. */
class Sealed {
  readonly #context: Context;
  readonly #request: Commit;
  readonly #blobs: Uint8Array[] = [];
  readonly #versions: ReadonlyMap<CaseId, number>;
  readonly #keys: Map<string, Uint8Array>;
  readonly #revisions: Map<string, number>;
  readonly #sealedNow = new Map<string, number>();
  readonly #firstHead: number;
  readonly #triedAt: Instant | undefined;
  #head: ChainEnd;

  constructor(context: Context, request: Commit, { keys, revisions, head, triedAt }: Preparation) {
    this.#context = context;
    this.#request = request;
    this.#versions = new Map(request.basedOn.map(({ caseId, version }) => [caseId, version]));
    this.#keys = new Map(keys);
    this.#revisions = new Map(revisions);
    this.#head = head;
    this.#firstHead = head.seq;
    this.#triedAt = triedAt;
  }

  values(): readonly (string | Uint8Array)[] {
    const { cause, at, finishes, basedOn, changes } = this.#request;
    const ops = inOrder(changes).map((change) => this.#op(change));
    const header = {
      cause,
      at: String(at),
      kid: this.#context.vault.kid,
      ...(finishes ? { finishes: { id: finishes.id, token: String(finishes.lease.token) } } : {}),
      ...(changes.some(({ kind }) => kind === 'audit') ? { head: String(this.#firstHead) } : {}),
      basedOn: basedOn.map(({ caseId, version }) => ({ id: caseId, version: String(version) })),
      ops,
    };
    return [JSON.stringify(header), ...this.#blobs];
  }

  /** Its place among the script's arguments; the first is the JSON. */
  #blob(value: Uint8Array): number {
    return this.#blobs.push(value) + 1;
  }

  #op(change: Change): Op {
    const { sealing, keys } = this.#context;
    switch (change.kind) {
      case 'save-case':
        return this.#saveCase(change);
      case 'save-entry': {
        const { entry, eraseAt } = change;
        const key = this.#keys.get(keyOwner.case(entry.caseId));
        const head = {
          op: 'entry',
          case: entry.caseId,
          id: entry.id,
          at: String(entry.at),
          ea: String(eraseAt),
          // Words that their sender took back must not return with an old copy of the store.
          isTakenBack: entry.body.kind === 'deleted-by-sender',
        };
        // Without a key there is no case either; the script says so before it writes.
        if (!key) return { ...head, body: 0 };
        return { ...head, body: this.#blob(sealing.seal(entryCodec, entry, key, place.entry(entry.caseId, entry.id))) };
      }
      case 'seal-original':
        return this.#sealOriginal(change);
      case 'save-sender': {
        const { municipalityId, sender, eraseAt } = change.record;
        const body = sealing.seal(senderCodec, change.record, keys.store, place.sender(municipalityId, sender));
        return { op: 'sender', m: municipalityId, s: sender, ea: String(eraseAt), body: this.#blob(body) };
      }
      case 'save-setting': {
        const { municipalityId, name, basedOn, value } = change;
        const version = basedOn + 1;
        const at = place.setting(municipalityId, name, version);
        const body = this.#blob(sealing.seal(settingCodec, { version, value }, keys.store, at));
        return { op: 'setting', m: municipalityId, name, basedOn: String(basedOn), v: String(version), body };
      }
      case 'save-dossier':
        return this.#saveDossier(change);
      case 'move-deadlines':
        return { op: 'deadlines', case: change.caseId, e: String(change.entries), o: String(change.originals) };
      case 'count':
        return { op: 'count', m: change.municipalityId, month: change.month, name: change.name, by: String(change.by) };
      case 'queue': {
        const { head, body, wrapped } = queueValues(this.#context, change.entry, this.#triedAt);
        return { op: 'queue', ...head, body: this.#blob(body), wrapped: this.#blob(wrapped) };
      }
      case 'audit':
        return this.#appendAudit(change);
    }
  }

  #saveCase({ case: current, eraseAt }: Extract<Change, { kind: 'save-case' }>): Op {
    const { sealing } = this.#context;
    const { key, made } = this.#keyFor(keyOwner.case(current.id));
    const version = (this.#versions.get(current.id) ?? 0) + 1;
    const at = place.case(current.id, current.municipalityId, version);
    return {
      op: 'case',
      id: current.id,
      m: current.municipalityId,
      s: current.sender,
      st: current.state.kind,
      oa: String(current.openedAt),
      v: String(version),
      ea: String(eraseAt),
      body: this.#blob(sealing.seal(caseCodec, { ...current, version }, key, at)),
      ...(made ? { wrapped: this.#blob(made) } : {}),
    };
  }

  #saveDossier({
    caseId,
    municipalityId,
    basedOn,
    body,
    eraseAt,
    recontact,
  }: Extract<Change, { kind: 'save-dossier' }>): Op {
    const { key, made } = this.#keyFor(keyOwner.dossier(caseId));
    const version = basedOn + 1;
    const at = place.dossier(caseId, municipalityId, version);
    return {
      op: 'dossier',
      id: caseId,
      m: municipalityId,
      basedOn: String(basedOn),
      v: String(version),
      r: recontact ?? '',
      ea: String(eraseAt),
      body: this.#blob(this.#context.sealing.seal(dossierCodec, { body }, key, at)),
      ...(made ? { wrapped: this.#blob(made) } : {}),
    };
  }

  /** The key that is there, or a new one with what is to be stored of it. */
  #keyFor(owner: string): { readonly key: Uint8Array; readonly made?: Uint8Array } {
    const known = this.#keys.get(owner);
    if (known) return { key: known };
    const { secret, wrapped } = this.#context.sealing.newKey(owner);
    this.#keys.set(owner, secret);
    return { key: secret, made: wrapped };
  }

  #sealOriginal({ caseId, entryId, original, eraseAt }: Extract<Change, { kind: 'seal-original' }>): Op {
    const { sealing } = this.#context;
    const name = `${caseId} ${entryId}`;
    const nth = (this.#sealedNow.get(name) ?? 0) + 1;
    this.#sealedNow.set(name, nth);
    const revision = (this.#revisions.get(name) ?? 0) + nth;
    const { secret, wrapped } = sealing.newKey(keyOwner.original(caseId, entryId, revision));
    const body = sealing.seal(originalCodec, original, secret, place.original(caseId, entryId, revision));
    const head = { op: 'original', case: caseId, entry: entryId, revision: String(revision), nth: String(nth) };
    return { ...head, ea: String(eraseAt), body: this.#blob(body), wrapped: this.#blob(wrapped) };
  }

  #appendAudit({ entry }: Extract<Change, { kind: 'audit' }>): Op {
    const { sealing, keys, vault } = this.#context;
    const chain = new AuditChain(vault, keys.audit);
    const seq = this.#head.seq + 1;
    const body = sealing.seal(auditCodec, entry, keys.store, place.audit(seq));
    const mac = chain.next(this.#head, entry.at, body);
    this.#head = { seq, mac };
    const proof = this.#blob(chain.proof('head', this.#head));
    return { op: 'audit', seq: String(seq), at: String(entry.at), body: this.#blob(body), mac: this.#blob(mac), proof };
  }
}
