import type { Speech } from '../../core/speech.ts';
import { approvalTexts } from '../../i18n/approval.ts';
import { dateText } from './approval.ts';
import { message } from './body.ts';
import type { MessageBody } from './body.ts';

/** To staff: an approval runs out, or has. */
export function reviewNote(
  { strategy, until, expired, municipality }: Omit<Extract<Speech, { kind: 'review-note' }>, 'kind'>,
  marker?: number,
): MessageBody {
  const words = { strategy: approvalTexts.strategy[strategy], on: dateText(until, municipality.hours.timeZone) };
  return message({
    texts: [expired ? approvalTexts.reviewExpired(words) : approvalTexts.reviewComing(words)],
    accent: expired ? 'serious' : 'concern',
    marker,
  });
}
