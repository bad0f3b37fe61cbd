import { hint, numeric } from './hints.ts';
import type { Message, Sighting } from './message.ts';
import { readNumberWord } from './number-words.ts';
import { spokenPointsOf } from './spoken-points.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const northCues = words('bredde bredden breddegrad breddegraden lat latitude nord nordlig north');
const eastCues = words('lengde lengden lengdegrad lengdegraden lon lng long longitude øst østlig aust east');
const links = words('er : = is på og and');
const numberMarks = '.,°º\'"’′″-';
const numberNouns = words(
  'komma punktum prikk point comma grader grad minutter minutt sekunder hundre degrees degree minutes',
);
const longestRun = 24;

const spokenPair =
  /(?<![\p{L}\p{N}.])\d{1,2} ?(?:punktum|komma|point|prikk|dot) ?\d{3,8}[ ,;]{1,4}(?:og |and )?\d{1,3} ?(?:punktum|komma|point|prikk|dot) ?\d{3,8}(?!\p{N})/giu;
const grid = /(?<![\p{L}\p{N}])3[1-7] ?[VWX][ ,:]{1,3}\d{6,7}[ ,nøeNØE]{1,4}\d{6,7}(?!\p{N})/gu;
const plusCode =
  /(?<![\p{L}\p{N}])(?:[2-9CFGHJMPQRVWX]{4})?[2-9CFGHJMPQRVWX]{4}\+[2-9CFGHJMPQRVWX]{2,3}(?![\p{L}\p{N}])/gu;
const announcedWords =
  /(?<![\p{L}\p{N}])(?:what3words|w3w)[ :=-]{1,3}(?:er |is )?(\p{L}{2,30}(?: ?\. ?| (?:punktum|prikk|dot) )\p{L}{2,30}(?: ?\. ?| (?:punktum|prikk|dot) )\p{L}{2,30})(?![\p{L}\p{N}])/giu;
const lettered =
  /(?<![\p{L}\p{N}.])\d{1,2}[.,]\d{1,12}°? ?[NS][,;/ ]{0,3}\d{1,3}[.,]\d{1,12}°? ?[EØOWA](?![\p{L}\p{N}])/gu;
const loosePair =
  /(?<![\p{N}.])\d ?\d?[ ([]{0,2}[.,][ )\]]{0,2}\d(?: ?\d){1,9}[ ,;/]{1,3}\d ?\d?[ ([]{0,2}[.,][ )\]]{0,2}\d(?: ?\d){1,9}(?! ?\p{N})/gu;
const degreesInWords =
  /(?<!\p{N})\d{1,3} ?grader(?: og)?(?: \d{1,2}(?:[.,]\d{1,5})? ?minutt(?:er)?)?(?: og)?(?: \d{1,2}(?:[.,]\d{1,5})? ?sekund(?:er)?)? (?:nord|sør|øst|aust|vest)(?!\p{L})/gu;
const geoUri = /(?<![\p{L}\p{N}])geo:-?\d{1,3}\.\d{1,12},-?\d{1,3}\.\d{1,12}/giu;

/** Words for north and the letter that is short for it. */
export const northWords: ReadonlySet<string> = new Set([...northCues, 'n']);

/** Positions on a map that stand in words, as grid references or as codes. Pairs of plain degrees: detect-internet.ts. */
export function detectPositions(message: Message): readonly Sighting[] {
  const { text } = message.view;
  const found: Sighting[] = [];
  // A code of letters and a plus is the only position without a number.
  if ((message.open & numeric) === 0 && !text.includes('+')) return found;
  const add = (start: number, end: number, ruleId: 'coordinates.numbers' | 'coordinates.three-words'): void => {
    found.push({ start, end, kind: 'COORDINATES', ruleId });
  };
  if (/\d(?: ?(?:punktum|komma|point|prikk|dot)|°? ?[NS]|\d? ?[VWX])|\+[2-9C-X]{2}|geo:/iu.test(text)) {
    for (const pattern of [spokenPair, grid, plusCode, lettered, geoUri])
      for (const match of text.matchAll(pattern))
        add(match.index, match.index + match[0].length, 'coordinates.numbers');
  }
  if (message.view.lower.includes('grader')) {
    const each = [...message.view.lower.matchAll(degreesInWords)];
    if (each.length > 1)
      for (const match of each) add(match.index, match.index + match[0].length, 'coordinates.numbers');
  }
  if (/w3w|what3/i.test(text)) {
    for (const match of text.matchAll(announcedWords)) {
      const end = match.index + match[0].length;
      add(end - (match[1]?.length ?? 0), end, 'coordinates.three-words');
    }
  }
  const north = (message.said & hint.direction) !== 0 ? runsAfter(message, northCues, 'N') : [];
  const east = north.length > 0 ? runsAfter(message, eastCues, 'EØO') : [];
  if (north.length > 0 && east.length > 0) {
    for (const { start, end } of [...north, ...east]) add(start, end, 'coordinates.numbers');
    // «60° 23.112' Ø 5° 20.871'»: the letter between belongs to the position.
    for (const { end } of north) {
      const next = east.find(({ start }) => start >= end && start - end <= 4);
      if (next !== undefined) add(end, next.start, 'coordinates.numbers');
    }
  }
  if (/koordinat|posisjon|coordinat|position|(?<!\p{L})(?:gps|pos)(?!\p{L})/u.test(message.view.lower)) {
    for (const match of text.matchAll(loosePair))
      add(match.index, match.index + match[0].length, 'coordinates.numbers');
    const runs = spokenPointsOf(message);
    if (runs.reduce((sum, { points }) => sum + points, 0) > 1)
      for (const { start, end } of runs) add(start, end, 'coordinates.numbers');
  }
  return found;
}

// The number behind each word of direction, in digits or words: «bredde femtini komma ni», «N 59 54.832».
function runsAfter(
  { tokens }: Message,
  cues: ReadonlySet<string>,
  letters: string,
): readonly { readonly start: number; readonly end: number }[] {
  const runs: { start: number; end: number }[] = [];
  tokens.forEach((token, index) => {
    const lettered = token.text.length === 1 && letters.includes(token.text) && tokens[index + 1]?.kind === 'digits';
    if (!lettered && !(token.kind === 'word' && cues.has(token.lower))) return;
    let at = index + 1;
    while (links.has(tokens[at]?.lower ?? '') && at <= index + 3) at++;
    const start = tokens[at]?.start ?? 0;
    let end = 0;
    let fine = false;
    for (let count = 0; count < longestRun; at++, count++) {
      const next = tokens[at];
      if (next === undefined) break;
      const numeric = next.kind === 'digits' || (next.kind === 'word' && readNumberWord(next.lower) !== undefined);
      if (next.kind === 'digits' ? next.text.length > 3 : ".,°º'".includes(next.text) || numberNouns.has(next.lower))
        fine ||= end > 0;
      if (numeric || (end > 0 && numberNouns.has(next.lower))) end = next.end;
      else if (!(next.kind === 'mark' && numberMarks.includes(next.text) && end > 0)) break;
    }
    // «bredde 40»: without decimals or degrees it measures something else.
    if (end > 0 && fine) runs.push({ start, end });
  });
  return runs;
}
