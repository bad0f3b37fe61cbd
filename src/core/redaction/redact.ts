import helpLines from './data/help-lines.json' with { type: 'json' };
import type { RawText } from '../raw-text.ts';
import { Coverage } from './coverage.ts';
import { detectAddresses } from './detect-addresses.ts';
import { detectBirthDates } from './detect-dates.ts';
import { detectHandles } from './detect-handles.ts';
import { detectIban } from './detect-iban.ts';
import { detectInternet } from './detect-internet.ts';
import { detectNames } from './detect-names.ts';
import { detectNumbers } from './detect-numbers.ts';
import { detectSchools } from './detect-schools.ts';
import { detectVehicles } from './detect-vehicles.ts';
import { digitChainsOf } from './digit-chains.ts';
import { localPhrases, type LocalPhrases } from './local-phrases.ts';
import { createLexicon } from './lexicon.ts';
import { Numbering, remembered } from './memory.ts';
import { mergeSightings } from './merge.ts';
import type { Message, Sighting, Stretch } from './message.ts';
import { meaningOf } from './number-context.ts';
import { isOrdinary } from './ordinary.ts';
import { placeholderFor } from './placeholders.ts';
import { createReader, type ReadMessage } from './read-message.ts';
import type { Finding, PlaceholderMemory, RedactedText, Redaction, RedactionContext } from './redaction.ts';
import { viewOf } from './view.ts';

/** What a municipality adds to the lists of the product. */
export interface RedactorSettings {
  /** Digits of the municipality's own numbers, without country code. National help lines are always kept. */
  readonly protectedNumbers: readonly string[];
  /** Names of people, one word or several; each word counts by itself. */
  readonly localNames?: readonly string[];
  readonly localSchools?: readonly string[];
  readonly localStreets?: readonly string[];
}

/** What a search may know beside the text itself. */
export interface FindContext {
  readonly memory?: PlaceholderMemory;
  readonly digest?: RedactionContext['digest'];
  readonly earlier?: readonly RawText[];
}

export interface Redactor {
  /** Masks personal data. Redacting what it returns changes nothing. */
  readonly redact: (raw: RawText, context: RedactionContext) => Redaction;
  /** Where personal data stands in `text`, sorted and without overlaps; for the guard on outgoing text and for `analyse`. */
  readonly find: (text: string, context?: FindContext) => readonly Finding[];
}

interface Lists {
  readonly startReading: () => ReadMessage;
  readonly protectedNumbers: ReadonlySet<string>;
  readonly localSchools: LocalPhrases;
  readonly localStreets: LocalPhrases;
}
const mostPasses = 6;

/** Pure, synchronous, linear in the length of the text; throws for no string. */
export function createRedactor(settings: RedactorSettings): Redactor {
  const lexicon = createLexicon((settings.localNames ?? []).flatMap((name) => name.trim().split(/\s+/)));
  const lists: Lists = {
    startReading: createReader(lexicon),
    protectedNumbers: new Set([
      ...helpLines.numbers.map(([digits = '']) => digits),
      ...settings.protectedNumbers.map((number) => number.replace(/\D/g, '')),
    ]),
    localSchools: localPhrases(settings.localSchools ?? []),
    localStreets: localPhrases(settings.localStreets ?? []),
  };
  const find = (text: string, context: FindContext = {}): readonly Finding[] => findUntilQuiet(lists, text, context);
  return { find, redact: (raw, context) => redactText(raw.reveal(), find(raw.reveal(), context), context) };
}

function redactText(text: string, findings: readonly Finding[], context: RedactionContext): Redaction {
  const numbering = new Numbering(context.memory, context.digest);
  let masked = '';
  let from = 0;
  for (const { start, end, kind } of findings) {
    const value = viewOf(text.slice(start, end)).lower;
    masked += text.slice(from, start) + placeholderFor(kind, context.language, numbering.numberOf(kind, value));
    from = end;
  }
  return { text: (masked + text.slice(from)) as RedactedText, findings, memory: numbering.memory() };
}

// A second look at the masked text finds what only showed once its neighbour was gone; repeated until nothing new is seen.
function findUntilQuiet(lists: Lists, text: string, context: FindContext): readonly Finding[] {
  const read = lists.startReading();
  let findings = findOnce(lists, read, text, context);
  for (let pass = 1; pass < mostPasses && findings.length > 0; pass++) {
    const { masked, segments } = maskForSecondLook(text, findings);
    const more = findOnce(lists, read, masked, context).flatMap((finding) => onOriginal(finding, segments));
    if (more.length === 0) break;
    findings = [...findings, ...more].sort((a, b) => a.start - b.start);
  }
  return findings;
}

