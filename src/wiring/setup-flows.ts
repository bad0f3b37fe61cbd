import { askDiscord } from '../discord/ask-discord.ts';
import { createInspectSetup } from '../discord/inspect-setup.ts';
import { makeExamineService } from '../flows/doctor/examine-service.ts';
import { makeTwoPersons } from '../flows/settings/two-persons.ts';
import { makeSeeTestPost } from '../flows/setup/see-test-post.ts';
import { makeSaveSection } from '../flows/setup/save-section.ts';
import { makeShowSetup } from '../flows/setup/show-setup.ts';
import { answersAt } from '../system/answers-at.ts';
import { lookAtDisk } from '../system/look-at-disk.ts';
import type { Ground } from './ground.ts';

/** What a coordinator does in «/oppsett» and «/doctor». */
export function setupFlows(ground: Ground) {
  const { now, store, opened, live, configured, rest, national, settings } = ground;
  const { changeSettings, confirmChange } = ground.settingChanges;
  return {
    showSetup: makeShowSetup({ now, store, live }),
    saveSection: makeSaveSection({
      now,
      store,
      live,
      changeSettings,
      inspect: createInspectSetup(rest),
      national: national.contacts,
    }),
    examineService: makeExamineService({
      now,
      configured,
      live,
      national,
      store: opened,
      ask: (municipality) => askDiscord(rest, [municipality]),
      answers: answersAt,
      lookAtDisk: () => lookAtDisk(settings),
    }),
    ...makeTwoPersons({ now, store, confirmChange }),
    seeTestPost: makeSeeTestPost({ now, store, live }),
  };
}
