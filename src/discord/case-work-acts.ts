import type { BaseInteraction } from 'discord.js';
import { z } from 'zod';
import type { NationalContacts } from '../core/contacts.ts';
import { closeLaterChoices, snoozeChoices } from '../core/case-times.ts';
import { purposes } from '../core/incident/dossier.ts';
import type { Purpose } from '../core/incident/dossier.ts';
import { isSnowflake } from '../core/ids.ts';
import type { CaseId, Snowflake } from '../core/ids.ts';
import type { Language } from '../core/language.ts';
import type { Municipality } from '../core/municipality.ts';
import type { Act } from '../core/access.ts';
import type { CasePress, Refusal } from '../flows/act-on-case.ts';
import type { HandOverOutcome } from '../flows/hand-over-case.ts';
import type { MoveCaseOutcome, WantedMove } from '../flows/move-case.ts';
import type { OpenCaseFormOutcome } from '../flows/open-case-form.ts';
import type { ReadEntryOutcome } from '../flows/read-entry.ts';
import type { ReadMyReplyOutcome } from '../flows/read-my-reply.ts';
import type { ShowIdentityOutcome } from '../flows/show-identity.ts';
import type { Municipalities } from '../ports.ts';
import { pressOf } from './actor.ts';
import type { Readers } from './readers.ts';
import type { MessageBody } from './views/body.ts';
import { caseCard } from './views/case-card.ts';
import { openedEntry } from './views/case-entry.ts';
import { casePanel } from './views/case-panel.ts';
import { handOverOutcome, identityOutcome, moveOutcome, readRefusal } from './views/case-work-outcome.ts';
import { senderReply } from './views/sender-reply.ts';
import { formRefusal, staleOutcome } from './views/outcome.ts';

export interface CaseWorkFlows {
  readonly openCaseForm: (press: CasePress, act: Act) => Promise<OpenCaseFormOutcome>;
  readonly moveCase: (press: CasePress, wanted: WantedMove) => Promise<MoveCaseOutcome>;
  readonly handOverCase: (press: CasePress, contactId: string) => Promise<HandOverOutcome>;
  readonly showIdentity: (press: CasePress, purpose: Purpose) => Promise<ShowIdentityOutcome>;
  readonly readEntry: (press: CasePress, entryId: string) => Promise<ReadEntryOutcome>;
  readonly readMyReply: (readerId: Snowflake, caseId: CaseId, entryId: string) => Promise<ReadMyReplyOutcome>;
}

interface Options {
  readonly flows: CaseWorkFlows;
  readonly municipalities: Municipalities;
  readonly readers: Readers;
  readonly national: NationalContacts;
}

const setAsideSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('snooze'), choice: z.enum(snoozeChoices) }),
  z.object({ kind: z.literal('close-later'), choice: z.enum(closeLaterChoices) }),
]);
const purposeSchema = z.enum(purposes);

/** Who presses, and whose case it can be. */
interface Presser {
  readonly press: CasePress;
  readonly municipality: Municipality;
  readonly language: Language;
}

/** What can be done to a case besides answering it: who has it, when it comes back, and where it goes. */
export type CaseWorkActs = ReturnType<typeof createCaseWorkActs>;

