import { createDeskTokens } from '../desk/link-tokens.ts';
import { storedDossiers } from '../flows/desk/dossiers.ts';
import { startDesk } from '../roles/desk.ts';
import type { Desk } from '../roles/desk.ts';
import { openExportFolder } from '../system/export-folder.ts';
import { reference } from '../system/chance.ts';
import { dutyGuide } from './duty-guide.ts';
import type { Ground } from './ground.ts';

/** The sealed desk. @throws SettingsRefused when its port or its guide cannot be used */
export async function startDeskRole(ground: Ground, onQueued: () => void): Promise<Desk> {
  const { settings, now, rest, store, opened, secret, pseudonyms, municipalities, national, log, metrics } = ground;
  const { oidc, ...desk } = settings.desk;
  return startDesk({
    ...desk,
    ...(oidc ? { oidc: { ...oidc, clientSecret: oidc.clientSecret.reveal() } } : {}),
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
    mask: ground.staffText.mask,
    ...(settings.desk.exportDir === undefined ? {} : { folder: openExportFolder(settings.desk.exportDir) }),
    onQueued,
    log,
    metrics,
    reference,
  });
}
