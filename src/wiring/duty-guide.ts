import type { DutyGuide } from '../core/duty-guide/guide.ts';
import { loadDutyGuide } from '../settings/duty-guide-file.ts';
import { SettingsRefused } from '../settings/refused.ts';

/** @throws SettingsRefused when it is missing or could leave somebody without a next step */
export async function dutyGuide(configDir: string): Promise<DutyGuide> {
  const loaded = await loadDutyGuide(configDir);
  if (loaded.ok) return loaded.value;
  const [fault] = loaded.faults;
  throw new SettingsRefused(fault?.where ?? configDir, fault?.what ?? 'has no duty guide');
}
