import { createConceptFinder, type ConceptHit } from './lexicon/find-concepts.ts';
import { compileLexicon, type CompiledLexicon, type Concept } from './lexicon/lexicon.ts';
import { letterTriples, looksLikely } from './readability.ts';
import { standardise } from './text/read.ts';
import { gatherWordKnowledge, isKnown, knownShare, repair, reversed, type WordKnowledge } from './text/repair.ts';
import { spellingWords } from './text/spelling.ts';
import { pause, tokenise, type Tokens } from './text/tokens.ts';

/** One way of reading a message. */
export interface Reading {
  readonly tokens: Tokens;
  readonly hits: readonly ConceptHit[];
  readonly kind: 'plain' | 'repaired' | 'reversed';
  /** True when a word that matters had been disguised with signs, digits, gaps or reversal. */
  readonly disguised: boolean;
}

export interface Reader {
  readonly lexicon: CompiledLexicon;
  /** Every plausible reading, the plain one first, and how much of the message is known or likely words (0–1). */
  readonly read: (tokens: Tokens) => { readonly readings: readonly Reading[]; readonly known: () => number };
}

/** Below this share of known words a message may have been written backwards. */
const suspiciousShare = 0.67;

/** Prepares reading: the lexicon, a municipality's own words, and every word that is known to be a word. */
export function createReader(
  vocabulary: readonly string[],
  local: readonly (readonly [Concept, string])[] = [],
): Reader {
  const lexicon = compileLexicon(local);
  const known = new Set<string>([...vocabulary, ...lexicon.readWords, ...spellingWords()]);
  const knowledge: WordKnowledge = gatherWordKnowledge(lexicon.sensitiveWords, known, lexicon.hasBeginning);
  const findConcepts = createConceptFinder(lexicon, known);
  const triples = letterTriples(known);
  const reading = (tokens: Tokens, kind: Reading['kind'], disguised: readonly number[] = []): Reading => {
    const standard = standardise(tokens);
    const hits = findConcepts(standard);
    const matters = ({ concept, start, end }: ConceptHit): boolean =>
      concept >= lexicon.firstAlarm &&
      concept < lexicon.firstFrame &&
      (kind === 'reversed' || disguised.some((token) => token >= start && token < end));
    return { tokens: standard, hits, kind, disguised: kind !== 'plain' && hits.some(matters) };
  };
  return {
    lexicon,
    read: (tokens) => {
      const readings = [reading(tokens, 'plain')];
      const share = knownShare(readings[0]?.tokens ?? tokens, knowledge);
      const repaired = repair(tokens, knowledge);
      if (repaired !== undefined) readings.push(reading(repaired, 'repaired', repaired.disguised));
      if (share < suspiciousShare && tokens.words.length > 1) {
        const backwards = reversed(tokens);
        const repairedBackwards = repair(backwards, knowledge) ?? backwards;
        if (knownShare(repairedBackwards, knowledge) >= Math.max(0.8, share + 0.25))
          readings.push(reading(repairedBackwards, 'reversed'));
      }
      const best = readings.at(-1)?.tokens ?? tokens;
      const isLikely = (word: string): boolean => isKnown(word, knowledge) || looksLikely(word, triples);
      return { readings, known: () => (share === 1 ? 1 : Math.max(share, likelyShare(best, isLikely))) };
    },
  };
}

function likelyShare({ words }: Tokens, isLikely: (word: string) => boolean): number {
  const letters = words.filter((word) => !/^\d+$/.test(word));
  return letters.length === 0 ? 1 : letters.filter(isLikely).length / letters.length;
}

/** Messages from the same sender put after each other, with a sentence end between them. Speaker marks are dropped. */
export function joinMessages(texts: readonly string[]): Tokens {
  const joined: Tokens = { words: [], starts: [], ends: [], pauses: [], wideGaps: [] };
  for (const text of texts) {
    const tokens = tokenise(text.replace(/^\p{Lu}:\s/u, ''));
    tokens.words.forEach((word, index) => {
      joined.words.push(word);
      joined.starts.push(tokens.starts[index] ?? 0);
      joined.ends.push(tokens.ends[index] ?? 0);
      joined.pauses.push(index === 0 ? pause.sentence : (tokens.pauses[index] ?? 0));
      joined.wideGaps.push(index === 0 || (tokens.wideGaps[index] ?? false));
    });
  }
  return joined;
}
