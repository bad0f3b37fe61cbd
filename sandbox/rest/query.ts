import { invalidField } from '../errors.ts';

/** A whole number from the query. @throws ApiError 50035 outside the range */
export function wholeNumber(query: URLSearchParams, key: string, fallback: number, min: number, max: number): number {
  const given = query.get(key);
  if (given === null) return fallback;
  const value = Number(given);
  if (!Number.isInteger(value)) throw invalidField([key], 'NUMBER_TYPE_COERCE', `Value "${given}" is not int.`);
  if (value < min) throw invalidField([key], 'NUMBER_TYPE_MIN', `int value should be greater than or equal to ${min}.`);
  if (value > max) throw invalidField([key], 'NUMBER_TYPE_MAX', `int value should be less than or equal to ${max}.`);
  return value;
}
