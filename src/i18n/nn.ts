import type { Catalogue } from './nb.ts';
import { approval } from './nn/approval.ts';
import { caseWork } from './nn/case-work.ts';
import { choice } from './nn/choice.ts';
import { dataSubject } from './nn/data-subject.ts';
import { feedback } from './nn/feedback.ts';
import { forms } from './nn/forms.ts';
import { decision } from './nn/decision.ts';
import { incident } from './nn/incident.ts';
import { outcomes } from './nn/outcomes.ts';
import { pages } from './nn/public.ts';
import { posts } from './nn/posts.ts';
import { profile } from './nn/profile.ts';
import { sender } from './nn/sender.ts';
import { staff } from './nn/staff.ts';
import { standardTexts } from './nn/standard-texts.ts';
import { wording } from './nn/wording.ts';
import { words } from './nn/words.ts';

/** Nynorsk. */
export const nn: Catalogue = {
  words,
  sender,
  pages,
  staff,
  forms,
  decision,
  incident,
  outcomes,
  dataSubject,
  approval,
  caseWork,
  choice,
  wording,
  profile,
  posts,
  standardTexts,
  feedback,
};
