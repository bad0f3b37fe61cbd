import { z } from 'zod';
import { invalidField } from '../errors.ts';
import { objectOf, objectsOf, textOf, type JsonObject } from '../json.ts';
import { integer, lengthOf, list, text, webAddress } from './form.ts';

/** Embeds. Source: Discord API docs, "Embed Limits". */

const MOST_IN_ALL = 6000;

const address = webAddress(2048).nullish();
const picture = z.strictObject({ url: webAddress(2048, ['http:', 'https:', 'attachment:']) }).nullish();

const embed = z.strictObject({
  type: z.string().nullish(),
  title: text(0, 256).nullish(),
  description: text(0, 4096).nullish(),
  url: address,
  timestamp: z.iso.datetime({ offset: true }).nullish(),
  color: integer(0, 0xffffff).nullish(),
  footer: z.strictObject({ text: text(0, 2048), icon_url: address }).nullish(),
  author: z.strictObject({ name: text(1, 256), url: address, icon_url: address }).nullish(),
  image: picture,
  thumbnail: picture,
  fields: list(
    z.strictObject({ name: text(1, 256), value: text(1, 1024), inline: z.boolean().nullish() }),
    0,
    25,
  ).nullish(),
});

export const embeds = list(embed, 0, 10);

/** Everything a reader can read in an embed. */
export function embedText(given: JsonObject): readonly string[] {
  const own = ['title', 'description'].map((key) => textOf(given, key));
  const footer = objectOf(given, 'footer');
  const author = objectOf(given, 'author');
  const fields = objectsOf(given, 'fields').flatMap((field) => [textOf(field, 'name'), textOf(field, 'value')]);
  const parts = [...own, footer && textOf(footer, 'text'), author && textOf(author, 'name'), ...fields];
  return parts.flatMap((part) => (part === null || part === '' ? [] : [part]));
}

/** @throws ApiError 50035 when all embeds together are longer than 6,000 characters */
export function checkEmbedTotal(given: readonly JsonObject[]): void {
  const total = given.flatMap(embedText).reduce((sum, part) => sum + lengthOf(part), 0);
  if (total > MOST_IN_ALL) {
    throw invalidField(['embeds'], 'MAX_EMBED_SIZE_EXCEEDED', `Embed size exceeds maximum size of ${MOST_IN_ALL}`);
  }
}
