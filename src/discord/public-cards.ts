import type { REST } from '@discordjs/rest';
import { RESTJSONErrorCodes, Routes } from 'discord-api-types/v10';
import type { APIMessage } from 'discord-api-types/v10';
import { isApproved, isInert } from '../core/approval.ts';
import type { NationalContacts } from '../core/contacts.ts';
import { stateAt } from '../core/hours/opening-state.ts';
import { isSnowflake } from '../core/ids.ts';
import type { MunicipalityId, Snowflake } from '../core/ids.ts';
import type { Municipality } from '../core/municipality.ts';
import type { Clock, OnDuty, Pseudonyms } from '../ports.ts';
import { discordCode } from './refusal.ts';
import type { MessageBody } from './views/body.ts';
import { publicCard } from './views/public-card.ts';

/** Which message is the card in which channel. */
export type CardPlaces = Readonly<Record<string, Snowflake>>;

interface PublicCardsOptions {
  readonly rest: REST;
  readonly botId: Snowflake;
  readonly now: Clock;
  readonly contacts: NationalContacts;
  readonly pseudonyms: Pick<Pseudonyms, 'marker' | 'nonce'>;
  /** Who is on duty; undefined when that cannot be found out now. */
  readonly knownDuty: (municipality: Municipality) => Promise<readonly OnDuty[] | undefined>;
  /** What was noted before a restart; empty when that cannot be read. */
  readonly findPlaces: (id: MunicipalityId) => Promise<CardPlaces>;
  readonly savePlaces: (id: MunicipalityId, places: CardPlaces) => Promise<void>;
  /** A card could not be put up, e.g. because the channel is gone; the others are. */
  readonly onFault: (fault: unknown, municipality: Municipality) => void;
  /** Between two requests, milliseconds: Discord takes 50 a second from one bot, and answers to people go first. */
  readonly spacingMs?: number;
}

export interface PublicCards {
  /** Puts every card of the municipality up, or up to date; with a guild, only the card there. False when one may not be. */
  ensure(municipality: Municipality, guildId?: string): Promise<boolean>;
  /** The same, without waiting for it. Several in a row become one round. */
  ensureSoon(municipality: Municipality): void;
  /** Looks whether the next card, in turn, still stands, and puts one that was deleted up again. */
  lookAfter(municipality: Municipality): Promise<void>;
  /** Takes every card down and puts it up again as the newest message. @param cause the interaction id */
  repost(municipality: Municipality, cause: string): Promise<{ readonly up: number; readonly failed: number }>;
}

interface KnownCard {
  readonly messageId: Snowflake;
  /** What it shows; absent when that is not known. */
  readonly shown?: string;
}

/**
 * The service's card in each game server: one message, edited in place. It is found again where it was noted, or by its
 * marker, so that neither a restart nor a lost store doubles it. What it shows already is not sent again.
 */
