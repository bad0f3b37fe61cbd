import type { APIButtonComponentWithCustomId } from 'discord-api-types/v10';
import type { NationalContacts } from '../../core/contacts.ts';
import type { OpeningState } from '../../core/hours/opening-state.ts';
import type { Language } from '../../core/language.ts';
import type { Municipality } from '../../core/municipality.ts';
import type { Instant } from '../../core/time.ts';
import type { OnDuty } from '../../ports.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import { discordTime, listText, timeTextIn } from '../../i18n/time-text.ts';
import { encodeCustomId } from '../custom-id.ts';
import { button, message } from './body.ts';
import { notTakenIn } from './not-taken-in.ts';
import type { MessageBody } from './body.ts';
import { emergencyNumbers } from './contact-lines.ts';
import { serviceName } from './context.ts';
import { helpNowButton } from './help-now-button.ts';
import { presenceOf } from './presence.ts';
import type { Presence } from './presence.ts';
import { inline } from './shown-words.ts';

export interface CardSituation {
  /** What the schedule says at `now`. */
  readonly state: OpeningState;
  /** Those checked in; leave out when check-in is not used. Empty: nobody is there, and the card says so. */
  readonly onDuty?: readonly OnDuty[] | undefined;
  /** False: management has not approved conversations, or the approval has run out. Nobody is invited to write then. */
  readonly approved?: boolean;
  /** Nothing at all is approved: only emergency help and the privacy statement are offered. */
  readonly inert?: boolean;
  readonly now: Instant;
}

/** The service's card in a game server, kept up to date in place. Times are named by date, so that they never grow false. */
export function publicCard(
  municipality: Municipality,
  contacts: NationalContacts,
  { state, onDuty, approved = true, inert = false, now }: CardSituation,
  marker?: number,
): MessageBody {
  const { language, visit } = municipality;
  const { pages, sender } = textsIn(language, municipality);
  const service = serviceName(municipality, language);
  const presence = presenceOf(state, onDuty && onDuty.length > 0);
  const duty = presence.kind === 'staffed' ? dutyLines(onDuty ?? [], municipality, language) : [];
  const open = [presenceLine(presence, municipality, now, language), ...duty].join('\n');
  return message({
    texts: [
      `# ${service}`,
      approved ? open : notTakenIn(municipality, language),
      approved ? pages.cardInvitation() : '',
      [pages.cardEmergency(), sender.cannotWait(emergencyNumbers(contacts))].join(' '),
      pages.cardVisit({ address: inline(visit.address), phone: visit.phone }),
    ],
    buttons: cardButtons(municipality, language, { approved, inert }),
    accent: approved && presence.kind === 'staffed' ? 'calm' : 'done',
    marker,
  });
}

/** Open or not, in one line that stays true while it is shown. */
export function presenceLine(presence: Presence, municipality: Municipality, now: Instant, language: Language): string {
  const { pages, words } = textsIn(language, municipality);
  const times = timeTextIn(language, municipality.hours.timeZone);
  const untilOf = (until: Instant | undefined) => (until === undefined ? undefined : times.until(until, now));
  switch (presence.kind) {
    case 'staffed':
      return pages.cardStaffed({ until: untilOf(presence.until) });
    case 'hours':
      return pages.cardHours({ until: untilOf(presence.until) });
    case 'without-duty':
      return pages.cardWithoutDuty({ until: untilOf(presence.until) });
    case 'closed':
      return pages.cardClosed({
        next: times.on(presence.next),
        stamp: words.localTime({ stamp: discordTime(presence.next) }),
      });
    case 'unplanned':
      return pages.cardUnplanned();
  }
}

/** Who is on duty, and what they would like to talk about today. Source: 002:638, 000:119. */
export function dutyLines(
  onDuty: readonly OnDuty[],
  municipality: Municipality,
  language: Language,
): readonly string[] {
  const { pages, words } = textsIn(language, municipality);
  const themes = [...new Set(onDuty.flatMap((person) => person.themes))].map((theme) => words.dutyTheme({ theme }));
  return [
    pages.cardOnDuty({
      people: listText(
        language,
        onDuty.map(({ signature }) => inline(signature)),
      ),
    }),
    ...(themes.length > 0 ? [pages.cardThemes({ themes: listText(language, themes) })] : []),
  ];
}

function cardButtons(
  municipality: Municipality,
  language: Language,
  { approved, inert }: { readonly approved: boolean; readonly inert: boolean },
): readonly APIButtonComponentWithCustomId[] {
  const { id } = municipality;
  const { pages, feedback } = textsIn(language, municipality);
  const write = button(pages.writeButton(), encodeCustomId('write-to-us', id), 'primary');
  const friend = button(pages.friendButton(), encodeCustomId('worried-friend', id));
  const hours = button(pages.hoursButton(), encodeCustomId('opening-hours', id));
  const who = button(pages.whoButton(), encodeCustomId('who-are-you', id));
  return [
    ...(approved ? [write] : []),
    helpNowButton(language, municipality),
    ...(inert ? [] : [hours, who]),
    button(pages.privacyButton(), encodeCustomId('privacy', id)),
    ...(approved ? [friend] : []),
    ...(inert ? [] : [button(feedback.button(), encodeCustomId('feedback', id))]),
  ];
}
