import type { Catalogue } from './nb.ts';
import { approval } from './en/approval.ts';
import { caseWork } from './en/case-work.ts';
import { choice } from './en/choice.ts';
import { dataSubject } from './en/data-subject.ts';
import { feedback } from './en/feedback.ts';
import { forms } from './en/forms.ts';
import { decision } from './en/decision.ts';
import { incident } from './en/incident.ts';
import { outcomes } from './en/outcomes.ts';
import { pages } from './en/public.ts';
import { posts } from './en/posts.ts';
import { profile } from './en/profile.ts';
import { sender } from './en/sender.ts';
import { staff } from './en/staff.ts';
import { standardTexts } from './en/standard-texts.ts';
import { wording } from './en/wording.ts';
import { words } from './en/words.ts';

/** English. */
export const en: Catalogue = {
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
