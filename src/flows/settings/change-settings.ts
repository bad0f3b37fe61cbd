import { mayPerform } from '../../core/access.ts';
import type { MunicipalityId } from '../../core/ids.ts';
import type { Municipality } from '../../core/municipality.ts';
import { overlaid, settleDocument, unchangeable } from '../../core/settings/municipality-document.ts';
import type { DocumentFault, SettingsOverlay } from '../../core/settings/municipality-document.ts';
import type { Clock, Staff, Store } from '../../ports.ts';
import type { LiveMunicipalities } from './live-municipalities.ts';
import { SettingsDamaged, readRevision, readSettings, savingSettings } from './settings-record.ts';
import type { StoredRevision } from './settings-record.ts';

export interface SettingsChange {
  readonly staff: Pick<Staff, 'id' | 'municipalityId' | 'roles'>;
  /** What was pressed, e.g. `interaction:123`: the same twice changes once. */
  readonly cause: string;
  /** The version the coordinator was shown. */
  readonly basedOn: number;
  /** The keys to change with their new values; `null` takes away what the file says. */
  readonly set: SettingsOverlay;
}

export type ChangeOutcome =
  | { readonly kind: 'saved'; readonly version: number; readonly municipality: Municipality }
  | { readonly kind: 'not-allowed' }
  /** Somebody else has changed something since: look again. */
  | { readonly kind: 'stale' }
  /** Nothing is saved. Never empty. */
  | { readonly kind: 'refused'; readonly faults: readonly DocumentFault[] };

export interface SettingsReturn extends Pick<SettingsChange, 'staff' | 'cause' | 'basedOn'> {
  /** The kept revision to go back to; 0: what the files say. */
  readonly to: number;
}

export interface CurrentSettings {
  /** To base a change on. */
  readonly version: number;
  readonly overlay: SettingsOverlay;
}

interface Deps {
  readonly now: Clock;
  readonly store: Pick<Store, 'findSetting' | 'commit'>;
  readonly live: LiveMunicipalities;
}

/** How much of a value the audit shows of before and after, characters. The whole is kept with the revision. */
const auditedLength = 400;

/**
 * Changes what the municipality has set, as a whole or not at all: the document with the change is checked together, so
 * that two settings that do not fit each other are never in force.
 */
export function makeChangeSettings({ now, store, live }: Deps) {
  /** What a change is laid upon. A record that cannot be read is replaced by what is in force. */
  async function current(id: MunicipalityId): Promise<CurrentSettings> {
    try {
      const { version, overlay } = await readSettings(store, id);
      return { version, overlay };
    } catch (fault) {
      if (!(fault instanceof SettingsDamaged)) throw fault;
      return { version: fault.version, overlay: live.find(id)?.overlay ?? {} };
    }
  }

  async function changeSettings(change: SettingsChange): Promise<ChangeOutcome> {
    const before = await current(change.staff.municipalityId);
    return save(change, before, { ...before.overlay, ...change.set }, Object.keys(change.set));
  }

  async function goBackTo({ to, ...change }: SettingsReturn): Promise<ChangeOutcome | { readonly kind: 'not-kept' }> {
    const { municipalityId } = change.staff;
    const kept: Pick<StoredRevision, 'overlay'> | undefined =
      to === 0 ? { overlay: {} } : await readRevision(store, municipalityId, to);
    if (!kept) return { kind: 'not-kept' };
    const before = await current(municipalityId);
    const keys = [...new Set([...Object.keys(before.overlay), ...Object.keys(kept.overlay)])];
    const different = keys.filter((key) => json(before.overlay[key]) !== json(kept.overlay[key]));
    return save(change, before, kept.overlay, different);
  }

  async function save(
    { staff, cause, basedOn }: Pick<SettingsChange, 'staff' | 'cause' | 'basedOn'>,
    before: CurrentSettings,
    overlay: SettingsOverlay,
    keys: readonly string[],
  ): Promise<ChangeOutcome> {
    const { municipalityId, id: by } = staff;
    const inForce = live.find(municipalityId);
    if (!inForce || !mayPerform(staff.roles, 'settings.change')) return { kind: 'not-allowed' };
    if (before.version !== basedOn) return { kind: 'stale' };

    const settled = settleDocument(overlaid(inForce.document, overlay));
    const faults = [...fixed(overlay), ...(settled.ok ? clashes(settled.value) : settled.faults)];
    if (!settled.ok || faults.length > 0) return { kind: 'refused', faults };

    const at = now();
    const version = basedOn + 1;
    const outcome = await store.commit({
      cause,
      at,
      basedOn: [],
      changes: [
        ...(await savingSettings(store, municipalityId, basedOn, { overlay, by, at, keys })),
        ...keys.map((key) => ({
          kind: 'audit' as const,
          entry: {
            event: 'settings.changed',
            at,
            municipalityId,
            by,
            details: { key, version, before: shown(before.overlay[key]), after: shown(overlay[key]) },
          },
        })),
      ],
    });
    if (outcome === 'stale') return { kind: 'stale' };
    await live.refresh();
    return { kind: 'saved', version, municipality: settled.value };
  }

  /** A staff guild decides which municipality an act belongs to, so two may not share one. */
  function clashes({ id, guildId }: Municipality): readonly DocumentFault[] {
    const taken = live.all().some((other) => other.id !== id && other.guildId === guildId);
    return taken ? [{ part: 'municipality', path: 'guildId', what: 'is the staff guild of another municipality' }] : [];
  }

  return { current, changeSettings, goBackTo };
}

const fixed = (set: SettingsOverlay): readonly DocumentFault[] =>
  unchangeable(set).map((key) => ({ part: 'municipality', path: key, what: 'can be changed in the files only' }));

const json = (value: unknown): string | undefined => JSON.stringify(value);
/** As the audit shows it. */
const shown = (value: unknown): string => (json(value) ?? 'as the file says').slice(0, auditedLength);
