import { snowflakeInstant } from '../../core/ids.ts';
import type { CaseId, Snowflake } from '../../core/ids.ts';
import type { Instant } from '../../core/time.ts';
import type { Change, Commit, CommitOutcome } from '../../ports.ts';
import type { Erasure } from '../erasures.ts';
import { assertCoherent, inOrder } from '../commit-rules.ts';
import { appendAudit } from './audit-table.ts';
import { caseVersion, hasOtherOpenCase, saveCase, saveEntry, sealOriginal } from './case-table.ts';
import { text } from './connection.ts';
import type { Row } from './connection.ts';
import { counter, setCounter } from './context.ts';
import type { Context } from './context.ts';
import { raiseCount } from './count-table.ts';
import { dossierVersion, moveDeadlines, saveDossier } from './dossier-table.ts';
import { holdsInbox, removeInbox } from './inbox-table.ts';
import { queue } from './outbox-table.ts';
import { saveSender, saveSetting, settingVersion } from './sender-table.ts';

/** Everything is checked before anything is written; then everything is written, or nothing. */
export function commit(context: Context, request: Commit): CommitOutcome {
  assertCoherent(request);
  const { db } = context;
  return db.write(() => {
    const { cause, at, finishes, basedOn, changes } = request;
    const held = finishes && holdsInbox(context, finishes.id, finishes.lease);
    if (db.get('SELECT 1 FROM causes WHERE cause = ?', cause)) {
      // Done in an earlier life: what remains is to take the entry off the list.
      if (finishes && held) removeInbox(context, finishes.id);
      return 'already-committed';
    }
    if (finishes && !held) return 'stale';
    if (basedOn.some(({ caseId, version }) => caseVersion(context, caseId) !== version)) return 'stale';
    if (changes.some((change) => isStale(context, change, request))) return 'stale';

    db.run('INSERT INTO causes (cause, at) VALUES (?, ?)', cause, at);
    const triedAt = held && maybeTriedAt(context, held);
    const versions = new Map(basedOn.map(({ caseId, version }) => [caseId, version]));
    for (const change of inOrder(changes)) apply(context, change, versions, triedAt);
    if (finishes) removeInbox(context, finishes.id);
    noteErasures(context, at, changes);
    return 'committed';
  });
}

function isStale(context: Context, change: Change, { changes }: Commit): boolean {
  if (change.kind === 'save-setting') {
    return settingVersion(context, change.municipalityId, change.name) !== change.basedOn;
  }
  if (change.kind === 'save-dossier') return dossierVersion(context, change.caseId) !== change.basedOn;
  if (change.kind !== 'save-case' || change.case.state.kind === 'closed') return false;
  const closesAnother = changes.some(
    (other) =>
      other.kind === 'save-case' && other.case.sender === change.case.sender && other.case.state.kind === 'closed',
  );
  return !closesAnother && hasOtherOpenCase(context, change.case);
}

function apply(
  context: Context,
  change: Change,
  versions: ReadonlyMap<CaseId, number>,
  triedAt: Instant | undefined,
): void {
  switch (change.kind) {
    case 'save-case':
      saveCase(context, change.case, (versions.get(change.case.id) ?? 0) + 1, change.eraseAt);
      return;
    case 'save-entry':
      saveEntry(context, change.entry, change.eraseAt);
      return;
    case 'seal-original':
      sealOriginal(context, change.caseId, change.entryId, change.original, change.eraseAt);
      return;
    case 'save-sender':
      saveSender(context, change.record);
      return;
    case 'save-setting':
      saveSetting(context, change.municipalityId, change.name, { version: change.basedOn + 1, value: change.value });
      return;
    case 'save-dossier':
      saveDossier(context, change);
      return;
    case 'move-deadlines':
      moveDeadlines(context, change);
      return;
    case 'queue':
      queue(context, change.entry, triedAt);
      return;
    case 'count':
      raiseCount(context, change);
      return;
    case 'audit':
      appendAudit(context, change.entry);
  }
}

/** A message older than the restored copy of this store may have been answered by what came after the copy. */
function maybeTriedAt(context: Context, held: Row): Instant | undefined {
  const writtenAt = snowflakeInstant(BigInt(text(held, 'position')).toString() as Snowflake);
  return writtenAt < counter(context, 'restored_at') ? writtenAt : undefined;
}

/** Words that their sender took back must not return with an old copy of the database. */
function noteErasures({ ledger, ...context }: Context, at: Instant, changes: readonly Change[]): void {
  const erased = changes.flatMap((change): readonly Erasure[] =>
    change.kind === 'save-entry' && change.entry.body.kind === 'deleted-by-sender'
      ? [{ kind: 'entry', caseId: change.entry.caseId, entryId: change.entry.id }]
      : [],
  );
  if (erased.length > 0) setCounter(context, 'erasures', ledger.append(at, erased));
}
