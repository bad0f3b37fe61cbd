import type { Speech } from '../../core/speech.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import { message } from './body.ts';
import type { MessageBody } from './body.ts';

/** To staff: something of a case is not done yet. Its number only. */
export function followUp(
  { municipality: { language }, caseNumber, about }: Extract<Speech, { kind: 'follow-up' }>,
  marker?: number,
): MessageBody {
  const { staff } = textsIn(language);
  const caseName = staff.caseName({ caseNumber });
  const text = about === 'referral' ? staff.referralAwaited({ caseName }) : staff.debriefDue({ caseName });
  return message({ texts: [text], accent: 'serious', marker });
}
