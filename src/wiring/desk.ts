import type { DutyGuide } from '../core/duty-guide/guide.ts';
import { createDeskTokens } from '../desk/link-tokens.ts';
import { storedDossiers } from '../flows/desk/dossiers.ts';
import { startDesk } from '../roles/desk.ts';
import type { Desk } from '../roles/desk.ts';
import { loadDutyGuide } from '../settings/duty-guide-file.ts';
import { SettingsRefused } from '../settings/refused.ts';
import { openExportFolder } from '../system/export-folder.ts';
import { reference } from '../system/chance.ts';
import type { Ground } from './ground.ts';

/** The sealed desk. @throws SettingsRefused when its port or its guide cannot be used */
export async function startDeskRole(ground: Ground, onQueued: () => void): Promise<Desk> {
  const { settings, now, rest, store, opened, secret, pseudonyms, municipalities, national, log, metrics } = ground;
  return startDesk({
    ...settings.desk,
    now,
    rest,
    store,
    originals: opened,
    dossiers: storedDossiers(store),
    tokens: createDeskTokens(secret),
    pseudonyms,
    municipalities,
    national,
    guide: await dutyGuide(settings.configDir),
    ...(settings.desk.exportDir === undefined ? {} : { folder: openExportFolder(settings.desk.exportDir) }),
    onQueued,
    log,
    metrics,
    reference,
  });
}

/** @throws SettingsRefused when it is missing or could leave somebody without a next step */
async function dutyGuide(configDir: string): Promise<DutyGuide> {
  const loaded = await loadDutyGuide(configDir);
  if (loaded.ok) return loaded.value;
  const [fault] = loaded.faults;
  throw new SettingsRefused(fault?.where ?? configDir, fault?.what ?? 'has no duty guide');
}
