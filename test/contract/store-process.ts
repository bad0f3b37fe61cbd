/** A second process on the same file, driven by its arguments. Says one JSON line per finished step. */
import { createKeyring, nameMasterKey } from '../../src/system/keyring.ts';
import { migrations } from '../../src/store/sqlite/schema.ts';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import { aCase, anEntry, caseId, commitOf, lane, message, noon, post } from './samples.ts';

const [task = '', file = '', limit = '0'] = process.argv.slice(2);
const key = (n: number) => nameMasterKey(Buffer.alloc(32, n));
const say = (line: unknown): void => {
  process.stdout.write(`${JSON.stringify(line)}\n`);
};

/** A schema two steps ahead; asked for the second, the process is killed as the kernel would. */
class DyingSchema extends Array<string> {
  override slice(from: number): string[] {
    const missing = [...this].slice(from);
    const dying = function* (): Generator<string> {
      for (const [index, step] of missing.entries()) {
        if (index > 0) process.kill(process.pid, 'SIGKILL');
        yield step;
      }
    };
    return { [Symbol.iterator]: dying } as string[];
  }
}
const schemaOf = (named: string): { readonly schema?: readonly string[] } =>
  named === 'migrate'
    ? { schema: DyingSchema.from([...migrations, 'CREATE TABLE halfway (a)', 'CREATE TABLE whole (a)']) }
    : {};

async function work(): Promise<void> {
  const masterKeys = task === 'rotate' ? [key(2), key(1)] : [key(1)];
  const store = await openSqliteStore({
    file,
    keyring: createKeyring(masterKeys),
    clock: () => noon,
    ...schemaOf(task),
  });
  switch (task) {
    // Accepts, claims and commits for ever: the parent kills it in the middle.
    case 'run': {
      const from = Number(limit);
      for (let n = from; ; n += 1) {
        await store.accept(message(n, { lane: lane(`c${n}`) }), undefined);
        say({ accepted: n });
        const held = await store.claimInbox(noon + n, 1);
        if (!held) continue;
        // What it gets may be what an earlier life left behind.
        const handled = held.receivedAt - noon;
        const name = `c${handled}`;
        const eraseAt = noon + 1e10;
        const outcome = await store.commit(
          commitOf(
            held.id,
            [
              { kind: 'save-case', case: aCase(name), eraseAt },
              { kind: 'save-entry', entry: anEntry(name, held.id), eraseAt },
              { kind: 'queue', entry: post(`post:${handled}`, { lane: lane(name) }) },
              { kind: 'audit', entry: { event: 'case.opened', at: noon } },
            ],
            { finishes: held, basedOn: [{ caseId: caseId(name), version: 0 }] },
          ),
        );
        say({ [outcome]: handled });
      }
    }
    case 'claim':
      for (
        let entry = await store.claimInbox(noon + 1e6, 60_000);
        entry;
        entry = await store.claimInbox(noon + 1e6, 60_000)
      ) {
        say({ claimed: entry.id, token: entry.lease.token });
      }
      await store.close();
      return;
    case 'rotate':
      for (let left = 1; left > 0;) {
        ({ left } = await store.rotateKeys(1));
        say({ left });
      }
      await store.close();
      return;
    case 'migrate':
      // Never gets here: it dies between two steps of the schema.
      say({ migrated: true });
      return;
    case 'probe':
      say('writable');
      return;
    default:
      throw new Error('unknown task');
  }
}

await work().catch((error: unknown) => {
  say({ failed: error instanceof Error && 'code' in error ? error.code : String(error) });
});
