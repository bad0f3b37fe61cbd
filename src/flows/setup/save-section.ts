import { mayPerform } from '../../core/access.ts';
import type { Contact } from '../../core/contacts/contact.ts';
import { localDateOf } from '../../core/hours/local-date.ts';
import { isFault } from '../../core/doctor/finding.ts';
import type { Finding } from '../../core/doctor/finding.ts';
import { asCurrent, overlaid, settleDocument } from '../../core/settings/municipality-document.ts';
import type { CurrentDocument, DocumentFault, SettingsOverlay } from '../../core/settings/municipality-document.ts';
import { keysOfSection } from '../../core/setup/sections.ts';
import type { Section, SetupField, SetupFields } from '../../core/setup/sections.ts';
import { readSection } from '../../core/setup/written.ts';
import type { Clock, Staff, Store } from '../../ports.ts';
import type { ChangeOutcome, SettingsChange } from '../settings/change-settings.ts';
import type { LiveMunicipalities } from '../settings/live-municipalities.ts';
import { savingSettings } from '../settings/settings-record.ts';
import { keyOfFault, missingSections, readDrafted } from './drafted.ts';
import type { Drafted } from './drafted.ts';

/** Contacts are in Norway, so the day of a check is. */
const norway = 'Europe/Oslo';

interface Deps {
  readonly now: Clock;
  readonly store: Pick<Store, 'findSetting' | 'commit'>;
  readonly live: LiveMunicipalities;
  readonly changeSettings: (change: SettingsChange) => Promise<ChangeOutcome>;
  /** What Discord says of the channels and roles in a change; nothing for a change without any. */
  readonly inspect: (section: Section, set: SettingsOverlay, current: CurrentDocument) => Promise<readonly Finding[]>;
  readonly national: readonly Contact[];
}

export interface SectionPress {
  /** The interaction id. */
  readonly cause: string;
  readonly staff: Staff;
}

export type SaveSectionOutcome =
  /** `complete`: nothing is missing any more. `warnings`: to be looked at. */
  | { readonly kind: 'saved'; readonly complete: boolean; readonly warnings: readonly Finding[] }
  /** The service is in use, and this is changed by two persons only. */
  | { readonly kind: 'proposed' }
  | { readonly kind: 'badly-written'; readonly field: SetupField; readonly line?: string }
  | { readonly kind: 'refused'; readonly faults: readonly DocumentFault[] }
  /** Discord shows that it would not work, or that others could read. */
  | { readonly kind: 'unfit'; readonly findings: readonly Finding[] }
  | { readonly kind: 'stale' | 'not-permitted' };

/**
 * Purpose: save one part of the set-up, checked by itself. Personal data: staff id, and what the municipality says of its
 * own people. Before everything is there a part is kept although the whole is not valid yet; after, never.
 */
export function makeSaveSection({ now, store, live, changeSettings, inspect, national }: Deps) {
  return async function saveSection(
    { cause, staff }: SectionPress,
    section: Section,
    fields: SetupFields,
  ): Promise<SaveSectionOutcome> {
    const { municipalityId } = staff;
    if (!mayPerform(staff.roles, 'settings.change')) return { kind: 'not-permitted' };
    const drafted = await readDrafted(store, live, municipalityId);
    if (!drafted) return { kind: 'not-permitted' };
    const current = asCurrent(drafted.document);
    const read = readSection(section, fields, {
      current,
      municipalityId,
      national,
      today: localDateOf(now(), norway),
    });
    if (!read.ok) return { kind: 'badly-written', ...read };

    const faults = faultsOf(section, drafted, read.set);
    if (faults.length > 0) return { kind: 'refused', faults };
    const findings = await inspect(section, read.set, current);
    if (findings.some(({ kind }) => isFault[kind])) return { kind: 'unfit', findings };

    const change = { staff, cause: `interaction:${cause}`, basedOn: drafted.version, set: read.set };
    if (drafted.founding) {
      const outcome = await found(change, drafted);
      return outcome === 'stale' ? { kind: 'stale' } : { kind: 'saved', complete: outcome, warnings: findings };
    }
    const outcome = await changeSettings(change);
    switch (outcome.kind) {
      case 'saved':
        return { kind: 'saved', complete: true, warnings: findings };
      case 'not-allowed':
        return { kind: 'not-permitted' };
      case 'proposed':
      case 'stale':
      case 'refused':
        return outcome;
    }
  };

  /** A part of something that is not whole yet. True when it has become whole. */
  async function found(change: SettingsChange, { document, overlay }: Drafted): Promise<boolean | 'stale'> {
    const { staff, cause, basedOn, set } = change;
    const { municipalityId, id: by } = staff;
    const at = now();
    const keys = Object.keys(set);
    const outcome = await store.commit({
      cause,
      at,
      basedOn: [],
      changes: [
        ...(await savingSettings(store, municipalityId, basedOn, { overlay: { ...overlay, ...set }, by, at, keys })),
        {
          kind: 'audit',
          entry: {
            event: 'settings.founded',
            at,
            municipalityId,
            by,
            details: { keys: keys.join(','), version: basedOn + 1 },
          },
        },
      ],
    });
    if (outcome === 'stale') return 'stale';
    await live.refresh();
    return missingSections(overlaid(document, set)).length === 0;
  }
}

/** What is wrong with this part; with the whole too, once the whole has been valid. */
function faultsOf(section: Section, { founding, document }: Drafted, set: SettingsOverlay): readonly DocumentFault[] {
  const settled = settleDocument(overlaid(document, set));
  if (settled.ok) return [];
  const own = settled.faults.filter((fault) => keysOfSection[section].includes(keyOfFault(fault)));
  return founding ? own : settled.faults;
}
