import type { CaseEntry } from '../../core/case.ts';
import type { Municipality } from '../../core/municipality.ts';
import type { StaffText } from '../../core/staff-text.ts';
import type { Language } from '../../core/language.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import { message } from './body.ts';
import type { MessageBody } from './body.ts';
import { serviceName } from './context.ts';
import { helpNowButton } from './help-now-button.ts';
import { inline, staffWords } from './shown-words.ts';

/** The longest reply a form takes: it fits one message even when every character must be escaped. UTF-16 units. */
export const maxReplyLength = 1_800;

export interface Signed {
  /** First name and role, by the service's policy. */
  readonly signature: string;
  readonly municipality: Municipality;
  readonly language: Language;
}

/** The words of a reply with its signature: the same in the preview as in what the sender gets. */
export function replyTexts(text: StaffText, { signature, municipality, language }: Signed): readonly string[] {
  const service = serviceName(municipality, language);
  return [staffWords(text), textsIn(language).sender.humanSignature({ signature: inline(signature), service })];
}

/** A reply written by a human, to the sender. Nothing to say when the entry holds no text. */
export function senderReply(
  entry: CaseEntry,
  { municipality, language }: Omit<Signed, 'signature'>,
  marker?: number,
): MessageBody {
  const texts =
    entry.body.kind === 'text'
      ? replyTexts(entry.body.text, { signature: entry.signature ?? '', municipality, language })
      : [textsIn(language).staff.entryEmpty()];
  return message({ texts, buttons: [helpNowButton(language, municipality)], accent: 'calm', marker });
}
