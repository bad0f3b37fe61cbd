import type { BaseInteraction, ChatInputCommandInteraction, ModalSubmitInteraction } from 'discord.js';
import { mayPerform } from '../core/access.ts';
import { isSnowflake } from '../core/ids.ts';
import type { Language } from '../core/language.ts';
import type { Municipality } from '../core/municipality.ts';
import { consents, postTypes } from '../core/posts/post-book.ts';
import type { PostType } from '../core/posts/post-book.ts';
import { localTime } from '../core/posts/post-check.ts';
import type { PostPress, Posts } from '../flows/posts/posts.ts';
import { textsIn } from '../i18n/catalogue.ts';
import { postOptions } from '../i18n/presence-commands.ts';
import type { Clock, Municipalities } from '../ports.ts';
import { staffOf } from './actor.ts';
import type { FormOrRefusal } from './case-acts.ts';
import type { RouteArguments } from './custom-id.ts';
import type { Readers } from './readers.ts';
import { message } from './views/body.ts';
import type { MessageBody } from './views/body.ts';
import { draftOutcome, postActOutcome, postCalendar, postForm, shownPost } from './views/posts.ts';
import { choiceIn, fields } from './written-form.ts';

interface PostActsOptions {
  readonly now: Clock;
  readonly posts: Posts;
  readonly municipalities: Municipalities;
  readonly readers: Readers;
}

/** «/innlegg»: posts to everybody, by two people. */
export type PostActs = ReturnType<typeof createPostActs>;

export function createPostActs({ now, posts, municipalities, readers }: PostActsOptions) {
  interface Asked {
    readonly press: PostPress;
    readonly municipality: Municipality;
    readonly reader: Language;
  }
  function askedBy(interaction: BaseInteraction): Asked | undefined {
    const staff = staffOf(interaction, municipalities);
    const municipality = staff && municipalities.find(staff.municipalityId);
    if (!municipality || !mayPerform(staff.roles, 'post.draft')) return undefined;
    const reader = readers.languageOfStaff(interaction, staff.municipalityId);
    return { press: { cause: interaction.id, staff }, municipality, reader };
  }
  function refused(interaction: BaseInteraction): MessageBody {
    const reader = readers.languageIn(interaction, undefined);
    return message({ texts: [textsIn(reader).outcomes.notPermitted()], accent: 'done' });
  }
  async function act(interaction: BaseInteraction, run: (asked: Asked) => Promise<MessageBody>): Promise<MessageBody> {
    const asked = askedBy(interaction);
    return asked ? run(asked) : refused(interaction);
  }

  return {
    /** The form; or what is wrong with the time, or with who asks. */
    form(interaction: ChatInputCommandInteraction): FormOrRefusal {
      const asked = askedBy(interaction);
      if (!asked) return { kind: 'refused', body: refused(interaction) };
      const { municipality, reader } = asked;
      const type = postTypes.find((one) => one === interaction.options.getString(postOptions.type.name)) ?? 'presence';
      const typed = interaction.options.getString(postOptions.due.name) ?? '';
      const due = typed === '' ? undefined : localTime(typed, municipality.hours.timeZone);
      if (typed !== '' && (due === undefined || due < now())) {
        const kind = due === undefined ? 'not-a-time' : 'past';
        return {
          kind: 'refused',
          body: draftOutcome({ kind: 'refused', faults: [{ kind }] }, { municipality, reader }),
        };
      }
      const server = interaction.options.getString(postOptions.server.name);
      const channel = municipality.gameGuilds.find(({ guildId }) => guildId === server)?.cardChannelId;
      if (server !== null && channel === undefined) {
        const faults = [{ kind: 'no-channel' }] as const;
        return { kind: 'refused', body: draftOutcome({ kind: 'refused', faults }, { municipality, reader }) };
      }
      return { kind: 'form', form: postForm(type, due, channel ?? 'all', reader) };
    },

    written: (
      interaction: ModalSubmitInteraction,
      [type, due, channel]: RouteArguments<'post-sent'>,
    ): Promise<MessageBody> =>
      act(interaction, async ({ press, municipality, reader }) => {
        const text = interaction.fields.getTextInputValue(fields.words);
        const chosen = choiceIn(interaction, fields.consent);
        const outcome = await posts.draftPost(press, {
          type: type satisfies PostType,
          text,
          consent: consents.find((one) => one === chosen) ?? 'not-asked',
          ...(due === '' ? {} : { dueAt: Number(due) }),
          ...(isSnowflake(channel) ? { channelId: channel } : {}),
        });
        return draftOutcome(outcome, { municipality, reader }, text);
      }),

    calendar: (interaction: BaseInteraction): Promise<MessageBody> =>
      act(interaction, async ({ press, municipality, reader }) =>
        postCalendar((await posts.postCalendar(press)) ?? [], now(), { municipality, reader }),
      ),
    show: (interaction: ChatInputCommandInteraction): Promise<MessageBody> =>
      act(interaction, async ({ press, municipality, reader }) => {
        const outcome = await posts.showPost(press, interaction.options.getInteger(postOptions.number.name) ?? 0);
        const reading = { municipality, reader };
        return outcome.kind === 'shown' ? shownPost(outcome, reading) : postActOutcome(outcome, reading);
      }),
    approve: (interaction: BaseInteraction, number: number): Promise<MessageBody> =>
      act(interaction, async ({ press, ...reading }) =>
        postActOutcome(await posts.approvePost(press, number), reading),
      ),
    withdraw: (interaction: BaseInteraction, number: number): Promise<MessageBody> =>
      act(interaction, async ({ press, ...reading }) =>
        postActOutcome(await posts.withdrawPost(press, number), reading),
      ),
  };
}
