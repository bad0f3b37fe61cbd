import type { Case } from '../../core/case.ts';
import { holderOf } from '../../core/case-moves.ts';
import type { Municipality } from '../../core/municipality.ts';
import type { CaseReminder } from '../../core/outbox.ts';
import { minuteMs } from '../../core/time.ts';
import type { Instant } from '../../core/time.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import type { Catalogue } from '../../i18n/catalogue.ts';
import { encodeCustomId } from '../custom-id.ts';
import { button, message } from './body.ts';
import type { MessageBody } from './body.ts';
import { accentOf } from './case-card.ts';
import { inline } from './shown-words.ts';
import { isUrgent } from '../../core/triage/assessment.ts';

interface Reminder {
  readonly case: Case;
  readonly municipality: Municipality;
  readonly about: CaseReminder;
}

/** Reminds the staff channel of a case: number, level and how long; nothing of what was written. A worrying one calls the one on duty. */
export function caseReminder(
  { case: current, municipality, about }: Reminder,
  now: Instant,
  marker?: number,
): MessageBody {
  const texts = textsIn(municipality.language);
  const { staff, words, caseWork } = texts;
  const isWorrying = isUrgent(current.severity);
  const roleId = municipality.roles.dutyLead;
  const calls = isWorrying && about.kind !== 'set-aside-over' ? [roleId] : [];
  return message({
    texts: [
      [
        ...calls.map((role) => `<@&${role}>`),
        `${words.severity({ severity: current.severity })}.`,
        sentenceOf(current, about, texts, now),
      ].join(' '),
    ],
    buttons: [
      ...(current.state.kind === 'open'
        ? [button(staff.claimButton(), encodeCustomId('case-claim', current.id), 'success')]
        : [button(caseWork.takeOverButton(), encodeCustomId('case-move', current.id, 'take-over'))]),
      button(staff.replyButton(), encodeCustomId('case-reply', current.id), 'primary'),
    ],
    accent: accentOf(current.severity),
    marker,
    calls,
  });
}

function sentenceOf(current: Case, about: CaseReminder, { staff, caseWork }: Catalogue, now: Instant): string {
  const holder = holderOf(current);
  return [
    whatIsOver(staff.caseName({ caseNumber: current.number }), about, caseWork, now),
    holder ? caseWork.heldBy({ signature: inline(holder.signature) }) : staff.stateOpen(),
  ].join(' ');
}

function whatIsOver(caseName: string, about: CaseReminder, caseWork: Catalogue['caseWork'], now: Instant): string {
  switch (about.kind) {
    case 'set-aside-over':
      return caseWork.reminderSetAside({ caseName });
    case 'not-closed':
      return caseWork.reminderNotClosed({ caseName });
    case 'unanswered':
      return caseWork.reminderUnanswered({ caseName, wait: waitText(now - about.since, caseWork) });
  }
}

/** Whole minutes up to two hours, whole hours after. */
export function waitText(ms: number, { minutes, hours }: Catalogue['caseWork']): string {
  const count = Math.max(1, Math.round(ms / minuteMs));
  return count < 120 ? minutes({ count }) : hours({ count: Math.round(count / 60) });
}
