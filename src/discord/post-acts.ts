import type {
  AutocompleteInteraction,
  BaseInteraction,
  ChatInputCommandInteraction,
  ModalSubmitInteraction,
} from 'discord.js';
import { isSnowflake } from '../core/ids.ts';
import type { MunicipalityId, Snowflake } from '../core/ids.ts';
import type { Municipality } from '../core/municipality.ts';
import { longestHours } from '../core/posts/activity.ts';
import { consents, postTypes } from '../core/posts/post-book.ts';
import type { PostType } from '../core/posts/post-book.ts';
import { localTime } from '../core/posts/post-check.ts';
import { hourMs } from '../core/time.ts';
import type { Instant } from '../core/time.ts';
import type { ActivityPress, JoinActivity } from '../flows/posts/join-activity.ts';
import type { Posts } from '../flows/posts/posts.ts';
import { textsIn } from '../i18n/catalogue.ts';
import { activityOptions, postOptions } from '../i18n/presence-commands.ts';
import type { Clock, Municipalities } from '../ports.ts';
import { staffAsking } from './actor.ts';
import type { StaffAsking } from './actor.ts';
import type { RouteArguments } from './custom-id.ts';
import { offeredPlaces, offeredServers, placeName } from './post-places.ts';
import type { Readers } from './readers.ts';
import { limits, message } from './views/body.ts';
import type { MessageBody } from './views/body.ts';
import type { FormOrRefusal } from './views/form.ts';
import { joinOutcome, leaveOutcome } from './views/activity-answer.ts';
import { activityForm, allCards, postForm } from './views/post-forms.ts';
import { draftOutcome, postActOutcome, postCalendar, shownPost } from './views/posts.ts';
import { answersIn, choiceIn, choicesIn, fields } from './written-form.ts';

interface PostActsOptions {
  readonly now: Clock;
  readonly posts: Posts;
  readonly activities: JoinActivity;
  readonly municipalities: Municipalities;
  readonly readers: Readers;
}

/** Hours an activity takes when nothing is said. */
const usualHours = 2;

/** «/innlegg» and «/aktivitet»: posts to everybody, by two people. */
export type PostActs = ReturnType<typeof createPostActs>;

