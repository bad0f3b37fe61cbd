/** Ways the same sentence is written: as it is, hurried, in nynorsk, and as spoken in three parts of the country. */
type Style = (text: string, choose: (count: number) => number) => string;

const isLetter = (character: string | undefined): boolean => character !== undefined && /\p{L}/u.test(character);

/** Replaces whole words; letters outside ASCII count as letters. */
function swapWords(text: string, table: Readonly<Record<string, string>>): string {
  return text.replace(/\p{L}+/gu, (word) => {
    const swapped = table[word.toLowerCase()];
    if (swapped === undefined) return word;
    return isLetter(word[0]) && word[0] === word[0]?.toUpperCase()
      ? swapped.charAt(0).toUpperCase() + swapped.slice(1)
      : swapped;
  });
}

const rows = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(text.split(', ').map((pair) => pair.split('>') as [string, string]));

const nynorsk = rows(
  'jeg>eg, ikke>ikkje, hva>kva, hvem>kven, hvor>kor, hvordan>korleis, hvorfor>kvifor, noen>nokon, noe>noko, bare>berre, hun>ho, de>dei, fra>frå, hjemme>heime, hjem>heim, mer>meir, mye>mykje, kommer>kjem, sier>seier, tar>tek, ser>ser, gjør>gjer, nå>no, skolen>skulen, hver>kvar, selv>sjølv, alene>åleine, være>vere, vært>vore, ble>vart, uten>utan, sammen>saman, redd>redd, slutte>slutte, hjelper>hjelper, leve>leve, død>død, våkner>vaknar, klarer>klarar, orker>orkar, tenker>tenkjer, vet>veit, gråter>græt, vil>vil, moren>mor, faren>far, søsteren>syster, broren>bror, lillebror>veslebror, lillesøster>veslesyster, kaster>kastar, sover>søv, spiser>et, holder>held, står>står, løper>spring, går>går, kutter>kuttar, penger>pengar, mine>mine, venninna>veninna, kveld>kveld, når>når, også>òg, etter>etter, stille>stille',
);
const trondersk = rows(
  'jeg>æ, ikke>itj, hva>ka, hvem>kem, hvor>kor, hvordan>koss, hvorfor>koffer, noen>nån, noe>nå, bare>bærre, hun>ho, de>dæm, fra>fra, hjemme>hjæmme, er>e, meg>mæ, deg>dæ, seg>sæ, mer>meir, mye>my, kommer>kjæm, sier>sei, tar>tar, nå>no, skolen>skoln, hver>kvar, selv>sjøl, alene>aleina, være>vær, vært>vorre, klarer>klare, orker>orke, tenker>tænke, kveld>kvell, veldig>vældig, gråter>grin, dere>dåkker, skal>ska, et>et, til>te, har>har',
);
const western = rows(
  'jeg>eg, ikke>ikkje, hva>ka, hvem>kem, hvor>kor, hvordan>korsn, hvorfor>koffor, noen>någen, noe>någe, er>e, hun>ho, de>di, hjemme>heime, hjem>heim, mer>mer, kommer>kjem, nå>no, skolen>skulen, hver>kver, selv>sjøl, alene>aleina, være>ver, sier>seie, klarer>klare, orker>orke, tenker>tenke, skal>ska, kveld>kveld, meg>meg, dere>dokker',
);
const hurried = rows(
  'jeg>jg, ikke>ikk, det>d, meg>mg, noen>ngn, med>m, og>å, skal>ska, er>e, har>har, hvorfor>vrf, egentlig>egt, til>t, veldig>vldg, hva>hva, fordi>ford, kommer>kommr, klarer>klarr, ikke>ikk, mamma>mamma, vet>vet, også>osså',
);

const before = [
  'hei, ',
  'altså ',
  'ehm ',
  'hei. ',
  'du, ',
  'unnskyld, men ',
  'ok så ',
  'sorry hvis det er feil sted, ',
  '',
];
const after = ['', '', ' :(', ' ...', ' lol', ' 😭', '!!', ' altså', ' da', ' 💀', ' haha', ' liksom', ' 🙃'];

const plainly: Style = (text) => text;
const lower: Style = (text, choose) => text.toLowerCase().replace(/[.,!?]/gu, '') + (after[choose(after.length)] ?? '');
const framed: Style = (text, choose) => (before[choose(before.length)] ?? '') + text + (after[choose(4)] ?? '');
const slipping: Style = (text, choose) => {
  const words = text.split(' ');
  const at = choose(words.length);
  const word = words[at] ?? '';
  if (word.length > 4) {
    const cut = 1 + choose(word.length - 3);
    words[at] =
      choose(2) === 0
        ? word.slice(0, cut) + word.slice(cut + 1)
        : word.slice(0, cut) + (word[cut + 1] ?? '') + (word[cut] ?? '') + word.slice(cut + 2);
  }
  return words.join(' ').toLowerCase();
};
const formal: Style = (text) => `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?…]$/u.test(text) ? '' : '.'}`;

/** The first is the text as written; the next two work in every language. */
export const styles: readonly Style[] = [
  plainly,
  formal,
  framed,
  lower,
  slipping,
  (text) => swapWords(text, nynorsk),
  (text) => swapWords(text, trondersk),
  (text) => swapWords(text, western),
  (text) => swapWords(text.toLowerCase(), hurried),
];

const foreignWords = new Set('the my is are you and was it they his her with mun in šat buot lea dál ja'.split(' '));

/** True for lines that Norwegian spelling variants make no sense for. */
export const isEnglishOrSami = (text: string): boolean => {
  const words = text.toLowerCase().split(/[^\p{L}']+/u);
  return (
    words.filter((word) => foreignWords.has(word)).length >= 1 &&
    !words.some((word) => ['jeg', 'eg', 'æ', 'ikke', 'og', 'det', 'har', 'til', 'på'].includes(word))
  );
};
