import { createInspectSetup } from '../discord/inspect-setup.ts';
import { makeChangeSettings } from '../flows/settings/change-settings.ts';
import { makeConfirmSetup } from '../flows/setup/confirm-setup.ts';
import { makeSaveSection } from '../flows/setup/save-section.ts';
import { makeShowSetup } from '../flows/setup/show-setup.ts';
import type { Ground } from './ground.ts';

/** What a coordinator does in «/oppsett». */
export function setupFlows({ now, store, live, municipalities, rest, national }: Ground) {
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
    confirmSetup: confirm,
    seeTestPost: seen,
  };
}
