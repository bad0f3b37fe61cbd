import type { SimpleQuestion } from '../../core/questions/simple-question.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import { serviceName } from './context.ts';
import type { PublicContext } from './context.ts';
import { hoursLines } from './opening-hours.ts';
import { reachText } from './who-are-you.ts';

/** What configuration says about a simple question. Empty without a municipality: then there is nothing to say. */
export function answerText(question: SimpleQuestion, { language, municipality, now }: PublicContext): string {
  if (!municipality) return '';
  const { pages, sender } = textsIn(language, municipality);
  switch (question) {
    case 'hours':
      return [`**${pages.hoursWeekTitle()}**`, ...hoursLines(municipality, language, now), pages.hoursZone()].join(
        '\n',
      );
    case 'bot':
      return sender.answerBot();
    case 'where':
      return `**${pages.reachTitle()}**\n${reachText(municipality, language)}`;
    case 'who-reads':
      return sender.answerWhoReads({ service: serviceName(municipality, language) });
    case 'thanks':
      return sender.answerThanks();
    case 'greeting':
      return sender.answerGreeting();
  }
}
