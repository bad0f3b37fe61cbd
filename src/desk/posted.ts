import type { FastifyRequest } from 'fastify';

/** The fields of a sent form, the first of each name. No prototype, so that every name is only a name. */
export function postedOf({ body }: FastifyRequest): Readonly<Record<string, string>> {
  const fields = Object.create(null) as Record<string, string>;
  if (body instanceof URLSearchParams) for (const [name, value] of body) fields[name] ??= value;
  return fields;
}

/** What a person typed, without what the form itself carried. */
export const typedIn = (posted: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(posted)
    .filter(([name, value]) => !['csrf', 'once', 'token', 'basedOn', 'card'].includes(name) && value.trim().length > 3)
    .map(([, value]) => value);
