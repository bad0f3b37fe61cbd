import { mayPerform } from '../../core/access.ts';
import { isInert } from '../../core/approval.ts';
import { noteChangedSettings } from '../../core/approval/changed-settings.ts';
import { withApprovalInForce } from '../../core/approval/in-force.ts';
import type { MunicipalityId, Snowflake } from '../../core/ids.ts';
import type { Municipality } from '../../core/municipality.ts';
import { overlaid, settleDocument, unchangeable } from '../../core/settings/municipality-document.ts';
import type { DocumentFault, SettingsOverlay } from '../../core/settings/municipality-document.ts';
import { asksForNewRound, needsTwoPersons } from '../../core/settings/setting-rules.ts';
import type { Clock, Staff, Store } from '../../ports.ts';
import { readApproval, savingApproval } from '../approval/approval-setting.ts';
import type { LiveMunicipalities, LiveMunicipality } from './live-municipalities.ts';
import { readProposal, savingProposal } from './proposal-record.ts';
import type { ProposedSettings } from './proposal-record.ts';
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
  /** Somebody else must confirm it, whatever it changes. */
  readonly byTwo?: boolean;
}

export type ChangeOutcome =
  | { readonly kind: 'saved'; readonly version: number; readonly municipality: Municipality }
  /** It waits for a second person (`makeTwoPersons`). */
  | { readonly kind: 'proposed' }
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

interface Saving {
  readonly cause: string;
  readonly basedOn: number;
  readonly by: Snowflake;
  readonly overlay: SettingsOverlay;
  readonly keys: readonly string[];
  readonly second:
    /** Waits for a second person, if it must; with `byTwo` in any case. */
    | { readonly kind: 'ask'; readonly byTwo: boolean }
    /** The second person, and the proposal they were shown. */
    | { readonly kind: 'confirmed'; readonly by: Snowflake; readonly proposal: number };
}

