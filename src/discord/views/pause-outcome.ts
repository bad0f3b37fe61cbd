import type { Language } from '../../core/language.ts';
import type { PauseOutcome } from '../../flows/approval/pause-intake.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import { message } from './body.ts';
import type { MessageBody } from './body.ts';

/** The answer to «/pause» and «/gjenoppta», to the one who typed it. */
export function pauseOutcome(outcome: PauseOutcome, language: Language): MessageBody {
  const { approval, outcomes } = textsIn(language);
  const counted = ({ contacts }: Pick<Extract<PauseOutcome, { kind: 'paused' }>, 'contacts'>): string =>
    contacts ? approval.stoppedCount(contacts) : '';
  switch (outcome.kind) {
    case 'paused':
      return message({
        texts: [
          outcome.already ? approval.alreadyPaused() : approval.paused(),
          counted(outcome),
          outcome.openCases > 0 ? approval.pausedWithOpen({ count: outcome.openCases }) : '',
        ],
        accent: 'serious',
      });
    case 'resumed':
      return message({
        texts: [outcome.already ? approval.notPaused() : approval.resumed(), counted(outcome)],
        accent: 'calm',
      });
    case 'unreadable':
      return message({ texts: [approval.unreadable()], accent: 'serious' });
    case 'not-permitted':
      return message({ texts: [outcomes.notPermitted()], accent: 'done' });
  }
}
