import { z } from 'zod';
import { integer, list, snowflake, text } from './form.ts';

/** Bodies that make or change channels, threads and overwrites. Source: Discord API docs, "Channels Resource". */

const bits = z.union([z.string().regex(/^\d+$/u), integer(0, Number.MAX_SAFE_INTEGER)]);
const archiveAfter = z.literal([60, 1440, 4320, 10_080]);
const slowmode = integer(0, 21_600);
const tags = list(snowflake, 0, 5);

export const overwriteBody = z.strictObject({
  id: snowflake.optional(),
  type: z.literal([0, 1]),
  allow: bits.nullish(),
  deny: bits.nullish(),
});

const common = {
  name: text(1, 100),
  topic: text(0, 1024).nullish(),
  position: integer(0, 1_000_000).nullish(),
  nsfw: z.boolean().nullish(),
  rate_limit_per_user: slowmode.nullish(),
  parent_id: snowflake.nullish(),
  permission_overwrites: list(overwriteBody.extend({ id: snowflake }), 0, 500).nullish(),
  default_auto_archive_duration: archiveAfter.nullish(),
  default_thread_rate_limit_per_user: slowmode.nullish(),
  available_tags: list(z.looseObject({ name: text(1, 20) }), 0, 20).nullish(),
  default_reaction_emoji: z.unknown(),
  default_sort_order: integer(0, 1).nullish(),
  default_forum_layout: integer(0, 2).nullish(),
};

/** Kinds a bot may make here: text, category, announcement, forum. */
export const createChannelBody = z.strictObject({ ...common, type: z.literal([0, 4, 5, 15]).nullish() });

export const editChannelBody = z.strictObject({
  ...common,
  name: text(1, 100).optional(),
  type: z.literal([0, 5]).optional(),
});

export const editThreadBody = z.strictObject({
  name: text(1, 100).optional(),
  archived: z.boolean().nullish(),
  locked: z.boolean().nullish(),
  invitable: z.boolean().nullish(),
  auto_archive_duration: archiveAfter.nullish(),
  rate_limit_per_user: slowmode.nullish(),
  applied_tags: tags.nullish(),
  flags: integer(0, 2_147_483_647).nullish(),
});

const threadCommon = {
  name: text(1, 100),
  auto_archive_duration: archiveAfter.nullish(),
  rate_limit_per_user: slowmode.nullish(),
};

/** The kind follows from the parent; discord.js names it all the same. */
export const threadFromMessageBody = z.strictObject({ ...threadCommon, type: z.literal([10, 11]).nullish() });

export const threadBody = z.strictObject({
  ...threadCommon,
  /** Private unless said otherwise. */
  type: z.literal([10, 11, 12]).nullish(),
  invitable: z.boolean().nullish(),
});

/** The message inside is checked as a message. */
export const forumPostBody = z.strictObject({
  ...threadCommon,
  message: z.looseObject({}),
  applied_tags: tags.nullish(),
});

export type CreateChannelBody = z.infer<typeof createChannelBody>;
export type EditChannelBody = z.infer<typeof editChannelBody>;
export type EditThreadBody = z.infer<typeof editThreadBody>;
