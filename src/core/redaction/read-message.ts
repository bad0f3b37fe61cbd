import { hint } from './hints.ts';
import { lexeme, type Lexicon } from './lexicon.ts';
import type { Message } from './message.ts';
import { placeholdersIn } from './placeholders.ts';
import { Coverage } from './coverage.ts';
import { tokensOf } from './tokens.ts';
import { viewOf } from './view.ts';
import { createWordFacts, type FactsOf } from './word-facts.ts';

/** Reads texts of one trip: the message, what it looks like masked, and what was written before it. */
export type ReadMessage = (text: string) => Message;

/** @returns starts a trip; what somebody wrote is known until the trip ends and no longer */
export function createReader(lexicon: Lexicon): () => ReadMessage {
  const startFacts = createWordFacts(lexicon);
  const isSmallWord = (lower: string): boolean => (lexicon.of(lower) & (lexeme.functionWord | lexeme.noun)) !== 0;
  return () => {
    const factsOf = startFacts();
    return (text) => read(text, { lexicon, factsOf, isSmallWord });
  };
}

interface Knowledge {
  readonly lexicon: Lexicon;
  readonly factsOf: FactsOf;
  readonly isSmallWord: (lower: string) => boolean;
}

function read(text: string, { lexicon, factsOf, isSmallWord }: Knowledge): Message {
  const view = viewOf(text);
  const tokens = tokensOf(view, isSmallWord);
  const placeholders = placeholdersIn(view.text);
  const settled = new Coverage(view.text.length, placeholders);
  const bits: number[] = [];
  const hints: number[] = [];
  let said = 0;
  let open = 0;
  for (const { kind, lower, start, end } of tokens) {
    let hinted = 0;
    if (kind === 'word') {
      const facts = factsOf(lower);
      bits.push(facts.bits);
      hinted = facts.hints;
    } else {
      bits.push(0);
      if (kind === 'digits') hinted = hint.digits;
    }
    hints.push(hinted);
    said |= hinted;
    if (hinted !== 0 && !settled.touches(start, end)) open |= hinted;
  }
  return {
    view,
    tokens,
    placeholders,
    settled,
    bits,
    hints,
    said,
    open,
    hasDigits: /\d/.test(view.text),
    lexicon,
    reversed: (said & hint.backwards) !== 0,
  };
}