export function createCaseWorkActs({ flows, municipalities, readers, national }: Options) {
  const notPermitted: Refusal = { kind: 'not-permitted' };

  function presserOf(interaction: BaseInteraction, caseId: CaseId): Presser | Language {
    const press = pressOf(interaction, municipalities, caseId);
    const municipality = press && municipalities.find(press.staff.municipalityId);
    const language = readers.languageIn(interaction, municipality);
    return press && municipality ? { press, municipality, language } : language;
  }

  /** One press: refused for whoever is no staff of the guild it comes from. */
  async function act<Outcome>(
    interaction: BaseInteraction,
    caseId: CaseId,
    run: (press: CasePress) => Promise<Outcome>,
    show: (
      outcome: Outcome | Refusal,
      reader: { language: Language; municipality: Municipality | undefined },
    ) => MessageBody,
  ): Promise<MessageBody> {
    const presser = presserOf(interaction, caseId);
    if (typeof presser === 'string') return show(notPermitted, { language: presser, municipality: undefined });
    return show(await run(presser.press), presser);
  }

  const staleHere = (interaction: BaseInteraction): MessageBody =>
    staleOutcome(readers.languageIn(interaction, readers.municipalityIn(interaction.guildId)));

  const move = (interaction: BaseInteraction, caseId: CaseId, wanted: WantedMove): Promise<MessageBody> =>
    act<MoveCaseOutcome>(interaction, caseId, (press) => flows.moveCase(press, wanted), moveOutcome);

  return {
    move,
    /** @param chosen what Discord says was chosen; anything but a choice of ours is refused */
    async setAside(
      interaction: BaseInteraction,
      caseId: CaseId,
      kind: 'snooze' | 'close-later',
      chosen: string | undefined,
    ): Promise<MessageBody> {
      const wanted = setAsideSchema.safeParse({ kind, choice: chosen });
      return wanted.success ? move(interaction, caseId, wanted.data) : staleHere(interaction);
    },

    async offer(interaction: BaseInteraction, caseId: CaseId, to: string | undefined): Promise<MessageBody> {
      return to !== undefined && isSnowflake(to)
        ? move(interaction, caseId, { kind: 'offer', to })
        : staleHere(interaction);
    },

    /** «Mer»: what the case's state allows now. */
    async more(interaction: BaseInteraction, caseId: CaseId): Promise<MessageBody> {
      const presser = presserOf(interaction, caseId);
      if (typeof presser === 'string') return formRefusal(notPermitted, presser);
      const { press, municipality, language } = presser;
      const opened = await flows.openCaseForm(press, 'case.move');
      if (opened.kind !== 'ready') return formRefusal(opened, language);
      return casePanel({ case: opened.case, municipality, national, viewer: press.staff.id, language });
    },

    /** The card itself, for one pair of eyes. */
    async show(interaction: BaseInteraction, caseId: CaseId): Promise<MessageBody> {
      const presser = presserOf(interaction, caseId);
      if (typeof presser === 'string') return formRefusal(notPermitted, presser);
      const opened = await flows.openCaseForm(presser.press, 'case.list');
      return opened.kind === 'ready'
        ? caseCard(opened.case, presser.municipality, undefined, national)
        : formRefusal(opened, presser.language);
    },

    handOver: (interaction: BaseInteraction, caseId: CaseId, contactId: string | undefined) =>
      act<HandOverOutcome>(interaction, caseId, (press) => flows.handOverCase(press, contactId ?? ''), handOverOutcome),

    async who(interaction: BaseInteraction, caseId: CaseId, chosen: string | undefined): Promise<MessageBody> {
      const purpose = purposeSchema.safeParse(chosen);
      if (!purpose.success) return staleHere(interaction);
      const run = (press: CasePress) => flows.showIdentity(press, purpose.data);
      return act<ShowIdentityOutcome>(interaction, caseId, run, identityOutcome);
    },

    /** «Åpne»: the words of an entry; long ones in several parts. */
    async read(
      interaction: BaseInteraction,
      caseId: CaseId,
      entryId: string,
    ): Promise<readonly [MessageBody, ...MessageBody[]]> {
      const presser = presserOf(interaction, caseId);
      if (typeof presser === 'string') return [formRefusal(notPermitted, presser)];
      const outcome = await flows.readEntry(presser.press, entryId);
      return outcome.kind === 'shown'
        ? openedEntry(outcome.entry, outcome.case, outcome.municipality)
        : [readRefusal(outcome, presser.language)];
    },

    /** «Les svaret»: for the one it was written for. Whoever else presses is told that it is not there. */
    async readReply(interaction: BaseInteraction, caseId: CaseId, replyId: string): Promise<MessageBody> {
      const { id } = interaction.user;
      const outcome = isSnowflake(id) ? await flows.readMyReply(id, caseId, replyId) : ({ kind: 'not-found' } as const);
      if (outcome.kind !== 'shown') return staleHere(interaction);
      const { case: current, entry, municipality } = outcome;
      return senderReply(entry, { municipality, language: current.language });
    },
  };
}
