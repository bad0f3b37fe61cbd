import type { OmittedContent } from './case.ts';
import type { Snowflake } from './ids.ts';
import type { Language } from './language.ts';
import type { RawText } from './raw-text.ts';
import type { Instant } from './time.ts';

/** What a young person did that the service must act on. */
export type Inbound =
  | InboundMessage
  | {
      readonly kind: 'edit';
      readonly messageId: Snowflake;
      readonly senderId: Snowflake;
      readonly channelId: Snowflake;
      readonly text: RawText;
      readonly at: Instant;
    }
  | { readonly kind: 'deletion'; readonly messageId: Snowflake; readonly channelId: Snowflake; readonly at: Instant };

export interface InboundMessage {
  readonly kind: 'message';
  /** The Discord message id, or the interaction id of a form. */
  readonly messageId: Snowflake;
  readonly senderId: Snowflake;
  /** The DM channel; absent when the words came through a form on the card. */
  readonly channelId?: Snowflake;
  /** The server whose card was used; absent for a DM. */
  readonly guildId?: Snowflake;
  /** The form's writer may not have been shown the receipt, and is to be sent it. */
  readonly receiptOwed?: boolean;
  /** Discord's locale of the sender where the event tells it. */
  readonly locale?: string;
  /** The language the sender has asked for. */
  readonly language?: Language;
  readonly text: RawText;
  readonly omitted: readonly OmittedContent[];
  readonly at: Instant;
}
