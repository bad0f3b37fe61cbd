import type { DutyGuide } from '../core/duty-guide/guide.ts';
import { createDeskTokens } from '../desk/link-tokens.ts';
import { makeFileApproval } from '../flows/approval/file-approval.ts';
import { makePauseIntake } from '../flows/approval/pause-intake.ts';
import { makeShowApproval } from '../flows/approval/show-approval.ts';
import { makeChooseMunicipality } from '../flows/choose-municipality.ts';
import { makeClaimCase } from '../flows/claim-case.ts';
import { makeEraseMyData } from '../flows/data-subject/erase-my-data.ts';
import { makeFindDataHolders } from '../flows/data-subject/find-data-holders.ts';
import { makeShowMyData } from '../flows/data-subject/show-my-data.ts';
import { makeGiveDeskLink } from '../flows/desk/desk-link.ts';
import { makeCheckIn } from '../flows/duty/check-in.ts';
import { makeCheckOut } from '../flows/duty/check-out.ts';
import { makeKeepDuty } from '../flows/duty/keep-duty.ts';
import { makeOpenCaseForm } from '../flows/open-case-form.ts';
import { makeRateAssessment } from '../flows/rate-assessment.ts';
import { makeReceiveForm } from '../flows/receive-form.ts';
import { chance } from '../system/chance.ts';
import { setupFlows } from './setup-flows.ts';
import { caseWorkFlows, replyFlows } from './case-work.ts';
import type { Ground } from './ground.ts';

/** What people do in Discord, as use cases with their powers. `wake`: whatever one has queued is looked at right away. */
export function createFlows(ground: Ground, guide: DutyGuide, deskUrl: () => string | undefined, wake: () => void) {
  const { now, store, opened, secret, pseudonyms, configured, municipalities, presence } = ground;
  const acting = { now, store, pseudonyms };
  const chooseMunicipality = makeChooseMunicipality({ ...acting, chance, municipalities, presence, originals: opened });
  return waking(
    {
      claimCase: makeClaimCase(acting),
      ...caseWorkFlows(ground, guide),
      rateAssessment: makeRateAssessment(acting),
      openCaseForm: makeOpenCaseForm({ store }),
      giveDeskLink: makeGiveDeskLink({ now, store, tokens: createDeskTokens(secret), deskUrl }),
      ...replyFlows(ground),
      receiveForm: makeReceiveForm({ ...acting, municipalities, presence, chooseMunicipality }),
      chooseMunicipality,
      checkIn: makeCheckIn({ ...acting, municipalities }),
      checkOut: makeCheckOut({ ...acting, municipalities }),
      keepDuty: makeKeepDuty(acting),
      findDataHolders: makeFindDataHolders({ ...acting, municipalities }),
      showMyData: makeShowMyData(acting),
      ...setupFlows(ground),
      pauseIntake: makePauseIntake(acting),
      fileApproval: makeFileApproval({ now, store, municipalities: configured }),
      showApproval: makeShowApproval({ now, store, configured, live: ground.live }),
      eraseMyData: makeEraseMyData({ ...acting, staffCopies: ground.staffCopies }),
    },
    wake,
  );
}

function waking<Flows extends Record<string, (...args: never[]) => Promise<unknown>>>(
  flows: Flows,
  wake: () => void,
): Flows {
  return Object.fromEntries(
    Object.entries(flows).map(([name, flow]) => [
      name,
      (...args: never[]) =>
        flow(...args).finally(() => {
          wake();
        }),
    ]),
  ) as Flows;
}
