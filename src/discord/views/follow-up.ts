import type { Speech } from '../../core/speech.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import { message } from './body.ts';
import type { MessageBody } from './body.ts';

/** To staff: something of a case is not done yet. Its number only. */
export function followUp(
  { municipality: { language }, caseNumber, about }: Extract<Speech, { kind: 'follow-up' }>,
  marker?: number,
): MessageBody {
  const { staff, choice } = textsIn(language);
  const caseName = staff.caseName({ caseNumber });
  const text = {
    referral: staff.referralAwaited,
    debrief: staff.debriefDue,
    'moved-away': choice.movedAway,
  }[about]({ caseName });
  return message({ texts: [text], accent: about === 'moved-away' ? 'done' : 'serious', marker });
}
