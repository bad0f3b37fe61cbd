import { pause, type Tokens } from '../text/tokens.ts';
import { denialWords, type CompiledLexicon, type PhrasePattern } from './lexicon.ts';
import { wordAtoms } from './word-atoms.ts';

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
  'å',
  'that',
  'when',
]);
const farthestDenial = 3;
const noAtoms: readonly number[] = [];

/** True at each token that denies what follows or what comes right before. */
function findDenials(tokens: Tokens): boolean[] {
  return tokens.words.map((word, index) => {
    if (!denialWords.has(word)) return false;
    if (word === 'in' && tokens.words.includes('the')) return false;
    const next = tokens.words[index + 1];
    return next === undefined || !afterNoDenial.has(next);
  });
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

/** Every concept in the message. Linear in the number of words; a phrase never crosses a sentence end. */
export function findConcepts(lexicon: CompiledLexicon, tokens: Tokens): readonly ConceptHit[] {
  const count = tokens.words.length;
  const atomsAt: (readonly number[])[] = [];
  const present = new Uint8Array(lexicon.conceptOfAtom.length);
  for (let index = 0; index < count; index += 1) {
    const atoms = wordAtoms(lexicon, tokens, index);
    atomsAt.push(atoms);
    for (const atom of atoms) present[atom] = 1;
  }
  const denied = findDenials(tokens);
  const anyDenied = denied.includes(true);
  const hits: ConceptHit[] = [];
  const childAge = lexicon.names.indexOf('CHILD_AGE');
  const adult = lexicon.names.indexOf('STRANGER_ADULT');
  const add = (concept: number, start: number, end: number, denies = true): void => {
    const negated =
      anyDenied &&
      (lexicon.negatable[concept] ?? false) &&
      ((!denies && denied.slice(start, end).includes(true)) || isDenied(tokens, denied, start, end));
    hits.push({ concept, start, end, negated });
  };

  for (let index = 0; index < count; index += 1) {
    for (const atom of atomsAt[index] ?? noAtoms) {
      const single = lexicon.conceptOfAtom[atom] ?? -1;
      if (single >= 0) add(single, index, index + 1);
      if (atom === lexicon.childAgeAtom) add(childAge, index, index + 1);
      if (atom === lexicon.adultAgeAtom) add(adult, index, index + 1);
      const phrases = lexicon.phrasesByFirstAtom[atom];
      if (phrases === undefined) continue;
      for (const phrase of phrases) {
        if (present[phrase.atoms[1] ?? 0] !== 1) continue;
        const end = phraseEnd(phrase, tokens, atomsAt, index);
        if (end >= 0) add(phrase.concept, index, end, phrase.denies);
      }
    }
  }
  return withoutFixedPhrases(lexicon, hits);
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