export function createPostActs({ now, posts, activities, municipalities, readers }: PostActsOptions) {
  interface Asked extends StaffAsking {
    readonly placeName: (channelId: Snowflake) => string;
  }
  function askedBy(interaction: BaseInteraction): Asked | undefined {
    const asking = staffAsking(interaction, 'post.draft', { municipalities, readers });
    return asking && { ...asking, placeName: (channelId) => placeName(interaction.client, channelId) };
  }
  function refused(interaction: BaseInteraction): MessageBody {
    const reader = readers.languageIn(interaction, undefined);
    return message({ texts: [textsIn(reader).outcomes.notPermitted()], accent: 'done' });
  }
  async function act(interaction: BaseInteraction, run: (asked: Asked) => Promise<MessageBody>): Promise<MessageBody> {
    const asked = askedBy(interaction);
    return asked ? run(asked) : refused(interaction);
  }

  type When = {
    readonly at: Instant | undefined;
    /** The one server that was asked for. */
    readonly server: Municipality['gameGuilds'][number] | undefined;
  };
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
    const found = municipality.gameGuilds.find(({ guildId }) => guildId === server);
    if (server !== null && found === undefined) return { fault: 'no-channel' };
    return { at, server: found };
  }
  const notThen = (kind: 'not-a-time' | 'past' | 'no-channel', asked: Asked): FormOrRefusal => ({
    kind: 'refused',
    body: draftOutcome({ kind: 'refused', faults: [{ kind }] }, asked),
  });

  /** Somebody who presses a button of an activity: no staff, and of any server. */
  function visitor(interaction: BaseInteraction, municipalityId: MunicipalityId, number: string) {
    const municipality = municipalities.find(municipalityId);
    const { id: cause, user } = interaction;
    const press: ActivityPress | undefined =
      isSnowflake(cause) && isSnowflake(user.id)
        ? { cause, who: user.id, municipalityId, number: Number(number) }
        : undefined;
    return { press, municipality, language: readers.languageIn(interaction, municipality) };
  }

  return {
    /** Servers by name, as typed so far. */
    servers(interaction: AutocompleteInteraction): readonly { readonly name: string; readonly value: string }[] {
      const asked = askedBy(interaction);
      if (!asked) return [];
      const typed = interaction.options.getFocused().toLowerCase();
      return offeredServers(interaction.client, asked.municipality)
        .filter(({ name, value }) => `${name} ${value}`.toLowerCase().includes(typed))
        .slice(0, limits.choices);
    },

    /** The form; or what is wrong with the time, or with who asks. */
    form(interaction: ChatInputCommandInteraction): FormOrRefusal {
      const asked = askedBy(interaction);
      if (!asked) return { kind: 'refused', body: refused(interaction) };
      const { municipality, reader } = asked;
      const type = postTypes.find((one) => one === interaction.options.getString(postOptions.type.name)) ?? 'presence';
      const asking = whenAndWhere(interaction, municipality);
      if ('fault' in asking) return notThen(asking.fault, asked);
      const { at, server } = asking;
      const places = offeredPlaces(interaction.client, municipality, server?.guildId);
      const cards = server ? 0 : municipality.gameGuilds.length;
      return { kind: 'form', form: postForm({ type, due: at, places, cards, reader }) };
    },

    /** As `form`, for something to do together. */
    activityForm(interaction: ChatInputCommandInteraction): FormOrRefusal {
      const asked = askedBy(interaction);
      if (!asked) return { kind: 'refused', body: refused(interaction) };
      const { municipality, reader } = asked;
      const asking = whenAndWhere(interaction, municipality);
      if ('fault' in asking) return notThen(asking.fault, asked);
      if (asking.at === undefined) return notThen('not-a-time', asked);
      const hours = interaction.options.getInteger(activityOptions.hours.name) ?? usualHours;
      return { kind: 'form', form: activityForm(asking.at, hours, asking.server?.cardChannelId ?? 'all', reader) };
    },

    activityWritten: (
      interaction: ModalSubmitInteraction,
      [startsAt, hours, channel]: RouteArguments<'activity-sent'>,
    ): Promise<MessageBody> =>
      act(interaction, async (asked) => {
        const answers = answersIn(interaction, [fields.name, fields.place, fields.who, fields.words, fields.consent]);
        const { name = '', place = '', who = '', words = '', consent } = answers;
        const begins = Number(startsAt);
        const outcome = await posts.draftPost(asked.press, {
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
          toCards: channel === 'all',
          channelIds: [channel].filter(isSnowflake),
        });
        return draftOutcome(outcome, asked, [name, place, words, who].join('\n'));
      }),

    /** «Jeg kommer»: for anybody who reads the channel. */
    async join(interaction: BaseInteraction, [id, number]: RouteArguments<'activity-join'>): Promise<MessageBody> {
      const { press, ...reading } = visitor(interaction, id, number);
      return joinOutcome(press ? await activities.join(press) : { kind: 'not-there' }, number, reading);
    },
    /** «Kommer ikke likevel»: for the one who pressed «Jeg kommer». */
    async leave(
      interaction: BaseInteraction,
      [id, number, joinedBy, proof]: RouteArguments<'activity-leave'>,
    ): Promise<MessageBody> {
      const { press, ...reading } = visitor(interaction, id, number);
      return leaveOutcome(press ? await activities.leave(press, { joinedBy, proof }) : { kind: 'not-there' }, reading);
    },

    written: (interaction: ModalSubmitInteraction, [type, due]: RouteArguments<'post-sent'>): Promise<MessageBody> =>
      act(interaction, async (asked) => {
        const text = interaction.fields.getTextInputValue(fields.words);
        const chosen = choiceIn(interaction, fields.consent);
        const places = (choicesIn(interaction, [fields.channels])[fields.channels] ?? '').split(' ');
        const outcome = await posts.draftPost(asked.press, {
          type: type satisfies PostType,
          text,
          consent: consents.find((one) => one === chosen) ?? 'not-asked',
          ...(due === '' ? {} : { dueAt: Number(due) }),
          toCards: places.includes(allCards),
          channelIds: places.filter(isSnowflake),
        });
        return draftOutcome(outcome, asked, text);
      }),

    calendar: (interaction: BaseInteraction): Promise<MessageBody> =>
      act(interaction, async (asked) => postCalendar((await posts.postCalendar(asked.press)) ?? [], now(), asked)),
    show: (interaction: ChatInputCommandInteraction): Promise<MessageBody> =>
      act(interaction, async (asked) => {
        const outcome = await posts.showPost(asked.press, interaction.options.getInteger(postOptions.number.name) ?? 0);
        return outcome.kind === 'shown' ? shownPost(outcome, asked) : postActOutcome(outcome, asked);
      }),
    approve: (interaction: BaseInteraction, number: number): Promise<MessageBody> =>
      act(interaction, async (asked) => postActOutcome(await posts.approvePost(asked.press, number), asked)),
    withdraw: (interaction: BaseInteraction, number: number): Promise<MessageBody> =>
      act(interaction, async (asked) => postActOutcome(await posts.withdrawPost(asked.press, number), asked)),
  };
}
