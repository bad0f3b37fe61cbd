import { Coverage } from './coverage.ts';
import { cueWords } from './cue-words.ts';
import type { DigitChain } from './digit-chains.ts';
import { hint, numeric } from './hints.ts';
import type { Message, Sighting } from './message.ts';
import { readNumberWord } from './number-words.ts';
import type { RuleId } from './rules.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const birthCues = cueWords(
  'født burs hbd feirer feira feiret feires feirar gratulerer gratulert gratta årsdag årsdagen attesten fødselsattesten fødselsattest runder runda fødd fødte føtt født. fødselsdato fødselsdatoen fødselsdag fødselsdagen fødselsdagsdato bursdag bursdagen bursdagar bdag b-dag b-day bday birthday birthdate birth born dob verden verda fyller fyllte fylte fyller. f geburtsdag riegádan riegádeami fdato f.dato fødd. fødselsår geburtsdatum gebursdag gebursdagen burdag bursdagsdato',
);
const monthNames = words(
  'januar februar mars april mai juni juli august september oktober november desember jan feb febr mar apr jun jul aug sep sept okt nov des january february march may june july october december dec oct ođđajagimánnu guovvamánnu njukčamánnu cuoŋománnu miessemánnu geassemánnu suoidnemánnu borgemánnu čakčamánnu golggotmánnu skábmamánnu juovlamánnu',
);
const ordinals = words(
  'første fyrste andre annen tredje fjerde femte sjette sjuende syvende åttende niende tiende ellevte tolvte trettende fjortende femtende sekstende syttende attende nittende tjuende tjueførste tjueandre tjuetredje tjuefjerde tjuefemte tjuesjette tjuesjuende tjuesyvende tjueåttende tjueniende trettiende trettiførste first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth sjuande åttande niande tiande tjuande',
);

const numericDate =
  /(?<![\p{L}\p{N}.,/-])(?:\d{4}([./-])\d{1,2}\1\d{1,2}|\d{1,2}[*_|~]{0,4}[./-][*_|~]{0,4} ?\d{1,2}(?:[*_|~]{0,4}[./-][*_|~]{0,4} ?(?:\d{4}|\d{2})|[*_|~]{1,4} ?(?:19|20)\d{2}| (?:19|20)\d{2})?)(?![\p{L}\p{N}]|[./-]\d)/gu;
const spacedDate = /(?<![\p{L}\p{N}.,/-])\d{1,2} \d{1,2} (?:19|20)\d{2}(?![\p{L}\p{N}]|[./-]\d)/gu;
const romanDate =
  /(?<![\p{L}\p{N}.,/-])\d{1,2}[./-]{1,2} ?(?:i{1,3}|iv|vi{0,3}|ix|xi{0,2})[./-]{0,2} ?(?:19|20)?\d{2}(?![\p{L}\p{N}]|[./-]\d)/giu;
const ordinalDate = /(?<![\p{L}\p{N}.,/-])\d{1,2}\.? ?(?:i|av) ?\d{1,2}\.?(?:,? ?(?:19|20)\d{2})?(?![\p{L}\p{N}])/gu;
const looseDate =
  /(?<![\p{L}\p{N}.,/-])\d ?\d? ?[._*|()/\\~,:·-]{1,3} ?\d ?\d? ?[._*|()/\\~,:·-]{1,3} ?\d ?\d(?: ?\d ?\d)?(?![\p{L}\p{N}])/gu;
const gluedDate = /(?<![\p{L}\p{N}])f[.:](\d{1,2}[./-]\d{1,2}(?:[./-](?:\d{4}|\d{2}))?)(?![\p{L}\p{N}])/giu;
/** Days that are a date by their name. */
export const namedDays = words(
  'juledag nyttårsdag pinsedag påskedag julaftan nyttårsaftan jonsok jonsokaftan skuddårsdagen morsdag farsdag bededag julaften nyttårsaften nyttårsdagen sankthansaften sankthans valentinsdagen halloween nasjonaldagen jolaftan christmas',
);
const sixDigits = /^\d{6}$|^\d{8}$/;

/** Names of months and ordinals. */
export const dateWords: ReadonlySet<string> = new Set([...monthNames, ...ordinals]);

/** True for words of birth. */
export function speaksOfBirth(lower: string): boolean {
  return birthCues.has(lower) || birthStem.test(lower);
}

/** How far before and after a word of birth a date is taken to be one, in characters. */
const reachBefore = 26;
const reachAfter = 48;

const mayBeDate = numeric | hint.date | hint.namedDay;

