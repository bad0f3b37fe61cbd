import type {
  ApplicationCommandOptionChoiceData,
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  MessageContextMenuCommandInteraction,
} from 'discord.js';
import type { BaseInteraction } from 'discord.js';
import { mayPerform } from '../core/access.ts';
import type { NationalContacts } from '../core/contacts.ts';
import { isSnowflake } from '../core/ids.ts';
import type { CaseId } from '../core/ids.ts';
import type { InboundMessage } from '../core/inbound.ts';
import type { Language } from '../core/language.ts';
import type { Municipality } from '../core/municipality.ts';
import { RawText } from '../core/raw-text.ts';
import { categories } from '../core/triage/assessment.ts';
import type { CreateCaseOutcome } from '../flows/create-case.ts';
import type { ListCasesOutcome } from '../flows/list-cases.ts';
import { optionTexts } from '../i18n/commands.ts';
import type { Clock, Municipalities, Staff } from '../ports.ts';
import { staffHere } from './actor.ts';
import type { CaseActs } from './case-acts.ts';
import type { CaseWorkActs } from './case-work-acts.ts';
import type { IncidentActs } from './incident-acts.ts';
import type { Readers } from './readers.ts';
import type { ReplyActs } from './reply-acts.ts';
import type { StandardTextActs } from './standard-text-acts.ts';
import type { MessageBody } from './views/body.ts';
import { caseList, caseSuggestion, resourceList } from './views/case-list.ts';
import { createdOutcome, noSuchCase } from './views/case-work-outcome.ts';
import type { FormOrRefusal } from './views/form.ts';
import { formRefusal } from './views/outcome.ts';

export interface CaseCommandFlows {
  readonly listCases: (staff: Staff, whose: 'mine' | 'all') => Promise<ListCasesOutcome>;
  readonly createCase: (staff: Staff, message: InboundMessage | undefined) => Promise<CreateCaseOutcome>;
}

interface Options {
  readonly flows: CaseCommandFlows;
  readonly cases: Pick<CaseActs, 'close'>;
  readonly replies: Pick<ReplyActs, 'form'>;
  readonly caseWork: CaseWorkActs;
  readonly incidents: Pick<IncidentActs, 'open'>;
  readonly standardTexts: Pick<StandardTextActs, 'readyText' | 'readySuggestions'>;
  readonly municipalities: Municipalities;
  readonly readers: Readers;
  readonly national: NationalContacts;
  readonly now: Clock;
}

interface Actor {
  readonly staff: Staff;
  readonly municipality: Municipality;
  readonly language: Language;
}

const mostSuggestions = 25;

/** `/sak`, `/svar`, `/skjema`, `/ressurs` and «Opprett sak»: the same acts as behind the buttons, by number. */
export type CaseCommandActs = ReturnType<typeof createCaseCommandActs>;

