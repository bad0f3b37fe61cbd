import type { DutyGuide } from '../core/duty-guide/guide.ts';
import { accountName, createStaffLookup } from '../discord/staff-lookup.ts';
import { storedDossiers } from '../flows/desk/dossiers.ts';
import { makeAfterCase } from '../flows/desk/after-case.ts';
import { makeAnswerGuide } from '../flows/desk/fill-in.ts';
import { makeChangeReply, makeOpenReply, makeWithdrawReply } from '../flows/change-reply.ts';
import { makeCloseCase } from '../flows/close-case.ts';
import { makeCreateCase } from '../flows/create-case.ts';
import { makeDecideNextStep } from '../flows/decide-next-step.ts';
import { makeHandOverCase } from '../flows/hand-over-case.ts';
import { makeOpenIncident, makeSaveIncidentStep } from '../flows/incident-form.ts';
import { makeListCases } from '../flows/list-cases.ts';
import { makeMoveCase } from '../flows/move-case.ts';
import { makeOpenGuide } from '../flows/open-guide.ts';
import { makeReadEntry } from '../flows/read-entry.ts';
import { makeReadMyReply } from '../flows/read-my-reply.ts';
import { makeReplyToSender } from '../flows/reply-to-sender.ts';
import { makeShowIdentity } from '../flows/show-identity.ts';
import { makeStandardTexts } from '../flows/standard-texts.ts';
import type { Ground } from './ground.ts';

/** What staff do to a case besides answering it. */
export function caseWorkFlows(ground: Ground, guide: DutyGuide) {
  const { now, store, pseudonyms, municipalities, national, rest } = ground;
  const acting = { now, store, pseudonyms, municipalities };
  const dossiers = storedDossiers(store);
  const afterCase = makeAfterCase({ ...acting, dossiers });
  return {
    closeCase: makeCloseCase(acting),
    moveCase: makeMoveCase({ ...acting, colleagues: createStaffLookup(rest, municipalities) }),
    handOverCase: makeHandOverCase({ ...acting, national }),
    showIdentity: makeShowIdentity({ ...acting, dossiers, accountName: (id) => accountName(rest, id) }),
    readEntry: makeReadEntry({ ...acting, dossiers }),
    readMyReply: makeReadMyReply({ store, municipalities }),
    openGuide: makeOpenGuide({ store, dossiers }),
    listCases: makeListCases({ store }),
    createCase: makeCreateCase(acting),
    decideNextStep: makeDecideNextStep({ ...acting, dossiers, guide, mask: ground.staffText.mask }),
    answerGuide: makeAnswerGuide({ ...acting, dossiers, guide }),
    openIncident: makeOpenIncident({ now, store, dossiers }),
    saveIncidentStep: makeSaveIncidentStep({
      ...acting,
      dossiers,
      guide,
      mask: ground.staffText.mask,
    }),
    setRecontact: (...press: Parameters<typeof afterCase.recontact>) => afterCase.recontact(...press),
  };
}

/** What staff say to a sender, and take back. */
export function replyFlows({ now, store, pseudonyms, staffText }: Ground) {
  const replying = { now, store, pseudonyms, checkStaffText: staffText.check };
  return {
    replyToSender: makeReplyToSender(replying),
    openReply: makeOpenReply(replying),
    changeReply: makeChangeReply(replying),
    withdrawReply: makeWithdrawReply(replying),
    ...makeStandardTexts(replying),
  };
}
