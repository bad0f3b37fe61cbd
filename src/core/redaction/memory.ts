import type { Message, Sighting } from './message.ts';
import { lexeme } from './lexicon.ts';
import { isNumbered } from './placeholders.ts';
import type { PersonalDataKind, PlaceholderMemory, RedactionContext } from './redaction.ts';

type Digest = RedactionContext['digest'];

/** How a value is written before it is digested, so that spelling in capitals or with extra spaces stays the same. */
function keyOf(kind: PersonalDataKind, value: string): string {
  return `${kind}:${value
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()}`;
}

/** Words of the message the conversation has named before. */
export function remembered(message: Message, memory: PlaceholderMemory, digest: Digest): readonly Sighting[] {
  const known = new Map(memory.entries.map((entry) => [entry.digest, entry.kind]));
  if (known.size === 0) return [];
  const found: Sighting[] = [];
  message.tokens.forEach((token, index) => {
    if (token.kind !== 'word' || token.text.length < 2 || ((message.bits[index] ?? 0) & lexeme.functionWord) !== 0)
      return;
    const genitive = token.lower.length > 3 && token.lower.endsWith('s') ? token.lower.slice(0, -1) : undefined;
    for (const word of [token.lower, genitive]) {
      if (word === undefined) continue;
      if (known.get(digest(keyOf('NAME', word))) === 'NAME')
        found.push({ start: token.start, end: token.start + word.length, kind: 'NAME', ruleId: 'name.remembered' });
      else if (known.get(digest(keyOf('USERNAME', word))) === 'USERNAME')
        found.push({ start: token.start, end: token.end, kind: 'USERNAME', ruleId: 'handle.remembered' });
    }
  });
  return found;
}

/** Numbers values of one conversation: the same value gets the same number, a name also by each of its parts. */
export class Numbering {
  readonly #digest: Digest;
  readonly #entries: { kind: PersonalDataKind; number: number; digest: string }[];
  readonly #numbers: Map<string, number>;

  constructor(memory: PlaceholderMemory, digest: Digest) {
    this.#digest = digest;
    this.#entries = [...memory.entries];
    this.#numbers = new Map(memory.entries.map((entry) => [`${entry.kind} ${entry.digest}`, entry.number]));
  }

  /** Number of `value` within its kind, counting from 1; kinds without numbers answer 0 and are not remembered. */
  numberOf(kind: PersonalDataKind, value: string): number {
    if (!isNumbered(kind)) return 0;
    const keys = this.#keys(kind, value);
    const number =
      keys.map((key) => this.#numbers.get(`${kind} ${key}`)).find((known) => known !== undefined) ?? this.#next(kind);
    for (const key of keys) this.#remember(kind, key, number);
    return number;
  }

  memory(): PlaceholderMemory {
    return { entries: this.#entries };
  }

  #keys(kind: PersonalDataKind, value: string): readonly string[] {
    const whole = keyOf(kind, value);
    const parts = kind === 'NAME' ? value.split(/[^\p{L}\p{N}'’-]+/u).filter((part) => part.length >= 2) : [];
    const keys = new Set([whole, ...parts.map((part) => keyOf(kind, part))]);
    return [...keys].map((key) => this.#digest(key));
  }

  #next(kind: PersonalDataKind): number {
    return 1 + Math.max(0, ...this.#entries.filter((entry) => entry.kind === kind).map((entry) => entry.number));
  }

  #remember(kind: PersonalDataKind, digest: string, number: number): void {
    const key = `${kind} ${digest}`;
    if (this.#numbers.has(key)) return;
    this.#numbers.set(key, number);
    this.#entries.push({ kind, number, digest });
  }
}
