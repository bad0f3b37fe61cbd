import { z } from 'zod';
import { StoreFault } from '../../ports.ts';

/** Turns one kind of record into bytes and back. */
export interface Codec<T> {
  /** @throws TypeError when the record could not be read back; names the fields, never a value */
  encode(record: T): Uint8Array;
  /** @throws StoreFault `unknown-version` for a record this program does not know, `corrupt` for what is no record */
  decode(bytes: Uint8Array): T;
}

const envelope = z.object({ v: z.literal(1), r: z.unknown() });

/**
 * Records are checked on the way in as well: a record that could be written but not read would be a lost message.
 * Fields that a later version added pass through untouched, so that rolling back loses nothing.
 */
export function codec<T>(
  name: string,
  schema: z.ZodType,
  shape: { readonly toPlain: (record: T) => unknown; readonly fromPlain: (plain: unknown) => T },
): Codec<T> {
  return {
    encode(record) {
      const plain = shape.toPlain(record);
      const checked = schema.safeParse(plain);
      if (checked.success) return Buffer.from(JSON.stringify({ v: 1, r: plain }));
      const fields = checked.error.issues.map((issue) => issue.path.join('.') || 'kind');
      throw new TypeError(`cannot store ${name}: ${fields.join(', ')}`);
    },
    decode(bytes) {
      let plain: unknown;
      try {
        plain = JSON.parse(Buffer.from(bytes).toString('utf8'));
      } catch {
        throw new StoreFault('corrupt');
      }
      const opened = envelope.safeParse(plain);
      if (!opened.success) throw new StoreFault('unknown-version');
      const checked = schema.safeParse(opened.data.r);
      if (!checked.success) throw new StoreFault('unknown-version');
      return shape.fromPlain(checked.data);
    },
  };
}

/** For records that are plain data already. The compiler ties the schema's fields to the type where it is made. */
export const plainCodec = <T>(name: string, schema: z.ZodType): Codec<T> =>
  codec<T>(name, schema, { toPlain: (record) => record, fromPlain: (plain) => plain as T });

export const snowflake = z.string().regex(/^\d{17,20}$/);
export const instant = z.number().int();
