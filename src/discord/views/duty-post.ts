import type { NationalContacts } from '../../core/contacts.ts';
import type { Municipality } from '../../core/municipality.ts';
import type { DutyPost } from '../../core/speech.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import { discordTime, timeTextIn } from '../../i18n/time-text.ts';
import { encodeCustomId } from '../custom-id.ts';
import { button, message } from './body.ts';
import type { MessageBody } from './body.ts';
import { emergencyNumbers } from './contact-lines.ts';
import { serviceName } from './context.ts';
import { helpNowButton } from './help-now-button.ts';
import { dutyLines } from './public-card.ts';

/** That the service has opened or closed. It stays in the channel, so every time in it has its date. Source: 000:102. */
export function dutyPost(
  post: DutyPost,
  municipality: Municipality,
  contacts: NationalContacts,
  marker?: number,
): MessageBody {
  const { language, hours, id } = municipality;
  const { pages, sender, words } = textsIn(language, municipality);
  const times = timeTextIn(language, hours.timeZone);
  const service = serviceName(municipality, language);
  if (post.kind === 'opened') {
    return message({
      texts: [
        [
          pages.postOpened({ service, until: times.on(post.until) }),
          ...dutyLines(post.onDuty, municipality, language),
        ].join('\n'),
      ],
      buttons: [
        button(pages.writeButton(), encodeCustomId('write-to-us', id), 'primary'),
        helpNowButton(language, municipality),
      ],
      accent: 'calm',
      marker,
    });
  }
  const next =
    post.next === undefined
      ? pages.postNothingPlanned()
      : pages.postNext({ next: times.on(post.next), stamp: words.localTime({ stamp: discordTime(post.next) }) });
  return message({
    texts: [`${pages.postClosed({ service })} ${next}`, sender.cannotWait(emergencyNumbers(contacts))],
    buttons: [helpNowButton(language, municipality)],
    accent: 'done',
    marker,
  });
}
