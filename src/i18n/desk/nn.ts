import type { DeskTexts } from './nb.ts';
import { after } from './nn/after.ts';
import { casePages } from './nn/case.ts';
import { door } from './nn/door.ts';
import { form } from './nn/form.ts';
import { guideTexts } from './nn/guide.ts';
import { reportTexts } from './nn/report.ts';

export const deskNn: DeskTexts = { ...door, ...casePages, ...form, ...guideTexts, ...reportTexts, after };
