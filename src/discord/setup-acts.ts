import type { REST } from '@discordjs/rest';
import { Routes } from 'discord-api-types/v10';
import type { BaseInteraction, ModalSubmitInteraction } from 'discord.js';
import type { Contact } from '../core/contacts/contact.ts';
import { isSnowflake } from '../core/ids.ts';
import type { Snowflake } from '../core/ids.ts';
import { prefill } from '../core/setup/prefill.ts';
import { fieldsOfSection } from '../core/setup/sections.ts';
import type { Section, SetupField, SetupFields } from '../core/setup/sections.ts';
import type { PermittedAct } from '../core/settings/permitted-acts.ts';
import type { FoundingMunicipality } from '../core/settings/founding.ts';
import type { AskOutcome, DecideOutcome } from '../flows/settings/two-persons.ts';
import type { ShowApprovalOutcome } from '../flows/approval/show-approval.ts';
import type { ExamineOutcome } from '../flows/doctor/examine-service.ts';
import type { SeenOutcome } from '../flows/setup/see-test-post.ts';
import type { SaveSectionOutcome, SectionPress } from '../flows/setup/save-section.ts';
import type { ShowSetupOutcome } from '../flows/setup/show-setup.ts';
import { setupTexts as texts } from '../i18n/setup.ts';
import type { Clock, Municipalities, Staff } from '../ports.ts';
import { setupStaffOf } from './actor.ts';
import { createHeld } from './held.ts';
import type { PublicCards } from './public-cards.ts';
import { message } from './views/body.ts';
import type { MessageBody } from './views/body.ts';
import type { FormOrRefusal } from './views/form.ts';
import { mendSection, savedText, setupOverview, testPost } from './views/setup.ts';
import { setupForm } from './views/setup-form.ts';
import { statusView } from './views/status.ts';
import { choicesIn } from './written-form.ts';

interface SetupActsOptions {
  readonly now: Clock;
  readonly rest: REST;
  readonly national: readonly Contact[];
  readonly municipalities: Municipalities & { refresh(): Promise<void> };
  readonly founding: () => readonly FoundingMunicipality[];
  readonly cards: Pick<PublicCards, 'ensureSoon'>;
  readonly flows: {
    readonly showSetup: (staff: Staff) => Promise<ShowSetupOutcome>;
    readonly showApproval: (staff: Staff) => Promise<ShowApprovalOutcome>;
    readonly examineService: (staff: Staff) => Promise<ExamineOutcome>;
    readonly saveSection: (press: SectionPress, section: Section, fields: SetupFields) => Promise<SaveSectionOutcome>;
    readonly ask: (press: SectionPress, act: PermittedAct) => Promise<AskOutcome>;
    readonly decide: (press: SectionPress, shown: number, agree: boolean) => Promise<DecideOutcome>;
    readonly seeTestPost: (press: SectionPress, channelId: Snowflake) => Promise<SeenOutcome>;
  };
}

/** «/oppsett» and «/status»: everything a municipality sets, part by part, and what is missing. */
export type SetupActs = ReturnType<typeof createSetupActs>;

const said = (text: string): MessageBody => message({ texts: [text], accent: 'done' });

