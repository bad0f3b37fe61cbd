import { inspect } from 'node:util';

/**
 * Words from the public before redaction. Prints as `[raw text]` however it is logged, joined or serialised.
 * Only redaction, triage and sealing may call `reveal` (test/architecture.test.ts holds the list).
 */
export class RawText {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** The words themselves. Never pass the answer to a log, a view or a store. */
  reveal(): string {
    return this.#text;
  }

  /** UTF-16 code units. */
  get length(): number {
    return this.#text.length;
  }

  toString(): string {
    return '[raw text]';
  }

  toJSON(): string {
    return '[raw text]';
  }

  [inspect.custom](): string {
    return '[raw text]';
  }
}
