import { seededChance } from '../sandbox/rest/faults.ts';
import type { ChaosOptions } from './options.ts';

/** One message that will be written. */
export interface PlannedMessage {
  readonly atMs: number;
  /** Who writes, from 0; a newcomer has the next free number. */
  readonly sender: number;
  /** A made-up word found nowhere else: how the message is known again in what staff see. */
  readonly token: string;
  readonly text: string;
  readonly acute: boolean;
}

/**
 * Done to Redis: killed and started again, every connection cut, frozen for longer than a command may take, and read-only
 * for a moment, as a primary that is replaced.
 */
export const storeBlows = ['store-restart', 'store-cut', 'store-freeze', 'store-demote'] as const;
export type StoreBlow = (typeof storeBlows)[number];
export const isStoreBlow = (kind: PlannedBlow['kind']): kind is StoreBlow => kind.startsWith('store-');

/** Something that is done to the program, and when. */
export interface PlannedBlow {
  readonly atMs: number;
  readonly kind: 'kill' | 'drop' | 'expire' | StoreBlow;
}

export interface Plan {
  readonly messages: readonly PlannedMessage[];
  readonly blows: readonly PlannedBlow[];
  readonly senders: number;
}

/** How many people talk at a time in the steady scene. */
const talking = 60;
const raiders = 500;
const inDanger = 10;

const consonants = [...'bdfgklmnprstv'];
const vowels = [...'aiou'];
export const tokenPattern = /zq(?:[bdfgklmnprstv][aiou]){5}/gu;

/** The same options give the same plan. */
export function makePlan(options: ChaosOptions): Plan {
  const chance = seededChance(options.seed * 7_919 + 1);
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(chance() * items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  };
  const used = new Set<string>();
  const token = (): string => {
    for (;;) {
      const word = `zq${Array.from({ length: 5 }, () => pick(consonants) + pick(vowels)).join('')}`;
      if (!used.has(word)) {
        used.add(word);
        return word;
      }
    }
  };

  const { sendersOf, senders } = options.scene === 'raid' ? raid(options, chance) : steady(options, chance);
  const messages = sendersOf.map(({ sender, acute }, index): PlannedMessage => {
    const word = token();
    return { atMs: (index * 1_000) / options.rate, sender, token: word, acute, text: wordsOf(word, acute) };
  });
  const endMs = messages.at(-1)?.atMs ?? 0;
  const drops = moments(options.dropEveryMs, endMs, chance).map((atMs, index): PlannedBlow => {
    const expires = options.expireEvery > 0 && (index + 1) % options.expireEvery === 0;
    return { atMs, kind: expires ? 'expire' : 'drop' };
  });
  const kills = moments(options.killEveryMs, endMs, chance).map((atMs): PlannedBlow => ({ atMs, kind: 'kill' }));
  const atStore = moments(options.storeFaultEveryMs, endMs, chance).map((atMs, index): PlannedBlow => ({
    atMs,
    kind: storeBlows[index % storeBlows.length] ?? 'store-cut',
  }));
  return { messages, blows: [...drops, ...kills, ...atStore].toSorted((a, b) => a.atMs - b.atMs), senders };
}

interface Senders {
  readonly sendersOf: readonly { readonly sender: number; readonly acute: boolean }[];
  readonly senders: number;
}

function steady({ messages, newcomers, acute }: ChaosOptions, chance: () => number): Senders {
  let senders = 0;
  const sendersOf = Array.from({ length: messages }, () => {
    const isNew = senders === 0 || chance() < newcomers;
    if (isNew) senders += 1;
    const sender = isNew ? senders - 1 : Math.max(0, senders - 1 - Math.floor(chance() * Math.min(talking, senders)));
    return { sender, acute: chance() < acute };
  });
  return { sendersOf, senders };
}

/** Ten real ones, evenly among the noise; they write once. */
function raid({ messages }: ChaosOptions, chance: () => number): Senders {
  const every = Math.floor(messages / (inDanger + 1));
  const sendersOf = Array.from({ length: messages }, (_, index) => {
    const turn = index % every === every - 1 ? Math.floor(index / every) : inDanger;
    return turn < inDanger
      ? { sender: raiders + turn, acute: true }
      : { sender: Math.floor(chance() * raiders), acute: false };
  });
  return { sendersOf, senders: raiders + inDanger };
}

const wordsOf = (token: string, acute: boolean): string =>
  acute
    ? `jeg vil dø i kveld. har skrevet farvelbrev og orker ikke mer ${token}`
    : `hei, dette er melding ${token} til øvelsen`;

/** Moments apart by `everyMs` in the mean, at least half of it. */
function moments(everyMs: number, endMs: number, chance: () => number): readonly number[] {
  if (everyMs === 0) return [];
  const found: number[] = [];
  for (let at = everyMs * (0.5 + chance()); at < endMs; at += everyMs * (0.5 + chance())) found.push(at);
  return found;
}
