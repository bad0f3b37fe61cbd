import type { Case } from '../../core/case.ts';
import type { Snowflake } from '../../core/ids.ts';
import type { Municipality } from '../../core/municipality.ts';
import type { Severity } from '../../core/triage/assessment.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import { encodeCustomId } from '../custom-id.ts';
import { button, message } from './body.ts';
import type { MessageBody } from './body.ts';
import { accentOf, staffTimes, stateLine } from './case-card.ts';

interface Alert {
  /** Called from the text; the only mention this program ever makes. */
  readonly roleId: Snowflake;
  readonly severity: Severity;
  /** From 0 up the ladder. */
  readonly step: number;
}

/** The same call when somebody has the case: who, and nothing to take. */
export function answeredAlert(current: Case, municipality: Municipality, marker?: number): MessageBody {
  const texts = textsIn(municipality.language);
  const { staff, words, caseWork } = texts;
  const caseName = staff.caseName({ caseNumber: current.number });
  return message({
    texts: [
      `${words.severity({ severity: current.severity })}: ${caseName}. ${stateLine(current, texts, staffTimes(municipality))}`,
    ],
    buttons: [button(caseWork.stepButton(), encodeCustomId('case-step', current.id))],
    accent: 'done',
    marker,
  });
}

/** Calls the on-call role. Says how serious and which case; nothing of what was written. */
export function caseAlert(
  current: Case,
  municipality: Municipality,
  { roleId, severity, step }: Alert,
  marker?: number,
): MessageBody {
  const { staff, words, caseWork } = textsIn(municipality.language);
  return message({
    texts: [
      [
        staff.alert({
          mention: `<@&${roleId}>`,
          severity: words.severity({ severity }),
          caseName: staff.caseName({ caseNumber: current.number }),
        }),
        staff.urgency({ severity }),
        step === 0 ? staff.alertFirst() : staff.alertAgain({ reminder: step }),
      ].join(' '),
    ],
    buttons: [
      button(staff.claimButton(), encodeCustomId('case-claim', current.id), 'success'),
      button(caseWork.stepButton(), encodeCustomId('case-step', current.id)),
    ],
    accent: accentOf(severity),
    marker,
    calls: [roleId],
  });
}
