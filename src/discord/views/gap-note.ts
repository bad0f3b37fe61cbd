import type { Speech } from '../../core/speech.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import { message } from './body.ts';
import type { MessageBody } from './body.ts';
import { staffTimes } from './case-card.ts';

/** To staff: when the service was away, and what that may mean. Source: RELIABILITY F-03. */
export function gapNote(
  { municipality, from, until }: Extract<Speech, { kind: 'gap-note' }>,
  marker?: number,
): MessageBody {
  const { staff } = textsIn(municipality.language);
  const texts = [staff.gap(staffTimes(municipality).span(from, until))];
  return message({ texts, accent: 'serious', marker });
}
