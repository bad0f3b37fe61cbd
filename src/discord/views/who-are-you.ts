import { inLanguage } from '../../core/contacts.ts';
import type { Language } from '../../core/language.ts';
import type { Municipality } from '../../core/municipality.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import { message } from './body.ts';
import type { MessageBody } from './body.ts';
import { serviceName } from './context.ts';
import { helpNowButton } from './help-now-button.ts';
import { languageButton } from './language-choice.ts';
import { inline } from './shown-words.ts';

/**
 * The persona: who we are and why, what can be asked here and what belongs in a conversation, our three duties, that we
 * are not the police, and ways without Discord. Source: 002:634–638, 000:102.
 */
export function whoAreYou(municipality: Municipality, language: Language): MessageBody {
  const { pages } = textsIn(language, municipality);
  const { duties, visit } = municipality;
  const titled = (title: string, text: string) => `**${title}**\n${text}`;
  const duty = (title: string, text: Municipality['duties']['taushetsplikt']) =>
    titled(title, inline(inLanguage(text, language)));
  return message({
    texts: [
      `# ${pages.whoTitle({ service: serviceName(municipality, language) })}\n${pages.whoIntroduction({ municipality: inline(municipality.name) })}`,
      titled(pages.whoHereTitle(), pages.whoHere()),
      titled(pages.whoTalkTitle(), pages.whoTalk()),
      duty(pages.whoConfidentialityTitle(), duties.taushetsplikt),
      duty(pages.whoPreventionTitle(), duties.avvergingsplikt),
      duty(pages.whoInformationTitle(), duties.opplysningsplikt),
      [pages.whoNotPolice(), pages.whoOnlyHere()].join('\n'),
      titled(pages.reachTitle(), reachText(municipality, language)),
      pages.whoGenuine({ web: visit.web }),
    ],
    buttons: [helpNowButton(language, municipality), languageButton(language, municipality)],
    accent: 'calm',
  });
}

/** Ways that need no Discord. Source: 002:590–594. */
export function reachText(municipality: Municipality, language: Language): string {
  const { address, phone, email, web } = municipality.visit;
  return textsIn(language, municipality).pages.reach({ address: inline(address), phone, email, web });
}
