import { loadConfiguration } from '../../src/settings/configuration.ts';
import type { ConfiguredMunicipality } from '../../src/settings/configuration.ts';
import type { Municipality } from '../../src/core/municipality.ts';
import type { NationalContacts } from '../../src/core/contacts.ts';
import { fileURLToPath } from 'node:url';

/** The invented municipality as it is shipped, and the national contacts. */
export async function exampleConfiguration(): Promise<{ eksempelvik: Municipality; national: NationalContacts }> {
  const { municipalities, national } = await shipped();
  const [eksempelvik] = municipalities;
  if (!eksempelvik) throw new Error('no municipality');
  return { eksempelvik, national };
}

/** The same municipality with the text of its files. */
export const exampleConfigured = async (): Promise<readonly ConfiguredMunicipality[]> => (await shipped()).configured;

async function shipped() {
  const loaded = await loadConfiguration(fileURLToPath(new URL('../../config', import.meta.url)));
  if (!loaded.ok) throw new Error('the shipped configuration does not load');
  return loaded.value;
}
