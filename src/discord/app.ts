import type { BaseInteraction, RepliableInteraction } from 'discord.js';
import type { Municipalities } from '../ports.ts';
import type { AccountsActs } from './accounts-acts.ts';
import type { ApprovalActs } from './approval-acts.ts';
import type { CaseActs } from './case-acts.ts';
import type { CaseCommandActs } from './case-command-acts.ts';
import type { CaseWorkActs } from './case-work-acts.ts';
import type { ChoiceActs } from './choice-acts.ts';
import type { DataSubjectActs } from './data-subject-acts.ts';
import type { DutyActs } from './duty-acts.ts';
import type { GuideActs } from './guide-acts.ts';
import type { IncidentActs } from './incident-acts.ts';
import type { Entrance } from './entrance.ts';
import type { FeedbackActs } from './feedback-acts.ts';
import type { LanguageActs } from './language-acts.ts';
import type { OwnTextActs } from './own-text-acts.ts';
import type { PracticeActs } from './practice-acts.ts';
import type { PostActs } from './post-acts.ts';
import type { ProfileActs } from './profile-acts.ts';
import type { PublicCards } from './public-cards.ts';
import type { DoctorActs } from './doctor-acts.ts';
import type { SetupActs } from './setup-acts.ts';
import type { Reader, Readers } from './readers.ts';
import type { ReflectionActs } from './reflection-acts.ts';
import type { ReplyActs } from './reply-acts.ts';
import type { RequestActs } from './request-acts.ts';
import { deferred, ephemeral } from './reply.ts';
import type { StandardTextActs } from './standard-text-acts.ts';
import type { TriageActs } from './triage-acts.ts';
import type { MessageBody } from './views/body.ts';
import { apology, staleOutcome } from './views/outcome.ts';

/** What may be done, by area; pieces reach them by these names. */
export interface Acts {
  readonly entrance: Entrance;
  readonly cases: CaseActs;
  readonly replies: ReplyActs;
  readonly caseWork: CaseWorkActs;
  readonly guide: GuideActs;
  readonly caseCommands: CaseCommandActs;
  readonly incidents: IncidentActs;
  readonly duty: DutyActs;
  readonly dataSubject: DataSubjectActs;
  readonly choice: ChoiceActs;
  readonly approval: ApprovalActs;
  readonly setup: SetupActs;
  readonly doctor: DoctorActs;
  readonly profile: ProfileActs;
  readonly accounts: AccountsActs;
  readonly requests: RequestActs;
  readonly reflection: ReflectionActs;
  readonly practice: PracticeActs;
  readonly ownTexts: OwnTextActs;
  readonly triage: TriageActs;
  readonly posts: PostActs;
  readonly standardTexts: StandardTextActs;
  readonly feedback: FeedbackActs;
  readonly languages: LanguageActs;
}

interface AppOptions {
  readonly acts: Acts;
  readonly municipalities: Pick<Municipalities, 'all'>;
  readonly readers: Readers;
  readonly cards: PublicCards;
  /** Guilds of municipalities that are still being set up. */
  readonly foundingGuildIds: () => readonly string[];
  /** Writes the fault to the log under a reference a person can quote, and gives the reference. */
  readonly report: (fault: unknown, piece: string) => string;
}

/** The one thing pieces see: what may be done, and how its outcome is shown in the reader's language. */
export type App = ReturnType<typeof createApp>;

declare module '@sapphire/pieces' {
  interface Container {
    app: App;
  }
}

export function createApp({ acts, municipalities, readers, cards, foundingGuildIds, report }: AppOptions) {
  return {
    ...acts,

    /** Where commands for staff are shown; senders never see them. */
    staffGuildIds: (): readonly string[] => [
      ...municipalities.all().map(({ guildId }) => guildId),
      ...foundingGuildIds(),
    ],

    /** Puts the cards up, or up to date: everywhere, or in one guild. */
    async ensureCards(guildId?: string): Promise<void> {
      await Promise.all(municipalities.all().map((municipality) => cards.ensure(municipality, guildId)));
    },

    /** For a button or form this version does not know. */
    stale: (reader: Reader, guildId: string | null): MessageBody =>
      staleOutcome(readers.languageIn(reader, readers.municipalityIn(guildId))),

    /** Tells the person that something went wrong, in words and with a reference, whatever the state of the answer. */
    async apologise(interaction: BaseInteraction, fault: unknown, piece: string): Promise<void> {
      const reference = report(fault, piece);
      if (!interaction.isRepliable()) return;
      const municipality = readers.municipalityIn(interaction.guildId);
      const to = municipality?.guildId === interaction.guildId ? 'staff' : 'sender';
      const body = apology(reference, to, readers.languageIn(interaction, municipality));
      await tell(interaction, body).catch((again: unknown) => report(again, piece));
    },

    note(fault: unknown, piece: string): void {
      report(fault, piece);
    },
  };
}

async function tell(interaction: RepliableInteraction, body: MessageBody): Promise<void> {
  if (interaction.deferred) await interaction.editReply(deferred(body));
  else if (interaction.replied) await interaction.followUp(ephemeral(body));
  else await interaction.reply(ephemeral(body));
}
