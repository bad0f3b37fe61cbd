import { RawText } from '../../../../src/core/raw-text.ts';
import { makeChangeReply, makeWithdrawReply } from '../../../../src/flows/change-reply.ts';
import { makeClaimCase } from '../../../../src/flows/claim-case.ts';
import { makeCloseCase } from '../../../../src/flows/close-case.ts';
import { makeCreateCase } from '../../../../src/flows/create-case.ts';
import { makeDecideNextStep } from '../../../../src/flows/decide-next-step.ts';
import { makeAfterCase } from '../../../../src/flows/desk/after-case.ts';
import { makeGiveDeskLink } from '../../../../src/flows/desk/desk-link.ts';
import { makeAnswerGuide } from '../../../../src/flows/desk/fill-in.ts';
import { makeHandOverCase } from '../../../../src/flows/hand-over-case.ts';
import { makeSaveIncidentStep } from '../../../../src/flows/incident-form.ts';
import { makeMoveCase } from '../../../../src/flows/move-case.ts';
import { makeRateAssessment } from '../../../../src/flows/rate-assessment.ts';
import { makeReadEntry } from '../../../../src/flows/read-entry.ts';
import { makeReplyToSender } from '../../../../src/flows/reply-to-sender.ts';
import { makeShowIdentity } from '../../../../src/flows/show-identity.ts';
import type { FilingScene } from './filing-scene.ts';
import type { Filing } from './filing.ts';

const words = new RawText('Hei. Vi er her.');
const settled = { dangerNow: 'yes', dangerKind: 'unsure', identity: 'unknown', avertable: 'yes' };
const reported = { action: 'called-112', toWhom: 'Politiet', when: 'nå', reference: '', followUp: '' };
const decided = { cardId: 'call-112-unknown', follows: true, reason: '', secondAssessment: '' };

const claimed = (at: FilingScene) => makeClaimCase(at)(at.press(at.earlier()));
/** Kari's reply; gives its id. */
async function replied(at: FilingScene) {
  const cause = at.earlier();
  await makeReplyToSender(at)(at.press(cause), words, 'confirmed');
  return cause;
}

/** What staff do to a case. */
export const caseFilings: readonly Filing[] = [
  { from: 'case-claim', ready: (at) => (cause) => makeClaimCase(at)(at.press(cause)) },
  { from: 'case-close', ready: (at) => (cause) => makeCloseCase(at)(at.press(cause)) },
  {
    from: 'case-move',
    which: 'release',
    async ready(at) {
      await claimed(at);
      return (cause) => makeMoveCase(at)(at.press(cause), { kind: 'release' });
    },
  },
  {
    from: 'case-move',
    which: 'take-over',
    ready: (at) => (cause) => makeMoveCase(at)(at.press(cause), { kind: 'take-over' }),
  },
  {
    from: 'case-move',
    which: 'reopen',
    async ready(at) {
      await makeCloseCase(at)(at.press(at.earlier()));
      return (cause) => makeMoveCase(at)(at.press(cause), { kind: 'reopen' });
    },
  },
  {
    from: 'case-set-aside',
    which: 'snooze',
    async ready(at) {
      await claimed(at);
      return (cause) => makeMoveCase(at)(at.press(cause), { kind: 'snooze', choice: 'half-hour' });
    },
  },
  {
    from: 'case-set-aside',
    which: 'close-later',
    async ready(at) {
      await claimed(at);
      return (cause) => makeMoveCase(at)(at.press(cause), { kind: 'close-later', choice: 'hour' });
    },
  },
  {
    from: 'case-offer',
    async ready(at) {
      await claimed(at);
      return (cause) => makeMoveCase(at)(at.press(cause), { kind: 'offer', to: at.ola.id });
    },
  },
  {
    from: 'case-hand-over',
    async ready(at) {
      await claimed(at);
      return (cause) => makeHandOverCase(at)(at.press(cause), at.eksempelvik.contacts[0]?.id ?? '');
    },
  },
  {
    from: 'case-form-sent',
    anew: 'on record again, told once',
    async ready(at) {
      await claimed(at);
      return (cause) => makeSaveIncidentStep(at)(at.press(cause), 'reported', reported, 0);
    },
  },
  {
    from: 'case-form-recontact',
    which: 'on',
    ready: (at) => (once) => makeAfterCase(at).recontact({ ...at.press(once), once }, true),
  },
  {
    from: 'case-form-recontact',
    which: 'off',
    async ready(at) {
      await makeAfterCase(at).recontact({ ...at.press(at.earlier()), once: 'first' }, true);
      return (once) => makeAfterCase(at).recontact({ ...at.press(once), once }, false);
    },
  },
  {
    from: 'case-step-sent',
    anew: 'on record again, told once',
    async ready(at) {
      await claimed(at);
      return (once) => makeAnswerGuide(at)({ ...at.press(once), once }, { dangerNow: 'no' });
    },
  },
  {
    from: 'case-decide-sent',
    anew: 'on record again, told once',
    async ready(at) {
      await makeAnswerGuide(at)({ ...at.press(at.earlier()), once: 'first' }, settled);
      return (once) => makeDecideNextStep(at)({ ...at.press(once), once }, decided);
    },
  },
  { from: 'case-rate', ready: (at) => (cause) => makeRateAssessment(at)(at.press(cause), 'right') },
  {
    from: 'case-reply-sent',
    anew: 'written anew',
    ready: (at) => (cause) => makeReplyToSender(at)(at.press(cause), words, 'confirmed'),
  },
  {
    from: 'case-reply-confirm',
    ready(at) {
      const writtenIn = at.earlier();
      return () => makeReplyToSender(at)(at.press(writtenIn), words, 'confirmed');
    },
  },
  {
    from: 'case-reply-edit-sent',
    anew: 'written anew',
    async ready(at) {
      const replyId = await replied(at);
      return (cause) => makeChangeReply(at)(at.press(cause), replyId, new RawText('Hei igjen.'), true);
    },
  },
  {
    from: 'case-reply-withdraw',
    async ready(at) {
      const replyId = await replied(at);
      return (cause) => makeWithdrawReply(at)(at.press(cause), replyId);
    },
  },
  {
    from: 'case-read',
    anew: 'each look is logged',
    async ready(at) {
      const [entry] = await at.store.listEntries(at.caseId);
      return (cause) => makeReadEntry(at)(at.press(cause), entry?.id ?? '');
    },
  },
  {
    from: 'case-who',
    anew: 'each look is logged',
    ready: (at) => (cause) =>
      makeShowIdentity({ ...at, accountName: () => Promise.resolve('kim') })(at.press(cause), 'follow-up'),
  },
  {
    from: 'case-desk',
    anew: 'each look is logged',
    ready: (at) => (cause) =>
      makeGiveDeskLink({ ...at, tokens: { mint: () => 'made-up' }, deskUrl: () => 'https://bord.example' })(
        at.press(cause),
      ),
  },
  {
    from: '/opprett-sak',
    ready(at) {
      const message = at.message('skrevet på serveren', at.earlier());
      return () => makeCreateCase(at)(at.kari, message);
    },
  },
];
