import type { Language } from '../../core/language.ts';
import type { ChooseOutcome } from '../../flows/choose-municipality.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import { message } from './body.ts';
import type { MessageBody } from './body.ts';
import { serviceName } from './context.ts';
import { helpNowButton } from './help-now-button.ts';

/** What a choice of municipality led to, to the sender. */
export const choiceOutcome = (outcome: ChooseOutcome, language: Language): MessageBody =>
  message({ texts: [textOf(outcome, language)], buttons: [helpNowButton(language)], accent: 'calm' });

function textOf(outcome: ChooseOutcome, language: Language): string {
  const { choice } = textsIn(language);
  switch (outcome.kind) {
    case 'chosen':
      return choice.chosen({ service: serviceName(outcome.municipality, language) });
    case 'taken':
      return choice.taken({ service: serviceName(outcome.municipality, language) });
    case 'not-open':
      return choice.notOpen({ service: serviceName(outcome.municipality, language) });
    case 'nothing-to-choose':
      return choice.nothingToChoose();
    case 'try-again':
      return choice.tryAgain();
  }
}
