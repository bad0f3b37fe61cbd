import { z } from 'zod';
import type { MunicipalityId } from '../core/ids.ts';
import { dayMs, hourMs, minuteMs, secondMs } from '../core/time.ts';
import type { Instant } from '../core/time.ts';
import type { Clock, GapLedger, Store } from '../ports.ts';

/** The record of when somebody listened to Discord, kept where every process sees it. */
export interface Watch extends GapLedger {
  /** An intake hears Discord. To be said about every `beatMs`. Settles gaps that are old enough to be judged. */
  beat(intake: string): Promise<void>;
  /** A session began afresh: what came since the intake's last beat must be read back, and may be missing. */
  began(intake: string): Promise<void>;
  /** From when the known channels must still be read back; nothing when they have been. */
  readBackFrom(intake: string): Promise<Instant | undefined>;
  /** They have been, as far back as `from`. */
  readBack(intake: string, from: Instant): Promise<void>;
  /** How long to wait before a new session is asked for, milliseconds. Source: F-04, 1,000 IDENTIFYs a day. */
  restMs(): Promise<number>;
}

export const beatMs = 20 * secondMs;
/** After this an intake that was listening has said so. */
const judgeAfterMs = 2 * beatMs + 5 * secondMs;
const rememberMs = 7 * dayMs;
/** How long somebody whose first message was lost may wait before trying again. */
const recentMs = 2 * dayMs;
const freeBeginnings = 10;
const longestRestMs = 5 * minuteMs;

const instant = z.number().int();
const gap = z.object({ from: instant, until: instant });
const ledgerSchema = z.object({
  intakes: z.record(z.string(), z.object({ at: instant, since: instant, readBackFrom: instant.optional() }).readonly()),
  /** Not yet known whether another intake was listening. */
  unjudged: z.array(gap.extend({ intake: z.string() })),
  gaps: z.array(gap.extend({ told: z.array(z.string()) })),
  beginnings: z.array(instant),
});
type Ledger = z.output<typeof ledgerSchema>;

/** Not a name a municipality can have: the record belongs to the whole service. */
const owner = '_service' as MunicipalityId;
const settingName = 'intake.watch';
const empty: Ledger = { intakes: {}, unjudged: [], gaps: [], beginnings: [] };

export function createWatch(store: Pick<Store, 'findSetting' | 'commit'>, now: Clock): Watch {
  async function read(): Promise<{ readonly version: number; readonly ledger: Ledger }> {
    const found = await store.findSetting(owner, settingName);
    return found ? { version: found.version, ledger: ledgerSchema.parse(found.value) } : { version: 0, ledger: empty };
  }

  /** Two processes may write at once; the later one does its change again on what it has become. */
  async function change(what: string, next: (ledger: Ledger) => Ledger): Promise<void> {
    for (;;) {
      const { version, ledger } = await read();
      const value = next(ledger);
      if (value === ledger) return;
      const outcome = await store.commit({
        cause: `watch:${what}:${version}`,
        at: now(),
        basedOn: [],
        changes: [{ kind: 'save-setting', municipalityId: owner, name: settingName, basedOn: version, value }],
      });
      if (outcome === 'committed') return;
    }
  }

  return {
    beat: (intake) =>
      change(`beat:${intake}`, (ledger) => {
        const at = now();
        const known = ledger.intakes[intake];
        const intakes = { ...ledger.intakes, [intake]: { ...known, at, since: known?.since ?? at } };
        return judged({ ...ledger, intakes }, at);
      }),
    began: (intake) =>
      change(`began:${intake}`, (ledger) => {
        const at = now();
        const known = ledger.intakes[intake];
        const from = known && Math.min(known.at, at);
        return {
          ...ledger,
          intakes: {
            ...ledger.intakes,
            [intake]: {
              at,
              since: at,
              ...(from === undefined ? {} : { readBackFrom: Math.min(from, known?.readBackFrom ?? from) }),
            },
          },
          unjudged: from === undefined ? ledger.unjudged : [...ledger.unjudged, { intake, from, until: at }],
          beginnings: [...ledger.beginnings.filter((one) => at - one < hourMs && one <= at), at],
        };
      }),
    async readBackFrom(intake) {
      return (await read()).ledger.intakes[intake]?.readBackFrom;
    },
    readBack: (intake, from) =>
      change(`read:${intake}`, (ledger) => {
        const known = ledger.intakes[intake];
        if (known?.readBackFrom === undefined || known.readBackFrom < from) return ledger;
        return { ...ledger, intakes: { ...ledger.intakes, [intake]: { at: known.at, since: known.since } } };
      }),
    async restMs() {
      const { ledger } = await read();
      const recent = ledger.beginnings.filter((one) => now() - one < hourMs).length;
      return recent < freeBeginnings ? 0 : Math.min(5 * secondMs * 2 ** (recent - freeBeginnings), longestRestMs);
    },
    async untold(municipality) {
      return (await read()).ledger.gaps.filter(({ told }) => !told.includes(municipality));
    },
    told: (municipality, { from, until }) =>
      change(`told:${municipality}:${from}`, (ledger) => ({
        ...ledger,
        gaps: ledger.gaps.map((one) =>
          one.from === from && one.until === until && !one.told.includes(municipality)
            ? { ...one, told: [...one.told, municipality] }
            : one,
        ),
      })),
    async recent() {
      const { ledger } = await read();
      return [...ledger.gaps, ...ledger.unjudged].findLast(({ until }) => now() - until < recentMs);
    },
  };
}

/** A gap stands unless another intake listened all through it; overlapping ones become one. */
function judged(ledger: Ledger, at: Instant): Ledger {
  const due = ledger.unjudged.filter(({ until }) => at - until >= judgeAfterMs || until > at);
  const standing = due.filter(
    ({ intake, from, until }) =>
      !Object.entries(ledger.intakes).some(
        ([name, other]) => name !== intake && other.since <= from && other.at >= until,
      ),
  );
  return {
    ...ledger,
    unjudged: ledger.unjudged.filter((one) => !due.includes(one)),
    gaps: [
      ...ledger.gaps.filter(({ until }) => at - until < rememberMs),
      ...standing.map(({ from, until }) => ({ from, until, told: [] })),
    ],
  };
}