/** Dates near words of birth, and whole dates of years when people who write here were born. Years and ages alone are not dates. */
export function detectBirthDates(message: Message, chains: readonly DigitChain[]): readonly Sighting[] {
  const { view, tokens, hints, said, open } = message;
  if ((open & mayBeDate) === 0) return [];
  const cues =
    (said & hint.birth) === 0
      ? []
      : tokens.filter(
          (_, index) =>
            ((hints[index] ?? 0) & hint.birth) !== 0 && (isBirthCue(message, index) || turnsAge(message, index)),
        );
  const withYear = birthYear.test(view.text);
  if (cues.length === 0 && !withYear) return [];
  const near = new Coverage(
    view.text.length,
    cues.map((cue) => ({ start: cue.start - reachBefore, end: cue.end + reachAfter })),
  );
  const found: Sighting[] = [];
  const add = (start: number, end: number, ruleId: RuleId): void => {
    const before = view.lower.slice(Math.max(0, start - 12), start);
    const born = withYear && birthYear.test(view.text.slice(start, end)) && !happened.test(before);
    if (!born && !near.touches(start, end)) return;
    const article = /(?<![\p{L}\p{N}])(?:den|the|selveste) $/u.exec(before);
    found.push({ start: start - (article?.[0].length ?? 0), end, kind: 'BIRTHDATE', ruleId });
  };
  for (const match of view.text.matchAll(numericDate)) {
    if (isDayAndMonth(match[0])) add(match.index, match.index + match[0].length, 'birth-date.numeric');
  }
  for (const { 0: match, 1: date = '', index } of view.text.matchAll(gluedDate))
    if (isDayAndMonth(date)) add(index + match.length - date.length, index + match.length, 'birth-date.numeric');
  for (const match of [...view.text.matchAll(spacedDate), ...view.text.matchAll(looseDate)]) {
    if (isDayAndMonth(match[0])) add(match.index, match.index + match[0].length, 'birth-date.numeric');
  }
  for (const pattern of [romanDate, ordinalDate])
    for (const match of view.text.matchAll(pattern))
      add(match.index, match.index + match[0].length, 'birth-date.numeric');
  for (const { groups } of chains) {
    for (const { digits, start, end, spoken } of groups) {
      if (!spoken && sixDigits.test(digits) && compactDate(digits)) add(start, end, 'birth-date.compact');
    }
    const read = groups.map(({ digits }) => digits).join('');
    if (groups.some(({ spoken }) => spoken) && sixDigits.test(read) && compactDate(read))
      add(groups[0]?.start ?? 0, groups.at(-1)?.end ?? 0, 'birth-date.compact');
  }
  for (const { start, end } of writtenDates(message)) add(start, end, 'birth-date.written');
  return found;
}

/** Younger than everybody who writes here, or older, is a date of something else. */
const birthYear = /(?<!\p{N})(?:19[4-9]\d|200\d|201\d)(?!\p{N})/u;
const happened = /(?:siden|sidan|since|døde|skjedde|hendte|fra og med|skrevet|tatt|postet) (?:den )?$/u;

function isBirthCue({ view, tokens }: Message, index: number): boolean {
  const { lower, end } = tokens[index] ?? { lower: '', end: 0 };
  if (lower === 'f') return view.text.charAt(end) === '.' || view.text.charAt(end) === ':';
  if (ownDays.has(lower)) return owners.has(tokens[index + 1]?.lower ?? '');
  return speaksOfBirth(lower);
}

const birthStem = /^(?:fødsels?d|burt?s?da(?!gs)|burtsd|birthd|bday|gebu)/;
const ownDays = words('dag dagen');
const owners = words('min hans hennes hennar sin vår my his her');

const turning = words('ble blei vart blir bli turned turn turning turns');

/** Words that speak of birth with what stands beside them. */
export const birthWordsInContext: ReadonlySet<string> = new Set(['f', ...ownDays, ...turning]);

// «ble 15 2. februar», «turned fourteen in May»
function turnsAge({ tokens }: Message, index: number): boolean {
  if (!turning.has(tokens[index]?.lower ?? '')) return false;
  const age = tokens[index + 1];
  const number = age?.kind === 'digits' ? age.text : readNumberWord(age?.lower ?? '')?.digits;
  const years = Number(number ?? 0);
  return years >= 5 && years <= 25 && tokens[index + 2]?.text !== '%';
}

function isDayAndMonth(text: string): boolean {
  // «1 4 . 0 3 . 2 0 1 0»
  const joined = text.replace(/(?<!\d)(\d) (?=\d(?!\d))/g, '$1');
  const parts = joined.match(/\d+/g)?.map(Number) ?? [];
  const [first = 0, second = 0, third = 0] = parts;
  if (first > 31) return second >= 1 && second <= 12 && third >= 1 && third <= 31;
  return first >= 1 && second >= 1 && second <= 31 && (first <= 12 || second <= 12);
}

function compactDate(digits: string): boolean {
  const day = Number(digits.slice(0, 2));
  const month = Number(digits.slice(2, 4));
  if (day >= 1 && day <= 31 && month >= 1 && month <= 12) return true;
  return digits.length === 8 && /^(?:19|20)/.test(digits) && Number(digits.slice(4, 6)) <= 12;
}

