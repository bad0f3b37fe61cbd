import type { Assessment } from '../../../src/core/triage/assessment.ts';
import type { Inbound, InboundMessage } from '../../../src/core/inbound.ts';
import type { CaseId, Lane, MunicipalityId, Snowflake } from '../../../src/core/ids.ts';
import { RawText } from '../../../src/core/raw-text.ts';
import type { StaffCopy } from '../../../src/core/outbox.ts';
import type { RedactedText } from '../../../src/core/redaction/redaction.ts';
import type { Speech } from '../../../src/core/speech.ts';
import type { Assessed, Delivery, LeasedInbox, LeasedOutbox, Messenger } from '../../../src/ports.ts';
import { makeHandleInbound } from '../../../src/flows/handle-inbound.ts';
import { makeDeliverOutbox } from '../../../src/flows/deliver-outbox.ts';
import { createChosenLanguages } from '../../../src/system/chosen-languages.ts';
import { openSqliteStore } from '../../../src/store/sqlite/sqlite-store.ts';
import { createKeyring, nameMasterKey } from '../../../src/system/keyring.ts';
import { createPseudonyms } from '../../../src/system/vault-pseudonyms.ts';
import { snowflake } from '../../examples/cases.ts';
import { exampleConfiguration } from '../../examples/municipality.ts';

const calm: Assessment = { severity: 'none', categories: [], reasons: [], version: 'test' };

/**
 * Flows on a real store, with a fixed clock, a fixed assessment and a recording messenger.
 * @param file where the store lies; opened a second time, it is what is there after a restart
 * @param startsAt the time on the clock
 */
export async function openFlowScene(file = ':memory:', startsAt = Date.UTC(2026, 10, 23, 18, 30)) {
  const { eksempelvik } = await exampleConfiguration();
  let time = startsAt;
  const now = (): number => time;
  const keyring = createKeyring([nameMasterKey(new Uint8Array(32).map((_, index) => index))]);
  const store = await openSqliteStore({ file, keyring, clock: now });
  const pseudonyms = createPseudonyms(await store.pseudonymSecret());
  let cases = 0;
  const chance = {
    caseId: (): CaseId => String((cases += 1)).padStart(22, 'A') as CaseId,
    caseNumber: (): number => 4_820 + cases,
  };
  const said: { readonly speech: Speech; readonly nonce: string }[] = [];
  const state = {
    assessment: calm,
    fails: false,
    staffed: true,
    municipality: eksempelvik as typeof eksempelvik | undefined,
    /** Further municipalities this program answers for. */
    others: [] as readonly (typeof eksempelvik)[],
    /** Those that share a server with the sender; absent: all. */
    shared: undefined as readonly (typeof eksempelvik)[] | undefined,
    removes: (_copy: StaffCopy): boolean => true,
    delivery: (_speech: Speech): Delivery => ({
      kind: 'posted',
      posted: { channelId: snowflake(500 + said.length), messageId: snowflake(600 + said.length) },
    }),
  };
  const chosen = createChosenLanguages(now);
  const municipalities = {
    candidates: ({ guildId }: { readonly guildId?: Snowflake }) => {
      const all = state.municipality ? [state.municipality, ...state.others] : [];
      return Promise.resolve(
        guildId === undefined ? (state.shared ?? all) : all.filter((one) => one.guildId === guildId).slice(0, 1),
      );
    },
    find: (id: MunicipalityId) => [eksempelvik, ...state.others].find((one) => one.id === id),
    ofStaffGuild: () => eksempelvik,
    all: () => [eksempelvik, ...state.others],
  };
  const assessor = {
    assess: ({ text }: { text: RawText }): Promise<Assessed> =>
      Promise.resolve({
        assessment: state.assessment,
        redaction: state.fails
          ? { failed: 'timeout' }
          : {
              text: text.reveal().replaceAll(/\d{8}/gu, '[telefonnummer]') as RedactedText,
              findings: [],
              memory: { entries: [] },
            },
      }),
  };
  const messenger: Messenger = {
    deliver(speech, { nonce }) {
      const delivery = state.delivery(speech);
      if (delivery.kind === 'posted') said.push({ speech, nonce: nonce(0) });
      return Promise.resolve(delivery);
    },
  };
  const presence = { isStaffed: () => Promise.resolve(state.staffed), onDuty: () => Promise.resolve([]) };
  const handle = makeHandleInbound({
    now,
    chance,
    assessor,
    pseudonyms,
    municipalities,
    presence,
    gaps: { recent: () => Promise.resolve(undefined) },
    chosen,
    store,
  });
  const deliver = makeDeliverOutbox({
    now,
    pseudonyms,
    municipalities,
    messenger,
    presence,
    store,
    nonceWindowMs: 60_000,
    staffCopies: { remove: (copy) => Promise.resolve(state.removes(copy)) },
  });

  let messages = 0;
  const message = (words: string, senderId: Snowflake = snowflake(1)): InboundMessage => {
    messages += 1;
    return {
      kind: 'message',
      messageId: snowflake(1_000 + messages),
      senderId,
      channelId: snowflake(2),
      text: new RawText(words),
      omitted: [],
      at: now(),
    };
  };
  const accept = (inbound: Inbound, id: string): Promise<unknown> =>
    store.accept({ id, lane: 'sender-lane' as Lane, order: inbound.messageId, inbound, receivedAt: now() }, undefined);
  const claim = async (): Promise<LeasedInbox> => {
    const leased = await store.claimInbox(now(), 30_000);
    if (!leased) throw new Error('nothing in the inbox');
    return leased;
  };
  /** One message, all the way to a commit. */
  const receive = async (inbound: Inbound, id = `m:${inbound.messageId}`) => {
    await accept(inbound, id);
    return handle(await claim());
  };
  /** Everything that is due, in turn. */
  const deliverAll = async (): Promise<readonly string[]> => {
    const outcomes: string[] = [];
    for (;;) {
      const rows: readonly LeasedOutbox[] = await store.claimOutbox(now(), 30_000, 50);
      if (rows.length === 0) return outcomes;
      for (const row of rows) outcomes.push(`${row.dispatch.kind}:${await deliver(row)}`);
    }
  };
  return {
    municipalities,
    presence,
    store,
    state,
    chosen,
    said,
    now,
    chance,
    pseudonyms,
    handle,
    deliver,
    accept,
    claim,
    message,
    receive,
    deliverAll,
    eksempelvik,
    pass: (ms: number) => {
      time += ms;
    },
    openCase: async () => {
      const [open] = await store.listOpenCases(eksempelvik.id);
      if (!open) throw new Error('no open case');
      return open;
    },
  };
}
