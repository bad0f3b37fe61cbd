import type { Language } from '../../core/language.ts';
import type { Municipality } from '../../core/municipality.ts';
import type { Activity } from '../../core/posts/activity.ts';
import type { JoinOutcome, LeaveOutcome } from '../../flows/posts/join-activity.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import { timeTextIn } from '../../i18n/time-text.ts';
import { encodeCustomId } from '../custom-id.ts';
import { button, message } from './body.ts';
import type { MessageBody } from './body.ts';
import { helpNowButton } from './help-now-button.ts';
import { inline } from './shown-words.ts';

interface Reading {
  readonly municipality: Municipality | undefined;
  readonly language: Language;
}

/** To the one who pressed «Jeg kommer», with what takes it back. @param number the post's */
export function joinOutcome(outcome: JoinOutcome, number: string, reading: Reading): MessageBody {
  const { municipality, language } = reading;
  if (outcome.kind === 'not-there' || !municipality) return notThere(reading);
  const { pages } = textsIn(language, municipality);
  const { joinedBy, proof } = outcome.receipt;
  const about = aboutOf(outcome.activity, municipality, language);
  return message({
    texts: [outcome.kind === 'counted' ? pages.eventJoined(about) : pages.eventJoinedBefore(about)],
    buttons: [
      button(pages.eventLeaveButton(), encodeCustomId('activity-leave', municipality.id, number, joinedBy, proof)),
      helpNowButton(language, municipality),
    ],
    accent: 'calm',
  });
}

/** To the one who pressed «Kommer ikke likevel». */
export function leaveOutcome(outcome: LeaveOutcome, reading: Reading): MessageBody {
  const { municipality, language } = reading;
  if (outcome.kind === 'not-there' || !municipality) return notThere(reading);
  const { pages } = textsIn(language, municipality);
  return message({
    texts: [
      outcome.kind === 'left'
        ? pages.eventLeft(aboutOf(outcome.activity, municipality, language))
        : pages.eventLeaveUsed(),
    ],
    buttons: [helpNowButton(language, municipality)],
    accent: 'calm',
  });
}

const aboutOf = ({ name, startsAt }: Activity, { hours }: Municipality, language: Language) => ({
  name: inline(name),
  when: timeTextIn(language, hours.timeZone).on(startsAt),
});

function notThere({ municipality, language }: Reading): MessageBody {
  const { pages } = textsIn(language, municipality);
  return message({ texts: [pages.eventGone()], buttons: [helpNowButton(language, municipality)], accent: 'done' });
}
