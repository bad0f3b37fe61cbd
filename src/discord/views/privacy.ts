import type { Language } from '../../core/language.ts';
import type { Municipality } from '../../core/municipality.ts';
import { retention } from '../../core/retention.ts';
import { dayMs } from '../../core/time.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import { message } from './body.ts';
import type { MessageBody } from './body.ts';
import { dataButtons } from './data-subject.ts';
import { helpNowButton } from './help-now-button.ts';
import { inline } from './shown-words.ts';

/** The privacy statement in short, from the settings that are in force. Source: 000:17–26, 002:308–332. */
export function privacy(municipality: Municipality, language: Language): MessageBody {
  const { pages } = textsIn(language, municipality);
  const { name, organisationNumber, dataProtectionOfficer, privacyStatement } = municipality;
  const { name: officerName, email, phone } = dataProtectionOfficer;
  return message({
    texts: [
      `# ${pages.privacyTitle()}`,
      pages.privacySee(),
      pages.privacyMask({ hours: municipality.retention.originalHours }),
      pages.privacyDelete({
        hours: municipality.retention.conversationHours,
        untouchedDays: retention.conversationUntouchedMs / dayMs,
      }),
      pages.privacyShare(),
      pages.privacyDiscord(),
      pages.privacyRights(),
      [
        pages.privacyController({ controller: inline(name), organisationNumber }),
        pages.privacyOfficer({ officer: [inline(officerName), email, phone].filter(Boolean).join(', ') }),
        pages.privacyLink({ url: privacyStatement }),
      ].join('\n'),
    ],
    buttons: [helpNowButton(language, municipality), ...dataButtons(municipality, language)],
    accent: 'calm',
  });
}
