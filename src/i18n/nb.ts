import { approval } from './nb/approval.ts';
import { caseWork } from './nb/case-work.ts';
import { choice } from './nb/choice.ts';
import { dataSubject } from './nb/data-subject.ts';
import { feedback } from './nb/feedback.ts';
import { forms } from './nb/forms.ts';
import { decision } from './nb/decision.ts';
import { incident } from './nb/incident.ts';
import { outcomes } from './nb/outcomes.ts';
import { pages } from './nb/public.ts';
import { posts } from './nb/posts.ts';
import { profile } from './nb/profile.ts';
import { sender } from './nb/sender.ts';
import { staff } from './nb/staff.ts';
import { standardTexts } from './nb/standard-texts.ts';
import { wording } from './nb/wording.ts';
import { words } from './nb/words.ts';

/** Bokmål is the source; its shape is the contract for the other languages. */
export const nb = {
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
export type Catalogue = typeof nb;
