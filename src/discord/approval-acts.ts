import type { BaseInteraction, ModalSubmitInteraction } from 'discord.js';
import { mayPerform } from '../core/access.ts';
import { strategies } from '../core/approval.ts';
import type { Strategy } from '../core/approval.ts';
import { actOfForm } from '../core/approval/written.ts';
import type { ApprovalForm, WrittenFields } from '../core/approval/written.ts';
import type { ApprovalPress, FileApprovalOutcome } from '../flows/approval/file-approval.ts';
import type { PauseOutcome } from '../flows/approval/pause-intake.ts';
import type { ShowApprovalOutcome } from '../flows/approval/show-approval.ts';
import { approvalTexts } from '../i18n/approval.ts';
import type { Clock, Municipalities, Staff } from '../ports.ts';
import { staffOf } from './actor.ts';
import { createHeld } from './held.ts';
import type { PublicCards } from './public-cards.ts';
import type { Readers } from './readers.ts';
import { approvalDetail, approvalOverview, filedText, tryAgain } from './views/approval.ts';
import { approvalForm, fieldsOfForm } from './views/approval-form.ts';
import { message } from './views/body.ts';
import type { MessageBody } from './views/body.ts';
import type { FormOrRefusal } from './views/form.ts';
import { norwegianTime } from './views/context.ts';
import { pauseOutcome } from './views/pause-outcome.ts';
import { answersIn } from './written-form.ts';

interface ApprovalActsOptions {
  readonly now: Clock;
  readonly flows: {
    readonly pauseIntake: (cause: string, staff: Staff, wanted: 'pause' | 'resume') => Promise<PauseOutcome>;
    readonly showApproval: (staff: Staff) => Promise<ShowApprovalOutcome>;
    readonly fileApproval: (
      press: ApprovalPress,
      form: ApprovalForm,
      written: WrittenFields,
    ) => Promise<FileApprovalOutcome>;
  };
  readonly municipalities: Municipalities & { refresh(): Promise<void> };
  readonly readers: Readers;
  readonly cards: Pick<PublicCards, 'ensureSoon'>;
}

/** «/godkjenning», «/pause» and «/gjenoppta»: what management has decided, and the stop button. */
export type ApprovalActs = ReturnType<typeof createApprovalActs>;

/** What the writer can mend in the form itself. */
const mendable: ReadonlySet<FileApprovalOutcome['kind']> = new Set([
  'badly-written',
  'review-in-the-past',
  'review-too-late',
]);

export function createApprovalActs({ now, flows, municipalities, readers, cards }: ApprovalActsOptions) {
  const held = createHeld<WrittenFields>(now);
  const keyOf = ({ id, municipalityId }: Staff, strategy: Strategy, form: ApprovalForm): string =>
    [municipalityId, id, strategy, form].join(':');
  const refusal = (text: string): MessageBody => message({ texts: [text], accent: 'done' });

  /** The cards and pages follow at once, here; in other processes within two seconds. */
  async function follow(staff: Staff | undefined): Promise<void> {
    await municipalities.refresh();
    const municipality = staff && municipalities.find(staff.municipalityId);
    if (municipality) cards.ensureSoon(municipality);
  }

  async function show(staff: Staff | undefined, strategy?: Strategy): Promise<MessageBody> {
    const shown = staff ? await flows.showApproval(staff) : ({ kind: 'not-permitted' } as const);
    const timeZone = (staff && municipalities.find(staff.municipalityId)?.hours.timeZone) ?? norwegianTime;
    if (shown.kind !== 'shown') return refusal(filedText(shown, strategy ?? 1, 'purpose'));
    return strategy === undefined ? approvalOverview(shown, timeZone) : approvalDetail(shown, strategy, timeZone);
  }

  return {
    /** @param number of the strategy; all four without it */
    open: (interaction: BaseInteraction, number: number | null): Promise<MessageBody> =>
      show(
        staffOf(interaction, municipalities),
        strategies.find((strategy) => strategy === number),
      ),
    overview: (interaction: BaseInteraction): Promise<MessageBody> => show(staffOf(interaction, municipalities)),
    detail: (interaction: BaseInteraction, strategy: Strategy): Promise<MessageBody> =>
      show(staffOf(interaction, municipalities), strategy),

    /** Nothing is read before a form. */
    form(interaction: BaseInteraction, strategy: Strategy, form: ApprovalForm): FormOrRefusal {
      const staff = staffOf(interaction, municipalities);
      if (!staff || !mayPerform(staff.roles, actOfForm(form)))
        return { kind: 'refused', body: refusal(approvalTexts.notPermitted) };
      return { kind: 'form', form: approvalForm(form, strategy, held.find(keyOf(staff, strategy, form))) };
    },

    async file(interaction: ModalSubmitInteraction, strategy: Strategy, form: ApprovalForm): Promise<MessageBody> {
      const staff = staffOf(interaction, municipalities);
      if (!staff) return refusal(approvalTexts.notPermitted);
      const written = answersIn(interaction, fieldsOfForm[form]);
      const outcome = await flows.fileApproval({ cause: interaction.id, staff, strategy }, form, written);
      const key = keyOf(staff, strategy, form);
      const text = filedText(outcome, strategy, form);
      if (mendable.has(outcome.kind)) {
        held.hold(key, written);
        return tryAgain(text, strategy, form);
      }
      held.drop(key);
      if (outcome.kind === 'not-permitted' || outcome.kind === 'unreadable') return refusal(text);
      if (outcome.kind === 'filed') await follow(staff);
      return show(staff, strategy).then((body) => withNews(text, body));
    },

    async pause(interaction: BaseInteraction, wanted: 'pause' | 'resume'): Promise<MessageBody> {
      const staff = staffOf(interaction, municipalities);
      const outcome = staff
        ? await flows.pauseIntake(interaction.id, staff, wanted)
        : ({ kind: 'not-permitted' } as const);
      await follow(staff);
      const municipality = staff && municipalities.find(staff.municipalityId);
      return pauseOutcome(outcome, readers.languageIn(interaction, municipality));
    },
  };
}

/** What has just happened, above what follows from it. */
const withNews = (news: string, body: MessageBody): MessageBody => {
  const [container] = body.components;
  const [first] = message({ texts: [news] }).components[0].components;
  return first ? { ...body, components: [{ ...container, components: [first, ...container.components] }] } : body;
};
