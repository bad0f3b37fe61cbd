import { hint, numeric } from './hints.ts';
import type { Message, Sighting } from './message.ts';
import { lexeme } from './lexicon.ts';
import { rowsSpelledByNames, spellsLetter } from './spelled-by-names.ts';
import { readMixedNumber, readNumberWord } from './number-words.ts';

const vehicleCues = new Set(
  'registrert registrerte traktor traktoren henger hengeren tilhenger toyota ford skoda nissan opel peugeot mazda bobil bobilen pickup stasjonsvogn taxi taxien drosje drosja skilt skiltet skiltnr skiltnummer skiltnummeret bilskilt bilskiltet nummerskilt nummerskiltet regnr reg reg.nr registreringsnummer registreringsnummeret regnummer bil bilen varebil varebilen kjører kjørte kjørt påkjørt scooter scooteren moped mopeden mc motorsykkel lastebil plate plates license car van tesla volvo audi bmw golf parkert moped atv'.split(
    ' ',
  ),
);
const notPlates = new Set(
  'kr nr id kl ca cs gt tv pc vg hp mb gb dm pm am mc ip kg km cm mm uk us eu fn dl dr st no nb nn en se vs lv lvl ps hz xp'.split(
    ' ',
  ),
);

/** True for words that speak of a car or its plate. */
export function speaksOfVehicle(lower: string): boolean {
  return vehicleCues.has(withoutApostrophe(lower));
}

/** Norwegian plates: two letters and five digits, four for mopeds and trailers. Source: Statens vegvesen, "Kjennemerker". */
export function detectVehicles(message: Message): readonly Sighting[] {
  const { tokens, bits, said, open } = message;
  if ((open & numeric) === 0) return [];
  const cued = (said & hint.vehicle) !== 0;
  if (!cued && !/\d|(?<!\p{L})[A-ZÆØÅ] [A-ZÆØÅ](?!\p{L})/u.test(message.view.text)) return [];
  const found: Sighting[] = cued ? [...plateInParts(message), ...explainedPlate(message)] : [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token?.kind !== 'word') continue;
    if (cued || isCapitalPair(message, index)) {
      const end = spokenPlateEnd(message, index, cued) || brokenPlateEnd(message, index, cued);
      if (end > 0) {
        found.push({ ...plate(token.start, end), ruleId: 'vehicle.spelled' });
        continue;
      }
      if (/^[a-z]{2}[\doil]{5}$/.test(token.lower) && token.lower.replace(/\D/g, '').length >= 3) {
        found.push(plate(token.start, token.end));
        continue;
      }
    }
    const glued = token.text.length > 5 && token.text.length < 8 ? /^(\p{L}{2})(\d{4,5})$/u.exec(token.lower) : null;
    if (glued !== null) {
      if (isPlate(token.text.slice(0, 2), glued[2] ?? '', cued, 0)) found.push(plate(token.start, token.end));
      continue;
    }
    if (token.text.length === 2 && /^[a-zæøå]{2}$/.test(token.lower)) {
      const skip = /^[-.·]$/.test(tokens[index + 1]?.text ?? '') ? 2 : 1;
      const digits = tokens[index + skip];
      const touches = digits !== undefined && digits.start - token.end <= 3 && digits.line === token.line;
      if (
        digits?.kind === 'digits' &&
        touches &&
        !goesOn(message, index + skip) &&
        isPlate(token.text, digits.text, cued, bits[index] ?? 0)
      )
        found.push(plate(token.start, digits.end));
    } else if (cued && token.casing === 'title') {
      const end = spelledPlateEnd(message, index);
      if (end > 0) found.push({ ...plate(token.start, end), ruleId: 'vehicle.spelled' });
    }
  }
  return found;
}

// «SN-55218-0094»: longer than a plate.
function goesOn({ tokens }: Message, digits: number): boolean {
  return (
    tokens[digits + 1]?.text === '-' &&
    tokens[digits + 2]?.kind === 'digits' &&
    tokens[digits + 2]?.start === tokens[digits + 1]?.end
  );
}

function plate(start: number, end: number): Sighting {
  return { start, end, kind: 'VEHICLE', ruleId: 'vehicle.plate' };
}

function isPlate(letters: string, digits: string, cued: boolean, bits: number): boolean {
  if (digits.length !== 5 && digits.length !== 4) return false;
  if (cued) return !(letters === letters.toLowerCase() && ['på', 'er', 'av', 'om', 'kl', 'kr', 'nr'].includes(letters));
  if (notPlates.has(letters.toLowerCase())) return false;
  const upper = letters === letters.toUpperCase();
  if (digits.length === 4) return false;
  return upper || (bits & lexeme.word) === 0;
}

