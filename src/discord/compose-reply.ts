import type { StandardText } from '../core/standard-text.ts';
import type { ReplyStep } from '../flows/reply-to-sender.ts';
import { maxReplyLength } from './views/sender-reply.ts';

/** Why nothing can be sent yet. */
export type ReplyFault = 'empty' | 'too-long' | 'not-usable';

export type ComposedReply =
  { readonly kind: 'words'; readonly text: string; readonly step: ReplyStep } | { readonly kind: ReplyFault };

/**
 * What the form «Svar» says: one's own words, then the approved text that was chosen. Nobody has seen the two together
 * yet, so a chosen text is always shown back first.
 * @param chosen the id of the text; absent when none was
 * @param usable those that may be sent now
 */
export function composeReply(own: string, chosen: string | undefined, usable: readonly StandardText[]): ComposedReply {
  const written = own.trim();
  if (chosen === undefined) return written === '' ? { kind: 'empty' } : { kind: 'words', text: own, step: 'written' };
  const ready = usable.find(({ id }) => id === chosen);
  if (!ready) return { kind: 'not-usable' };
  const text = [...(written === '' ? [] : [written]), ready.text].join('\n\n');
  return text.length > maxReplyLength ? { kind: 'too-long' } : { kind: 'words', text, step: 'to-be-shown' };
}
