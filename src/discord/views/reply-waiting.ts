import type { Case, CaseEntry } from '../../core/case.ts';
import { isSnowflake } from '../../core/ids.ts';
import type { Municipality } from '../../core/municipality.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import { encodeCustomId } from '../custom-id.ts';
import { button, message } from './body.ts';
import type { MessageBody } from './body.ts';
import { serviceName } from './context.ts';
import { helpNowButton } from './help-now-button.ts';

interface Waiting {
  readonly case: Case;
  readonly municipality: Municipality;
  readonly entry: CaseEntry;
}

/**
 * In a private thread with a sender who takes no direct messages: that there is a reply, and how to read it alone. None of
 * anybody's words: those who run the server can see the thread.
 */
export function replyWaiting({ case: current, municipality, entry }: Waiting, marker?: number): MessageBody {
  const { language } = current;
  const { sender, pages } = textsIn(language);
  const replyId = entry.editOf ?? entry.id;
  return message({
    texts: [
      sender.replyWaiting({ service: serviceName(municipality, language) }),
      sender.threadIsSeen(),
      `-# ${sender.botSignature()}`,
    ],
    buttons: [
      ...(isSnowflake(replyId)
        ? [button(sender.readReplyButton(), encodeCustomId('read-reply', current.id, replyId), 'primary')]
        : []),
      button(pages.writeButton(), encodeCustomId('write-to-us', municipality.id)),
      helpNowButton(language, municipality),
    ],
    accent: 'calm',
    marker,
  });
}
