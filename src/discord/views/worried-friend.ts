import type { NationalContacts } from '../../core/contacts.ts';
import type { Language } from '../../core/language.ts';
import type { Municipality } from '../../core/municipality.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import { encodeCustomId } from '../custom-id.ts';
import { button, message } from './body.ts';
import type { MessageBody } from './body.ts';
import { emergencyNumbers } from './contact-lines.ts';
import { helpNowButton } from './help-now-button.ts';

/** «Bekymret for en venn»: what to do first, and that one should not carry it alone. Source: 003:5, #chatsafe. */
export function worriedFriend(
  municipality: Municipality,
  contacts: NationalContacts,
  language: Language,
  { takesIn }: { readonly takesIn: boolean },
): MessageBody {
  const { pages } = textsIn(language, municipality);
  const numbers = emergencyNumbers(contacts);
  return message({
    texts: [
      `# ${pages.friendTitle()}\n${pages.friendAction(numbers)}`,
      pages.friendCare(),
      pages.friendSteps(),
      [...(takesIn ? [pages.friendWrite()] : []), pages.friendCall(numbers)].join(' '),
    ],
    buttons: [
      ...(takesIn ? [button(pages.writeButton(), encodeCustomId('write-to-us', municipality.id), 'primary')] : []),
      helpNowButton(language, municipality),
    ],
    accent: 'calm',
  });
}
