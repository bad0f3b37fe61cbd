import { z } from 'zod';
import type { Inbound, InboundMessage } from '../../core/inbound.ts';
import { languages } from '../../core/language.ts';
import { RawText } from '../../core/raw-text.ts';
import { omittedContent } from './case-record.ts';
import { codec, instant, snowflake } from './codec.ts';

type Edit = Extract<Inbound, { kind: 'edit' }>;
type Deletion = Extract<Inbound, { kind: 'deletion' }>;

const message = z.looseObject({
  kind: z.literal('message'),
  messageId: snowflake,
  senderId: snowflake,
  channelId: snowflake.optional(),
  guildId: snowflake.optional(),
  receiptOwed: z.boolean().optional(),
  locale: z.string().optional(),
  language: z.enum(languages).optional(),
  text: z.string(),
  omitted: z.array(omittedContent),
  at: instant,
} satisfies Record<keyof InboundMessage, z.ZodType>);

const edit = z.looseObject({
  kind: z.literal('edit'),
  messageId: snowflake,
  senderId: snowflake,
  channelId: snowflake,
  text: z.string(),
  at: instant,
} satisfies Record<keyof Edit, z.ZodType>);

const deletion = z.looseObject({
  kind: z.literal('deletion'),
  messageId: snowflake,
  channelId: snowflake,
  at: instant,
} satisfies Record<keyof Deletion, z.ZodType>);

const kinds = { message, edit, deletion } satisfies Record<Inbound['kind'], z.ZodType>;
const schema = z.discriminatedUnion('kind', [kinds.message, kinds.edit, kinds.deletion]);

/** The words leave `RawText` here, to be sealed at once; `sealing.ts` is the only caller. */
export const inboundCodec = codec<Inbound>('inbound', schema, {
  toPlain: (inbound) => (inbound.kind === 'deletion' ? inbound : { ...inbound, text: inbound.text.reveal() }),
  fromPlain: (plain) => {
    const known = plain as z.infer<typeof schema>;
    return (known.kind === 'deletion' ? known : { ...known, text: new RawText(known.text) }) as unknown as Inbound;
  },
});

/** The original words of a worrying message. */
export const originalCodec = codec<RawText>('original', z.string(), {
  toPlain: (original) => original.reveal(),
  fromPlain: (plain) => new RawText(plain as string),
});
