import { after } from './nb/after.ts';
import { casePages } from './nb/case.ts';
import { door } from './nb/door.ts';
import { form } from './nb/form.ts';
import { guideTexts } from './nb/guide.ts';
import { reportTexts } from './nb/report.ts';

/** The sealed desk. Read by caseworkers in the municipality's own network. Bokmål is the source; its shape is the contract. */
export const deskNb = { ...door, ...casePages, ...form, ...guideTexts, ...reportTexts, after };
export type DeskTexts = typeof deskNb;
