import { z } from 'zod';
import { turnedAway, turnedAwayRow } from '../../core/approval/stopped-contacts.ts';
import type { StoppedContacts } from '../../core/approval/stopped-contacts.ts';
import type { Case } from '../../core/case.ts';
import type { MunicipalityId } from '../../core/ids.ts';
import type { InboundMessage } from '../../core/inbound.ts';
import { languageOf } from '../../core/language.ts';
import type { Municipality } from '../../core/municipality.ts';
import { looseErasure, queueForStaff, queueingForCase } from '../../core/queue.ts';
import { dayMs, hourMs } from '../../core/time.ts';
import type { Instant } from '../../core/time.ts';
import { isUrgent } from '../../core/triage/assessment.ts';
import type { Assessment } from '../../core/triage/assessment.ts';
import type { Change, Pseudonyms, Store } from '../../ports.ts';

const name = 'stopped-contacts';

const schema = z
  .object({
    from: z.number().int(),
    last: z.number().int(),
    messages: z.number().int(),
    worrying: z.number().int(),
  } satisfies Record<keyof StoppedContacts, z.ZodType>)
  .readonly();

export interface StoredStoppedContacts {
  /** Nothing: none since the intake stopped. */
  readonly contacts: StoppedContacts | undefined;
  readonly version: number;
}

/** A count that cannot be read begins anew: it must not hold back the answer to the sender. */
export async function readStoppedContacts(
  store: Pick<Store, 'findSetting'>,
  id: MunicipalityId,
): Promise<StoredStoppedContacts> {
  const found = await store.findSetting(id, name);
  const parsed = schema.safeParse(found?.value);
  const contacts = parsed.success && parsed.data.messages > 0 ? parsed.data : undefined;
  return { contacts, version: found?.version ?? 0 };
}

const saving = (municipalityId: MunicipalityId, basedOn: number, value: StoppedContacts): Change => ({
  kind: 'save-setting',
  municipalityId,
  name,
  basedOn,
  value,
});

/** The intake stops now: counted from here. */
export const countingAnew = (municipalityId: MunicipalityId, basedOn: number, at: Instant): Change =>
  saving(municipalityId, basedOn, { from: at, last: at, messages: 0, worrying: 0 });

interface TurnedAway {
  readonly municipality: Municipality;
  readonly inbound: InboundMessage;
  /** Distinct per wording of a message. */
  readonly entryId: string;
  readonly assessment: Assessment;
  /** The sender's conversation from before the stop. */
  readonly openCase: Case | undefined;
  readonly at: Instant;
}

/**
 * What is left of a message that came while the intake was stopped: a count, a line to staff, in the sender's open case
 * too, and the answer to the sender. Personal data: none is kept. Nothing of the words, and of no sender who has no case.
 */
export async function turnAwayChanges(
  { store, lanes }: { readonly store: Pick<Store, 'findSetting'>; readonly lanes: Pick<Pseudonyms, 'lane'> },
  { municipality, inbound, entryId, assessment, openCase, at }: TurnedAway,
): Promise<readonly Change[]> {
  const { id: municipalityId } = municipality;
  const { senderId, channelId, locale } = inbound;
  const { severity, categories } = assessment;
  const urgent = isUrgent(severity);
  const { contacts, version } = await readStoppedContacts(store, municipalityId);
  return [
    saving(municipalityId, version, turnedAway(contacts, severity, at)),
    {
      kind: 'queue',
      entry: {
        id: turnedAwayRow(municipalityId, severity, at),
        lane: lanes.lane('case', `${municipalityId}:stopped`),
        priority: urgent ? 0 : 2,
        dispatch: { kind: 'stopped-note', municipalityId, severity },
        queuedAt: at,
        notBefore: at,
        eraseAt: at + 2 * dayMs,
      },
    },
    ...(openCase ? [inOpenCase(openCase)] : []),
    {
      kind: 'queue',
      entry: {
        id: `m${entryId}:not-active`,
        lane: lanes.lane('sender', senderId),
        priority: urgent ? 0 : 1,
        dispatch: {
          kind: 'sender-notice',
          to: { userId: senderId, ...(channelId ? { channelId } : {}) },
          municipalityId,
          language: languageOf(locale, municipality.language),
          notice: { kind: 'not-active', ...(urgent ? { worry: { severity, categories } } : {}) },
        },
        queuedAt: at,
        notBefore: at,
        eraseAt: looseErasure(at),
      },
    },
  ];

  /** Staff know whom they talk with: they hear that there was a message, once an hour. */
  function inOpenCase(current: Case): Change {
    const to = queueingForCase(
      `stopped:${current.id}:${Math.floor(at / hourMs)}`,
      lanes.lane('case', current.id),
      current,
      at,
    );
    const note = { kind: 'wrote-while-stopped', severity } as const;
    return {
      kind: 'queue',
      entry: queueForStaff(to, { kind: 'case-note', caseId: current.id, note }, urgent ? 0 : 1),
    };
  }
}
