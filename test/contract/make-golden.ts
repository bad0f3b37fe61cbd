/**
 * Writes a small database with something of everything, as this version of the program writes it:
 * `node test/contract/make-golden.ts test/contract/golden/schema-3.db.gz`. To be run at the last commit of a schema, and
 * never again for it: the file is what an installation of that time has on its disk.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import { createKeyring, nameMasterKey } from '../../src/system/keyring.ts';
import { aSender, commitOf, message, municipality, noon, opening, post, session } from './samples.ts';

const [target = ''] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'utekontakt-golden-'));
const file = join(folder, 'store.db');
const keyring = createKeyring([nameMasterKey(Buffer.alloc(32, 1))]);
const store = await openSqliteStore({ file, keyring, clock: () => noon });
await store.commit(opening('one'));
await store.commit(opening('two'));
await store.accept(message(1), { intake: 'a', session: session(1) });
await store.commit(
  commitOf('golden', [
    { kind: 'queue', entry: post('waiting') },
    { kind: 'save-sender', record: aSender('one') },
    { kind: 'save-setting', municipalityId: municipality, name: 'golden', basedOn: 0, value: { kept: true } },
    { kind: 'audit', entry: { event: 'golden.made', at: noon } },
  ]),
);
await store.close();
writeFileSync(target, gzipSync(readFileSync(file), { level: 9 }));
rmSync(folder, { recursive: true });
