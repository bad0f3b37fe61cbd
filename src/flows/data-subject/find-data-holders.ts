import type { Snowflake } from '../../core/ids.ts';
import type { Municipality } from '../../core/municipality.ts';
import type { Municipalities, Pseudonyms, Store } from '../../ports.ts';

interface Deps {
  readonly municipalities: Pick<Municipalities, 'all' | 'candidates'>;
  readonly pseudonyms: Pick<Pseudonyms, 'sender'>;
  readonly store: Pick<Store, 'listCasesOfSender' | 'findSender'>;
}

/**
 * Purpose: whom somebody may mean who asks about their own data: the municipality of the server they ask in, else those
 * whose servers they are in and those that have something of theirs. Leaving a server takes nobody's rights away. Personal
 * data: the asker's Discord id. Source: GDPR articles 15 and 17.
 * @param guildId where they ask; absent: in a direct message
 * @returns none when they share no server with anybody and nothing is stored
 */
export const makeFindDataHolders =
  ({ municipalities, pseudonyms, store }: Deps) =>
  async (userId: Snowflake, guildId: Snowflake | undefined): Promise<readonly Municipality[]> => {
    if (guildId) {
      const [here] = await municipalities.candidates({ senderId: userId, guildId });
      if (here) return [here];
    }
    const near = new Set((await municipalities.candidates({ senderId: userId })).map(({ id }) => id));
    const all = await Promise.all(
      municipalities.all().map(async (one): Promise<readonly Municipality[]> => {
        if (near.has(one.id)) return [one];
        const sender = pseudonyms.sender(one.id, userId);
        const [cases, record] = await Promise.all([
          store.listCasesOfSender(one.id, sender),
          store.findSender(one.id, sender),
        ]);
        return cases.length > 0 || record ? [one] : [];
      }),
    );
    return all.flat();
  };
