import { createGuildProfiles } from '../discord/guild-profiles.ts';
import { createProfileActs } from '../discord/profile-acts.ts';
import type { Readers } from '../discord/readers.ts';
import { makeProfileActs } from '../flows/apply-profile.ts';
import { textsIn } from '../i18n/catalogue.ts';
import { readProfilePictures } from '../settings/profile-pictures.ts';
import { createHeld } from '../discord/held.ts';
import { makeReword } from '../flows/texts/reword.ts';
import { createOwnTextActs } from '../discord/own-text-acts.ts';
import { checkWording } from '../i18n/check-wording.ts';
import { createLanguageActs } from '../discord/language-acts.ts';
import { makeChooseLanguage } from '../flows/choose-language.ts';
import { createFeedbackActs } from '../discord/feedback-acts.ts';
import { makeGiveFeedback } from '../flows/give-feedback.ts';
import { createPostActs } from '../discord/post-acts.ts';
import { makeJudgePlaces } from '../discord/post-places.ts';
import { makeJoinActivity } from '../flows/posts/join-activity.ts';
import { makePosts } from '../flows/posts/posts.ts';
import type { Ground } from './ground.ts';

/** What coordinators do about how the service shows itself. */
export function createPresenceActs(ground: Ground, readers: Readers, wake: () => void) {
  const { now, store, rest, botId, municipalities, settings } = ground;
  const profileFlows = makeProfileActs({
    now,
    store,
    municipalities,
    profiles: createGuildProfiles(rest, botId),
    pictures: ({ id }) => readProfilePictures(settings.configDir, id),
    standardBio: (municipality) => textsIn(municipality.language).profile.bio({ web: municipality.visit.web }),
  });
  const reword = makeReword({
    municipalities,
    store,
    settings: ground.settingChanges,
    checkWording,
  });
  const made = makePosts({
    now,
    store,
    municipalities,
    pseudonyms: ground.pseudonyms,
    checkStaffText: ground.staffText.check,
    judgePlaces: makeJudgePlaces(rest),
  });
  // What is approved, or called off, may be due at once.
  const posts = {
    ...made,
    approvePost: (...args: Parameters<typeof made.approvePost>) => made.approvePost(...args).finally(wake),
    withdrawPost: (...args: Parameters<typeof made.withdrawPost>) => made.withdrawPost(...args).finally(wake),
  };
  return {
    profile: createProfileActs({ flows: profileFlows, municipalities, readers }),
    languages: createLanguageActs({
      now,
      contacts: ground.national,
      chooseLanguage: makeChooseLanguage({
        now,
        store,
        pseudonyms: ground.pseudonyms,
        municipalities,
        chosen: ground.chosenLanguages,
      }),
      municipalities,
      readers,
    }),
    feedback: createFeedbackActs({
      now,
      giveFeedback: makeGiveFeedback({ now, municipalities, store }),
      municipalities,
      readers,
    }),
    posts: createPostActs({
      now,
      posts,
      activities: makeJoinActivity({ now, store, municipalities, pseudonyms: ground.pseudonyms }),
      municipalities,
      readers,
    }),
    ownTexts: createOwnTextActs({
      reword,
      drafts: createHeld(now),
      checkStaffText: ground.staffText.check,
      municipalities,
      readers,
    }),
  };
}
