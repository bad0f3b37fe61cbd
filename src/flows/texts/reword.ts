import { mayPerform } from '../../core/access.ts';
import type { CatalogueLanguage } from '../../core/language.ts';
import type { Municipality } from '../../core/municipality.ts';
import type { WordingFault } from '../../core/texts/own-text.ts';
import type { Instant } from '../../core/time.ts';
import type { Municipalities, Staff, Store } from '../../ports.ts';
import type { makeChangeSettings } from '../settings/change-settings.ts';
import { keptRevisions, readRevision } from '../settings/settings-record.ts';

/** One text of the catalogue in one language. */
export interface TextPlace {
  readonly language: CatalogueLanguage;
  readonly key: string;
}

interface Deps {
  readonly municipalities: Pick<Municipalities, 'find'>;
  readonly store: Pick<Store, 'findSetting'>;
  readonly settings: ReturnType<typeof makeChangeSettings>;
  readonly checkWording: (language: CatalogueLanguage, key: string, words: string) => readonly WordingFault[];
}

export interface TextPress {
  /** The interaction id: the same press acts once. */
  readonly cause: string;
  readonly staff: Staff;
}

export type RewordOutcome =
  | { readonly kind: 'saved' | 'proposed' | 'not-permitted' | 'stale' | 'not-kept' }
  | { readonly kind: 'refused'; readonly faults: readonly WordingFault[] };

/** How a text read after one revision; `words` absent: the catalogue's own. */
export interface TextRevision {
  readonly version: number;
  readonly at: Instant;
  readonly words?: string;
}

type Texts = Municipality['texts'];
const wordsIn = (texts: unknown, { language, key }: TextPlace): string | undefined => {
  const words = (texts as Texts | null | undefined)?.[language]?.[key];
  return typeof words === 'string' ? words : undefined;
};

/**
 * Purpose: a coordinator puts a text to the public in the municipality's own words, looks back, and returns. Personal
 * data: staff id in the audit. Nothing that breaks a rule is saved.
 */
export const makeReword = ({ municipalities, store, settings, checkWording }: Deps) => {
  const mayChange = ({ staff }: TextPress): boolean => mayPerform(staff.roles, 'settings.change');

  async function put(press: TextPress, place: TextPlace, words: string | undefined): Promise<RewordOutcome> {
    const { staff, cause } = press;
    const municipality = municipalities.find(staff.municipalityId);
    if (!municipality || !mayChange(press)) return { kind: 'not-permitted' };
    const faults = words === undefined ? [] : checkWording(place.language, place.key, words);
    if (faults.length > 0) return { kind: 'refused', faults };
    if (wordsIn(municipality.texts, place) === words) return { kind: 'saved' };

    const { version } = await settings.current(staff.municipalityId);
    const { [place.key]: _before, ...others } = municipality.texts[place.language] ?? {};
    const own = words === undefined ? others : { ...others, [place.key]: words };
    const texts: Texts = { ...municipality.texts, [place.language]: own };
    const outcome = await settings.changeSettings({
      staff,
      cause: `interaction:${cause}`,
      basedOn: version,
      set: { texts },
    });
    switch (outcome.kind) {
      case 'saved':
      case 'proposed':
      case 'stale':
        return { kind: outcome.kind };
      case 'not-allowed':
        return { kind: 'not-permitted' };
      case 'refused':
        return { kind: 'refused', faults: [{ kind: 'unknown-text' }] };
    }
  }

  /** The newest first; only revisions in which this text changed. */
  async function history(press: TextPress, place: TextPlace): Promise<readonly TextRevision[]> {
    if (!mayChange(press)) return [];
    const { version: newest } = await settings.current(press.staff.municipalityId);
    const found: TextRevision[] = [];
    for (let version = newest; version > Math.max(0, newest - keptRevisions); version -= 1) {
      const kept = await readRevision(store, press.staff.municipalityId, version);
      if (!kept?.keys.includes('texts')) continue;
      const words = wordsIn(kept.overlay['texts'], place);
      const later = found.at(-1);
      // Said again by a change of another text.
      if (later && later.words === words) found.pop();
      found.push({ version, at: kept.at, ...(words === undefined ? {} : { words }) });
    }
    return found;
  }

  return {
    /** What is wrong with a wording; empty when it can be used. */
    check: ({ language, key }: TextPlace, words: string): readonly WordingFault[] => checkWording(language, key, words),
    reword: (press: TextPress, place: TextPlace, words: string): Promise<RewordOutcome> => put(press, place, words),
    reset: (press: TextPress, place: TextPlace): Promise<RewordOutcome> => put(press, place, undefined),
    history,
    async restore(press: TextPress, place: TextPlace, version: number): Promise<RewordOutcome> {
      const kept = await readRevision(store, press.staff.municipalityId, version);
      return kept ? put(press, place, wordsIn(kept.overlay['texts'], place)) : { kind: 'not-kept' };
    },
  };
};

export type Reword = ReturnType<typeof makeReword>;
