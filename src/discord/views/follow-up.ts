import type { Speech } from '../../core/speech.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import { encodeCustomId } from '../custom-id.ts';
import { button, message } from './body.ts';
import type { MessageBody } from './body.ts';

/** To staff: something of a case is not done yet. Its number, and the way to where it is noted: its card may be gone. */
export function followUp(
  { municipality: { language }, caseId, caseNumber, about }: Extract<Speech, { kind: 'follow-up' }>,
  marker?: number,
): MessageBody {
  const { staff, choice } = textsIn(language);
  const caseName = staff.caseName({ caseNumber });
  const text = {
    referral: staff.referralAwaited,
    debrief: staff.debriefDue,
    'moved-away': choice.movedAway,
  }[about]({ caseName });
  return about === 'moved-away'
    ? message({ texts: [text], accent: 'done', marker })
    : message({
        texts: [text],
        buttons: [button(staff.deskButton(), encodeCustomId('case-desk', caseId))],
        accent: 'serious',
        marker,
      });
}
