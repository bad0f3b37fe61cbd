import { isSami } from '../core/language.ts';
import type { CatalogueLanguage, Language } from '../core/language.ts';
import type { Municipality, Wordings } from '../core/municipality.ts';
import { en } from './en.ts';
import { nb } from './nb.ts';
import type { Catalogue } from './nb.ts';
import { nn } from './nn.ts';
import { worded } from './own-wording.ts';

export type { Catalogue } from './nb.ts';

export const catalogues: Readonly<Record<CatalogueLanguage, Catalogue>> = { nb, nn, en };

/** A municipality, as far as its own words go. */
type Worded = Pick<Municipality, 'texts'> & Partial<Pick<Municipality, 'translations' | 'language'>>;

const made = new WeakMap<Wordings, Catalogue>();

/**
 * Every text in one language, in the municipality's own words where it has any. A Sámi reader gets the municipality's
 * human translation, and its Norwegian where that says nothing.
 */
export function textsIn(language: Language, of?: Worded): Catalogue {
  const catalogue = isSami(language) ? textsIn(of?.language ?? 'nb', of) : catalogues[language];
  const own = isSami(language) ? of?.translations?.[language] : of?.texts[language];
  if (!own || Object.keys(own).length === 0) return catalogue;
  const known = made.get(own) ?? worded(catalogue, own, isSami(language) ? 'translation' : 'own');
  made.set(own, known);
  return known;
}
