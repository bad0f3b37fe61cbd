import type { WaitingCase } from '../../core/duty/waiting.ts';
import type { Language } from '../../core/language.ts';
import type { Speech } from '../../core/speech.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import { message } from './body.ts';
import type { MessageBody } from './body.ts';
import { isUrgent } from '../../core/triage/assessment.ts';

/** More than this are counted. */
const shownCases = 40;

/** What is unanswered when the last one on duty leaves: case numbers and levels only. Source: 000:108. */
export function dutyHandover(
  {
    by,
    waiting,
    municipality: { language },
  }: Pick<Extract<Speech, { kind: 'duty-handover' }>, 'by' | 'waiting' | 'municipality'>,
  marker?: number,
): MessageBody {
  const { staff } = textsIn(language);
  return message({
    texts: [by === 'closing' ? staff.handoverAtClosing() : staff.handoverNobodyLeft(), waitingText(waiting, language)],
    accent: waiting.some(({ severity }) => isUrgent(severity)) ? 'serious' : 'done',
    marker,
  });
}

/** The unanswered conversations, most serious first; a sentence when there are none. */
export function waitingText(waiting: readonly WaitingCase[], language: Language): string {
  const { staff, words } = textsIn(language);
  if (waiting.length === 0) return staff.nothingWaiting();
  const lines = waiting.slice(0, shownCases).map(({ caseNumber, severity, claimed }) => {
    const caseName = staff.caseName({ caseNumber });
    return `- ${staff.waitingCase({ caseName, severity: words.severity({ severity }), claimed })}`;
  });
  const left = waiting.length - lines.length;
  return [
    staff.waiting({ count: waiting.length }),
    ...lines,
    ...(left > 0 ? [`- ${staff.moreReasons({ count: left })}`] : []),
  ].join('\n');
}