// «6. april 2009», «February 25, 2008», «sjuende i niende totusenogåtte»
function writtenDates(message: Message): readonly { readonly start: number; readonly end: number }[] {
  const { tokens } = message;
  const dates: { start: number; end: number }[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token?.kind !== 'word') continue;
    if (namedDays.has(token.lower))
      dates.push({
        start:
          (/^(?:lille|første|andre|1|2)$/.test(tokens[index - 1]?.lower ?? '') ? tokens[index - 1] : token)?.start ??
          token.start,
        end: yearEnd(message, index),
      });
    else if (monthNames.has(token.lower)) {
      const day = dayBefore(message, index);
      const skipped = tokens[index + 1]?.lower === 'den' ? 1 : 0;
      const dayAfter = tokens[index + 1 + skipped];
      const american = day === undefined && dayAfter?.kind === 'digits' && Number(dayAfter.text) <= 31;
      const suffix = american && /^(?:st|nd|rd|th|\.)$/.test(tokens[index + 2 + skipped]?.lower ?? '') ? 1 : 0;
      if (day === undefined && !american) continue;
      // «2010 mars 14»
      const year = american && /^(?:19|20)\d\d$/.test(tokens[index - 1]?.text ?? '') ? tokens[index - 1] : undefined;
      const from = american ? (year ?? token).start : (day ?? token.start);
      dates.push({ start: from, end: yearEnd(message, american ? index + 1 + skipped + suffix : index) });
    } else if (ordinals.has(token.lower)) {
      const month = monthAfter(message, index);
      if (month !== undefined) dates.push({ start: token.start, end: yearEnd(message, month) });
      // «14 tredje»
      else if (tokens[index - 1]?.kind === 'digits' && Number(tokens[index - 1]?.text) <= 31)
        dates.push({ start: tokens[index - 1]?.start ?? 0, end: yearEnd(message, index) });
    }
  }
  return dates;
}

const monthLinks = words('i av dag dagen den of day the');

// «sjuende i niende», «fjortende dag i tredje måned»: index of the last token of the month, behind the day at `index`.
function monthAfter({ tokens }: Message, index: number): number | undefined {
  let at = index + 1;
  while (monthLinks.has(tokens[at]?.lower ?? '') && at <= index + 3) at++;
  if (!ordinals.has(tokens[at]?.lower ?? '')) return undefined;
  return /^(?:måned|månad|month)/.test(tokens[at + 1]?.lower ?? '') ? at + 1 : at;
}

function dayBefore({ tokens }: Message, index: number): number | undefined {
  const skip = tokens[index - 1]?.kind === 'mark' && /[.\-/\uFFFC]/.test(tokens[index - 1]?.text ?? '') ? 2 : 1;
  let at = index - skip;
  if (tokens[at]?.lower === 'of') at--;
  if (['st', 'nd', 'rd', 'th'].includes(tokens[at]?.lower ?? '')) at--;
  const day = tokens[at];
  if (day === undefined) return undefined;
  if (day.kind === 'digits') return Number(day.text) >= 1 && Number(day.text) <= 31 ? day.start : undefined;
  const spoken = day.kind === 'word' ? readNumberWord(day.lower) : undefined;
  return ordinals.has(day.lower) || (spoken !== undefined && Number(spoken.digits) <= 31) ? day.start : undefined;
}

function yearEnd({ tokens }: Message, index: number): number {
  const end = tokens[index]?.end ?? 0;
  let at = index + 1;
  if (/^[.,\-/']$/.test(tokens[at]?.text ?? '')) at++;
  const year = tokens[at];
  if (year?.kind === 'digits' && (/^(?:19|20)\d\d$/.test(year.text) || /^\d\d$/.test(year.text))) return year.end;
  if (year?.kind === 'word' && /^(?:totusen|nitten|tjue|tyve|null)\p{L}{2,}$/u.test(year.lower)) return year.end;
  return spokenYearEnd({ tokens }, at) ?? end;
}

// «to tusen og ti», «totusen og åtte», «tjue ti», «nitten nittini»
function spokenYearEnd({ tokens }: Pick<Message, 'tokens'>, at: number): number | undefined {
  const lower = (index: number): string => tokens[index]?.lower ?? '';
  let rest = 0;
  if (lower(at) === 'to' && lower(at + 1) === 'tusen') rest = at + 2;
  else if (/^(?:totusen|tjue|tyve|nitten|twenty|nineteen)$/.test(lower(at))) rest = at + 1;
  if (rest === 0) return undefined;
  if (lower(rest) === 'og' || lower(rest) === 'å') rest++;
  const number = tokens[rest]?.kind === 'word' ? readNumberWord(lower(rest)) : undefined;
  if (number === undefined || number.digits.length > 2)
    return lower(rest - 1) === 'tusen' ? tokens[rest - 1]?.end : undefined;
  const unit = number.tens ? readNumberWord(lower(rest + 1)) : undefined;
  return unit?.digits.length === 1 ? tokens[rest + 1]?.end : tokens[rest]?.end;
}
