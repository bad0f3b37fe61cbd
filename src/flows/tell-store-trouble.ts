import type { Messenger, Municipalities, Pseudonyms } from '../ports.ts';
import type { StoreTroubleLedger } from './store-trouble-ledger.ts';
import { sayOnce } from './say-once.ts';

interface Deps {
  readonly troubles: Pick<StoreTroubleLedger, 'untold' | 'told'>;
  readonly municipalities: Pick<Municipalities, 'all'>;
  readonly messenger: Messenger;
  readonly pseudonyms: Pick<Pseudonyms, 'nonce' | 'marker'>;
}

/**
 * Purpose: tell staff that the database was damaged or gone, or that something in it cannot be read. Personal data:
 * none. What is told is noted after it has been posted; a crash in between is found by the post's own marker.
 * @returns whether there was something to tell. Source: RELIABILITY F-38
 */
export const makeTellStoreTrouble =
  ({ troubles, municipalities, messenger, pseudonyms }: Deps) =>
  async (): Promise<boolean> => {
    let toldAny = false;
    for (const municipality of municipalities.all()) {
      for (const { key, at, trouble } of await troubles.untold(municipality.id)) {
        const id = `trouble:${municipality.id}:${key}`;
        const delivery = await messenger.deliver(
          { kind: 'trouble-note', municipality, trouble },
          sayOnce(pseudonyms, { id, urgency: 1, lookForCopySince: at }),
        );
        if (delivery.kind !== 'posted') continue;
        await troubles.told(municipality.id, key);
        toldAny = true;
      }
    }
    return toldAny;
  };
