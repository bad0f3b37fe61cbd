import { createHash } from 'node:crypto';
import { RawText } from '../../../src/core/raw-text.ts';
import { createRedactor, type Redactor } from '../../../src/core/redaction/redact.ts';
import type { PlaceholderMemory, Redaction, RedactionContext } from '../../../src/core/redaction/redaction.ts';

export const municipalNumbers = ['75555000', '77790000', '72540000', '21802180'];
export const redactor: Redactor = createRedactor({ protectedNumbers: municipalNumbers });

export const noMemory: PlaceholderMemory = { entries: [] };
/** Keyed as in the product, with a key made for tests. */
export const digest = (text: string): string => createHash('sha256').update(`test key ${text}`).digest('hex');

export const contextWith = (changes: Partial<RedactionContext> = {}): RedactionContext => ({
  language: 'nb',
  memory: noMemory,
  digest,
  earlier: [],
  ...changes,
});

export const redactWith = (text: string, changes: Partial<RedactionContext> = {}): Redaction =>
  redactor.redact(new RawText(text), contextWith(changes));

/** The redacted text alone. */
export const masked = (text: string): string => redactWith(text).text;
