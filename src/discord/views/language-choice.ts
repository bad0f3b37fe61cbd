import type { APIButtonComponentWithCustomId } from 'discord-api-types/v10';
import { catalogueLanguages, isSami, languages, samiLanguages } from '../../core/language.ts';
import type { Language, SamiLanguage } from '../../core/language.ts';
import type { Municipality } from '../../core/municipality.ts';
import type { ChosenFor } from '../../flows/choose-language.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import { listText } from '../../i18n/time-text.ts';
import { encodeCustomId } from '../custom-id.ts';
import { button, choice, message } from './body.ts';
import type { MessageBody } from './body.ts';
import { emergencyLines, shortLine } from './contact-lines.ts';
import type { PublicContext } from './context.ts';
import { helpNowButton } from './help-now-button.ts';

/** What each language calls itself, so that it is found by whoever reads no Norwegian. */
const ownNames: Readonly<Record<Language, string>> = {
  nb: 'Bokmål',
  nn: 'Nynorsk',
  en: 'English',
  se: 'Davvisámegiella (nordsamisk)',
  smj: 'Julevsámegiella (lulesamisk)',
  sma: 'Åarjelsaemien gïele (sørsamisk)',
};

export const languageButton = (language: Language, municipality?: Municipality): APIButtonComponentWithCustomId =>
  button(textsIn(language, municipality).pages.languageButton(), encodeCustomId('language'));

/** «Språk»: all languages there can be texts in. */
export function languageQuestion(language: Language, municipality?: Municipality): MessageBody {
  const { pages } = textsIn(language, municipality);
  return message({
    texts: [`# ${pages.languageTitle()}\n${pages.languageNote()}`],
    buttons: [helpNowButton(language, municipality)],
    selects: [
      choice(
        pages.languageTitle(),
        encodeCustomId('language-chosen'),
        languages.map((value) => ({ value, label: ownNames[value] })),
      ),
    ],
    accent: 'calm',
  });
}

/** True when this municipality has texts in it. */
export const isSupplied = (language: Language, municipality?: Municipality): boolean =>
  !isSami(language) || municipality?.translations[language] !== undefined;

export function languageChosen(language: Language, kept: ChosenFor, municipality?: Municipality): MessageBody {
  const { pages, words } = textsIn(language, municipality);
  const named = { language: words.languageName({ language }) };
  return message({
    texts: [kept === 'with-conversation' ? pages.languageChosen(named) : pages.languageChosenForNow(named)],
    buttons: [helpNowButton(language, municipality)],
    accent: 'calm',
  });
}

/** Nobody has translated into it: where help is, which languages there are, and who answers in that one. In Norwegian. */
export function languageMissing(
  wanted: SamiLanguage,
  { contacts, municipality, now }: Omit<PublicContext, 'language' | 'staffed'>,
): MessageBody {
  const language = municipality?.language ?? 'nb';
  const { pages, words } = textsIn(language, municipality);
  const nameOf = (one: Language): string => words.languageName({ language: one });
  const there = [...catalogueLanguages, ...samiLanguages.filter((one) => isSupplied(one, municipality))];
  const inIt = [...(municipality?.contacts ?? []), ...contacts.contacts].filter((one) =>
    one.languages.includes(wanted),
  );
  return message({
    texts: [
      `**${pages.helpAction()}**\n${emergencyLines(contacts, language, now)}`,
      pages.languageMissing({ language: nameOf(wanted), available: listText(language, there.map(nameOf)) }),
      ...inIt.map((one) => shortLine(one, language)),
    ],
    buttons: [helpNowButton(language, municipality)],
    accent: 'serious',
  });
}
