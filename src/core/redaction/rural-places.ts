import { lexeme } from './lexicon.ts';
import type { Message } from './message.ts';

const roadNumber =
  /(?<![\p{L}\p{N}])(?:fv|rv|ev|e(?=\d)|riksvei|riksveg|riksveien|riksvegen|fylkesvei|fylkesveg|fylkesveien|fylkesvegen)\.? ?\d{1,4},? (?:nr|nummer|hus|husnr)\.? ?\d{1,5}(?!\p{N})/giu;
const farmWords: ReadonlySet<string> = new Set(
  'bruket garden gården garden gard gård gardsbruket gårdsbruket småbruket setra setera plassen'.split(' '),
);
const farmLinks: ReadonlySet<string> = new Set('vårt vår min mitt til heter heiter er , : på'.split(' '));
const leads =
  /^(?:ytre|indre|øvre|nedre|nordre|søndre|vestre|østre|store|lille|gamle|nye|sør|nord|øst|vest|austre|midtre)$/;
const homeWords: ReadonlySet<string> = new Set('heime hjemme heima bor bur budde bodde oppvokst'.split(' '));

/** Where people live without a street: numbers along a country road («Fv. 263 nr 1290») and named farms. */
export function ruralPlaces(message: Message): readonly { readonly start: number; readonly end: number }[] {
  const { tokens, view } = message;
  const found: { start: number; end: number }[] = [];
  if (/\d/.test(view.text)) {
    for (const match of view.text.matchAll(roadNumber))
      found.push({ start: match.index, end: match.index + match[0].length });
  }
  tokens.forEach((token, index) => {
    if (token.kind !== 'word') return;
    const farm = farmWords.has(token.lower);
    const home = homeWords.has(token.lower) && tokens[index + 1]?.lower === 'på';
    if (!farm && !home) return;
    let first = home ? index + 2 : index + 1;
    while (farm && farmLinks.has(tokens[first]?.lower ?? '') && first <= index + 4) first++;
    const last = lastOfName(message, first);
    // One name after «bor på» is as often a district; two are a farm.
    if (last === undefined || (home && last === first)) return;
    found.push({ start: tokens[first]?.start ?? 0, end: tokens[last]?.end ?? 0 });
  });
  return found;
}

function lastOfName({ tokens, bits }: Message, first: number): number | undefined {
  let last: number | undefined;
  for (let at = first; at < first + 3; at++) {
    const token = tokens[at];
    if (token?.kind !== 'word' || token.casing !== 'title' || token.line !== tokens[first]?.line) break;
    const known = bits[at] ?? 0;
    if (!leads.test(token.lower) && (known & (lexeme.functionWord | lexeme.wellKnown)) !== 0) break;
    last = at;
  }
  return last;
}
