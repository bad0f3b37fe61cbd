import { z } from 'zod';
import type { Strategy } from '../approval.ts';
import { completeRoundSchema, roundSchema, signatureSchema } from './round.ts';
import type { Signature } from './round.ts';

const trackSchema = z
  .object({
    /** The approval the service runs on. */
    inForce: completeRoundSchema.optional(),
    /** The round that is being filed. */
    draft: roundSchema.optional(),
    /** Management has said no, or yes, here: what stood in a settings file counts no longer. */
    decided: z.boolean(),
    /** Settings changed since, of the kind management must look at again: each once after each decision. */
    changed: z
      .array(z.object({ key: z.string(), at: z.number().int() }).readonly())
      .readonly()
      .optional(),
  })
  .readonly();
export type Track = z.output<typeof trackSchema>;
export const emptyTrack: Track = { decided: false };

const bookSchema = z
  .object({
    /** Of this record's form. */
    form: z.literal(1),
    tracks: z.partialRecord(z.enum(['1', '2', '3', '4']), trackSchema).readonly(),
    pause: signatureSchema.optional(),
    /** The latest time somebody stopped the intake and opened it again. Source: 000:19. */
    drill: z.object({ paused: signatureSchema, resumed: signatureSchema }).readonly().optional(),
  })
  .readonly();
/** All that is recorded of one municipality's approval: the setting `approval`. */
export type ApprovalBook = z.output<typeof bookSchema>;
export const emptyBook: ApprovalBook = { form: 1, tracks: {} };

/** A stored book; nothing when it cannot be read, and the service is paused then. */
export function readApprovalBook(value: unknown): ApprovalBook | undefined {
  const parsed = bookSchema.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}

export const trackOf = (book: ApprovalBook, strategy: Strategy): Track => book.tracks[`${strategy}`] ?? emptyTrack;

export const withTrack = (book: ApprovalBook, strategy: Strategy, track: Track): ApprovalBook => ({
  ...book,
  tracks: { ...book.tracks, [`${strategy}`]: track },
});

/** The intake stops. Nothing when it stands still already. */
export const pauseIntake = (book: ApprovalBook, by: Signature): ApprovalBook | undefined =>
  book.pause ? undefined : { ...book, pause: by };

/** The intake goes on, and the pause is on record as a drill. Nothing when it was not paused. */
export function resumeIntake(book: ApprovalBook, by: Signature): ApprovalBook | undefined {
  const { pause, ...rest } = book;
  return pause && { ...rest, drill: { paused: pause, resumed: by } };
}