/**
 * Changes what the municipality has set, as a whole or not at all: the document with the change is checked together, so
 * that two settings that do not fit each other are never in force. What needs two persons is decided here, by the table
 * of `settingRules`, whoever asks.
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

  async function changeSettings({ staff, cause, basedOn, set, byTwo = false }: SettingsChange): Promise<ChangeOutcome> {
    const inForce = allowed(staff);
    if (!inForce) return { kind: 'not-allowed' };
    const before = await current(staff.municipalityId);
    const overlay = { ...before.overlay, ...set };
    const keys = Object.keys(set);
    return save(inForce, before, { cause, basedOn, by: staff.id, overlay, keys, second: { kind: 'ask', byTwo } });
  }

  async function goBackTo({
    to,
    staff,
    cause,
    basedOn,
  }: SettingsReturn): Promise<ChangeOutcome | { readonly kind: 'not-kept' }> {
    const inForce = allowed(staff);
    if (!inForce) return { kind: 'not-allowed' };
    const { municipalityId } = staff;
    const kept: Pick<StoredRevision, 'overlay'> | undefined =
      to === 0 ? { overlay: {} } : await readRevision(store, municipalityId, to);
    if (!kept) return { kind: 'not-kept' };
    const before = await current(municipalityId);
    const { overlay } = kept;
    const all = [...new Set([...Object.keys(before.overlay), ...Object.keys(overlay)])];
    const keys = all.filter((key) => json(before.overlay[key]) !== json(overlay[key]));
    return save(inForce, before, {
      cause,
      basedOn,
      by: staff.id,
      overlay,
      keys,
      second: { kind: 'ask', byTwo: false },
    });
  }

  /** Carries out what somebody else has proposed. Whoever calls has checked the second person. */
  async function confirmChange(
    { staff, cause }: Pick<SettingsChange, 'staff' | 'cause'>,
    { set, basedOn, by }: ProposedSettings,
    proposal: number,
  ): Promise<ChangeOutcome> {
    const inForce = live.find(staff.municipalityId);
    if (!inForce) return { kind: 'not-allowed' };
    const before = await current(staff.municipalityId);
    const overlay = { ...before.overlay, ...set };
    const second = { kind: 'confirmed', by: staff.id, proposal } as const;
    return save(inForce, before, { cause, basedOn, by, overlay, keys: Object.keys(set), second });
  }

  const allowed = ({ municipalityId, roles }: SettingsChange['staff']): LiveMunicipality | undefined =>
    mayPerform(roles, 'settings.change') ? live.find(municipalityId) : undefined;

  async function save(inForce: LiveMunicipality, before: CurrentSettings, saving: Saving): Promise<ChangeOutcome> {
    const { cause, basedOn, by, overlay, keys, second } = saving;
    const { id: municipalityId } = inForce.municipality;
    if (before.version !== basedOn) return { kind: 'stale' };

    const settled = settleDocument(overlaid(inForce.document, overlay));
    const faults = [...fixed(overlay), ...(settled.ok ? clashes(settled.value) : settled.faults)];
    if (!settled.ok || faults.length > 0) return { kind: 'refused', faults };

    const at = now();
    const earlier = settleDocument(overlaid(inForce.document, before.overlay));
    const was = earlier.ok ? earlier.value : inForce.municipality;
    const different = keys.filter((key) => json(valueOf(was, key)) !== json(valueOf(settled.value, key)));
    const { book, version: approvalVersion } = await readApproval(store, municipalityId);
    const mustWait =
      second.kind === 'ask' &&
      (second.byTwo || needsTwoPersons(different)) &&
      !isInert(withApprovalInForce(was, book, at), at);
    if (mustWait) return propose(municipalityId, saving);

    const version = basedOn + 1;
    const noted = book && noteChangedSettings(book, asksForNewRound(different), at);
    const outcome = await store.commit({
      cause,
      at,
      basedOn: [],
      changes: [
        ...(await savingSettings(store, municipalityId, basedOn, { overlay, by, at, keys })),
        ...(noted && noted !== book ? [savingApproval(municipalityId, approvalVersion, noted)] : []),
        ...(second.kind === 'confirmed' ? [savingProposal(municipalityId, second.proposal)] : []),
        ...keys.map((key) => ({
          kind: 'audit' as const,
          entry: {
            event: 'settings.changed',
            at,
            municipalityId,
            by,
            details: {
              key,
              version,
              before: shown(before.overlay[key]),
              after: shown(overlay[key]),
              ...(second.kind === 'confirmed' ? { confirmedBy: second.by } : {}),
            },
          },
        })),
      ],
    });
    if (outcome === 'stale') return { kind: 'stale' };
    await live.refresh();
    return { kind: 'saved', version, municipality: settled.value };
  }

  async function propose(
    municipalityId: MunicipalityId,
    { cause, basedOn, by, overlay, keys }: Saving,
  ): Promise<ChangeOutcome> {
    const at = now();
    const { version } = await readProposal(store, municipalityId, at);
    const set = Object.fromEntries(keys.map((key) => [key, overlay[key] ?? null]));
    const outcome = await store.commit({
      cause,
      at,
      basedOn: [],
      changes: [
        savingProposal(municipalityId, version, { kind: 'settings', set, basedOn, by, at }),
        {
          kind: 'audit',
          entry: {
            event: 'settings.proposed',
            at,
            municipalityId,
            by,
            details: { keys: keys.join(','), version: basedOn },
          },
        },
      ],
    });
    return outcome === 'stale' ? { kind: 'stale' } : { kind: 'proposed' };
  }

  /** A staff guild decides which municipality an act belongs to, so two may not share one. */
  function clashes({ id, guildId }: Municipality): readonly DocumentFault[] {
    const taken = live.all().some((other) => other.id !== id && other.guildId === guildId);
    return taken ? [{ part: 'municipality', path: 'guildId', what: 'is the staff guild of another municipality' }] : [];
  }

  return { current, changeSettings, goBackTo, confirmChange };
}

const fixed = (set: SettingsOverlay): readonly DocumentFault[] =>
  unchangeable(set).map((key) => ({ part: 'municipality', path: key, what: 'can be changed in the files only' }));

const valueOf = (municipality: Municipality, key: string): unknown =>
  new Map<string, unknown>(Object.entries(municipality)).get(key);
const json = (value: unknown): string | undefined => JSON.stringify(value);
/** As the audit shows it. */
const shown = (value: unknown): string => (json(value) ?? 'as the file says').slice(0, auditedLength);
