import { RESTJSONErrorCodes, Routes } from 'discord-api-types/v10';
import type { APIDMChannel, APIThreadChannel } from 'discord-api-types/v10';
import type { Snowflake } from '../core/ids.ts';
import { isLadderRung } from '../core/ladder.ts';
import type { Municipality } from '../core/municipality.ts';
import type { Posted, SenderAddress } from '../core/outbox.ts';
import type { Speech } from '../core/speech.ts';
import { secondMs } from '../core/time.ts';
import type { AlertWebhook, Delivery, Handling, Messenger } from '../ports.ts';
import type { ChannelTurns } from './channel-turns.ts';
import type { PacedRest } from './paced-rest.ts';
import { snowflake } from './posting.ts';
import type { Posting } from './posting.ts';
import type { RefusedChannels } from './refused-channels.ts';
import { discordCode, isUnauthorised, refusalOf } from './refusal.ts';
import type { ScheduledEvents } from './scheduled-events.ts';
import type { SenderThreads } from './sender-threads.ts';
import type { StaffChannels } from './staff-channels.ts';
import type { MessageBody, RenderSpeech } from './views/body.ts';

interface MessengerOptions {
  readonly rest: PacedRest;
  readonly posting: Posting;
  readonly channels: StaffChannels;
  readonly refused: RefusedChannels;
  readonly turns: ChannelTurns;
  readonly webhook: AlertWebhook;
  readonly senderThreads: SenderThreads;
  readonly putInCalendar: ScheduledEvents;
  readonly render: RenderSpeech;
  /** What must follow the first message of a speech, in order; empty for nearly all. */
  readonly continuation: (speech: Speech, marker: number) => readonly MessageBody[];
  readonly threadName: (number: number) => string;
  /** Discord no longer accepts the token: nothing will be sent until a person acts. */
  readonly onUnauthorised: () => void;
  /** No channel of this municipality can be posted in. */
  readonly onUnreachable: (municipality: Municipality) => void;
  /** An attempt failed; for the log and the counters. */
  readonly onFault: (fault: unknown) => void;
}

type Alert = Extract<Speech, { kind: 'case-alert' }>;
type Trouble = Extract<Speech, { kind: 'trouble-note' }>;
type SenderThread = Extract<Speech, { kind: 'sender-thread' }>;

/** A few seconds in all, by the outbox's own waits. */
const gatewayAttempts = 5;
/** When no staff channel can be used, how long until the next look. */
const unreachableMs = 15 * secondMs;

