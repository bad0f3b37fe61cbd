import { pause, type Tokens } from '../text/tokens.ts';
import { denialWords, type CompiledLexicon, type PhrasePattern } from './lexicon.ts';
import { createAtomFinder } from './word-atoms.ts';

/** Where a concept stands in the message, in token positions, end exclusive. */
export interface ConceptHit {
  readonly concept: number;
  readonly start: number;
  readonly end: number;
  readonly negated: boolean;
}

/** Words after which «ikke» denies nothing that matters: «ikke mer», «ikke tull», «ikke bare». */
const afterNoDenial = new Set([
  'mer',
  'lenger',
  'tull',
  'tulling',
  'sant',
  'kødd',
  'spøk',
  'bare',
  'vet',
  'orker',
  'klarer',
  'tør',
  'slutte',
  'stoppe',
  'bra',
  'ok',
  'okei',
  'only',
  'joking',
  'mere',
  'trygg',
  'safe',
  'vil',
  'leve',
  'stop',
  'stand',
  'know',
]);
/** Words that stand between a denial and what it does not deny: «klarer ikke slutte å …», «ikke første gang han …». */
const breaksDenial = new Set([
  'slutte',
  'slutter',
  'sluttet',
  'stoppe',
  'stopper',
  'stop',
  'unngå',
  'la',
  'latt',
  'men',
  'but',
  'fordi',
  'at',
  'når',
  'hvis',
  'første',
  'si',
  'fortelle',
  'fortalt',
  'vet',
  'tror',
  'ser',
  'merker',
  'oppdager',
  'å',
  'that',
  'when',
]);
const farthestDenial = 3;
const noAtoms: readonly number[] = [];

/** True at each token that denies what follows or what comes right before; nothing when none does. */
function findDenials({ words }: Tokens): readonly boolean[] | undefined {
  let found: boolean[] | undefined;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    if (!denialWords.has(word)) continue;
    if (word === 'in' && words.includes('the')) continue;
    const next = words[index + 1];
    if (next !== undefined && afterNoDenial.has(next)) continue;
    found ??= new Array<boolean>(words.length).fill(false);
    found[index] = true;
  }
  return found;
}

function isDenied(tokens: Tokens, denied: readonly boolean[], start: number, end: number): boolean {
  for (let index = start - 1; index >= Math.max(0, start - farthestDenial); index -= 1) {
    if ((tokens.pauses[index + 1] ?? 0) !== pause.none) break;
    if (denied[index]) return true;
    if (breaksDenial.has(tokens.words[index] ?? '')) break;
  }
  for (let index = end; index < Math.min(tokens.words.length, end + 2); index += 1) {
    if ((tokens.pauses[index] ?? 0) !== pause.none) break;
    const word = tokens.words[index] ?? '';
    if (denied[index] && (word === 'ikke' || word === 'aldri')) return true;
    if (word !== 'meg' && word !== 'deg' && word !== 'seg') break;
  }
  return false;
}

/** Where a phrase that begins at `start` ends (exclusive), or -1. */
function phraseEnd(
  { atoms, gaps }: PhrasePattern,
  tokens: Tokens,
  atomsAt: readonly (readonly number[])[],
  start: number,
): number {
  let at = start;
  for (let element = 1; element < atoms.length; element += 1) {
    const wanted = atoms[element] ?? -1;
    const last = Math.min(at + 1 + (gaps[element] ?? 0), atomsAt.length - 1);
    let found = -1;
    for (let next = at + 1; next <= last; next += 1) {
      if (tokens.pauses[next] === pause.sentence) break;
      if (atomsAt[next]?.includes(wanted)) {
        found = next;
        break;
      }
    }
    if (found < 0) return -1;
    at = found;
  }
  return at + 1;
}

/**
 * Finds every concept in a message. Linear in the number of words; a phrase never crosses a sentence end.
 * @param vocabulary words that are worth remembering the atoms of; nobody's own words are kept
 */
export function createConceptFinder(
  lexicon: CompiledLexicon,
  vocabulary: ReadonlySet<string>,
): (tokens: Tokens) => readonly ConceptHit[] {
  const atomsAround = createAtomFinder(lexicon, vocabulary);
  /** The number of the message in which each atom was last seen. */
  const seenIn = new Int32Array(lexicon.conceptOfAtom.length);
  let message = 0;

  return (tokens) => {
    const count = tokens.words.length;
    const atomsAt: (readonly number[])[] = [];
    message += 1;
    for (let index = 0; index < count; index += 1) {
      const atoms = atomsAround(tokens, index);
      atomsAt.push(atoms);
      for (const atom of atoms) seenIn[atom] = message;
    }
    const denied = findDenials(tokens);
    const hits: ConceptHit[] = [];
    const add = (concept: number, start: number, end: number, denies: boolean): void => {
      const negated =
        denied !== undefined &&
        (lexicon.negatable[concept] ?? false) &&
        ((!denies && denied.slice(start, end).includes(true)) || isDenied(tokens, denied, start, end));
      hits.push({ concept, start, end, negated });
    };

    for (let index = 0; index < count; index += 1) {
      for (const atom of atomsAt[index] ?? noAtoms) {
        const single = lexicon.conceptOfAtom[atom] ?? -1;
        if (single >= 0) add(single, index, index + 1, true);
        const phrases = lexicon.phrasesByFirstAtom[atom];
        if (phrases === undefined) continue;
        const { seconds, patterns } = phrases;
        for (let at = 0; at < seconds.length; at += 1) {
          if (seenIn[seconds[at] ?? 0] !== message) continue;
          const phrase = patterns[at];
          if (phrase === undefined) continue;
          const end = phraseEnd(phrase, tokens, atomsAt, index);
          if (end >= 0) add(phrase.concept, index, end, phrase.denies);
        }
      }
    }
    return withoutFixedPhrases(lexicon, hits);
  };
}

/** Words inside a fixed harmless phrase («ta livet med ro», «dør av latter») prove nothing else. */
function withoutFixedPhrases(lexicon: CompiledLexicon, hits: readonly ConceptHit[]): readonly ConceptHit[] {
  const idioms = hits.filter((hit) => hit.concept === lexicon.idiom && hit.end - hit.start > 1);
  if (idioms.length === 0) return hits;
  return hits.filter(
    (hit) =>
      hit.concept >= lexicon.firstFrame ||
      !idioms.some((idiom) => hit.start >= idiom.start && hit.start < idiom.end && hit.end <= idiom.end + 1),
  );
}
