import type { Municipality } from '../../core/municipality.ts';
import { encodeCustomId } from '../custom-id.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import { button, message } from './body.ts';
import type { MessageBody } from './body.ts';
import { serviceName } from './context.ts';
import { helpNowButton } from './help-now-button.ts';
import { staffWords } from './shown-words.ts';

/** A post for everybody: what was written, and who says it. */
export function channelPost(text: string, municipality: Municipality, marker?: number): MessageBody {
  const { language, id } = municipality;
  const { pages } = textsIn(language, municipality);
  return message({
    texts: [staffWords(text), `-# ${serviceName(municipality, language)}`],
    buttons: [button(pages.whoButton(), encodeCustomId('who-are-you', id)), helpNowButton(language, municipality)],
    accent: 'calm',
    marker,
  });
}
