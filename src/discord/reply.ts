import { MessageFlags } from 'discord.js';
import type { InteractionReplyOptions, ModalSubmitInteraction } from 'discord.js';
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

/**
 * Answers a form that was sent. Discord waits three seconds for a first word; what the form holds is taken in whether or
 * not it still waits, since it is gone from its writer's screen. Source: RELIABILITY F-15.
 * @param work is told whether its writer will be shown the answer, as far as can be known
 * @param acknowledge the first word: «thinking …» to the writer alone, unless something else is given
 * @throws what refused the first word, after the work is done, when no answer could be shown
 */
export async function answerForm(
  interaction: ModalSubmitInteraction,
  work: (isShown: boolean) => Promise<MessageBody>,
  acknowledge: () => Promise<unknown> = () => interaction.deferReply({ flags: MessageFlags.Ephemeral }),
): Promise<void> {
  const refused = await acknowledge().then(
    () => undefined,
    (fault: unknown) => ({ fault }),
  );
  const body = await work(refused === undefined);
  if (!refused) {
    await interaction.editReply(deferred(body));
    return;
  }
  // The first word may have come through although we were told otherwise.
  await interaction
    .reply(ephemeral(body))
    .catch(() => interaction.webhook.editMessage('@original', deferred(body)))
    .catch(() => {
      throw refused.fault;
    });
}
