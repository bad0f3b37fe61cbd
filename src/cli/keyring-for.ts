import type { MasterKeyChoice } from '../settings/environment.ts';
import { parseMasterKey } from '../settings/master-key.ts';
import { SettingsRefused } from '../settings/refused.ts';
import { masterKeyFor } from '../system/configured-store.ts';
import { createKeyring, nameMasterKey } from '../system/keyring.ts';
import type { Keyring } from '../system/keyring.ts';

/**
 * The current master key first, then those in `MASTER_KEY_PREVIOUS`: base64 of 32 bytes, commas between.
 * @throws SettingsRefused naming the variable, never a key
 */
export function keyringFor(choice: MasterKeyChoice, environment: NodeJS.ProcessEnv): Keyring {
  const previous = (environment['MASTER_KEY_PREVIOUS'] ?? '').split(',').filter((text) => text.trim() !== '');
  const keys = previous.map((text) => {
    const parsed = parseMasterKey(text, 'MASTER_KEY_PREVIOUS');
    if (parsed.ok) return parsed.value.reveal();
    throw new SettingsRefused('MASTER_KEY_PREVIOUS', parsed.faults[0]?.what ?? 'cannot be read');
  });
  return createKeyring([masterKeyFor(choice), ...keys].map(nameMasterKey));
}
