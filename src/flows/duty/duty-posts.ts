import { tellWithinMs } from '../../core/duty/turn.ts';
import type { DutyEvent } from '../../core/duty/turn.ts';
import type { Municipality } from '../../core/municipality.ts';
import type { OutboxEntry } from '../../core/outbox.ts';
import { hourMs } from '../../core/time.ts';
import type { Instant } from '../../core/time.ts';
import type { Change, Pseudonyms } from '../../ports.ts';

/** The row is erased then, sent or not: nothing in it is about a person. */
const keptMs = 24 * hourMs;

type Lanes = Pick<Pseudonyms, 'lane'>;
const queueing = (entry: Omit<OutboxEntry, 'notBefore' | 'eraseAt'>): Change => ({
  kind: 'queue',
  entry: { ...entry, notBefore: entry.queuedAt, eraseAt: entry.queuedAt + keptMs },
});
/** Short, so that an id made of it stays within 64 characters. */
const short = (value: bigint | number): string => value.toString(36);

/** The list of unanswered conversations, to staff: when the last one leaves. What is on it is looked up when it is sent. */
export const queueHandover = (
  { id }: Municipality,
  lanes: Lanes,
  { cause, by, at }: { readonly cause: string; readonly by: 'closing' | 'staff'; readonly at: Instant },
): Change =>
  queueing({
    id: `handover:${cause}`,
    lane: lanes.lane('case', `${id}:duty`),
    priority: 1,
    dispatch: { kind: 'duty-handover', municipalityId: id, by },
    queuedAt: at,
  });

/** One event told: to staff, or in every channel that has a card. The same event gives the same rows. */
export function queueEvent(municipality: Municipality, lanes: Lanes, event: DutyEvent, at: Instant): readonly Change[] {
  const { id, gameGuilds } = municipality;
  if (event.kind === 'shift-over')
    return [queueHandover(municipality, lanes, { cause: `${id}:${short(event.at)}`, by: 'closing', at })];
  const due = event.kind === 'closed' ? event.until : at;
  return gameGuilds.map(({ cardChannelId }) =>
    queueing({
      id: `${event.kind === 'opened' ? 'dpo' : 'dpc'}:${id}:${short(event.until)}:${short(BigInt(cardChannelId))}`,
      lane: lanes.lane('case', `${id}:duty:${cardChannelId}`),
      priority: 2,
      dispatch: {
        kind: 'duty-post',
        municipalityId: id,
        channelId: cardChannelId,
        post: event.kind,
        until: event.until,
        notAfter: due + tellWithinMs,
      },
      queuedAt: at,
    }),
  );
}
