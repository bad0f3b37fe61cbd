import { spellingVariants } from './spelling-variants.ts';

/** English words that Norwegian dialect spelling would otherwise claim. */
const english = new Set(
  (
    'i the and to my you is it of that was for on are with he she they his her him them we our me im ive id ill youre hes shes theyre its ' +
    'this but not dont cant wont didnt doesnt isnt have has had just what who when where why how if because want wanna gonna get got go going ' +
    'am be been like know think about out up all from at an a as do does did will would can could should there their then than so by your ' +
    'really never ever every everyone anything nothing something someone anyone people friend friends mum mom dad brother sister school tonight today tomorrow ' +
    'take took said says say told tell feel feels need help hate love life live die died dying kill killed killing myself night day home after before again ' +
    'one two hours house door room left right now or no some more much any over into off down too very only still'
  ).split(' '),
);
/** Of those, the ones that are also everyday Norwegian and therefore prove nothing. */
const alsoNorwegian = new Set(
  'i to for is over av so no do be like at du an a as all me da her him night or hate live die ring up dad over home left'.split(
    ' ',
  ),
);

const variants = new Map<string, string>();
for (const row of spellingVariants.trim().split('\n')) {
  const [word = '', rest = ''] = row.split(': ');
  for (const variant of rest.split(' ')) {
    if (!variant.includes('_') && !variants.has(variant)) variants.set(variant, word);
  }
}

const norwegianOnly = new Set(
  'jeg eg æ ikke ikkje itj meg mæ deg og på det er en et har som til av med han hun ho de dei vi var så men kan skal vil når hva kva ka fra frå om hvis mamma pappa å ei noe noko bare berre nå seg min mi mitt mine'.split(
    ' ',
  ),
);

/** How much a word speaks for English; below zero for Norwegian. */
const englishness = new Map<string, number>([
  ...[...english].map((word) => [word, alsoNorwegian.has(word) ? 0.4 : 1] as const),
  ...[...norwegianOnly].map((word) => [word, -1] as const),
]);

/** English when more words can only be English than can only be Norwegian. */
export function readsAsEnglish(words: readonly string[]): boolean {
  let englishWords = 0;
  let norwegianWords = 0;
  for (const word of words) {
    const speaks = englishness.get(word);
    if (speaks === undefined) continue;
    if (speaks > 0) englishWords += speaks;
    else norwegianWords += 1;
  }
  return englishWords > norwegianWords && englishWords >= 1;
}

export const isEnglishWord = (word: string): boolean => english.has(word);

/** The bokmål word a spelling stands for, or nothing when it is not a known variant. */
export const standardSpelling = (word: string): string | undefined => variants.get(word);

/** Every word this file knows, for deciding whether a message can be read at all. */
export const spellingWords = (): ReadonlySet<string> => new Set([...variants.keys(), ...variants.values(), ...english]);
