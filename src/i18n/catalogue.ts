import type { Language } from '../core/language.ts';
import type { Municipality } from '../core/municipality.ts';
import { en } from './en.ts';
import { nb } from './nb.ts';
import type { Catalogue } from './nb.ts';
import { nn } from './nn.ts';
import { worded } from './own-wording.ts';

export type { Catalogue } from './nb.ts';

export const catalogues: Readonly<Record<Language, Catalogue>> = { nb, nn, en };

/** A municipality, as far as its own words go. */
type Worded = Pick<Municipality, 'texts'>;

const made = new WeakMap<Worded['texts'], Partial<Record<Language, Catalogue>>>();

/** Every text in one language, in the municipality's own words where it has any. */
export function textsIn(language: Language, of?: Worded): Catalogue {
  const own = of?.texts[language];
  if (!of || !own || Object.keys(own).length === 0) return catalogues[language];
  const known = made.get(of.texts) ?? {};
  made.set(of.texts, known);
  return (known[language] ??= worded(catalogues[language], own));
}
