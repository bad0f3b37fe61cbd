import type { JsonObject, JsonValue } from './control-api.ts';

export type { JsonObject, JsonValue };

/** What is put on the wire; checked by the clients that read it. */
export type Wire = Record<string, unknown>;

/** @throws SyntaxError when the text is not JSON */
export function parseJson(text: string): JsonValue {
  return JSON.parse(text) as JsonValue;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isList(value: unknown): value is readonly JsonValue[] {
  return Array.isArray(value);
}

export function textOf(object: JsonObject, key: string): string | null {
  const value = object[key];
  return typeof value === 'string' ? value : null;
}

export function numberOf(object: JsonObject, key: string): number | null {
  const value = object[key];
  return typeof value === 'number' ? value : null;
}

export function flagOf(object: JsonObject, key: string): boolean | null {
  const value = object[key];
  return typeof value === 'boolean' ? value : null;
}

export function objectOf(object: JsonObject, key: string): JsonObject | null {
  const value = object[key];
  return isObject(value) ? value : null;
}

/** The objects of a list; other entries are left out. Empty when there is no list. */
export function objectsOf(object: JsonObject, key: string): readonly JsonObject[] {
  const value = object[key];
  return isList(value) ? value.filter(isObject) : [];
}

/** The texts of a list; other entries are left out. Null when there is no list. */
export function textsOf(object: JsonObject, key: string): readonly string[] | null {
  const value = object[key];
  return isList(value) ? value.filter((entry) => typeof entry === 'string') : null;
}

/** A deep copy without the keys whose value is null, as Discord stores what it is sent. */
export function withoutNulls(value: JsonObject): JsonObject {
  const kept = Object.entries(value).filter(([, entry]) => entry !== null);
  return Object.fromEntries(kept.map(([key, entry]) => [key, strip(entry)]));
}

function strip(value: JsonValue): JsonValue {
  if (isList(value)) return value.map(strip);
  return isObject(value) ? withoutNulls(value) : value;
}