export function createCaseCommandActs(options: Options) {
  const { flows, cases, replies, caseWork, incidents, standardTexts, municipalities, readers, national, now } = options;
  const notPermitted = { kind: 'not-permitted' } as const;

  function actorOf(interaction: BaseInteraction): Actor | Language {
    const here = staffHere(interaction, municipalities);
    const language = readers.languageIn(interaction, here?.municipality);
    return here ? { ...here, language } : language;
  }

  async function list(interaction: BaseInteraction, whose: 'mine' | 'all'): Promise<MessageBody> {
    const actor = actorOf(interaction);
    if (typeof actor === 'string') return formRefusal(notPermitted, actor);
    const listed = await flows.listCases(actor.staff, whose);
    return listed.kind === 'listed'
      ? caseList(listed.cases, whose, { language: actor.language, now: now() })
      : formRefusal(listed, actor.language);
  }

  /** The case with the number in the command, among those that are open; or why there is none. */
  async function withCase(
    interaction: ChatInputCommandInteraction,
    run: (caseId: CaseId) => Promise<MessageBody>,
  ): Promise<MessageBody> {
    const found = await caseIn(interaction);
    return typeof found === 'string' ? run(found) : found.refused;
  }

  async function caseIn(interaction: ChatInputCommandInteraction): Promise<CaseId | { readonly refused: MessageBody }> {
    const actor = actorOf(interaction);
    if (typeof actor === 'string') return { refused: formRefusal(notPermitted, actor) };
    const listed = await flows.listCases(actor.staff, 'all');
    if (listed.kind !== 'listed') return { refused: formRefusal(listed, actor.language) };
    const number = interaction.options.getString(optionTexts.caseNumber.name)?.replaceAll(/\D/gu, '');
    const found = listed.cases.find((one) => String(one.number) === number);
    return found ? found.id : { refused: noSuchCase(actor.language) };
  }

  async function formOf<Opened>(
    interaction: ChatInputCommandInteraction,
    open: (caseId: CaseId) => Promise<Opened>,
  ): Promise<Opened | Extract<FormOrRefusal, { kind: 'refused' }>> {
    const found = await caseIn(interaction);
    return typeof found === 'string' ? open(found) : { kind: 'refused', body: found.refused };
  }

  return {
    /** `/sak`, whichever part of it. */
    run(interaction: ChatInputCommandInteraction): Promise<MessageBody> {
      switch (interaction.options.getSubcommand()) {
        case optionTexts.caseMine.name:
          return list(interaction, 'mine');
        case optionTexts.caseOpen.name:
          return list(interaction, 'all');
        case optionTexts.caseOffer.name: {
          const to = interaction.options.getUser(optionTexts.colleague.name)?.id;
          return withCase(interaction, (caseId) => caseWork.offer(interaction, caseId, to));
        }
        case optionTexts.caseClose.name:
          return withCase(interaction, (caseId) => cases.close(interaction, caseId));
        default:
          return withCase(interaction, (caseId) => caseWork.show(interaction, caseId));
      }
    },

    /** Open cases whose number begins like what is typed, or texts that may be sent; nobody but staff is shown any. */
    async suggestions(interaction: AutocompleteInteraction): Promise<readonly ApplicationCommandOptionChoiceData[]> {
      if (interaction.options.getFocused(true).name === optionTexts.readyText.name)
        return standardTexts.readySuggestions(interaction);
      const actor = actorOf(interaction);
      if (typeof actor === 'string') return [];
      const listed = await flows.listCases(actor.staff, 'all');
      if (listed.kind !== 'listed') return [];
      const typed = interaction.options.getFocused().replaceAll(/\D/gu, '');
      return listed.cases
        .filter(({ number }) => String(number).startsWith(typed))
        .slice(0, mostSuggestions)
        .map((one) => caseSuggestion(one, actor.language));
    },

    replyForm: (interaction: ChatInputCommandInteraction) =>
      formOf(interaction, async (caseId): Promise<FormOrRefusal> => {
        const textId = interaction.options.getString(optionTexts.readyText.name);
        if (textId === null) return replies.form(interaction, caseId);
        const found = await standardTexts.readyText(interaction, textId);
        return found.kind === 'ready' ? replies.form(interaction, caseId, found.text) : found;
      }),
    incidentForm: (interaction: ChatInputCommandInteraction) =>
      formOf(interaction, (caseId) => incidents.open(interaction, caseId)),

    resources(interaction: ChatInputCommandInteraction): MessageBody {
      const actor = actorOf(interaction);
      if (typeof actor === 'string') return formRefusal(notPermitted, actor);
      const { staff, municipality, language } = actor;
      const wanted = interaction.options.getString(optionTexts.worry.name);
      const theme = categories.find((category) => category === wanted);
      if (!mayPerform(staff.roles, 'resource.list') || !theme) return formRefusal(notPermitted, language);
      return resourceList(theme, municipality, national, { language, now: now() });
    },

    async create(interaction: MessageContextMenuCommandInteraction): Promise<MessageBody> {
      const actor = actorOf(interaction);
      if (typeof actor === 'string') return createdOutcome(notPermitted, actor);
      return createdOutcome(await flows.createCase(actor.staff, messageOf(interaction)), actor.language);
    },
  };
}

/** The message as one that was sent to us; nothing when a bot wrote it. Attachments are not looked at. */
function messageOf({ targetMessage }: MessageContextMenuCommandInteraction): InboundMessage | undefined {
  const { id, author, content, createdTimestamp, attachments } = targetMessage;
  if (author.bot || !isSnowflake(id) || !isSnowflake(author.id)) return undefined;
  return {
    kind: 'message',
    messageId: id,
    senderId: author.id,
    text: new RawText(content),
    omitted: attachments.size > 0 ? [{ kind: 'file', count: attachments.size }] : [],
    at: createdTimestamp,
  };
}
