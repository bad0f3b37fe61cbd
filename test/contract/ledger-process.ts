/**
 * A process on a Redis that is there to be killed. `settle` only opens the store. `erase` goes on to erase one
 * case after the other, and keeps the ledger: it says a line per erased case.
 */
import { openRedisStore } from '../../src/store/redis/redis-store.ts';
import { createKeyring, nameMasterKey } from '../../src/system/keyring.ts';
import { aCase, caseId, commitOf, noon } from './samples.ts';

const [task = '', url = '', ledger = '', life = ''] = process.argv.slice(2);
const keyring = createKeyring([nameMasterKey(Buffer.alloc(32, 1))]);
const store = await openRedisStore({ url, ledger, keyring, clock: () => noon });
if (task === 'settle') await store.close();
for (let n = 0; task === 'erase'; n += 1) {
  const name = `${life}-${n}`;
  await store.commit(
    commitOf(`open:${name}`, [{ kind: 'save-case', case: aCase(name), eraseAt: noon }], {
      basedOn: [{ caseId: caseId(name), version: 0 }],
    }),
  );
  await store.eraseExpired(noon);
  process.stdout.write(`${name}\n`);
  await store.keepLedger();
}