/** Sends speeches to Discord; the one place that posts unprompted. */
export function createMessenger(options: MessengerOptions): Messenger {
  const { rest, posting, channels, refused, turns, webhook, senderThreads, putInCalendar } = options;
  const { render, continuation, threadName } = options;
  const { onUnauthorised, onUnreachable, onFault } = options;

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
    if (speech.kind === 'case-thread') return startThread(speech.card, threadName(speech.case.number), how);
    if (speech.kind === 'reply-withdrawal') return withdraw(speech.post, how);
    if (speech.kind === 'sender-thread') return startSenderThread(speech, how);
    if (speech.kind === 'activity-event') return putInCalendar(speech, how);
    const bodies = [render(speech, how.marker), ...continuation(speech, how.marker)] as const;
    switch (speech.kind) {
      case 'case-card':
      case 'case-reminder':
      case 'follow-up':
      case 'gap-note':
      case 'self-audit':
      case 'duty-handover':
      case 'review-note':
      case 'stopped-note':
        return toStaffChannel(speech.municipality, bodies, how, 0);
      case 'trouble-note':
        return report(speech, bodies, how);
      case 'duty-post':
      case 'channel-post':
        return toCardChannel(speech.channelId, bodies, how);
      case 'case-alert':
        return climb(speech, bodies, how);
      case 'case-entry':
      case 'case-note':
        return toThread(speech.municipality, speech, bodies, how);
      case 'card-refresh':
        return edit(speech.card, bodies[0], how);
      case 'alert-refresh':
      case 'entry-refresh':
      case 'reply-change':
        return edit(speech.post, bodies[0], how);
      case 'reply-waiting':
        return inSenderThread(speech.threadId, bodies, how);
      case 'sender-reply':
      case 'sender-notice':
        return toSender(speech.to, bodies, how, speech.kind === 'sender-notice');
    }
  }

  /**
   * The rung whose turn it is; a rung that cannot be reached is replaced by a call in a staff channel, and where none of
   * those is left (F-23), by every other rung.
   */
  async function climb(alert: Alert, bodies: Bodies, how: Handling): Promise<Delivery> {
    const { municipality, step } = alert;
    const coordinators = (): Promise<boolean> => toCoordinators(municipality, bodies[0], how);
    const gateway = (): Promise<boolean> => callGateway(alert, how);
    if (isLadderRung('coordinators', step) && (await coordinators())) return { kind: 'posted' };
    if (isLadderRung('webhook', step) && (await gateway())) return { kind: 'posted' };
    const delivery = await toStaffChannel(municipality, bodies, how, step);
    if (delivery.kind === 'posted') return delivery;
    const reached = await Promise.all([coordinators(), gateway()]);
    return reached.includes(true) ? { kind: 'posted' } : delivery;
  }

  /**
   * False when there is none, or it still does not take the call after several attempts: then people are called another way.
   * @throws when it is to be tried again
   */
  async function callGateway({ municipality, severity, step, case: { number } }: Alert, how: Handling) {
    try {
      return await webhook.call(municipality, { caseNumber: number, severity, step, idempotencyKey: how.nonce(0) });
    } catch (fault) {
      if (how.attempt < gatewayAttempts) throw fault;
      onFault(fault);
      return false;
    }
  }

  /** To a staff channel and to the gateway: whoever mends the store may not read Discord. */
  async function report({ municipality, trouble }: Trouble, bodies: Bodies, how: Handling): Promise<Delivery> {
    const [delivery, told] = await Promise.all([
      toStaffChannel(municipality, bodies, how, 0),
      webhook.report(municipality, trouble, how.nonce(0)).catch((fault: unknown) => {
        onFault(fault);
        return false;
      }),
    ]);
    return told ? { kind: 'posted' } : delivery;
  }

  /** True when at least one of them has it. */
  async function toCoordinators({ escalation }: Municipality, body: MessageBody, how: Handling): Promise<boolean> {
    const reached = await Promise.all(
      escalation.coordinatorIds.map(async (userId, index) => {
        const delivery = await toDm({ userId }, body, how, index + 1).catch((fault: unknown) => {
          onFault(fault);
          return refusalOf(fault);
        });
        return delivery.kind === 'posted';
      }),
    );
    return reached.includes(true);
  }

  /** The first usable channel that takes it, beginning with the one whose turn it is; never another guild's. */
  async function toStaffChannel(
    municipality: Municipality,
    bodies: Bodies,
    how: Handling,
    turn: number,
  ): Promise<Delivery> {
    const usable = await channels.usable(municipality);
    const first = usable.length > 0 ? turn % usable.length : 0;
    const inTurn = [...usable.slice(first), ...usable.slice(0, first)];
    const copy = await posting.findCopy(inTurn, how);
    if (copy) return postAll(copy.channelId, bodies, how, copy);
    for (const channelId of inTurn) {
      const delivery = await postIn(channelId, bodies, how);
      if (delivery.kind !== 'undeliverable' || delivery.reason === 'rejected') return patiently(delivery);
    }
    onUnreachable(municipality);
    return { kind: 'later', afterMs: unreachableMs };
  }

  /** A thread in a channel that everyone can see, or that is gone, hears nothing: the words go to a channel that is fit. */
  async function toThread(
    municipality: Municipality,
    { threadId, parentId }: { readonly threadId: Snowflake; readonly parentId?: Snowflake },
    bodies: Bodies,
    how: Handling,
  ): Promise<Delivery> {
    const isFit = (await channels.fitness(municipality, parentId ?? threadId)) === 'private';
    if (isFit && refused.restMs(threadId) === 0) {
      const copy = await posting.findCopy([threadId], how);
      const delivery = await postIn(threadId, bodies, how, copy);
      if (delivery.kind !== 'undeliverable') return delivery;
    }
    return toStaffChannel(municipality, bodies, how, 0);
  }

  /** Of no person: a channel with the service's card, seen by everybody. */
  async function toCardChannel(channelId: Snowflake, bodies: Bodies, how: Handling): Promise<Delivery> {
    if (refused.restMs(channelId) > 0) return { kind: 'undeliverable', reason: 'channel-gone' };
    return postIn(channelId, bodies, how, await posting.findCopy([channelId], how));
  }

  async function toSender(to: SenderAddress, [body]: Bodies, how: Handling, isNotice: boolean): Promise<Delivery> {
    // What a person has written is always tried; the service's own texts are not pressed on somebody who refuses them.
    if (isNotice && refused.restMs(to.userId) > 0) return { kind: 'undeliverable', reason: 'dm-closed' };
    try {
      const delivery = await toDm(to, body, how, 0);
      refused.accepted(to.userId);
      return delivery;
    } catch (fault) {
      if (refusalOf(fault).kind === 'undeliverable') refused.refused(to.userId);
      throw fault;
    }
  }

  async function toDm({ userId, channelId }: SenderAddress, body: MessageBody, how: Handling, part: number) {
    const open = channelId ?? (await openDm(userId, how));
    const posted = (await posting.findCopy([open], how, part)) ?? (await posting.post(open, body, how, part));
    return { kind: 'posted', posted } as const;
  }

  async function openDm(userId: Snowflake, { urgency, attempt }: Handling): Promise<Snowflake> {
    const dm = await rest.post<APIDMChannel>(Routes.userChannels(), {
      urgency,
      attempt,
      body: { recipient_id: userId },
    });
    return snowflake(dm.id);
  }

  /** Every part in one channel, in order; a part that is there already is not posted again. */
  async function postAll(channelId: Snowflake, bodies: Bodies, how: Handling, first?: Posted): Promise<Delivery> {
    const posted = first ?? (await posting.post(channelId, bodies[0], how));
    for (const [index, body] of bodies.slice(1).entries()) {
      const copy = await posting.findCopy([channelId], how, index + 1);
      if (!copy) await posting.post(channelId, body, how, index + 1);
    }
    return { kind: 'posted', posted };
  }

  /** As `postAll`, with a refusal as an answer, so that the next channel can be tried. */
  function postIn(channelId: Snowflake, bodies: Bodies, how: Handling, first?: Posted): Promise<Delivery> {
    return turns.take(channelId, how.urgency, async () => {
      // Somebody before us in the queue may have been refused.
      if (refused.restMs(channelId) > 0) return { kind: 'undeliverable', reason: 'no-permission' };
      try {
        const delivery = await postAll(channelId, bodies, how, first);
        refused.accepted(channelId);
        return delivery;
      } catch (fault) {
        const refusal = refusalOf(fault);
        if (refusal.kind === 'later') throw fault;
        if (refusal.reason !== 'rejected') refused.refused(channelId);
        onFault(fault);
        return refusal;
      }
    });
  }

  async function edit({ channelId, messageId }: Posted, body: MessageBody, how: Handling): Promise<Delivery> {
    const { urgency, attempt } = how;
    await rest.patch(Routes.channelMessage(channelId, messageId), { urgency, attempt, body });
    return { kind: 'posted', posted: { channelId, messageId } };
  }

  async function startSenderThread({ case: current, municipality }: SenderThread, how: Handling): Promise<Delivery> {
    const name = `${municipality.service} ${current.number}`.slice(0, 100);
    const posted = await senderThreads.open(municipality, current.senderId, name, how.urgency);
    return posted ? { kind: 'posted', posted } : { kind: 'undeliverable', reason: 'dm-closed' };
  }

  /** Only while the thread is private: never in the open. */
  async function inSenderThread(threadId: Snowflake, bodies: Bodies, how: Handling): Promise<Delivery> {
    if (!(await senderThreads.isPrivate(threadId, how.urgency))) return { kind: 'undeliverable', reason: 'dm-closed' };
    return postIn(threadId, bodies, how, await posting.findCopy([threadId], how));
  }

  /** A message that is gone already is withdrawn. */
  async function withdraw({ channelId, messageId }: Posted, { urgency }: Handling): Promise<Delivery> {
    try {
      await rest.delete(Routes.channelMessage(channelId, messageId), { urgency });
    } catch (fault) {
      const refusal = refusalOf(fault);
      if (refusal.kind === 'later' || refusal.reason !== 'channel-gone') throw fault;
    }
    return { kind: 'posted' };
  }

  /** A thread that starts from a message has the message's id; starting it twice is told by its own code. */
  async function startThread(
    { channelId, messageId }: Posted,
    name: string,
    { urgency, attempt }: Handling,
  ): Promise<Delivery> {
    try {
      const body = { name, auto_archive_duration: 10_080 };
      const thread = await rest.post<APIThreadChannel>(Routes.threads(channelId, messageId), {
        urgency,
        attempt,
        body,
      });
      return { kind: 'posted', posted: { channelId: snowflake(thread.id), messageId } };
    } catch (fault) {
      if (discordCode(fault) !== RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage) throw fault;
      return { kind: 'posted', posted: { channelId: messageId, messageId } };
    }
  }

  return { deliver };
}

type Bodies = readonly [MessageBody, ...MessageBody[]];

/** Staff must hear of it: a body Discord rejects is a fault of ours to be mended, not a reason to give up. */
const patiently = (delivery: Delivery): Delivery =>
  delivery.kind === 'undeliverable' ? { kind: 'later', afterMs: unreachableMs } : delivery;