interface Segment {
  readonly start: number;
  readonly end: number;
  readonly shift: number;
}

function maskForSecondLook(
  text: string,
  findings: readonly Finding[],
): { readonly masked: string; readonly segments: readonly Segment[] } {
  const segments: Segment[] = [];
  let masked = '';
  let from = 0;
  const keep = (until: number): void => {
    segments.push({ start: masked.length, end: masked.length + until - from, shift: from - masked.length });
    masked += text.slice(from, until);
  };
  for (const { start, end, kind } of findings) {
    keep(start);
    masked += placeholderFor(kind, 'nb', 1);
    from = end;
  }
  keep(text.length);
  return { masked, segments };
}

function onOriginal(finding: Finding, segments: readonly Segment[]): readonly Finding[] {
  const segment = segments.find(({ start, end }) => finding.start >= start && finding.end <= end);
  return segment === undefined
    ? []
    : [{ ...finding, start: finding.start + segment.shift, end: finding.end + segment.shift }];
}

function findOnce(lists: Lists, read: ReadMessage, text: string, context: FindContext): readonly Finding[] {
  const message = read(text);
  const { placeholders } = message;
  const covering = (stretches: readonly Stretch[]): Coverage => new Coverage(message.view.text.length, stretches);
  const again =
    context.memory === undefined || context.digest === undefined
      ? []
      : remembered(message, context.memory, context.digest);
  if (isOrdinary(message) && !holdsLocal(lists, message)) return mergeSightings(message.view, again, placeholders);
  const chains = digitChainsOf(message);
  const internet = detectInternet(message);
  const handles = detectHandles(message, covering([...internet.found, ...internet.kept]));
  const birthDates = detectBirthDates(message, chains);
  const iban = detectIban(message);
  const vehicles = detectVehicles(message);
  const taken = [...internet.found, ...birthDates, ...iban, ...vehicles, ...handles.found];
  const kept: Stretch[] = [...placeholders, ...internet.kept, ...handles.kept];
  const used = covering([...taken, ...kept]);
  const free = chains.filter(({ groups }) => !groups.some(({ start, end }) => used.touches(start, end)));
  const numbers = detectNumbers(message, free, lists.protectedNumbers);
  const over = overMessages(lists, read, message, context);
  const structured: Sighting[] = [...taken, ...numbers.found, ...over.found];
  const schools = detectSchools(message, lists.localSchools);
  const addresses = detectAddresses(message, lists.localStreets);
  // «Tyttebærlia 113»: a house number may be the number of a help line.
  const housed = covering([...addresses, ...over.announced]);
  kept.push(...numbers.kept.filter(({ start, end }) => !housed.touches(start, end)));
  const names = detectNames(message, covering([...kept, ...structured, ...schools, ...addresses]));
  return mergeSightings(message.view, [...structured, ...schools, ...addresses, ...names, ...again], kept);
}

function holdsLocal({ localSchools, localStreets }: Lists, { tokens }: Message): boolean {
  if (localSchools.size + localStreets.size === 0) return false;
  return tokens.some(
    (_, index) => localSchools.lastOf(tokens, index) !== undefined || localStreets.lastOf(tokens, index) !== undefined,
  );
}

const longestTail = 160;

interface OverMessages {
  readonly found: readonly Sighting[];
  /** Those an earlier message says are a telephone number: «nummeret er 40 00», and then «14 12», which is no help line. */
  readonly announced: readonly Sighting[];
}

// A number begun in earlier messages: read them with this one as if written in one line.
function overMessages(lists: Lists, read: ReadMessage, message: Message, { earlier }: FindContext): OverMessages {
  if (earlier === undefined || earlier.length === 0) return { found: [], announced: [] };
  const tail = earlier
    .slice(-8)
    .map((raw) => raw.reveal())
    .join(' ')
    .slice(-longestTail);
  const tailView = viewOf(tail).text.trimEnd();
  const lead = tailView.length + 1;
  const together = read(`${tailView} ${message.view.text}`);
  const over = detectNumbers(together, digitChainsOf(together), lists.protectedNumbers).found.filter(
    ({ start, end }) => start < lead && end > lead,
  );
  const here = ({ end, kind }: Sighting): Sighting => ({
    start: 0,
    end: end - lead,
    kind,
    ruleId: 'number.over-messages',
  });
  return { found: over.map(here), announced: over.filter((it) => isAnnounced(together, it)).map(here) };
}

function isAnnounced(message: Message, { start, end }: Sighting): boolean {
  const first = message.tokens.findIndex((token) => token.start >= start);
  const last = message.tokens.findLastIndex((token) => token.end <= end);
  return meaningOf(message, first, last) === 'phone';
}
