import streets from './data/streets.json' with { type: 'json' };
import { hint, withDigit } from './hints.ts';
import { lexeme } from './lexicon.ts';
import type { Message } from './message.ts';

const roadNumber =
  /(?<![\p{L}\p{N}])(?:fv|rv|ev|e(?=\d)|riksvei|riksveg|riksveien|riksvegen|fylkesvei|fylkesveg|fylkesveien|fylkesvegen)\.? ?\d{1,4},? (?:nr|nummer|hus|husnr)\.? ?\d{1,5}(?!\p{N})/giu;
const farmWords: ReadonlySet<string> = new Set(
  'bruket garden gården garden gard gård gardsbruket gårdsbruket småbruket setra setera plassen'.split(' '),
);
const farmHeads: ReadonlySet<string> = new Set(streets.farms.split(' '));
const homeWords: ReadonlySet<string> = new Set('heime hjemme heima bor bur budde bodde oppvokst'.split(' '));
/** Words for a farm, and words of home a farm may stand behind. */
export const ruralWords: ReadonlySet<string> = new Set([...farmWords, ...farmHeads, ...homeWords]);
const farmless = lexeme.functionWord | lexeme.wellKnown | lexeme.given;
const farmLinks: ReadonlySet<string> = new Set('vårt vår min mitt til heter heiter er , : på'.split(' '));
const leads =
  /^(?:ytre|indre|øvre|nedre|nordre|søndre|vestre|østre|store|lille|gamle|nye|sør|nord|øst|vest|austre|midtre)$/;

/** Where people live without a street: numbers along a country road («Fv. 263 nr 1290») and named farms. */
export function ruralPlaces(message: Message): readonly { readonly start: number; readonly end: number }[] {
  const { tokens, view, hints, said, open } = message;
  const found: { start: number; end: number }[] = [];
  if ((open & withDigit) !== 0) {
    for (const match of view.text.matchAll(roadNumber))
      found.push({ start: match.index, end: match.index + match[0].length });
  }
  if ((said & hint.farm) === 0) return found;
  tokens.forEach((token, index) => {
    if (((hints[index] ?? 0) & hint.farm) === 0) return;
    const farm = farmWords.has(token.lower);
    const home = homeWords.has(token.lower) && /^(?:på|i)$/.test(tokens[index + 1]?.lower ?? '');
    const farmName = farmHeads.has(token.lower) ? firstOfName(message, index) : index;
    if (farmName < index) {
      found.push({ start: tokens[farmName]?.start ?? 0, end: token.end });
      return;
    }
    if (!farm && !home) return;
    let first = home ? index + 2 : index + 1;
    while (farm && farmLinks.has(tokens[first]?.lower ?? '') && first <= index + 4) first++;
    const last = lastOfName(message, first);
    // One name after «bor på» is as often a district; two are a farm, and so is a name no list of places holds.
    if (last === undefined || (home && last === first && !isUnknown(message, last))) return;
    if (home && tokens[index + 1]?.lower === 'i' && last > first) return;
    found.push({ start: tokens[first]?.start ?? 0, end: tokens[last]?.end ?? 0 });
  });
  return found;
}

function isUnknown({ tokens, bits }: Message, index: number): boolean {
  return bits[index] === 0 && (tokens[index]?.text.length ?? 0) >= 5;
}

// «Lillehaugen gård», «Øvre Hjellvoll bruk»: names with capitals right before the word for a farm.
function firstOfName({ tokens, bits }: Message, head: number): number {
  let first = head;
  for (let at = head - 1; at >= 0 && head - at <= 3; at--) {
    const token = tokens[at];
    if (token?.kind !== 'word' || token.casing !== 'title' || token.line !== tokens[head]?.line) break;
    if (token.opensSentence || (!leads.test(token.lower) && ((bits[at] ?? 0) & farmless) !== 0)) break;
    first = at;
  }
  return first;
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
