import type { Speech } from '../../core/speech.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import type { Catalogue } from '../../i18n/nb.ts';
import { message } from './body.ts';
import type { MessageBody } from './body.ts';
import { isUrgent } from '../../core/triage/assessment.ts';

type TroubleNote = Extract<Speech, { kind: 'trouble-note' }>;

/** To staff: the store is in trouble. Calls the one on duty when somebody in danger may be writing unseen. Source: RELIABILITY F-37, F-38. */
export function troubleNote({ municipality, trouble }: TroubleNote, marker?: number): MessageBody {
  const urgent = trouble.kind === 'not-storing' && isUrgent(trouble.severity);
  const { dutyLead } = municipality.roles;
  const text = textOf(trouble, textsIn(municipality.language));
  return message({
    texts: [urgent ? `<@&${dutyLead}> ${text}` : text],
    accent: urgent ? 'acute' : 'serious',
    marker,
    ...(urgent ? { calls: [dutyLead] } : {}),
  });
}

function textOf(trouble: TroubleNote['trouble'], { staff, words }: Catalogue): string {
  switch (trouble.kind) {
    case 'set-aside':
      return staff.troubleSetAside();
    case 'found-empty':
      return staff.troubleFoundEmpty();
    case 'restored':
      return staff.troubleRestored();
    case 'damaged':
      return staff.troubleDamaged();
    case 'unreadable':
      return staff.troubleUnreadable({ record: trouble.record });
    case 'not-storing':
      return staff.troubleNotStoring({ severity: words.severity({ severity: trouble.severity }) });
  }
}
