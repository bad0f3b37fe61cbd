import { lexeme } from './lexicon.ts';
import { lowerAt, type Message } from './message.ts';
import type { Reading } from './name-neighbours.ts';

const opening = /^(?:begynner|begynn|starter|byrjar|startar|starts|begins|første)$/;
const closing = /^(?:slutter|ender|sluttar|endar|ends|siste)$/;
const breaks = /^(?:-?\r?\n|[ /|~_+]|[.…]{2,3}|\.)$/;
const joint = /^(?:på|med|with|in|er|del|delen|:)$/;

/**
 * Names somebody has cut in two: over a line («Hel\nene»), with a space or sign («kar ianne»), with «pluss», or told apart
 * («begynner på Se og slutter på bastian»).
 */
export function namesInParts(message: Message): readonly (readonly [number, Reading])[] {
  const { tokens, bits, view } = message;
  const found: (readonly [number, Reading])[] = [];
  const take = (index: number): void => {
    const token = tokens[index];
    if (token?.kind === 'word') found.push([index, { ruleId: 'name.in-parts', end: token.end }]);
  };
  tokens.forEach((token, index) => {
    if (token.kind !== 'word') return;
    let at = index + 1;
    const next = lowerAt(message, at);
    const plus = next === 'pluss' || next === 'plus';
    if (plus) at++;
    while (tokens[at]?.kind === 'mark' && at <= index + 4) at++;
    const second = tokens[at];
    if (second?.kind !== 'word') return;
    const small = (((bits[index] ?? 0) | (bits[at] ?? 0)) & lexeme.functionWord) !== 0;
    const strange = !small && (bits[index] === 0 || bits[at] === 0);
    // Two words of the lists with a space between: nearly every pair there is.
    if (!strange && !plus && at === index + 1 && view.text.charAt(token.end) === ' ') return;
    const between = view.text.slice(token.end, second.start);
    const broken = breaks.test(between) && (strange || between.length > 1 || between === '\n');
    if ((broken || plus) && isName(message, token.lower + second.lower)) {
      take(index);
      take(at);
    }
  });
  if (view.lower.includes('nav') || view.lower.includes('nam')) {
    const first = partAfter(message, opening);
    const last = partAfter(message, closing);
    if (first !== undefined && last !== undefined) {
      take(first);
      take(last);
    }
  }
  return found;
}

function isName({ lexicon }: Message, joined: string): boolean {
  const bits = lexicon.listed(joined);
  return joined.length >= 5 && (bits & lexeme.given) !== 0 && (bits & (lexeme.word | lexeme.rare)) === 0;
}

function partAfter(message: Message, cue: RegExp): number | undefined {
  const at = message.tokens.findIndex(({ lower }) => cue.test(lower));
  if (at < 0) return undefined;
  let part = at + 1;
  while (joint.test(lowerAt(message, part)) && part <= at + 3) part++;
  const known = message.bits[part] ?? 0;
  return (known & lexeme.functionWord) !== 0 && message.tokens[part]?.casing === 'lower' ? undefined : part;
}
