import type { REST } from '@discordjs/rest';
import { RESTJSONErrorCodes, Routes } from 'discord-api-types/v10';
import type { APIDMChannel, APIMessage, APIThreadChannel } from 'discord-api-types/v10';
import { isSnowflake } from '../core/ids.ts';
import type { Snowflake } from '../core/ids.ts';
import type { Municipality } from '../core/municipality.ts';
import type { Posted, SenderAddress } from '../core/outbox.ts';
import type { Speech } from '../core/speech.ts';
import { secondMs } from '../core/time.ts';
import type { Instant } from '../core/time.ts';
import type { Delivery, Handling, Messenger } from '../ports.ts';
import { discordCode, isUnauthorised, refusalOf } from './refusal.ts';
import type { StaffChannels } from './staff-channels.ts';
import type { MessageBody, RenderSpeech } from './views/body.ts';

interface MessengerOptions {
  readonly rest: REST;
  readonly botId: Snowflake;
  readonly channels: StaffChannels;
  readonly render: RenderSpeech;
  readonly threadName: (number: number) => string;
  /** Discord no longer accepts the token: nothing will be sent until a person acts. */
  readonly onUnauthorised: () => void;
  /** No channel of this municipality can be posted in. */
  readonly onUnreachable: (municipality: Municipality) => void;
  /** An attempt failed; for the log and the counters. */
  readonly onFault: (fault: unknown) => void;
}

/** When no staff channel can be used, how long until the next look. */
const unreachableMs = 15 * secondMs;
/** Clocks of ours and Discord's may differ by this much when a copy is looked for. */
const clockSlackMs = 30 * secondMs;
const discordEpochMs = 1_420_070_400_000n;

