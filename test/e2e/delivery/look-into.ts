import { openStore } from '../../../src/store/open-store.ts';
import type { OpenedStore } from '../../../src/store/open-store.ts';
import { createKeyring, nameMasterKey } from '../../../src/system/keyring.ts';

/** The store as an operator's tool sees it, with these master keys, the current one first. */
export async function lookInto<T>(
  url: string,
  keys: readonly string[],
  look: (store: OpenedStore) => Promise<T>,
): Promise<T> {
  const keyring = createKeyring(keys.map((key) => nameMasterKey(Buffer.from(key, 'base64'))));
  const store = await openStore({ url, keyring, clock: Date.now, allowUnsafe: true });
  try {
    return await look(store);
  } finally {
    await store.close();
  }
}
