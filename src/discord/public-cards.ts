import type { REST } from '@discordjs/rest';
import { Routes } from 'discord-api-types/v10';
import type { APIMessage } from 'discord-api-types/v10';
import type { NationalContacts } from '../core/contacts.ts';
import { stateAt } from '../core/hours/opening-state.ts';
import type { Snowflake } from '../core/ids.ts';
import type { Municipality } from '../core/municipality.ts';
import type { Clock, Pseudonyms } from '../ports.ts';
import { publicCard } from './views/public-card.ts';

interface PublicCardsOptions {
  readonly rest: REST;
  readonly botId: Snowflake;
  readonly now: Clock;
  readonly contacts: NationalContacts;
  readonly pseudonyms: Pick<Pseudonyms, 'marker' | 'nonce'>;
  /** A card could not be put up, e.g. because the channel is gone; the others are. */
  readonly onFault: (fault: unknown, municipality: Municipality) => void;
}

export interface PublicCards {
  /** Puts every card of the municipality up, or up to date; with a guild, only the card there. */
  ensure(municipality: Municipality, guildId?: string): Promise<void>;
}

/**
 * The service's card in each game server: one message, edited in place, found again by its marker, so that neither a
 * restart nor a lost store doubles it.
 */
export function createPublicCards({
  rest,
  botId,
  now,
  contacts,
  pseudonyms,
  onFault,
}: PublicCardsOptions): PublicCards {
  async function ensureIn(municipality: Municipality, channelId: Snowflake): Promise<void> {
    const name = `card:${municipality.id}:${channelId}`;
    const marker = pseudonyms.marker(name);
    const at = now();
    const body = publicCard(municipality, contacts, { state: stateAt(municipality.hours, at), now: at }, marker);
    const query = new URLSearchParams({ limit: '100' });
    const messages = (await rest.get(Routes.channelMessages(channelId), { query })) as readonly APIMessage[];
    const own = messages.find(
      ({ author, components }) => author.id === botId && components?.some(({ id }) => id === marker) === true,
    );
    if (own) await rest.patch(Routes.channelMessage(channelId, own.id), { body });
    else {
      await rest.post(Routes.channelMessages(channelId), {
        body: { ...body, nonce: pseudonyms.nonce(name), enforce_nonce: true },
      });
    }
  }

  return {
    async ensure(municipality, guildId) {
      const places = municipality.gameGuilds.filter((game) => guildId === undefined || game.guildId === guildId);
      await Promise.all(
        places.map(({ cardChannelId }) =>
          ensureIn(municipality, cardChannelId).catch((fault: unknown) => {
            onFault(fault, municipality);
          }),
        ),
      );
    },
  };
}
