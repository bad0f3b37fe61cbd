import type { Language } from '../../core/language.ts';
import type { Municipality } from '../../core/municipality.ts';
import { shippedFigures } from '../../core/triage/shipped-figures.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import { message } from './body.ts';
import type { MessageBody } from './body.ts';
import { serviceName } from './context.ts';
import { helpNowButton } from './help-now-button.ts';
import { inline } from './shown-words.ts';

/**
 * What the bot is, how often its program is wrong, and which version this is. Source: TRIAGE §3, «Say publicly».
 * @param version of the product
 */
export function about(municipality: Municipality, language: Language, version: string): MessageBody {
  const { pages } = textsIn(language, municipality);
  const { messages, measuredOn, triage, acuteAny, seriousAny, falseHard, falsePlain } = shippedFigures;
  const figures = pages.aboutFigures({
    messages,
    acute: acuteAny.k,
    acuteAll: acuteAny.n,
    serious: seriousAny.k,
    seriousAll: seriousAny.n,
    harmless: falseHard.k,
    harmlessAll: falseHard.n,
    plain: falsePlain.k,
    plainAll: falsePlain.n,
  });
  const service = serviceName(municipality, language);
  return message({
    texts: [
      `# ${pages.aboutTitle()}\n${pages.aboutWhat({ service, municipality: inline(municipality.name) })}`,
      `${pages.aboutNoticing()}\n${figures}\n${pages.aboutLimits()}`,
      `-# ${pages.aboutVersion({ version, triage, measuredOn })}`,
    ],
    buttons: [helpNowButton(language, municipality)],
    accent: 'calm',
  });
}
