import type { DutyGuide } from '../core/duty-guide/guide.ts';
import { accountName, createStaffLookup } from '../discord/staff-lookup.ts';
import { storedDossiers } from '../flows/desk/dossiers.ts';
import { makeAnswerGuide } from '../flows/desk/fill-in.ts';
import { makeCloseCase } from '../flows/close-case.ts';
import { makeHandOverCase } from '../flows/hand-over-case.ts';
import { makeMoveCase } from '../flows/move-case.ts';
import { makeOpenGuide } from '../flows/open-guide.ts';
import { makeShowIdentity } from '../flows/show-identity.ts';
import type { Ground } from './ground.ts';

/** What staff do to a case besides answering it. */
export function caseWorkFlows({ now, store, pseudonyms, municipalities, national, rest }: Ground, guide: DutyGuide) {
  const acting = { now, store, pseudonyms, municipalities };
  const dossiers = storedDossiers(store);
  return {
    closeCase: makeCloseCase(acting),
    moveCase: makeMoveCase({ ...acting, colleagues: createStaffLookup(rest, municipalities) }),
    handOverCase: makeHandOverCase({ ...acting, national }),
    showIdentity: makeShowIdentity({ ...acting, dossiers, accountName: (id) => accountName(rest, id) }),
    openGuide: makeOpenGuide({ store, dossiers }),
    answerGuide: makeAnswerGuide({ ...acting, dossiers, guide }),
  };
}
