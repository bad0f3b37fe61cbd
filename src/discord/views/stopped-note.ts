import type { Speech } from '../../core/speech.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import { message } from './body.ts';
import type { MessageBody } from './body.ts';
import { isUrgent } from '../../core/triage/assessment.ts';

/** To staff: somebody wrote while the intake was stopped. Calls the one on duty when it may be somebody in danger. */
export function stoppedNote(
  { municipality, severity, contacts }: Omit<Extract<Speech, { kind: 'stopped-note' }>, 'kind'>,
  marker?: number,
): MessageBody {
  const { approval, words } = textsIn(municipality.language);
  const { dutyLead } = municipality.roles;
  const urgent = isUrgent(severity);
  const text = urgent
    ? approval.stoppedWorry({ mention: `<@&${dutyLead}>`, severity: words.severity({ severity }) })
    : approval.stoppedContact();
  return message({
    texts: [text, contacts ? approval.stoppedCount(contacts) : ''],
    accent: urgent ? severity : 'done',
    marker,
    ...(urgent ? { calls: [dutyLead] } : {}),
  });
}
