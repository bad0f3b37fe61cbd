import { join } from 'node:path';
import { textsIn } from '../i18n/catalogue.ts';
import { checkTexts } from '../i18n/check-wording.ts';
import { loadConfiguration } from '../settings/configuration.ts';
import type { Configuration } from '../settings/configuration.ts';
import type { SettingsFault, Settled } from '../settings/fault.ts';

/** The configuration, its texts held to the same rules as the catalogue’s own. */
export async function loadCheckedConfiguration(dir: string): Promise<Settled<Configuration>> {
  const loaded = await loadConfiguration(dir);
  if (!loaded.ok) return loaded;
  const faults = loaded.value.municipalities.flatMap(({ id, texts }) =>
    checkTexts(texts).map(({ language, key, fault }): SettingsFault => ({
      where: `${join(dir, id, 'municipality.json')}: texts.${language}["${key}"]`,
      what: textsIn('en').wording.fault(fault),
    })),
  );
  return faults.length > 0 ? { ok: false, faults } : loaded;
}
