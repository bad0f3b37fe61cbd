import type { Snowflake } from '../ids.ts';
import type { PersonalDataKind } from '../redaction/redaction.ts';
import { emoji, methods, promises } from '../texts/banned-words.ts';
import { lix } from '../texts/reading.ts';
import type { Consent } from './post-book.ts';

/** Discord shows a post whole; longer is not read. UTF-16 units. Source: 000:13, 000:119. */
export const longestPost = 1_500;
const easyLix = 40;

/** Why a post cannot be kept as a draft. */
export type PostFault =
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-long'; readonly length: number; readonly most: number }
  | { readonly kind: 'promise'; readonly found: string }
  | { readonly kind: 'method'; readonly found: string }
  | { readonly kind: 'no-consent' }
  | { readonly kind: 'not-a-time' }
  | { readonly kind: 'past' }
  | { readonly kind: 'no-channel' }
  /** In a server that is not the municipality's, or where only staff read; or where the bot may not write. */
  | { readonly kind: 'foreign-channel' | 'closed-channel'; readonly channelId: Snowflake };

/** What the one who approves must look at. */
export type PostWarning =
  | { readonly kind: 'personal-data'; readonly kinds: readonly PersonalDataKind[] }
  | { readonly kind: 'hard-to-read'; readonly lix: number }
  | { readonly kind: 'emoji' };

/** Source: 000:5 (no identifiable persons without consent), #chatsafe. */
export function postFaults(text: string, consent: Consent): readonly PostFault[] {
  const [promise, method] = [promises.exec(text)?.[0], methods.exec(text)?.[0]];
  return [
    ...(text.trim() === '' ? [{ kind: 'empty' } as const] : []),
    ...(text.length > longestPost ? [{ kind: 'too-long', length: text.length, most: longestPost } as const] : []),
    ...(promise === undefined ? [] : [{ kind: 'promise', found: promise } as const]),
    ...(method === undefined ? [] : [{ kind: 'method', found: method } as const]),
    ...(consent === 'not-asked' ? [{ kind: 'no-consent' } as const] : []),
  ];
}

export function postWarnings(text: string, personalData: readonly PersonalDataKind[]): readonly PostWarning[] {
  const read = Math.round(lix(text));
  return [
    ...(personalData.length > 0 ? [{ kind: 'personal-data', kinds: personalData } as const] : []),
    ...(read > easyLix ? [{ kind: 'hard-to-read', lix: read } as const] : []),
    ...(emoji.test(text) ? [{ kind: 'emoji' } as const] : []),
  ];
}

const written = /^(\d{4})-(\d{2})-(\d{2})[ T](\d{2})[:.](\d{2})$/u;

/** «2026-11-25 18:00» in the municipality's time zone; nothing when there is no such time. */
export function localTime(text: string, timeZone: string): number | undefined {
  const match = written.exec(text.trim());
  if (!match) return undefined;
  const [, year, month, day, hour, minute] = match.map(Number);
  try {
    return Temporal.PlainDateTime.from({ year, month, day, hour, minute } as Temporal.PlainDateTimeLike, {
      overflow: 'reject',
    }).toZonedDateTime(timeZone).epochMilliseconds;
  } catch (cause) {
    if (cause instanceof RangeError) return undefined;
    throw cause;
  }
}
