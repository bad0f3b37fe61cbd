import type { Language } from '../../core/language.ts';
import type { Municipality } from '../../core/municipality.ts';
import type { CheckInOutcome } from '../../flows/duty/check-in.ts';
import type { CheckOutOutcome } from '../../flows/duty/check-out.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import { message } from './body.ts';
import type { MessageBody } from './body.ts';
import { timesFor } from './context.ts';
import { waitingText } from './duty-handover.ts';

/** The answer to «/vakt inn», to the one who typed it. */
export function checkInOutcome(
  outcome: CheckInOutcome,
  language: Language,
  municipality: Municipality | undefined,
): MessageBody {
  const { outcomes } = textsIn(language);
  const times = timesFor({ language, municipality });
  switch (outcome.kind) {
    case 'checked-in': {
      const { from, until, now } = outcome;
      const text =
        from > now
          ? outcomes.dutyInLater({ from: times.soon(from, now), until: times.until(until, now) })
          : outcomes.dutyIn({ until: times.until(until, now) });
      return message({ texts: [text, waitingText(outcome.waiting, language)], accent: 'calm' });
    }
    case 'too-early':
      return message({
        texts: [outcomes.dutyTooEarly({ next: times.soon(outcome.next, outcome.now) })],
        accent: 'done',
      });
    case 'nothing-planned':
      return message({ texts: [outcomes.dutyNothingPlanned()], accent: 'done' });
    case 'not-trained':
      return message({ texts: [outcomes.dutyNotTrained()], accent: 'done' });
    case 'not-approved':
      return message({ texts: [outcomes.notActive()], accent: 'done' });
    case 'not-permitted':
      return message({ texts: [outcomes.notPermitted()], accent: 'done' });
  }
}

/** The answer to «/vakt ut»: with what is unanswered. */
export function checkOutOutcome(outcome: CheckOutOutcome, language: Language): MessageBody {
  const { outcomes } = textsIn(language);
  switch (outcome.kind) {
    case 'checked-out':
      return message({
        texts: [
          outcome.othersOnDuty ? outcomes.dutyOut() : outcomes.dutyOutLast(),
          waitingText(outcome.waiting, language),
        ],
        accent: 'calm',
      });
    case 'not-checked-in':
      return message({ texts: [outcomes.dutyNotIn()], accent: 'done' });
    case 'not-permitted':
      return message({ texts: [outcomes.notPermitted()], accent: 'done' });
  }
}
