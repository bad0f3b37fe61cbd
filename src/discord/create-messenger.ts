import type { REST } from '@discordjs/rest';
import type { NationalContacts } from '../core/contacts.ts';
import type { Snowflake } from '../core/ids.ts';
import type { Municipality } from '../core/municipality.ts';
import { textsIn } from '../i18n/catalogue.ts';
import type { AlertWebhook, Clock, Messenger } from '../ports.ts';
import { createBudget } from './budget.ts';
import { createChannelTurns } from './channel-turns.ts';
import { createMessenger } from './messenger.ts';
import { createPacedRest } from './paced-rest.ts';
import type { PacedRest } from './paced-rest.ts';
import { createPassingRest } from './passing-rest.ts';
import { createPosting } from './posting.ts';
import { createRefusedChannels } from './refused-channels.ts';
import { createScheduledEvents } from './scheduled-events.ts';
import { createSenderThreads } from './sender-threads.ts';
import { createStaffChannels } from './staff-channels.ts';
import type { StaffChannels } from './staff-channels.ts';
import { calendarDescription } from './views/channel-post.ts';
import { continuationOf, makeRenderSpeech } from './views/render-speech.ts';

interface Options {
  readonly rest: REST;
  /** For what would else wait behind a request that hangs. */
  readonly spareRest: REST;
  readonly botId: Snowflake;
  readonly now: Clock;
  /** Milliseconds on a clock that never jumps. */
  readonly monotonic: () => number;
  readonly contacts: NationalContacts;
  readonly webhook: AlertWebhook;
  /** How many requests a second may be made. */
  readonly perSecond: number;
  readonly onUnauthorised: () => void;
  readonly onUnreachable: (municipality: Municipality) => void;
  readonly onFault: (fault: unknown) => void;
}

/** Everything that speaks to Discord unprompted, on one budget. */
export function createDiscordMessenger(options: Options): {
  readonly messenger: Messenger;
  readonly paced: PacedRest;
  readonly channels: StaffChannels;
} {
  const { rest, spareRest, botId, now, monotonic, contacts, webhook, perSecond } = options;
  const { onUnauthorised, onUnreachable, onFault } = options;
  const passing = createPassingRest(rest, spareRest);
  const paced = createPacedRest(passing, createBudget({ perSecond, monotonic }), now);
  const refused = createRefusedChannels(monotonic);
  const channels = createStaffChannels({ rest: paced, refused, monotonic });
  const messenger = createMessenger({
    rest: paced,
    posting: createPosting(paced, botId),
    channels,
    refused,
    turns: createChannelTurns(),
    webhook,
    senderThreads: createSenderThreads(paced, botId),
    putInCalendar: createScheduledEvents(paced, botId, calendarDescription),
    render: makeRenderSpeech({ contacts, now }),
    continuation: continuationOf,
    threadName: (caseNumber) => textsIn('nb').staff.caseName({ caseNumber }),
    onUnauthorised,
    onUnreachable,
    onFault,
  });
  // With an eye of its own, so that looking does not make the messenger trust an answer longer.
  return { messenger, paced, channels: createStaffChannels({ rest: paced, refused, monotonic }) };
}
