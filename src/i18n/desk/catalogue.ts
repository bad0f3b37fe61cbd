import type { Municipality } from '../../core/municipality.ts';
import { deskNb } from './nb.ts';
import type { DeskTexts } from './nb.ts';
import { deskNn } from './nn.ts';

export type { DeskTexts } from './nb.ts';
/** The desk is read in the municipality's own form of Norwegian, whatever the browser says. */
export type DeskLanguage = Municipality['language'];

const catalogues: Readonly<Record<DeskLanguage, DeskTexts>> = { nb: deskNb, nn: deskNn };

export const deskTextsIn = (language: DeskLanguage): DeskTexts => catalogues[language];