export function createPublicCards(options: PublicCardsOptions): PublicCards {
  const { rest, botId, now, contacts, pseudonyms, knownDuty, findPlaces, savePlaces, onFault } = options;
  const { spacingMs = 33 } = options;
  const known = new Map<string, KnownCard>();
  const noted = new Set<MunicipalityId>();
  const lookedAfter = new Map<MunicipalityId, number>();
  const rounds = new Map<MunicipalityId, { latest: Municipality; again: boolean; readonly done: Promise<boolean> }>();
  let gate = Promise.resolve();

  /** One request at a time gets its turn. */
  const turn = (): Promise<void> => {
    const mine = gate;
    gate = mine.then(() => new Promise((resolve) => setTimeout(resolve, spacingMs)));
    return mine;
  };

  const nameOf = ({ id }: Municipality, channelId: Snowflake): string => `card:${id}:${channelId}`;

  async function recall({ id, gameGuilds }: Municipality): Promise<void> {
    if (noted.has(id)) return;
    const places = await findPlaces(id);
    for (const { cardChannelId } of gameGuilds) {
      const messageId = places[cardChannelId];
      if (messageId && !known.has(cardChannelId)) known.set(cardChannelId, { messageId });
    }
    noted.add(id);
  }

  async function note({ id, gameGuilds }: Municipality): Promise<void> {
    const places = gameGuilds.flatMap(({ cardChannelId }) => {
      const card = known.get(cardChannelId);
      return card ? [[cardChannelId, card.messageId] as const] : [];
    });
    await savePlaces(id, Object.fromEntries(places));
  }

  /** An own message with the card's marker among the newest hundred. */
  async function search(channelId: Snowflake, marker: number): Promise<Snowflake | undefined> {
    await turn();
    const query = new URLSearchParams({ limit: '100' });
    const messages = (await rest.get(Routes.channelMessages(channelId), { query })) as readonly APIMessage[];
    const own = messages.find(
      ({ author, components }) => author.id === botId && components?.some(({ id }) => id === marker) === true,
    );
    return own && isSnowflake(own.id) ? own.id : undefined;
  }

  /** False when the message is gone. */
  async function edit(channelId: Snowflake, messageId: Snowflake, body: MessageBody): Promise<boolean> {
    await turn();
    try {
      await rest.patch(Routes.channelMessage(channelId, messageId), { body });
      return true;
    } catch (fault) {
      if (discordCode(fault) === RESTJSONErrorCodes.UnknownMessage) return false;
      throw fault;
    }
  }

  /** True also where Discord does not say so. */
  async function stands(channelId: Snowflake, messageId: Snowflake): Promise<boolean> {
    await turn();
    return rest.get(Routes.channelMessage(channelId, messageId)).then(
      () => true,
      (fault: unknown) => discordCode(fault) !== RESTJSONErrorCodes.UnknownMessage,
    );
  }

  async function post(channelId: Snowflake, body: MessageBody, nonceOf: string): Promise<Snowflake> {
    await turn();
    const { id } = (await rest.post(Routes.channelMessages(channelId), {
      body: { ...body, nonce: pseudonyms.nonce(nonceOf), enforce_nonce: true },
    })) as APIMessage;
    if (!isSnowflake(id)) throw new Error('Discord gave an id that is no snowflake');
    return id;
  }

  const bodyOf = (municipality: Municipality, channelId: Snowflake, onDuty: readonly OnDuty[] | undefined) => {
    const at = now();
    const approved = isApproved(municipality.approval, 2, at);
    const situation = {
      state: stateAt(municipality.hours, at),
      now: at,
      onDuty,
      approved,
      inert: isInert(municipality, at),
    };
    return publicCard(municipality, contacts, situation, pseudonyms.marker(nameOf(municipality, channelId)));
  };

  async function ensureIn(municipality: Municipality, channelId: Snowflake, body: MessageBody): Promise<void> {
    const shown = JSON.stringify(body);
    const card = known.get(channelId);
    if (card?.shown === shown) return;
    if (card && (await edit(channelId, card.messageId, body))) {
      known.set(channelId, { messageId: card.messageId, shown });
      return;
    }
    const name = nameOf(municipality, channelId);
    const found = await search(channelId, pseudonyms.marker(name));
    if (found && (await edit(channelId, found, body))) known.set(channelId, { messageId: found, shown });
    // A card that was taken down is a new message: its old nonce would give the old one back.
    else known.set(channelId, { messageId: await post(channelId, body, `${name}:${card?.messageId ?? ''}`), shown });
  }

  const attempt = (municipality: Municipality, work: Promise<void>): Promise<boolean> =>
    work.then(
      () => true,
      (fault: unknown) => {
        onFault(fault, municipality);
        return false;
      },
    );

  const idsOf = ({ gameGuilds }: Municipality): string =>
    gameGuilds.map(({ cardChannelId }) => known.get(cardChannelId)?.messageId ?? '').join();

  /** @param outdated says that the round begins anew: what is left of it would show what is no longer true */
  async function round(municipality: Municipality, outdated: () => boolean, guildId?: string): Promise<boolean> {
    await recall(municipality);
    const before = idsOf(municipality);
    const onDuty = await knownDuty(municipality);
    const places = municipality.gameGuilds.filter((game) => guildId === undefined || game.guildId === guildId);
    const work: Promise<boolean>[] = [];
    for (const { cardChannelId } of places) {
      await gate;
      if (outdated()) break;
      const body = bodyOf(municipality, cardChannelId, onDuty);
      work.push(attempt(municipality, ensureIn(municipality, cardChannelId, body)));
    }
    const outcomes = await Promise.all(work);
    if (idsOf(municipality) !== before) await note(municipality);
    // A card that could not be told who is there is looked at again.
    return onDuty !== undefined && outcomes.every(Boolean);
  }

  /** One round at a time for each municipality; what is asked for meanwhile begins it anew, with what is true by then. */
  function ensure(municipality: Municipality, guildId?: string): Promise<boolean> {
    const running = rounds.get(municipality.id);
    if (running) {
      running.latest = municipality;
      running.again = true;
      return running.done;
    }
    const work = async (): Promise<boolean> => {
      try {
        let complete = await round(municipality, () => current.again, guildId);
        while (current.again) {
          current.again = false;
          complete = await round(current.latest, () => current.again);
        }
        return complete;
      } finally {
        rounds.delete(municipality.id);
      }
    };
    const current = { latest: municipality, again: false, done: Promise.resolve().then(work) };
    rounds.set(municipality.id, current);
    return current.done;
  }

  async function repostIn(
    municipality: Municipality,
    channelId: Snowflake,
    body: MessageBody,
    cause: string,
  ): Promise<void> {
    const name = nameOf(municipality, channelId);
    const old = known.get(channelId)?.messageId ?? (await search(channelId, pseudonyms.marker(name)));
    const messageId = await post(channelId, body, `${name}:${cause}`);
    known.set(channelId, { messageId, shown: JSON.stringify(body) });
    if (old && old !== messageId) {
      await turn();
      await rest.delete(Routes.channelMessage(channelId, old)).catch((fault: unknown) => {
        if (discordCode(fault) !== RESTJSONErrorCodes.UnknownMessage) throw fault;
      });
    }
  }

  return {
    ensure,
    ensureSoon(municipality) {
      ensure(municipality).catch((fault: unknown) => {
        onFault(fault, municipality);
      });
    },
    async lookAfter(municipality) {
      const { id, gameGuilds } = municipality;
      const looked = lookedAfter.get(id) ?? 0;
      lookedAfter.set(id, looked + 1);
      const game = gameGuilds[looked % Math.max(gameGuilds.length, 1)];
      const card = game && known.get(game.cardChannelId);
      // One that is not known is put up by a round.
      if (!card || rounds.has(id) || (await stands(game.cardChannelId, card.messageId))) return;
      known.set(game.cardChannelId, { messageId: card.messageId });
      await ensure(municipality, game.guildId);
    },
    async repost(municipality, cause) {
      await rounds.get(municipality.id)?.done;
      await recall(municipality);
      const onDuty = await knownDuty(municipality);
      const outcomes = await Promise.all(
        municipality.gameGuilds.map(({ cardChannelId }) =>
          attempt(
            municipality,
            repostIn(municipality, cardChannelId, bodyOf(municipality, cardChannelId, onDuty), cause),
          ),
        ),
      );
      await note(municipality);
      const up = outcomes.filter(Boolean).length;
      return { up, failed: outcomes.length - up };
    },
  };
}
