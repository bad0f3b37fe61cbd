import { parseArgs } from 'node:util';

/** What a run is made of. Durations are milliseconds. */
export interface ChaosOptions {
  readonly messages: number;
  /** Messages a second. */
  readonly rate: number;
  /** Mean time between two `kill -9`; 0: none. */
  readonly killEveryMs: number;
  /** Mean time between two gateway drops; 0: none. */
  readonly dropEveryMs: number;
  /** Mean time between two blows at the store itself, Redis only; 0: none. */
  readonly storeFaultEveryMs: number;
  /** Share of REST requests that run into a fault, 0–1. */
  readonly faults: number;
  readonly store: 'sqlite' | 'redis';
  readonly intakes: 1 | 2;
  /** How long a killed process stays down. */
  readonly outageMs: number;
  readonly seed: number;
  /** How long the local Discord recognises a nonce. */
  readonly nonceWindowMs: number;
  /** How long a dropped gateway session can be resumed. */
  readonly sessionLifetimeMs: number;
  /** Share of messages from people who never wrote before, 0–1. */
  readonly newcomers: number;
  /** Share of messages that are acute, 0–1. */
  readonly acute: number;
  /** Every nth drop ends the session for good; 0: never. */
  readonly expireEvery: number;
  /** Whether the local Discord keeps Discord's own rates. */
  readonly rateLimits: 'generous' | 'discord';
  /** The pattern of a run: everybody in turn, or a crowd that floods while a few are in danger. */
  readonly scene: 'steady' | 'raid';
  readonly json: boolean;
  /** Where the store's files lie while the run lasts; the machine's temporary folder when absent. */
  readonly folder: string | undefined;
  /** Where the processes' own log lines go; nowhere when absent. */
  readonly log: string | undefined;
}

const flags = {
  messages: { type: 'string', default: '1000' },
  rate: { type: 'string', default: '35' },
  'kill-every': { type: 'string', default: '9s' },
  'drop-every': { type: 'string', default: '4s' },
  'store-fault-every': { type: 'string', default: '0s' },
  faults: { type: 'string', default: '0.092' },
  store: { type: 'string', default: 'sqlite' },
  intakes: { type: 'string', default: '1' },
  outage: { type: 'string', default: '0s' },
  seed: { type: 'string', default: '1' },
  'nonce-window': { type: 'string', default: '180s' },
  'session-lifetime': { type: 'string', default: '180s' },
  newcomers: { type: 'string', default: '0.05' },
  acute: { type: 'string', default: '0.02' },
  'expire-every': { type: 'string', default: '0' },
  'rate-limits': { type: 'string', default: 'generous' },
  scene: { type: 'string', default: 'steady' },
  json: { type: 'boolean', default: false },
  folder: { type: 'string' },
  log: { type: 'string' },
} as const;

export const usage = `usage: npm run chaos -- [options]
${Object.entries(flags)
  .map(([name, flag]) => `  --${name}${'default' in flag ? ` (${String(flag.default)})` : ''}`)
  .join('\n')}
durations: 500ms, 4s, 2m; shares: 0–1`;

/** @throws Error naming the option that cannot be read */
export function readOptions(args: readonly string[]): ChaosOptions {
  const { values } = parseArgs({ args: [...args], options: flags });
  const storeFaultEveryMs = durationOf('store-fault-every', values['store-fault-every']);
  if (storeFaultEveryMs > 0 && values.store !== 'redis') throw new Error('--store-fault-every needs --store redis');
  return {
    storeFaultEveryMs,
    messages: wholeOf('messages', values.messages, 1),
    rate: numberOf('rate', values.rate, 0.1, 2_000),
    killEveryMs: durationOf('kill-every', values['kill-every']),
    dropEveryMs: durationOf('drop-every', values['drop-every']),
    faults: numberOf('faults', values.faults, 0, 0.9),
    store: oneOf('store', values.store, ['sqlite', 'redis']),
    intakes: oneOf('intakes', values.intakes, ['1', '2']) === '1' ? 1 : 2,
    outageMs: durationOf('outage', values.outage),
    seed: wholeOf('seed', values.seed, 0),
    nonceWindowMs: durationOf('nonce-window', values['nonce-window']),
    sessionLifetimeMs: durationOf('session-lifetime', values['session-lifetime']),
    newcomers: numberOf('newcomers', values.newcomers, 0, 1),
    acute: numberOf('acute', values.acute, 0, 1),
    expireEvery: wholeOf('expire-every', values['expire-every'], 0),
    rateLimits: oneOf('rate-limits', values['rate-limits'], ['generous', 'discord']),
    scene: oneOf('scene', values.scene, ['steady', 'raid']),
    json: values.json,
    folder: values.folder,
    log: values.log,
  };
}

function numberOf(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= least && value <= most)) {
    throw new Error(`--${name} needs a number from ${least} to ${most}`);
  }
  return value;
}

function wholeOf(name: string, text: string, least: number): number {
  const value = numberOf(name, text, least, 10_000_000);
  if (!Number.isInteger(value)) throw new Error(`--${name} needs a whole number`);
  return value;
}

const unitMs: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000 };

function durationOf(name: string, text: string): number {
  const [, digits, unit = 's'] = /^(\d+(?:\.\d+)?)(ms|s|m)?$/.exec(text) ?? [];
  const factor = unitMs[unit];
  if (digits === undefined || factor === undefined)
    throw new Error(`--${name} needs a duration such as 500ms, 4s or 2m`);
  return Number(digits) * factor;
}

function oneOf<const Choice extends string>(name: string, text: string, choices: readonly Choice[]): Choice {
  const found = choices.find((choice) => choice === text);
  if (found === undefined) throw new Error(`--${name} needs one of ${choices.join(', ')}`);
  return found;
}
