import type { BaseInteraction, ChatInputCommandInteraction, ModalSubmitInteraction } from 'discord.js';
import { mayPerform } from '../core/access.ts';
import { isSnowflake } from '../core/ids.ts';
import type { MunicipalityId, Snowflake } from '../core/ids.ts';
import type { Language } from '../core/language.ts';
import type { Municipality } from '../core/municipality.ts';
import { longestHours } from '../core/posts/activity.ts';
import { consents, postTypes } from '../core/posts/post-book.ts';
import type { PostType } from '../core/posts/post-book.ts';
import { localTime } from '../core/posts/post-check.ts';
import { hourMs } from '../core/time.ts';
import type { Instant } from '../core/time.ts';
import type { makeJoinActivity } from '../flows/posts/join-activity.ts';
import type { PostPress, Posts } from '../flows/posts/posts.ts';
import { textsIn } from '../i18n/catalogue.ts';
import { activityOptions, postOptions } from '../i18n/presence-commands.ts';
import type { Clock, Municipalities } from '../ports.ts';
import { staffHere } from './actor.ts';
import type { FormOrRefusal } from './case-acts.ts';
import type { RouteArguments } from './custom-id.ts';
import type { Readers } from './readers.ts';
import { message } from './views/body.ts';
import type { MessageBody } from './views/body.ts';
import { joinOutcome } from './views/channel-post.ts';
import { activityForm, draftOutcome, postActOutcome, postCalendar, postForm, shownPost } from './views/posts.ts';
import { answersIn, choiceIn, fields } from './written-form.ts';

interface PostActsOptions {
  readonly now: Clock;
  readonly posts: Posts;
  readonly joinActivity: ReturnType<typeof makeJoinActivity>;
  readonly municipalities: Municipalities;
  readonly readers: Readers;
}

/** Hours an activity takes when nothing is said. */
const usualHours = 2;

/** «/innlegg» and «/aktivitet»: posts to everybody, by two people. */
export type PostActs = ReturnType<typeof createPostActs>;

export function createPostActs({ now, posts, joinActivity, municipalities, readers }: PostActsOptions) {
  interface Asked {
    readonly press: PostPress;
    readonly municipality: Municipality;
    readonly reader: Language;
  }
  function askedBy(interaction: BaseInteraction): Asked | undefined {
    const here = staffHere(interaction, municipalities);
    if (!here || !mayPerform(here.staff.roles, 'post.draft')) return undefined;
    const { staff, municipality } = here;
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

  type When = { readonly at: Instant | undefined; readonly channel: Snowflake | 'all' };
  /** The time and the server a command was given; or which of them is wrong. */
  function whenAndWhere(
    interaction: ChatInputCommandInteraction,
    municipality: Municipality,
  ): When | { readonly fault: 'not-a-time' | 'past' | 'no-channel' } {
    const typed = interaction.options.getString(postOptions.due.name) ?? '';
    const at = typed === '' ? undefined : localTime(typed, municipality.hours.timeZone);
    if (typed !== '' && at === undefined) return { fault: 'not-a-time' };
    if (at !== undefined && at < now()) return { fault: 'past' };
    const server = interaction.options.getString(postOptions.server.name);
    const channel = municipality.gameGuilds.find(({ guildId }) => guildId === server)?.cardChannelId;
    if (server !== null && channel === undefined) return { fault: 'no-channel' };
    return { at, channel: channel ?? 'all' };
  }
  const notThen = (
    kind: 'not-a-time' | 'past' | 'no-channel',
    reading: { readonly municipality: Municipality; readonly reader: Language },
  ): FormOrRefusal => ({
    kind: 'refused',
    body: draftOutcome({ kind: 'refused', faults: [{ kind }] }, reading),
  });

  return {
    /** The form; or what is wrong with the time, or with who asks. */
    form(interaction: ChatInputCommandInteraction): FormOrRefusal {
      const asked = askedBy(interaction);
      if (!asked) return { kind: 'refused', body: refused(interaction) };
      const { municipality, reader } = asked;
      const type = postTypes.find((one) => one === interaction.options.getString(postOptions.type.name)) ?? 'presence';
      const asking = whenAndWhere(interaction, municipality);
      if ('fault' in asking) return notThen(asking.fault, { municipality, reader });
      return { kind: 'form', form: postForm(type, asking.at, asking.channel, reader) };
    },

    /** As `form`, for something to do together. */
    activityForm(interaction: ChatInputCommandInteraction): FormOrRefusal {
      const asked = askedBy(interaction);
      if (!asked) return { kind: 'refused', body: refused(interaction) };
      const { municipality, reader } = asked;
      const asking = whenAndWhere(interaction, municipality);
      if ('fault' in asking) return notThen(asking.fault, { municipality, reader });
      if (asking.at === undefined) return notThen('not-a-time', { municipality, reader });
      const hours = interaction.options.getInteger(activityOptions.hours.name) ?? usualHours;
      return { kind: 'form', form: activityForm(asking.at, hours, asking.channel, reader) };
    },

    activityWritten: (
      interaction: ModalSubmitInteraction,
      [startsAt, hours, channel]: RouteArguments<'activity-sent'>,
    ): Promise<MessageBody> =>
      act(interaction, async ({ press, municipality, reader }) => {
        const answers = answersIn(interaction, [fields.name, fields.place, fields.who, fields.words, fields.consent]);
        const { name = '', place = '', who = '', words = '', consent } = answers;
        const begins = Number(startsAt);
        const outcome = await posts.draftPost(press, {
          type: 'activity',
          text: words,
          consent: consents.find((one) => one === consent) ?? 'not-asked',
          activity: {
            name: name.trim(),
            place: place.trim(),
            who: who.trim(),
            startsAt: begins,
            endsAt: begins + Math.min(Math.max(Number(hours), 1), longestHours) * hourMs,
          },
          ...(isSnowflake(channel) ? { channelId: channel } : {}),
        });
        return draftOutcome(outcome, { municipality, reader }, [name, place, words, who].join('\n'));
      }),

    /** «Jeg kommer»: for anybody who reads the channel. */
    async join(interaction: BaseInteraction, id: MunicipalityId, number: number): Promise<MessageBody> {
      const municipality = municipalities.find(id);
      const language = readers.languageIn(interaction, municipality);
      if (!isSnowflake(interaction.user.id)) return joinOutcome({ kind: 'not-there' }, municipality, language);
      const outcome = await joinActivity(interaction.id, interaction.user.id, id, number);
      return joinOutcome(outcome, municipality, language);
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
