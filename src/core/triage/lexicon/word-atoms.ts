import type { Tokens } from '../text/tokens.ts';
import type { CompiledLexicon } from './lexicon.ts';

const noAtoms: readonly number[] = [];
const agePrefixes = new Set('er på im is hes shes bare med var jeg lea jagi'.split(' '));

const isNumber = (word: string): boolean => word.charCodeAt(0) <= 57 && word.charCodeAt(0) >= 48 && /^\d+$/.test(word);

/** Ages worth telling apart: a child's, and an adult's given as «40-åring», «er 34», «på 25». */
function ageAtoms(lexicon: CompiledLexicon, tokens: Tokens, index: number, value: number): readonly number[] {
  const before = tokens.words[index - 1] ?? '';
  const after = tokens.words[index + 1] ?? '';
  const saysAge = agePrefixes.has(before) || after.startsWith('år') || after.startsWith('year');
  if (!saysAge || after.startsWith('min') || after.startsWith('tim') || after.startsWith('siden')) return noAtoms;
  if (value >= 7 && value <= 17) return [lexicon.childAgeAtom];
  return value >= 19 && value <= 80 ? [lexicon.adultAgeAtom] : noAtoms;
}

const childAgeWords = new Set(
  'fem seks syv sju åtte ni ti elleve tolv tretten fjorten femten seksten sytten'.split(' '),
);
const adultAgeWords = new Set(
  'tjue tretti førti femti seksti tjuefem trettifem førtiåring trettiåring femtiåring tjueåring'.split(' '),
);

/** The atoms of one token: its word, its number, and whether it says somebody's age. */
export function createAtomFinder(
  lexicon: CompiledLexicon,
  vocabulary: ReadonlySet<string>,
): (tokens: Tokens, index: number) => readonly number[] {
  const remembered = new Map<string, readonly number[]>();
  const atomsOf = (word: string): readonly number[] => {
    const known = remembered.get(word);
    if (known !== undefined) return known;
    const atoms = adultAgeWords.has(word) ? [...lexicon.atomsOf(word), lexicon.adultAgeAtom] : lexicon.atomsOf(word);
    if (vocabulary.has(word)) remembered.set(word, atoms);
    return atoms;
  };
  return (tokens, index) => {
    const word = tokens.words[index] ?? '';
    if (isNumber(word)) return [lexicon.numberAtom, ...ageAtoms(lexicon, tokens, index, Number(word))];
    const atoms = atomsOf(word);
    const before = tokens.words[index - 1];
    if (before === 'er' || before === 'på' || tokens.words[index + 1] === 'år') {
      if (childAgeWords.has(word)) return [...atoms, lexicon.childAgeAtom, lexicon.numberAtom];
      if (adultAgeWords.has(word)) return [...atoms, lexicon.numberAtom];
    }
    return atoms;
  };
}
