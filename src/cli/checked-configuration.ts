import { join } from 'node:path';
import type { WordingFault } from '../core/texts/own-text.ts';
import { textsIn } from '../i18n/catalogue.ts';
import { checkTexts, checkTranslations } from '../i18n/check-wording.ts';
import { loadConfiguration } from '../settings/configuration.ts';
import type { Configuration } from '../settings/configuration.ts';
import type { SettingsFault, Settled } from '../settings/fault.ts';

/** The configuration, its texts held to the same rules as the catalogue’s own. */
export async function loadCheckedConfiguration(dir: string): Promise<Settled<Configuration>> {
  const loaded = await loadConfiguration(dir);
  if (!loaded.ok) return loaded;
  const what = (fault: WordingFault): string => textsIn('en').wording.fault(fault);
  const faults = loaded.value.municipalities.flatMap(({ id, texts, translations }): readonly SettingsFault[] => [
    ...checkTexts(texts).map(({ language, key, fault }) => ({
      where: `${join(dir, id, 'municipality.json')}: texts.${language}["${key}"]`,
      what: what(fault),
    })),
    ...checkTranslations(translations).map(({ language, key, fault }) => ({
      where: `${join(dir, id, `texts-${language}.json`)}: ["${key}"]`,
      what: what(fault),
    })),
  ]);
  return faults.length > 0 ? { ok: false, faults } : loaded;
}
