import { pause, type Tokens } from '../text/tokens.ts';
import { largestGap, type CompiledLexicon } from './lexicon.ts';

/** Where a concept stands in the message, in token positions, end exclusive. */
export interface ConceptHit {
  readonly concept: number;
  readonly start: number;
  readonly end: number;
  readonly negated: boolean;
}

const denials = new Set([
  'ikke',
  'aldri',
  'ingen',
  'uten',
  'not',
  'never',
  'dont',
  'didnt',
  'doesnt',
  'isnt',
  'wasnt',
  'arent',
  'havent',
  'hasnt',
  'nobody',
  'verken',
  'neppe',
  'in',
  'ii',
]);
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

const isNumber = (word: string): boolean => word.charCodeAt(0) <= 57 && word.charCodeAt(0) >= 48 && /^\d+$/.test(word);

/** Ages worth telling apart: a child's, and an adult's given as «40-åring», «er 34», «på 25». */
function ageAtoms(lexicon: CompiledLexicon, tokens: Tokens, index: number, value: number): readonly number[] {
  const before = tokens.words[index - 1] ?? '';
  const after = tokens.words[index + 1] ?? '';
  const saysAge =
    ['er', 'på', 'im', 'is', 'hes', 'shes', 'bare', 'med', 'var', 'jeg', 'lea', 'jagi', 'med'].includes(before) ||
    after.startsWith('år') ||
    after.startsWith('year');
  if (!saysAge || after.startsWith('min') || after.startsWith('tim') || after.startsWith('siden')) return noAtoms;
  if (value >= 7 && value <= 17) return [lexicon.childAgeAtom];
  return value >= 19 && value <= 80 ? [lexicon.adultAgeAtom] : noAtoms;
}

const childAgeWords = new Set([
  'fem',
  'seks',
  'syv',
  'sju',
  'åtte',
  'ni',
  'ti',
  'elleve',
  'tolv',
  'tretten',
  'fjorten',
  'femten',
  'seksten',
  'sytten',
]);
const adultAgeWords = new Set([
  'tjue',
  'tretti',
  'førti',
  'femti',
  'seksti',
  'tjuefem',
  'trettifem',
  'førtiåring',
  'trettiåring',
  'femtiåring',
  'tjueåring',
]);

function wordAtoms(lexicon: CompiledLexicon, tokens: Tokens, index: number): readonly number[] {
  const word = tokens.words[index] ?? '';
  if (isNumber(word)) return [lexicon.numberAtom, ...ageAtoms(lexicon, tokens, index, Number(word))];
  let atoms = lexicon.exact.get(word) ?? noAtoms;
  const most = Math.min(word.length, lexicon.longestBeginning);
  for (let length = lexicon.shortestBeginning; length <= most; length += 1) {
    const more = lexicon.beginnings.get(word.slice(0, length));
    if (more !== undefined) atoms = atoms.length === 0 ? more : [...atoms, ...more];
  }
  const before = tokens.words[index - 1];
  if (before === 'er' || before === 'på' || tokens.words[index + 1] === 'år') {
    if (childAgeWords.has(word)) return [...atoms, lexicon.childAgeAtom, lexicon.numberAtom];
    if (adultAgeWords.has(word)) return [...atoms, lexicon.adultAgeAtom];
  }
  return adultAgeWords.has(word) ? [...atoms, lexicon.adultAgeAtom] : atoms;
}

/** True at each token that denies what follows or what comes right before. */
function findDenials(tokens: Tokens): boolean[] {
  return tokens.words.map((word, index) => {
    if (!denials.has(word)) return false;
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

/** Every concept in the message. Linear in the number of words; a phrase never crosses a sentence end. */
export function findConcepts(lexicon: CompiledLexicon, tokens: Tokens): readonly ConceptHit[] {
  const count = tokens.words.length;
  const atomsAt: (readonly number[])[] = [];
  for (let index = 0; index < count; index += 1) atomsAt.push(wordAtoms(lexicon, tokens, index));
  const denied = findDenials(tokens);
  const anyDenied = denied.includes(true);
  const hits: ConceptHit[] = [];
  const add = (concept: number, start: number, end: number): void => {
    const negated = anyDenied && (lexicon.negatable[concept] ?? false) && isDenied(tokens, denied, start, end);
    hits.push({ concept, start, end, negated });
  };

  for (let index = 0; index < count; index += 1) {
    for (const atom of atomsAt[index] ?? noAtoms) {
      const single = lexicon.conceptOfAtom[atom] ?? -1;
      if (single >= 0) add(single, index, index + 1);
      if (atom === lexicon.childAgeAtom) add(lexicon.names.indexOf('CHILD_AGE'), index, index + 1);
      if (atom === lexicon.adultAgeAtom) add(lexicon.names.indexOf('STRANGER_ADULT'), index, index + 1);
      const phrases = lexicon.phrasesByFirstAtom[atom];
      if (phrases === undefined) continue;
      for (const phrase of phrases) {
        let at = index;
        let complete = true;
        for (let element = 1; element < phrase.atoms.length; element += 1) {
          const wanted = phrase.atoms[element] ?? -1;
          const reach = phrase.gaps[element] ? largestGap : 0;
          let found = -1;
          for (let next = at + 1; next <= at + 1 + reach && next < count; next += 1) {
            if ((tokens.pauses[next] ?? 0) === pause.sentence) break;
            if (atomsAt[next]?.includes(wanted)) {
              found = next;
              break;
            }
          }
          if (found < 0) {
            complete = false;
            break;
          }
          at = found;
        }
        if (complete) add(phrase.concept, index, at + 1);
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
