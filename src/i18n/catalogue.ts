import type { Language } from '../core/language.ts';
import { en } from './en.ts';
import { nb } from './nb.ts';
import type { Catalogue } from './nb.ts';
import { nn } from './nn.ts';

export type { Catalogue } from './nb.ts';

export const catalogues: Readonly<Record<Language, Catalogue>> = { nb, nn, en };

/** Every text in one language. */
export const textsIn = (language: Language): Catalogue => catalogues[language];
