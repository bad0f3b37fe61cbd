import type { Language } from '../../core/language.ts';
import type { Municipality } from '../../core/municipality.ts';
import { inLanguage } from '../../core/contacts.ts';
import type { Refusal } from '../../flows/act-on-case.ts';
import type { CreateCaseOutcome } from '../../flows/create-case.ts';
import type { HandOverOutcome } from '../../flows/hand-over-case.ts';
import type { MoveCaseOutcome } from '../../flows/move-case.ts';
import type { ReadEntryOutcome } from '../../flows/read-entry.ts';
import type { ShowIdentityOutcome } from '../../flows/show-identity.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import type { Catalogue } from '../../i18n/catalogue.ts';
import { timeTextIn } from '../../i18n/time-text.ts';
import { norwegianTime } from './context.ts';
import { refused, said } from './outcome.ts';
import type { MessageBody } from './body.ts';
import { inline } from './shown-words.ts';

interface Reader {
  readonly language: Language;
  readonly municipality: Municipality | undefined;
}

/** What a move led to. */
export function moveOutcome(outcome: MoveCaseOutcome, { language, municipality }: Reader): MessageBody {
  const texts = textsIn(language);
  const { caseWork, outcomes, staff } = texts;
  if (outcome.kind === 'not-staff') return said(caseWork.notStaff(), 'serious');
  if (outcome.kind === 'moved') return said(movedText(outcome, texts, { language, municipality }), 'calm');
  if (!('caseNumber' in outcome)) return refused(outcome, texts);
  const caseName = staff.caseName({ caseNumber: outcome.caseNumber });
  switch (outcome.kind) {
    case 'already-claimed':
      return said(outcomes.alreadyClaimed({ caseName, signature: inline(outcome.by.signature) }));
    case 'already-yours':
      return said(caseWork.alreadyYours({ caseName }));
    case 'not-taken':
      return said(caseWork.notTaken({ caseName }), 'serious');
    case 'closed':
      return said(outcomes.caseIsClosed({ caseName }));
    case 'already-closed':
      return said(outcomes.alreadyClosed());
    case 'not-closed':
    case 'not-waiting':
      return said(caseWork.notClosed({ caseName }));
    case 'too-soon':
      return said(
        caseWork.tooSoon({ caseName, until: timesOf({ language, municipality }).on(outcome.until) }),
        'serious',
      );
    case 'other-open':
      return said(caseWork.otherOpen({ caseName }), 'serious');
  }
}

const timesOf = ({ language, municipality }: Reader) =>
  timeTextIn(language, municipality?.hours.timeZone ?? norwegianTime);

function movedText(
  { case: current, move }: Extract<MoveCaseOutcome, { kind: 'moved' }>,
  { caseWork, staff }: Catalogue,
  reader: Reader,
): string {
  const caseName = staff.caseName({ caseNumber: current.number });
  const until = current.state.kind === 'waiting' ? timesOf(reader).on(current.state.until) : '';
  switch (move) {
    case 'release':
      return caseWork.released({ caseName });
    case 'take-over':
      return caseWork.takenOver({ caseName });
    case 'reopen':
      return caseWork.reopened({ caseName });
    case 'snooze':
      return caseWork.setAside({ caseName, until });
    case 'close-later':
      return caseWork.closesLater({ caseName, until });
    case 'offer':
      return caseWork.offered({ caseName });
  }
}

export function handOverOutcome(outcome: HandOverOutcome, { language }: Reader): MessageBody {
  const texts = textsIn(language);
  const { caseWork, outcomes, staff } = texts;
  switch (outcome.kind) {
    case 'handed-over':
      return said(
        caseWork.handedOverTo({
          caseName: staff.caseName({ caseNumber: outcome.caseNumber }),
          service: inline(inLanguage(outcome.contact.names, language)),
        }),
        'calm',
      );
    case 'closed':
      return said(outcomes.caseIsClosed({ caseName: staff.caseName({ caseNumber: outcome.caseNumber }) }));
    case 'no-contact':
      return said(caseWork.noContact(), 'serious');
    case 'not-permitted':
    case 'not-found':
      return refused(outcome, texts);
  }
}

/** Who the sender is in Discord, for one pair of eyes. */
export function identityOutcome(outcome: ShowIdentityOutcome | Refusal, { language }: Reader): MessageBody {
  const texts = textsIn(language);
  if (outcome.kind !== 'shown') return refused(outcome, texts);
  const { account, senderId: id } = outcome;
  return said(
    account === undefined ? texts.caseWork.whoGone({ id }) : texts.caseWork.who({ account: inline(account), id }),
    'serious',
  );
}

/** No open case has that number. */
export const noSuchCase = (language: Language): MessageBody => said(textsIn(language).caseWork.noSuchCase(), 'serious');

/** What «Opprett sak» led to. */
export function createdOutcome(outcome: CreateCaseOutcome, language: Language): MessageBody {
  const texts = textsIn(language);
  const { caseWork, outcomes } = texts;
  switch (outcome.kind) {
    case 'taken-in':
      return said(caseWork.takenIn(), 'calm');
    case 'known-already':
      return said(caseWork.knownAlready());
    case 'not-a-person':
      return said(caseWork.notAPerson());
    case 'not-active':
      return said(outcomes.notActive(), 'serious');
    case 'not-permitted':
      return refused({ kind: 'not-permitted' }, texts);
  }
}

/** Why the words of an entry are not shown here. */
export function readRefusal(outcome: Exclude<ReadEntryOutcome, { kind: 'shown' }>, language: Language): MessageBody {
  const texts = textsIn(language);
  return outcome.kind === 'on-desk' ? said(texts.caseWork.onDesk(), 'serious') : refused(outcome, texts);
}
