import { holderOf } from '../case-moves.ts';
import type { Case, CaseEntry, StaffRef } from '../case.ts';
import type { DutyGuide } from '../duty-guide/guide.ts';
import { nextStep } from '../duty-guide/next-step.ts';
import type { Municipality } from '../municipality.ts';
import type { Instant } from '../time.ts';
import type { ClosingCode } from './aftercare.ts';
import type { Decision, Dossier, SavedStep } from './dossier.ts';
import { stepIds } from './steps.ts';
import type { StepId } from './steps.ts';

/** What is handed over, in a fixed order of fields. Times are ISO 8601 in UTC and, beside it, the municipality's own. */
export interface Report {
  readonly format: 'utekontakt-incident';
  readonly formatVersion: 2;
  readonly municipality: { readonly name: string; readonly organisationNumber: string; readonly service: string };
  readonly caseNumber: number;
  readonly madeAt: Moment;
  readonly madeBy: string;
  readonly received: Received;
  readonly steps: readonly {
    readonly step: StepId;
    readonly by: string;
    readonly at: Moment;
    readonly values: SavedStep['values'];
  }[];
  readonly guide: {
    readonly version: string;
    readonly approved: boolean;
    readonly answers: Dossier['answers'];
    readonly cardId: string;
    readonly card: string;
    readonly decision?: Omit<Decision, 'by' | 'at'> & { readonly by: string; readonly at: Moment };
  };
  /** What was done when the conversation was over. */
  readonly after: {
    readonly closing: ClosingCode | null;
    /** New contact is to be told to the police. */
    readonly recontact: boolean;
    readonly referrals: readonly {
      readonly to: string;
      readonly by: string;
      readonly at: Moment;
      readonly received: { readonly name: string; readonly at: Moment } | null;
    }[];
  };
  /** Redacted, as staff saw it. */
  readonly conversation: readonly {
    readonly id: string;
    readonly at: Moment;
    readonly from: 'sender' | 'staff';
    readonly text: string | null;
    readonly note: 'unmaskable' | 'deleted-by-sender' | 'deleted-by-staff' | null;
  }[];
}

export interface Moment {
  readonly utc: string;
  readonly local: string;
}

/** Source: 000:50–51, when it came in and who received it; DESIGN §5, channel and message ids. */
export interface Received {
  readonly firstAt: Moment | null;
  readonly lastAt: Moment | null;
  readonly recipient: string;
  readonly takenBy: string | null;
  readonly discordUserId: string | null;
  readonly channelId: string | null;
  readonly messageIds: readonly string[];
}

export function momentOf(at: Instant, timeZone: string): Moment {
  const instant = Temporal.Instant.fromEpochMilliseconds(at).round('second');
  return { utc: instant.toString(), local: instant.toZonedDateTimeISO(timeZone).toString({ calendarName: 'never' }) };
}

export function receivedOf(
  current: Case | undefined,
  entries: readonly CaseEntry[],
  { name, service, hours }: Municipality,
): Received {
  const fromSender = entries.filter(({ from }) => from === 'sender');
  const moment = (entry: CaseEntry | undefined): Moment | null => (entry ? momentOf(entry.at, hours.timeZone) : null);
  return {
    firstAt: moment(fromSender[0]),
    lastAt: moment(fromSender.at(-1)),
    recipient: `${service}, ${name}`,
    takenBy: (current && holderOf(current)?.signature) ?? null,
    discordUserId: current?.senderId ?? null,
    channelId: current?.dmChannelId ?? null,
    messageIds: fromSender.map(({ id }) => id),
  };
}

interface Material {
  readonly case?: Case;
  readonly dossier: Dossier;
  readonly entries: readonly CaseEntry[];
  readonly municipality: Municipality;
  readonly guide: DutyGuide;
  readonly by: StaffRef;
  readonly at: Instant;
}

/** The incident as the municipality keeps it. Without the sealed original and without the access log. */
export function buildReport({ case: current, dossier, entries, municipality, guide, by, at }: Material): Report {
  const { timeZone } = municipality.hours;
  const { card } = nextStep(guide, dossier.answers);
  const { decision } = dossier;
  return {
    format: 'utekontakt-incident',
    formatVersion: 2,
    municipality: {
      name: municipality.name,
      organisationNumber: municipality.organisationNumber,
      service: municipality.service,
    },
    caseNumber: dossier.caseNumber,
    madeAt: momentOf(at, timeZone),
    madeBy: by.signature,
    received: receivedOf(current, entries, municipality),
    steps: stepIds.flatMap((step) => {
      const saved = dossier.steps[step];
      return saved ? [{ step, by: saved.by.signature, at: momentOf(saved.at, timeZone), values: saved.values }] : [];
    }),
    guide: {
      version: guide.version,
      approved: guide.approvedBy !== null,
      answers: dossier.answers,
      cardId: card.id,
      card: card.title,
      ...(decision
        ? { decision: { ...decision, by: decision.by.signature, at: momentOf(decision.at, timeZone) } }
        : {}),
    },
    after: {
      closing: dossier.closing?.code ?? null,
      recontact: dossier.recontact !== undefined,
      referrals: (dossier.referrals ?? []).map(({ to, by: sender, at: sentAt, received }) => ({
        to,
        by: sender.signature,
        at: momentOf(sentAt, timeZone),
        received: received ? { name: received.name, at: momentOf(received.at, timeZone) } : null,
      })),
    },
    conversation: entries.map(({ id, at: when, from, body }) => ({
      id,
      at: momentOf(when, timeZone),
      from,
      text: body.kind === 'text' ? body.text : null,
      note: body.kind === 'text' ? null : body.kind,
    })),
  };
}