export function createSetupActs(options: SetupActsOptions) {
  const { now, rest, national, municipalities, founding, cards, flows } = options;
  const held = createHeld<SetupFields>(now);
  const proposals = { duties: texts.duties, national };

  const pressOf = (interaction: BaseInteraction): SectionPress | undefined => {
    const staff = setupStaffOf(interaction, municipalities, founding());
    return staff && { cause: interaction.id, staff };
  };

  async function overview(press: SectionPress | undefined, news = ''): Promise<MessageBody> {
    const shown = press ? await flows.showSetup(press.staff) : ({ kind: 'not-permitted' } as const);
    if (shown.kind === 'shown') return setupOverview(shown, news);
    return said(shown.kind === 'damaged' ? texts.damaged : texts.notPermitted);
  }

  async function sendTest(press: SectionPress): Promise<string> {
    const shown = await flows.showSetup(press.staff);
    if (shown.kind !== 'shown') return texts.notPermitted;
    const { staffChannelId, service } = shown.current;
    if (typeof staffChannelId !== 'string' || !isSnowflake(staffChannelId)) return texts.testNoChannel;
    const body = testPost(typeof service === 'string' ? service : 'Utekontakt', staffChannelId);
    return rest.post(Routes.channelMessages(staffChannelId), { body }).then(
      () => texts.testSent,
      () => texts.testFailed,
    );
  }

  async function decided(press: SectionPress, shown: number, agree: boolean): Promise<string> {
    const outcome = await flows.decide(press, shown, agree);
    switch (outcome.kind) {
      case 'confirmed':
        await follow(press.staff);
        return texts.confirmed;
      case 'withdrawn':
        return texts.withdrawn;
      case 'own-proposal':
        return texts.ownProposal;
      case 'nothing-proposed':
        return texts.nothingProposed;
      case 'stale':
        return texts.stale;
      case 'refused':
        return texts.refused;
      case 'not-permitted':
        return texts.notPermitted;
    }
  }

  /** The cards follow at once, here; in other processes within two seconds. */
  async function follow(staff: Staff): Promise<void> {
    await municipalities.refresh();
    const municipality = municipalities.find(staff.municipalityId);
    if (municipality) cards.ensureSoon(municipality);
  }

  return {
    overview: (interaction: BaseInteraction): Promise<MessageBody> => overview(pressOf(interaction)),

    async status(interaction: BaseInteraction): Promise<MessageBody> {
      const press = pressOf(interaction);
      const shown = press ? await flows.showSetup(press.staff) : ({ kind: 'not-permitted' } as const);
      if (!press || shown.kind !== 'shown') return overview(press);
      const [approval, examined] = await Promise.all([
        flows.showApproval(press.staff),
        flows.examineService(press.staff),
      ]);
      // Before everything is there, there is nothing to examine.
      return statusView(shown, approval, examined.kind === 'examined' ? examined.findings : []);
    },

    async act(interaction: BaseInteraction, act: 'overview' | 'test'): Promise<MessageBody> {
      const press = pressOf(interaction);
      return overview(press, press && act === 'test' ? await sendTest(press) : '');
    },

    async ask(interaction: BaseInteraction, act: PermittedAct): Promise<MessageBody> {
      const press = pressOf(interaction);
      const outcome = press ? await flows.ask(press, act) : ({ kind: 'not-permitted' } as const);
      const said = { proposed: texts.proposed, stale: texts.stale, 'not-permitted': texts.notPermitted };
      return overview(press, said[outcome.kind]);
    },

    async decide(interaction: BaseInteraction, answer: 'confirm' | 'withdraw', shown: string): Promise<MessageBody> {
      const press = pressOf(interaction);
      return overview(press, press ? await decided(press, Number(shown), answer === 'confirm') : '');
    },

    /** One short read before the form: what is set must stand in it. */
    async form(interaction: BaseInteraction, section: Section): Promise<FormOrRefusal> {
      const press = pressOf(interaction);
      const shown = press ? await flows.showSetup(press.staff) : ({ kind: 'not-permitted' } as const);
      if (!press || shown.kind !== 'shown') return { kind: 'refused', body: await overview(press) };
      const filled = held.find(keyOf(press.staff, section)) ?? prefill(section, shown.current, proposals);
      return { kind: 'form', form: setupForm(section, filled) };
    },

    async save(interaction: ModalSubmitInteraction, section: Section): Promise<MessageBody> {
      const press = pressOf(interaction);
      if (!press) return said(texts.notPermitted);
      const names: readonly SetupField[] = fieldsOfSection[section];
      const fields = choicesIn(interaction, names);
      const outcome = await flows.saveSection(press, section, fields);
      const key = keyOf(press.staff, section);
      const text = savedText(outcome, section);
      if (outcome.kind === 'badly-written' || outcome.kind === 'refused' || outcome.kind === 'unfit') {
        held.hold(key, fields);
        return mendSection(text, section);
      }
      held.drop(key);
      if (outcome.kind === 'saved') await follow(press.staff);
      return overview(pressOf(interaction), text);
    },

    async seen(interaction: BaseInteraction, channelId: Snowflake): Promise<MessageBody> {
      const press = pressOf(interaction);
      const outcome = press ? await flows.seeTestPost(press, channelId) : ({ kind: 'not-permitted' } as const);
      if (outcome.kind === 'seen') return said(texts.seenNow);
      return said(outcome.kind === 'another-channel' ? texts.anotherChannel : texts.notPermitted);
    },
  };
}

const keyOf = ({ id, municipalityId }: Staff, section: Section): string => [municipalityId, id, section].join(':');
