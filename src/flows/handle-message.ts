import { isApproved } from '../core/approval.ts';
import { isUnseen } from '../core/case.ts';
import type { Case } from '../core/case.ts';
import { decide } from '../core/decide.ts';
import type { Decision, Effect } from '../core/decide.ts';
import type { InboundMessage } from '../core/inbound.ts';
import type { CaseId } from '../core/ids.ts';
import { languageOf } from '../core/language.ts';
import type { Municipality } from '../core/municipality.ts';
import { simpleQuestionIn } from '../core/questions/simple-question.ts';
import type { SimpleQuestion } from '../core/questions/simple-question.ts';
import { looseErasure } from '../core/queue.ts';
import type {
  Assessed,
  Assessor,
  Chance,
  ChosenLanguages,
  Clock,
  GapLedger,
  LeasedInbox,
  Presence,
  Pseudonyms,
  SenderRecord,
  Store,
} from '../ports.ts';
import { addresseeOf } from './addressee.ts';
import type { Addressee, AddresseeDeps } from './addressee.ts';
import { turnAwayChanges } from './approval/turn-away.ts';
import { messageChanges } from './message-changes.ts';
import { recontactOf } from './recontact.ts';
import { showingCase } from './show-case.ts';

export interface HandleMessageDeps {
  readonly now: Clock;
  readonly chance: Chance;
  readonly assessor: Assessor;
  readonly pseudonyms: Pick<Pseudonyms, 'sender' | 'lane'>;
  readonly municipalities: AddresseeDeps['municipalities'];
  readonly presence: Presence;
  readonly gaps: Pick<GapLedger, 'recent'>;
  readonly chosen: Pick<ChosenLanguages, 'of'>;
  readonly store: AddresseeDeps['store'] &
    Pick<Store, 'findOpenCase' | 'findSender' | 'findRecontacts' | 'findDossier' | 'findSetting' | 'commit'>;
}

export type HandleOutcome =
  | { readonly kind: 'handled'; readonly caseId?: CaseId }
  /** Somebody changed the case, or the lease ran out: to be handled again from the start. */
  | { readonly kind: 'stale' };

/** A later wording of a message already met. */
export interface Rewording {
  readonly entryId: string;
  readonly editOf: string;
}

/**
 * Purpose: take one message from the inbox to a case, redacted and assessed. Personal data: the words, in memory only
 * until redacted; the sender's Discord id, encrypted. When it has committed, the inbox entry and its words are gone.
 */
export const makeHandleMessage =
  (deps: HandleMessageDeps) =>
  async (leased: LeasedInbox, inbound: InboundMessage, rewording?: Rewording): Promise<HandleOutcome> => {
    const { now, store, pseudonyms, assessor } = deps;
    const addressee = await addresseeOf(deps, inbound, rewording?.editOf);
    if (!addressee) return refuseWithoutService(deps, leased, inbound);

    const { municipality } = addressee;
    const sender = pseudonyms.sender(municipality.id, inbound.senderId);
    const [openCase, record] = await Promise.all([
      store.findOpenCase(municipality.id, sender),
      store.findSender(municipality.id, sender),
    ]);
    const asked = openCase ? undefined : addressee.asked;
    const base = openCase ?? newCase(deps, municipality, inbound);
    const assessed = await assessor.assess({
      text: inbound.text,
      municipalityId: municipality.id,
      lane: leased.lane,
      messageId: inbound.messageId,
      language: municipality.language,
      memory: base.memory,
      conversation: base.id,
      at: inbound.at,
    });
    if (municipality.intakePaused) {
      const met = { municipality, inbound, openCase, ...assessed };
      return turnAway(deps, leased, rewording?.entryId ?? inbound.messageId, met);
    }
    const decision = await weigh(
      deps,
      { municipality, ...(asked ? { asked } : {}) },
      openCase,
      record,
      inbound,
      assessed,
      rewording !== undefined,
    );
    if (openCase && isUnseen(openCase) && decision.effects.some(isShownEntry)) {
      await showUnseen(deps, openCase, municipality);
      return { kind: 'stale' };
    }
    const changes = messageChanges({
      inbound,
      base,
      record,
      assessed,
      decision,
      asked,
      now: now(),
      lanes: pseudonyms,
      entryId: inbound.messageId,
      unansweredMinutes: municipality.conversation.unansweredMinutes,
      ...rewording,
    });
    const opens = changes.some(({ kind }) => kind === 'save-case');
    const outcome = await store.commit({
      cause: `message:${rewording?.entryId ?? inbound.messageId}`,
      at: now(),
      finishes: { id: leased.id, lease: leased.lease },
      basedOn: opens ? [{ caseId: base.id, version: base.version }] : [],
      changes,
    });
    if (outcome === 'stale') return { kind: 'stale' };
    return opens ? { kind: 'handled', caseId: base.id } : { kind: 'handled' };
  };

