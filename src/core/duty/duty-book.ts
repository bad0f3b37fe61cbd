import { z } from 'zod';
import { isSnowflake } from '../ids.ts';
import type { Snowflake } from '../ids.ts';
import type { Instant } from '../time.ts';
import { dutyThemes } from './themes.ts';
import type { DutyTheme } from './themes.ts';

/** Somebody who has checked in. No personal data beyond the staff id and the signature. */
export interface DutyPerson {
  readonly id: Snowflake;
  /** First name and role, e.g. «Kari, saksbehandler». */
  readonly signature: string;
  readonly themes: readonly DutyTheme[];
  /** On duty from here on; later than the check-in when it came before opening. */
  readonly from: Instant;
  /** On duty until closing: it ends by itself, whatever program runs then. */
  readonly until: Instant;
}

/** The opening that people have been told about. */
export interface Announcement {
  /** When that opening ends. */
  readonly until: Instant;
  /** False when it was noticed too late to be told. */
  readonly told: boolean;
}

/** Who is on duty in one municipality: the setting `duty`. */
export interface DutyBook {
  readonly people: readonly DutyPerson[];
  readonly announced?: Announcement | undefined;
}

export const emptyDutyBook: DutyBook = { people: [] };

const instant = z.number().int();
const dutyBook = z.object({
  people: z.array(
    z.object({
      id: z.custom<Snowflake>((value) => typeof value === 'string' && isSnowflake(value)),
      signature: z.string().min(1).max(120),
      themes: z.array(z.enum(dutyThemes)),
      from: instant,
      until: instant,
    }),
  ),
  announced: z.object({ until: instant, told: z.boolean() }).optional(),
});

/** A stored book. One that cannot be read has nobody in it: better to say that nobody is there than to stop a message. */
export function readDutyBook(value: unknown): DutyBook {
  const parsed = dutyBook.safeParse(value);
  return parsed.success ? parsed.data : emptyDutyBook;
}

export const isOnDuty = ({ from, until }: DutyPerson, now: Instant): boolean => from <= now && now < until;

/** In the order they came. */
export const peopleOnDuty = ({ people }: DutyBook, now: Instant): readonly DutyPerson[] =>
  people.filter((person) => isOnDuty(person, now));

/** Puts somebody in the book; who is in it already gets the new themes and times, and keeps the place. */
export function checkIn(book: DutyBook, person: DutyPerson): DutyBook {
  const known = book.people.some(({ id }) => id === person.id);
  const people = known
    ? book.people.map((other) => (other.id === person.id ? person : other))
    : [...book.people, person];
  return { ...book, people };
}

export const checkOut = (book: DutyBook, id: Snowflake): DutyBook => ({
  ...book,
  people: book.people.filter((person) => person.id !== id),
});
