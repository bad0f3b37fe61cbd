import { askDiscord } from '../discord/ask-discord.ts';
import { createInspectSetup } from '../discord/inspect-setup.ts';
import { makeExamineService } from '../flows/doctor/examine-service.ts';
import { makeChangeSettings } from '../flows/settings/change-settings.ts';
import { makeConfirmSetup } from '../flows/setup/confirm-setup.ts';
import { makeSaveSection } from '../flows/setup/save-section.ts';
import { makeShowSetup } from '../flows/setup/show-setup.ts';
import { answersAt } from '../system/answers-at.ts';
import { lookAtDisk } from '../system/look-at-disk.ts';
import type { Ground } from './ground.ts';

/** What a coordinator does in «/oppsett» and «/doctor». */
export function setupFlows({ now, store, opened, live, configured, municipalities, rest, national, settings }: Ground) {
  const { changeSettings } = makeChangeSettings({ now, store, live });
  const { confirm, seen } = makeConfirmSetup({ now, store, live, changeSettings });
  return {
    showSetup: makeShowSetup({ store, live }),
    saveSection: makeSaveSection({
      now,
      store,
      live,
      municipalities,
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
      lookAtDisk: () => (settings.store.kind === 'sqlite' ? lookAtDisk(settings.store.path) : Promise.resolve([])),
    }),
    confirmSetup: confirm,
    seeTestPost: seen,
  };
}