/** Sends speeches to Discord; the one place that posts unprompted. */
export function createMessenger(options: MessengerOptions): Messenger {
  const { rest, botId, channels, render, threadName, onUnauthorised, onUnreachable, onFault } = options;

  async function deliver(speech: Speech, how: Handling): Promise<Delivery> {
    try {
      return await say(speech, how);
    } catch (fault) {
      onFault(fault);
      if (isUnauthorised(fault)) onUnauthorised();
      return refusalOf(fault);
    }
  }

  async function say(speech: Speech, how: Handling): Promise<Delivery> {
    switch (speech.kind) {
      case 'case-card':
        return toStaffChannel(speech.municipality, render(speech, how.marker), how, 0);
      case 'case-alert':
        return toStaffChannel(speech.municipality, render(speech, how.marker), how, speech.step);
      case 'case-entry':
      case 'case-note':
        return toThread(speech.municipality, speech.threadId, render(speech, how.marker), how);
      case 'card-refresh':
        return edit(speech.card, render(speech, how.marker));
      case 'entry-refresh':
        return edit(speech.post, render(speech, how.marker));
      case 'case-thread':
        return startThread(speech.card, threadName(speech.case.number));
      case 'duty-handover':
        return toStaffChannel(speech.municipality, render(speech, how.marker), how, 0);
      case 'duty-post':
        return toCardChannel(speech.channelId, render(speech, how.marker), how);
      case 'sender-reply':
      case 'sender-notice':
        return toSender(speech.to, render(speech, how.marker), how);
    }
  }

  /** The first usable channel that takes it, beginning with the one whose turn it is; never another guild's. */
  async function toStaffChannel(
    municipality: Municipality,
    body: MessageBody,
    how: Handling,
    turn: number,
  ): Promise<Delivery> {
    const usable = await channels.usable(municipality);
    const first = usable.length > 0 ? turn % usable.length : 0;
    const inTurn = [...usable.slice(first), ...usable.slice(0, first)];
    const copy = await findCopyIn(inTurn, how);
    if (copy) return { kind: 'posted', posted: copy };
    for (const channelId of inTurn) {
      const delivery = await postIn(channelId, body, how);
      if (delivery.kind !== 'undeliverable' || delivery.reason === 'rejected') return patiently(delivery);
    }
    onUnreachable(municipality);
    return { kind: 'later', afterMs: unreachableMs };
  }

  /** A thread in a channel that everyone can see, or that is gone, hears nothing: the words go to a channel that is fit. */
  async function toThread(
    municipality: Municipality,
    threadId: Snowflake,
    body: MessageBody,
    how: Handling,
  ): Promise<Delivery> {
    if ((await channels.fitness(municipality, threadId)) === 'private') {
      const copy = await findCopyIn([threadId], how);
      const delivery = copy ? ({ kind: 'posted', posted: copy } as const) : await postIn(threadId, body, how);
      if (delivery.kind !== 'undeliverable') return delivery;
    }
    return toStaffChannel(municipality, body, how, 0);
  }

  async function toSender({ userId, channelId }: SenderAddress, body: MessageBody, how: Handling): Promise<Delivery> {
    const open = channelId ?? (await openDm(userId));
    const copy = await findCopyIn([open], how);
    return copy ? { kind: 'posted', posted: copy } : post(open, body, how);
  }

  /** The channel of a card in a game server: for everyone. */
  async function toCardChannel(channelId: Snowflake, body: MessageBody, how: Handling): Promise<Delivery> {
    const copy = await findCopyIn([channelId], how);
    return copy ? { kind: 'posted', posted: copy } : post(channelId, body, how);
  }

  async function openDm(userId: Snowflake): Promise<Snowflake> {
    const { id } = (await rest.post(Routes.userChannels(), { body: { recipient_id: userId } })) as APIDMChannel;
    return snowflake(id);
  }

  async function post(channelId: Snowflake, body: MessageBody, { nonce }: Handling): Promise<Delivery> {
    const sent = (await rest.post(Routes.channelMessages(channelId), {
      body: { ...body, nonce, enforce_nonce: true },
    })) as APIMessage;
    return { kind: 'posted', posted: { channelId: snowflake(sent.channel_id), messageId: snowflake(sent.id) } };
  }

  /** As `post`, with a refusal as an answer, so that the next channel can be tried. */
  async function postIn(channelId: Snowflake, body: MessageBody, how: Handling): Promise<Delivery> {
    try {
      return await post(channelId, body, how);
    } catch (fault) {
      const refusal = refusalOf(fault);
      if (refusal.kind === 'later') throw fault;
      onFault(fault);
      return refusal;
    }
  }

  async function edit({ channelId, messageId }: Posted, body: MessageBody): Promise<Delivery> {
    await rest.patch(Routes.channelMessage(channelId, messageId), { body });
    return { kind: 'posted', posted: { channelId, messageId } };
  }

  /** A thread that starts from a message has the message's id; starting it twice is told by its own code. */
  async function startThread({ channelId, messageId }: Posted, name: string): Promise<Delivery> {
    try {
      const thread = (await rest.post(Routes.threads(channelId, messageId), {
        body: { name, auto_archive_duration: 10_080 },
      })) as APIThreadChannel;
      return { kind: 'posted', posted: { channelId: snowflake(thread.id), messageId } };
    } catch (fault) {
      if (discordCode(fault) !== RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage) throw fault;
      return { kind: 'posted', posted: { channelId: messageId, messageId } };
    }
  }

  /** An own post with this marker, when an earlier attempt may have arrived unseen. */
  async function findCopyIn(
    places: readonly Snowflake[],
    { marker, lookForCopySince }: Handling,
  ): Promise<Posted | undefined> {
    if (lookForCopySince === undefined) return undefined;
    for (const channelId of places) {
      const query = new URLSearchParams({ after: snowflakeAt(lookForCopySince - clockSlackMs), limit: '100' });
      const messages = (await rest.get(Routes.channelMessages(channelId), { query })) as readonly APIMessage[];
      const own = messages.find(
        ({ author, components }) => author.id === botId && components?.some(({ id }) => id === marker) === true,
      );
      if (own) return { channelId, messageId: snowflake(own.id) };
    }
    return undefined;
  }

  return { deliver };
}

/** Staff must hear of it: a body Discord rejects is a fault of ours to be mended, not a reason to give up. */
const patiently = (delivery: Delivery): Delivery =>
  delivery.kind === 'undeliverable' ? { kind: 'later', afterMs: unreachableMs } : delivery;

const snowflakeAt = (instant: Instant): string => String((BigInt(instant) - discordEpochMs) << 22n);

function snowflake(id: string): Snowflake {
  if (!isSnowflake(id)) throw new Error('Discord gave an id that is no snowflake');
  return id;
}
