import { isApproved, isInert } from '../core/approval.ts';
import { stateAt } from '../core/hours/opening-state.ts';
import type { MunicipalityId } from '../core/ids.ts';
import type { Municipality } from '../core/municipality.ts';
import { minuteMs, secondMs } from '../core/time.ts';
import type { PublicCards } from '../discord/public-cards.ts';
import { activityText } from '../discord/views/activity.ts';
import type { KnownDuty } from '../flows/duty/known-duty.ts';
import type { Clock, Municipalities } from '../ports.ts';
import { startWorkLoop } from '../system/work-loop.ts';

interface KeeperOptions {
  readonly now: Clock;
  readonly municipalities: Pick<Municipalities, 'all'>;
  readonly cards: Pick<PublicCards, 'ensure' | 'lookAfter'>;
  readonly keepDuty: (municipality: Municipality) => Promise<unknown>;
  readonly knownDuty: KnownDuty;
  /** Shows one line below the bot's name. */
  readonly show: (activity: string) => void;
  readonly onFault: (fault: unknown) => void;
}

interface Shown {
  readonly state: string;
  readonly tryAgainAt: number;
  readonly knownAt: number;
}

/** How often it is looked whether a shift has ended or a card has grown false. */
const presenceCheckMs = 3 * secondMs;
/** How long the last answer about who is there stands when no new one comes. */
const unknownGraceMs = 10 * secondMs;
/** A card that could not be put up is tried again after this. */
const cardRetryMs = minuteMs;
/** Each card is looked for this often, so that one that was deleted comes back. */
const cardRoundMs = 10 * minuteMs;

/** Ends shifts at closing, puts the cards up at the start, and keeps them true whenever something changes. */
export function keepPresenceTrue(options: KeeperOptions) {
  const { now, municipalities, cards, keepDuty, knownDuty, show, onFault } = options;
  const shown = new Map<MunicipalityId, Shown>();
  let activity: string | undefined;

  async function keep(municipality: Municipality): Promise<void> {
    await keepDuty(municipality).catch(onFault);
    const onDuty = await knownDuty(municipality);
    const at = now();
    const last = shown.get(municipality.id);
    // One slow answer must not change every card; a store that stays away must not leave a card that says open.
    if (!onDuty && last && at - last.knownAt < unknownGraceMs) return;
    const approved = isApproved(municipality.approval, 2, at);
    const { hours, intakePaused, name, service, language, visit, gameGuilds, texts } = municipality;
    const state = JSON.stringify([
      ...[stateAt(hours, at), onDuty, approved, isInert(municipality, at), intakePaused],
      ...[name, service, language, visit, gameGuilds, texts],
    ]);
    const knownAt = onDuty || !last ? at : last.knownAt;
    if (last?.state === state && at < last.tryAgainAt) {
      shown.set(municipality.id, { ...last, knownAt });
      return;
    }
    const [only, ...others] = municipalities.all();
    if (only && others.length === 0) {
      const next = activityText(only, { now: at, staffed: onDuty && onDuty.length > 0, approved });
      if (next !== activity) show(next);
      activity = next;
    }
    const complete = await cards.ensure(municipality);
    shown.set(municipality.id, { state, tryAgainAt: complete ? Infinity : now() + cardRetryMs, knownAt });
  }

  const presence = startWorkLoop({
    async step() {
      await Promise.all(municipalities.all().map((municipality) => keep(municipality).catch(onFault)));
    },
    idleMs: presenceCheckMs,
    onFault,
  });
  const watch = startWorkLoop({
    async step() {
      for (const municipality of municipalities.all()) {
        const perStep = Math.ceil((municipality.gameGuilds.length * presenceCheckMs) / cardRoundMs);
        for (let count = 0; count < perStep; count += 1) await cards.lookAfter(municipality);
      }
    },
    idleMs: presenceCheckMs,
    onFault,
  });
  return {
    async stop(): Promise<void> {
      await Promise.all([presence.stop(), watch.stop()]);
    },
  };
}
