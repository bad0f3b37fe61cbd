import { z } from 'zod';
import type { SettingsOverlay } from './municipality-document.ts';

/** Of the file that carries settings from one municipality to another. */
const form = 1;

/**
 * What may travel. Nothing that names a person, a place, a number, a server, a channel or a role; a setting that is not
 * named here stays at home.
 */
export const exchangedKeys: readonly string[] = ['language', 'duties', 'texts', 'hours', 'staffView'];

export interface ExportedSettings {
  readonly utekontaktSettings: typeof form;
  readonly settings: SettingsOverlay;
}

export const exportSettings = (current: Readonly<Record<string, unknown>>): ExportedSettings => ({
  utekontaktSettings: form,
  settings: Object.fromEntries(
    exchangedKeys.flatMap((key) => (current[key] === undefined ? [] : [[key, current[key]]])),
  ),
});

const envelope = z.strictObject({
  utekontaktSettings: z.number().int(),
  settings: z.record(z.string(), z.unknown()),
});

export type ReadExport =
  | { readonly ok: true; readonly set: SettingsOverlay }
  /** `newer`: written by a later version of the program. `keys`: settings that may not travel. */
  | { readonly ok: false; readonly why: 'not-an-export' | 'newer' }
  | { readonly ok: false; readonly why: 'foreign-keys'; readonly keys: readonly string[] };

/** What an exported file would set; whether it fits is for the settings' own schemas. */
export function readExport(value: unknown): ReadExport {
  const parsed = envelope.safeParse(value);
  if (!parsed.success) {
    const isNewer =
      typeof value === 'object' &&
      value !== null &&
      Number((value as Record<string, unknown>)['utekontaktSettings']) > form;
    return { ok: false, why: isNewer ? 'newer' : 'not-an-export' };
  }
  const { utekontaktSettings, settings } = parsed.data;
  if (utekontaktSettings > form) return { ok: false, why: 'newer' };
  if (utekontaktSettings !== form) return { ok: false, why: 'not-an-export' };
  const keys = Object.keys(settings).filter((key) => !exchangedKeys.includes(key));
  return keys.length > 0 ? { ok: false, why: 'foreign-keys', keys } : { ok: true, set: settings };
}