// «traktor'n»
function withoutApostrophe(lower: string): string {
  const at = lower.includes("'") ? lower.indexOf("'") : lower.indexOf('’');
  return at < 0 ? lower : lower.slice(0, at);
}

// «E K seks ni null to fire»: two letters alone with capitals need no word about a car.
function isCapitalPair({ tokens }: Message, index: number): boolean {
  if (tokens[index]?.text.length !== 1) return false;
  const pair = [tokens[index], tokens[index + 1]];
  return pair.every((token) => token?.kind === 'word' && /^[A-ZÆØÅ]$/.test(token.text)) && pair[0]?.text !== 'I';
}

// «Bravo Tango fire to ni en fem», «E K en to tre fire fem»: two letters by name or alone, then four or five digits.
function spokenPlateEnd({ tokens, bits }: Message, index: number, cued: boolean): number {
  const isLetter = (at: number): boolean =>
    tokens[at]?.kind === 'word' && (/^[a-zæøå]$/.test(tokens[at].lower) || spellsLetter(tokens[at].lower));
  const strange = cued && ((bits[index] ?? 0) & lexeme.word) === 0;
  const hyphened = cued && /^[A-ZÆØÅ]-[A-ZÆØÅ]$/.test(tokens[index]?.text ?? '');
  const pair = hyphened || (strange ? /^[a-z]{2}$/i : /^[A-ZÆØÅ]{2}$/).test(tokens[index]?.text ?? '');
  if (!pair && !isLetter(index)) return 0;
  const second = pair ? index : tokens[index + 1]?.kind === 'mark' ? index + 2 : index + 1;
  if (!pair && !isLetter(second)) return 0;
  let digits = '';
  let end = 0;
  for (let at = second + 1; at < tokens.length && digits.length < 5; at++) {
    const token = tokens[at];
    if (token?.kind === 'mark' && '-., '.includes(token.text)) continue;
    const read =
      token?.kind === 'digits' ? token.text : token?.kind === 'word' ? readNumberWord(token.lower)?.digits : undefined;
    if (token === undefined || read === undefined) break;
    digits += read;
    end = token.end;
  }
  return digits.length === 5 || digits.length === 4 ? end : 0;
}

// «EK-to-null-fire-en-en», «EK20 411»: letters and digits in one word, or broken off inside the digits.
function brokenPlateEnd({ tokens }: Message, index: number, cued: boolean): number {
  const token = tokens[index];
  if (!cued || token === undefined) return 0;
  const spoken = /^[a-z]{2}-(.{5,40})$/.exec(token.lower)?.[1];
  if (spoken !== undefined) return readMixedNumber(spoken)?.length === 5 ? token.end : 0;
  const first = /^[a-z]{2}(\d{1,4})$/.exec(token.lower)?.[1];
  const rest = tokens[index + 1];
  return first !== undefined && rest?.kind === 'digits' && first.length + rest.text.length === 5 ? rest.end : 0;
}

// «bokstavene er EK og tallene 20411»
function plateInParts({ tokens }: Message): readonly Sighting[] {
  const letters = tokens.findIndex(({ lower }) => /^bokstav/.test(lower));
  const digits = tokens.findIndex(({ lower }) => /^(?:tall|siffer|sifr)/.test(lower));
  const pair = tokens.slice(letters + 1, letters + 6).find(({ text }) => /^[A-Z]{2}$/.test(text));
  const number = tokens.slice(digits + 1, digits + 5).find(({ text }) => /^\d{4,5}$/.test(text));
  if (letters < 0 || digits < 0 || pair === undefined || number === undefined) return [];
  return [pair, number].map(({ start, end }) => ({ ...plate(start, end), ruleId: 'vehicle.spelled' }));
}

// «E som i Erik, K som i Kari, 20411»
function explainedPlate(message: Message): readonly Sighting[] {
  return rowsSpelledByNames(message).flatMap(({ first, last, letters }) => {
    const comma = message.tokens[last + 1]?.kind === 'mark' ? 1 : 0;
    const number = message.tokens[last + 1 + comma];
    return letters === 2 && number !== undefined && /^\d{4,5}$/.test(number.text)
      ? [{ ...plate(message.tokens[first]?.start ?? 0, number.end), ruleId: 'vehicle.spelled' }]
      : [];
  });
}

// «Erik Lars 5 8 0 3 1»: two names for letters, then the digits.
function spelledPlateEnd({ tokens }: Message, index: number): number {
  if (tokens[index + 1]?.casing !== 'title') return 0;
  let digits = '';
  let end = 0;
  for (let at = index + 2; at < tokens.length && digits.length < 5; at++) {
    const token = tokens[at];
    if (token?.kind !== 'digits') break;
    digits += token.text;
    end = token.end;
  }
  return digits.length === 5 || digits.length === 4 ? end : 0;
}
