import { existsSync, readFileSync } from 'node:fs';

export interface Example {
  readonly id: string;
  readonly text: string;
  readonly spans: readonly { readonly start: number; readonly end: number; readonly type: string }[];
  readonly ignore?: readonly { readonly start: number; readonly end: number }[];
  readonly kind: string;
  readonly lang?: string;
}

/** Anything that points out places in a text. */
export interface Finder {
  readonly find: (text: string) => readonly { readonly start: number; readonly end: number }[];
}

/** Shares from 0 to 1. Definitions are those of the corpus scorer: an entity is covered when every letter and digit is. */
export interface Measured {
  readonly entities: number;
  readonly recall: number;
  readonly leakyMessages: number;
  readonly charactersLeaked: number;
  readonly characterPrecision: number;
  readonly falseAlarmClean: number;
  readonly recallByKind: Readonly<Record<string, number>>;
}

export function readExamples(file: URL): readonly Example[] | undefined {
  if (!existsSync(file)) return undefined;
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Example);
}

const identifying = /[\p{L}\p{N}\u24B6-\u24E9\u{1F130}-\u{1F189}\u{1F1E6}-\u{1F1FF}]/u;

function identifyingUnits(text: string): Uint8Array {
  const mask = new Uint8Array(text.length);
  let at = 0;
  for (const sign of text) {
    if (identifying.test(sign)) mask.fill(1, at, at + sign.length);
    at += sign.length;
  }
  return mask;
}

export function measure(redactor: Finder, examples: readonly Example[]): Measured {
  const total = {
    entities: 0,
    covered: 0,
    withGold: 0,
    leaky: 0,
    units: 0,
    left: 0,
    gold: 0,
    other: 0,
    clean: 0,
    alarms: 0,
  };
  const kinds = new Map<string, { entities: number; covered: number }>();
  for (const { text, spans, ignore = [], kind } of examples) {
    const findings = redactor.find(text);
    const units = identifyingUnits(text);
    const covered = new Uint8Array(text.length);
    const wanted = new Uint8Array(text.length);
    for (const { start, end } of findings) covered.fill(1, start, end);
    for (const { start, end } of spans) wanted.fill(1, start, end);
    for (const { start, end } of ignore) units.fill(0, start, end);
    let leaked = false;
    for (const { start, end, type } of spans) {
      const own = identifyingUnits(text.slice(start, end));
      const left = own.filter((unit, index) => unit === 1 && covered[start + index] === 0).length;
      const tally = kinds.get(type) ?? { entities: 0, covered: 0 };
      kinds.set(type, { entities: tally.entities + 1, covered: tally.covered + (left === 0 ? 1 : 0) });
      total.entities++;
      if (left === 0) total.covered++;
      else leaked = true;
      total.units += own.filter((unit) => unit === 1).length;
      total.left += left;
    }
    for (let at = 0; at < text.length; at++) {
      if (units[at] !== 1 || covered[at] !== 1) continue;
      if (wanted[at] === 1) total.gold++;
      else total.other++;
    }
    if (spans.length > 0) total.withGold++;
    if (leaked) total.leaky++;
    if (kind === 'clean') {
      total.clean++;
      const ignored = (it: { readonly start: number; readonly end: number }): boolean =>
        ignore.some(({ start, end }) => it.start < end && it.end > start);
      if (findings.some((it) => !ignored(it))) total.alarms++;
    }
  }
  const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
  return {
    entities: total.entities,
    recall: share(total.covered, total.entities),
    leakyMessages: share(total.leaky, total.withGold),
    charactersLeaked: share(total.left, total.units),
    characterPrecision: share(total.gold, total.gold + total.other),
    falseAlarmClean: share(total.alarms, total.clean),
    recallByKind: Object.fromEntries(
      [...kinds].map(([type, { entities, covered }]) => [type, share(covered, entities)]),
    ),
  };
}
