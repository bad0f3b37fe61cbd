import type { Gap, GapLedger, Messenger, Municipalities, Pseudonyms } from '../ports.ts';
import { sayOnce } from './say-once.ts';

interface Deps {
  readonly gaps: Pick<GapLedger, 'untold' | 'told'>;
  readonly municipalities: Pick<Municipalities, 'all'>;
  readonly messenger: Messenger;
  readonly pseudonyms: Pick<Pseudonyms, 'nonce' | 'marker'>;
}

/**
 * Purpose: tell staff when nobody listened to Discord, so that they know a first contact may be missing. Personal data:
 * none. What is told is noted after it has been posted; a crash in between is found by the post's own marker.
 * @returns whether there was something to tell
 */
export const makeTellGaps =
  ({ gaps, municipalities, messenger, pseudonyms }: Deps) =>
  async (): Promise<boolean> => {
    let toldAny = false;
    for (const municipality of municipalities.all()) {
      for (const gap of await gaps.untold(municipality.id)) {
        const id = `gap:${municipality.id}:${gap.from}`;
        const delivery = await messenger.deliver(
          { kind: 'gap-note', municipality, ...spanOf(gap) },
          sayOnce(pseudonyms, { id, urgency: 1, lookForCopySince: gap.until }),
        );
        if (delivery.kind !== 'posted') continue;
        await gaps.told(municipality.id, gap);
        toldAny = true;
      }
    }
    return toldAny;
  };

const spanOf = ({ from, until }: Gap): Gap => ({ from, until });
