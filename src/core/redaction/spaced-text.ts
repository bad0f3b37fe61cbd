import type { Folding } from './view.ts';

const letterOrDigit = /^[\p{L}\p{N}]$/u;
const letter = /^\p{L}$/u;
const longestSeparator = 5;

/**
 * Joins what somebody spelled with the same separator between single characters: «J o n a s», «O.l.i.v.i.a»,
 * «N.E.-.2.4.8.5.7». Rows of digits only are left alone; reading them is the work of digit chains.
 */
export function collapseSpacedText(folding: Folding): Folding {
  const { characters, starts, ends } = folding;
  const joined: Folding = { characters: [], starts: [], ends: [], spelled: [] };
  const push = (index: number): void => {
    joined.characters.push(characters[index] ?? '');
    joined.starts.push(starts[index] ?? 0);
    joined.ends.push(ends[index] ?? 0);
  };
  for (let index = 0; index < characters.length;) {
    const row = spelledRow(characters, index);
    if (row === undefined) {
      push(index++);
      continue;
    }
    if (!row.joins) {
      // Copied up to its last sign, which may open a row of its own («i p.i.l.e»); looking again from its second sign
      // would make long rows quadratic.
      do push(index++);
      while (index < row.end - 1);
      continue;
    }
    const start = joined.characters.length;
    row.elements.forEach(push);
    joined.spelled.push({ start, end: joined.characters.length });
    index = row.end;
  }
  return joined;
}

interface Row {
  readonly elements: readonly number[];
  readonly end: number;
  readonly joins: boolean;
}

function spelledRow(characters: readonly string[], first: number): Row | undefined {
  const at = (index: number): string => characters[index] ?? '';
  const single = (index: number): boolean => letterOrDigit.test(at(index));
  if (!single(first) || (first > 0 && single(first - 1))) return undefined;

  const separator = at(first + 1);
  if (separator === '' || single(first + 1)) return undefined;
  const between = separatorAt(characters, first + 1);

  const elements = [first];
  for (let last = first; ;) {
    for (let step = 0; step < between.length; step++)
      if (at(last + 1 + step) !== between[step]) return finished(characters, elements, separator);
    const next = last + between.length + 1;
    const element = at(next);
    const whole = single(next) && !single(next + 1);
    const mark =
      between.length === 1 &&
      (separator === ' ' ? '@._' : '-@_.').includes(element) &&
      element !== separator &&
      element !== '' &&
      at(next + 1) === separator;
    if (!whole && !mark) return finished(characters, elements, separator);
    elements.push(next);
    last = next;
  }
}

// What stands between two letters: up to five signs that are no letter, digit or new line («N, I», «N - I», «N ... I»).
function separatorAt(characters: readonly string[], from: number): readonly string[] {
  let end = from;
  while (end < characters.length && end - from <= longestSeparator && !letterOrDigit.test(characters[end] ?? '')) {
    if (characters[end] === '\n' && end > from) break;
    end++;
  }
  return characters.slice(from, end - from > longestSeparator ? from + 1 : end);
}

function finished(characters: readonly string[], elements: readonly number[], separator: string): Row {
  const letters = elements.filter((index) => letter.test(characters[index] ?? '')).length;
  const end = (elements.at(-1) ?? 0) + 1;
  const wide = separator === ' ' && (isWideGap(characters, (elements[0] ?? 0) - 3) || isWideGap(characters, end - 1));
  const needed = separator === '\n' || (separator === ' ' && !wide) ? 4 : wide ? 2 : 3;
  const joins = letters >= 2 && elements.length >= needed && (separator !== '\n' || letters === elements.length);
  return { elements, end, joins };
}

// «n i  t r e»: two spaces between words whose letters have one, so that even a short word is spelled.
function isWideGap(characters: readonly string[], from: number): boolean {
  const single = (index: number): boolean => letterOrDigit.test(characters[index] ?? '');
  return (
    single(from) &&
    !single(from - 1) &&
    characters[from + 1] === ' ' &&
    characters[from + 2] === ' ' &&
    single(from + 3) &&
    !single(from + 4)
  );
}