function newCase(
  { chance, pseudonyms, chosen }: HandleMessageDeps,
  municipality: Municipality,
  inbound: InboundMessage,
): Case {
  return {
    id: chance.caseId(),
    municipalityId: municipality.id,
    number: chance.caseNumber(),
    sender: pseudonyms.sender(municipality.id, inbound.senderId),
    senderId: inbound.senderId,
    entrance: inbound.guildId ? 'card' : 'dm',
    language: inbound.language ?? chosen.of(inbound.senderId) ?? languageOf(inbound.locale, municipality.language),
    severity: 'none',
    categories: [],
    reasons: [],
    state: { kind: 'open' },
    openedAt: inbound.at,
    lastMessageAt: inbound.at,
    memory: { entries: [] },
    keeping: municipality.retention,
    version: 0,
  };
}

/** UTF-16 units; about a page. */
const longMessage = 1_500;

async function weigh(
  { now, presence, gaps, store, pseudonyms }: HandleMessageDeps,
  { municipality, asked }: Addressee,
  openCase: Case | undefined,
  record: SenderRecord | undefined,
  inbound: InboundMessage,
  { redaction, assessment }: Assessed,
  edited: boolean,
): Promise<Decision> {
  const missed = record === undefined ? await gaps.recent() : undefined;
  return decide({
    ...(missed ? { missed: { from: missed.from, until: missed.until } } : {}),
    severity: assessment.severity,
    categories: assessment.categories,
    masked: !('failed' in redaction),
    removed: 'failed' in redaction ? [] : redaction.findings.map(({ kind }) => kind),
    omitted: inbound.omitted,
    staffed: await presence.isStaffed(municipality, now()),
    approved: isApproved(municipality.approval, 2, now()),
    firstContact: record === undefined,
    viaForm: inbound.guildId !== undefined && inbound.receiptOwed !== true,
    edited,
    long: !('failed' in redaction) && redaction.text.length > longMessage,
    hasOpenCase: openCase !== undefined,
    claimed: openCase !== undefined && openCase.state.kind !== 'open',
    question: questionIn(openCase, inbound, { redaction, assessment }),
    caseSeverity: openCase?.severity,
    lastNoticeAt: record?.lastNoticeAt ?? {},
    recontact: await recontactOf(store, municipality.id, pseudonyms.sender(municipality.id, inbound.senderId)),
    asked,
    unseen: openCase !== undefined && isUnseen(openCase),
    now: now(),
  });
}

const isShownEntry = (effect: Effect): boolean => effect.kind === 'store-entry' && effect.shown;

/** What came before goes to staff first, in a commit of its own; the message that worries is then handled as any other. */
async function showUnseen(deps: HandleMessageDeps, current: Case, municipality: Municipality): Promise<void> {
  const { now, store } = deps;
  const at = now();
  await store.commit({
    cause: `shown:${current.id}:${current.version}`,
    at,
    basedOn: [{ caseId: current.id, version: current.version }],
    changes: await showingCase(deps, {
      cause: `shown:${current.id}`,
      case: current,
      entries: await store.listEntries(current.id),
      municipality,
      at,
      isSenderToldElsewhere: true,
    }),
  });
}

/** Only where nothing worries: neither in the message, nor in what the sender has said before. */
function questionIn(
  openCase: Case | undefined,
  { omitted }: InboundMessage,
  { redaction, assessment }: Assessed,
): SimpleQuestion | undefined {
  if ('failed' in redaction || redaction.findings.length > 0 || omitted.length > 0) return undefined;
  if (assessment.severity !== 'none' || (openCase?.severity ?? 'none') !== 'none') return undefined;
  return simpleQuestionIn(redaction.text);
}

/** The intake is stopped: nothing is kept, and staff hear that somebody wrote. Docs: approval.md, «Stopping». */
async function turnAway(
  { now, store, pseudonyms }: HandleMessageDeps,
  leased: LeasedInbox,
  entryId: string,
  met: Pick<Assessed, 'assessment'> & {
    readonly municipality: Municipality;
    readonly inbound: InboundMessage;
    readonly openCase: Case | undefined;
  },
): Promise<HandleOutcome> {
  const at = now();
  const outcome = await store.commit({
    cause: `message:${entryId}`,
    at,
    finishes: { id: leased.id, lease: leased.lease },
    basedOn: [],
    changes: await turnAwayChanges({ store, lanes: pseudonyms }, { ...met, entryId, at }),
  });
  return outcome === 'stale' ? { kind: 'stale' } : { kind: 'handled' };
}

/** No municipality answers for this sender: nothing is kept, and the emergency numbers are given. */
async function refuseWithoutService(
  { now, store, pseudonyms }: HandleMessageDeps,
  leased: LeasedInbox,
  { messageId, senderId, channelId, locale }: InboundMessage,
): Promise<HandleOutcome> {
  const at = now();
  const outcome = await store.commit({
    cause: `message:${messageId}`,
    at,
    finishes: { id: leased.id, lease: leased.lease },
    basedOn: [],
    changes: [
      {
        kind: 'queue',
        entry: {
          id: `m${messageId}:not-active`,
          lane: pseudonyms.lane('sender', senderId),
          priority: 1,
          dispatch: {
            kind: 'sender-notice',
            to: { userId: senderId, ...(channelId ? { channelId } : {}) },
            language: languageOf(locale, 'nb'),
            notice: { kind: 'not-active' },
          },
          queuedAt: at,
          notBefore: at,
          eraseAt: looseErasure(at),
        },
      },
    ],
  });
  return outcome === 'stale' ? { kind: 'stale' } : { kind: 'handled' };
}
