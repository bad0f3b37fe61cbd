import type { z } from 'zod';
import { localContactsSchema } from '../contacts/register.ts';
import { describeIssue } from '../describe-issue.ts';
import { faultPath } from '../fault-path.ts';
import { scheduleSchema } from '../hours/schedule.ts';
import { assembleMunicipality, municipalityFileSchema } from '../municipality.ts';
import type { Municipality } from '../municipality.ts';

/** What a municipality has written, as read from its three files and not yet checked. */
export interface MunicipalityDocument {
  readonly municipality: unknown;
  readonly hours: unknown;
  readonly contacts: unknown;
}

/**
 * What coordinators have changed since: a key of `municipality.json`, or `hours` or `contacts` as a whole. `null` takes
 * away what the file says; a key that is not here stands as the file has it.
 */
export type SettingsOverlay = Readonly<Record<string, unknown>>;

/** Fixed by the folder the municipality lives in; and an approval is never a setting. */
const fixedKeys: readonly string[] = ['id', 'invented', 'approval'];

/** One thing that is wrong, never repeating a value. */
export interface DocumentFault {
  readonly part: keyof MunicipalityDocument;
  /** The place in the part, e.g. `roles.caseworker`; empty for the whole. */
  readonly path: string;
  readonly what: string;
}

export type SettledDocument =
  | { readonly ok: true; readonly value: Municipality }
  | { readonly ok: false; readonly faults: readonly DocumentFault[] };

/** Checks all three parts together, and tells every fault. Never throws. */
export function settleDocument(document: MunicipalityDocument): SettledDocument {
  const file = checkPart('municipality', municipalityFileSchema, document.municipality);
  const hours = checkPart('hours', scheduleSchema, document.hours);
  const contacts = checkPart('contacts', localContactsSchema, document.contacts);
  if (file.ok && hours.ok && contacts.ok) {
    return { ok: true, value: assembleMunicipality(file.value, hours.value, contacts.value) };
  }
  return { ok: false, faults: [file, hours, contacts].flatMap((part) => (part.ok ? [] : part.faults)) };
}

/** The document with the changes laid over it. */
export function overlaid(document: MunicipalityDocument, overlay: SettingsOverlay): MunicipalityDocument {
  const { hours, contacts, ...keys } = overlay;
  const merged = Object.entries({ ...(document.municipality as object), ...keys });
  const file: unknown = Object.fromEntries(merged.filter(([, value]) => value !== null));
  return { municipality: file, hours: hours ?? document.hours, contacts: contacts ?? document.contacts };
}

/** What is set, as one record with every key of the files. Nothing in it is trusted to be whole. */
export type CurrentDocument = Readonly<Record<string, unknown>>;
export const asCurrent = ({ municipality, hours, contacts }: MunicipalityDocument): CurrentDocument => ({
  ...(typeof municipality === 'object' ? municipality : {}),
  hours,
  contacts,
});

/** The keys of a change that only the files may say. */
export const unchangeable = (overlay: SettingsOverlay): readonly string[] =>
  Object.keys(overlay).filter((key) => fixedKeys.includes(key));

type Checked<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly faults: readonly DocumentFault[] };

function checkPart<Schema extends z.ZodType>(
  part: DocumentFault['part'],
  schema: Schema,
  json: unknown,
): Checked<z.output<Schema>> {
  const parsed = schema.safeParse(json, { error: describeIssue });
  if (parsed.success) return { ok: true, value: parsed.data };
  const faults = parsed.error.issues.map(({ path, message }) => ({ part, path: faultPath(path), what: message }));
  return { ok: false, faults };
}
