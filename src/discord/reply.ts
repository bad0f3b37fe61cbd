import { MessageFlags } from 'discord.js';
import type { InteractionReplyOptions } from 'discord.js';
import type { MessageBody } from './views/body.ts';

/** A body as the answer to an interaction, seen by nobody else. */
export const ephemeral = ({ components, allowed_mentions: mentions }: MessageBody): InteractionReplyOptions => ({
  components,
  allowedMentions: { parse: mentions.parse },
  flags: MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral,
});

/** A picture that goes along with an answer; the body shows it by its name. */
export interface Picture {
  readonly name: string;
  readonly bytes: Buffer;
}

/** As `deferred`, with pictures. */
export const deferredWith = (body: MessageBody, pictures: readonly Picture[]) => ({
  ...deferred(body),
  files: pictures.map(({ name, bytes }) => ({ name, attachment: bytes })),
});

/** A body as the later content of a deferred answer. */
export const deferred = ({ components, allowed_mentions: mentions }: MessageBody) => ({
  components,
  allowedMentions: { parse: mentions.parse },
  flags: MessageFlags.IsComponentsV2 as const,
});
