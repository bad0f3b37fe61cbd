import type { MunicipalityId } from '../../core/ids.ts';
import { overlaid, settleDocument } from '../../core/settings/municipality-document.ts';
import type {
  DocumentFault,
  MunicipalityDocument,
  SettingsOverlay,
} from '../../core/settings/municipality-document.ts';
import { keysOfSection, sections } from '../../core/setup/sections.ts';
import type { Section } from '../../core/setup/sections.ts';
import type { Store } from '../../ports.ts';
import type { LiveMunicipalities } from '../settings/live-municipalities.ts';
import { readSettings } from '../settings/settings-record.ts';

/** The settings as they stand, whole or not. */
export interface Drafted {
  /** Not served yet: something is missing. */
  readonly founding: boolean;
  readonly version: number;
  readonly overlay: SettingsOverlay;
  readonly document: MunicipalityDocument;
}

/** Nothing when the municipality is not one of ours. @throws SettingsDamaged */
export async function readDrafted(
  store: Pick<Store, 'findSetting'>,
  live: Pick<LiveMunicipalities, 'find' | 'founding'>,
  id: MunicipalityId,
): Promise<Drafted | undefined> {
  const served = live.find(id);
  const base = served?.document ?? live.founding().find((one) => one.id === id)?.document;
  if (!base) return undefined;
  const { version, overlay } = await readSettings(store, id);
  return { founding: served === undefined, version, overlay, document: overlaid(base, overlay) };
}

/** The setting a fault is about. */
export const keyOfFault = ({ part, path }: DocumentFault): string =>
  part === 'municipality' ? (/^[^.[]+/u.exec(path)?.[0] ?? '') : part;

/** The parts of the set-up that are not whole yet, in order. */
export function missingSections(document: MunicipalityDocument): readonly Section[] {
  const settled = settleDocument(document);
  const faulty = new Set(settled.ok ? [] : settled.faults.map(keyOfFault));
  return sections.filter((section) => keysOfSection[section].some((key) => faulty.has(key)));
}
