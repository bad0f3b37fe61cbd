import { catalogueLanguages } from '../../../src/core/language.ts';
import type { Activity } from '../../../src/core/posts/activity.ts';
import type { Post } from '../../../src/core/posts/post-book.ts';
import { personalDataKinds } from '../../../src/core/redaction/redaction.ts';
import type { MessageBody } from '../../../src/discord/views/body.ts';
import { joinOutcome, leaveOutcome } from '../../../src/discord/views/activity-answer.ts';
import { channelPost } from '../../../src/discord/views/channel-post.ts';
import { feedbackForm, feedbackThanks } from '../../../src/discord/views/feedback.ts';
import type { FormBody } from '../../../src/discord/views/form.ts';
import {
  ownText,
  ownTextForm,
  ownTextHistory,
  ownTextPreview,
  ownTextsList,
  rewordOutcome,
} from '../../../src/discord/views/own-texts.ts';
import { activityForm, postForm } from '../../../src/discord/views/post-forms.ts';
import { draftOutcome, postActOutcome, postCalendar, shownPost } from '../../../src/discord/views/posts.ts';
import { profileOutcome, profilePreview } from '../../../src/discord/views/profile.ts';
import { checkWording, ownTextKeys } from '../../../src/i18n/check-wording.ts';
import * as sample from './samples.ts';

const { municipality, openTime, signature, snowflake } = sample;
const person = { id: snowflake('100000000000000002'), signature };

const post: Post = {
  number: 7,
  type: 'local',
  text: 'Vi er på torget på fredag. Kom innom.',
  consent: 'nobody',
  author: person,
  places: [{ guildId: snowflake('100000000000000020'), channelId: snowflake('100000000000000010') }],
  dueAt: openTime,
  state: { kind: 'draft' },
  createdAt: openTime,
};
const gone: Post = { ...post, number: 8, state: { kind: 'approved', by: person, goesAt: openTime } };

const joinable: Activity = {
  name: 'Spillkveld',
  place: 'Discord, talekanalen «Spill»',
  who: 'Kari og Ola',
  startsAt: openTime + 86_400_000,
  endsAt: openTime + 90_000_000,
};
const activity: Post = {
  ...post,
  number: 9,
  type: 'activity',
  activity: joinable,
};

/** As long as Discord lets the names of a channel and a server be. */
const placeName = () => `#${'k'.repeat(100)} (${'s'.repeat(100)})`;
const many = (count: number): Post => ({ ...post, places: Array.from({ length: count }, () => post.places).flat() });

const receipt = { joinedBy: snowflake('100000000000000030'), proof: 'A'.repeat(22) };

type Named = readonly [name: string, body: MessageBody];

/** What everybody can read. */
export const presencePublicBodies: readonly Named[] = catalogueLanguages.flatMap((language): Named[] => [
  [`${language} feedback thanks`, feedbackThanks(municipality, language, true)],
  [`${language} feedback thanks, not in use`, feedbackThanks(municipality, language, false)],
  ...(['counted', 'counted-before'] as const).map((kind): Named => [
    `${language} joined: ${kind}`,
    joinOutcome({ kind, activity: joinable, receipt }, '9', { municipality, language }),
  ]),
  [`${language} left`, leaveOutcome({ kind: 'left', activity: joinable }, { municipality, language })],
  [`${language} left before`, leaveOutcome({ kind: 'used' }, { municipality, language })],
  [`${language} not there`, joinOutcome({ kind: 'not-there' }, '9', { municipality, language })],
  ...(language === 'en'
    ? []
    : (
        [
          { post },
          { post: activity },
          { post: activity, about: 'reminder' },
          { post: activity, about: 'called-off' },
        ] as const
      ).map((said): Named => [
        `${language} ${'about' in said ? said.about.replace('reminder', 'soon') : 'post'} ${said.post.number}`,
        channelPost({ ...said, municipality: { ...municipality, language } }),
      ])),
]);

/** What staff and content producers can read. */
export const presenceBodies: readonly Named[] = catalogueLanguages.flatMap((reader): Named[] => {
  const reading = { municipality, reader, placeName };
  const place = { language: 'nb', key: 'pages.cardInvitation' } as const;
  const writtenIn = snowflake('100000000000000011');
  const own = { ...municipality, texts: { nb: { [place.key]: 'Skriv til oss.' } } };
  return [
    [`${reader} draft`, shownPost({ post, warnings: [], monotonous: false }, reading)],
    [
      `${reader} draft to look at`,
      shownPost(
        {
          post,
          warnings: [
            { kind: 'personal-data', kinds: [...personalDataKinds] },
            { kind: 'hard-to-read', lix: 61 },
            { kind: 'emoji' },
          ],
          monotonous: true,
        },
        reading,
      ),
    ],
    [`${reader} draft to many`, shownPost({ post: many(25), warnings: [], monotonous: false }, reading)],
    [`${reader} draft to all`, shownPost({ post: many(500), warnings: [], monotonous: false }, reading)],
    [`${reader} post gone`, shownPost({ post: gone, warnings: [], monotonous: false }, reading)],
    [
      `${reader} draft refused`,
      draftOutcome(
        {
          kind: 'refused',
          faults: [
            { kind: 'empty' },
            { kind: 'too-long', length: 5_000, most: 1_500 },
            { kind: 'promise', found: 'anonym' },
            { kind: 'method', found: 'piller' },
            { kind: 'no-consent' },
            { kind: 'not-a-time' },
            { kind: 'past' },
            { kind: 'no-channel' },
            { kind: 'foreign-channel', channelId: snowflake('100000000000000010') },
            { kind: 'closed-channel', channelId: snowflake('100000000000000010') },
          ],
        },
        reading,
        'å'.repeat(1_500),
      ),
    ],
    ...(['not-permitted', 'stale'] as const).flatMap((kind): Named[] => [
      [`${reader} draft ${kind}`, draftOutcome({ kind }, reading)],
      [`${reader} post ${kind}`, postActOutcome({ kind }, reading)],
    ]),
    ...(['own-post', 'not-a-draft', 'over', 'not-found'] as const).map((kind): Named => [
      `${reader} post ${kind}`,
      postActOutcome({ kind }, reading),
    ]),
    [`${reader} activity not approved`, draftOutcome({ kind: 'not-approved', strategy: 3 }, reading)],
    [`${reader} post not approved`, postActOutcome({ kind: 'not-approved', strategy: 1 }, reading)],
    [`${reader} activity draft`, shownPost({ post: activity, warnings: [], monotonous: false }, reading)],
    [
      `${reader} activity approved`,
      shownPost({ post: { ...activity, state: gone.state, coming: 12 }, warnings: [], monotonous: false }, reading),
    ],
    [`${reader} activity called off`, postActOutcome({ kind: 'withdrawn', post: activity }, reading)],
    [`${reader} post approved`, postActOutcome({ kind: 'approved', post: gone }, reading)],
    [`${reader} post withdrawn`, postActOutcome({ kind: 'withdrawn', post }, reading)],
    [`${reader} calendar`, postCalendar([post, gone, ...Array<Post>(40).fill(post)], openTime, reading)],
    [`${reader} calendar empty`, postCalendar([], openTime, reading)],
    [`${reader} own texts`, ownTextsList(own, reader)],
    [
      `${reader} own texts, all`,
      ownTextsList(
        { ...own, texts: { nb: Object.fromEntries(ownTextKeys.map((key) => [key, 'å'.repeat(500)])) } },
        reader,
      ),
    ],
    [`${reader} own texts none`, ownTextsList(municipality, reader)],
    ...ownTextKeys.map((key): Named => [`${reader} own text ${key}`, ownText(own, { language: 'nb', key }, reader)]),
    [`${reader} own text unknown`, ownText(own, { language: 'nb', key: 'x.y' }, reader)],
    [
      `${reader} own preview`,
      ownTextPreview({ ...place, words: 'Skriv.', writtenIn, faults: [], personalData: ['NAME'] }, reader),
    ],
    [
      `${reader} own refused`,
      ownTextPreview(
        {
          ...place,
          words: 'Du er anonym {x} 😀',
          writtenIn,
          faults: checkWording('nb', place.key, 'Du er anonym {x} 😀'),
          personalData: [],
        },
        reader,
      ),
    ],
    ...(['saved', 'stale', 'expired', 'not-kept', 'not-permitted'] as const).map((kind): Named => [
      `${reader} own ${kind}`,
      rewordOutcome({ kind }, reader),
    ]),
    [
      `${reader} own history`,
      ownTextHistory(
        Array.from({ length: 9 }, (_, index) => ({ version: index + 1, at: openTime, words: 'å'.repeat(900) })),
        place,
        { timeZone: 'Europe/Oslo', reader },
      ),
    ],
    [`${reader} own history none`, ownTextHistory([], place, { timeZone: 'Europe/Oslo', reader })],
    [
      `${reader} profile`,
      profilePreview(
        {
          kind: 'preview',
          profile: { name: 'Boten', bio: 'Kommunal tjeneste. https://eksempelvik.example' },
          faults: ['name-without-service', 'name-without-municipality', 'name-too-long'],
          places: Array.from({ length: 30 }, () => ({
            guildId: snowflake('100000000000000012'),
            shown: { name: 'Boten', hasOwnAvatar: false },
          })),
        },
        municipality.id,
        reader,
      ),
    ],
    [`${reader} profile set`, profileOutcome({ kind: 'applied', applied: 3, refused: 2 }, reader)],
    [`${reader} profile unfit`, profileOutcome({ kind: 'unfit-name' }, reader)],
    [`${reader} profile not permitted`, profileOutcome({ kind: 'not-permitted' }, reader)],
  ];
});

export const feedbackForms: readonly (readonly [name: string, form: FormBody])[] = catalogueLanguages.map(
  (language) => [`${language} feedback`, feedbackForm(municipality, language)] as const,
);

const offered = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    channelId: snowflake(`1000000000000001${String(n).padStart(2, '0')}`),
    name: placeName(),
  }));

export const presenceForms: readonly (readonly [name: string, form: FormBody])[] = [
  ...feedbackForms,
  ...catalogueLanguages.flatMap((reader) => [
    [`${reader} post`, postForm({ type: 'local', due: openTime, places: offered(60), cards: 500, reader })] as const,
    [
      `${reader} post to one`,
      postForm({ type: 'local', due: undefined, places: offered(1), cards: 0, reader }),
    ] as const,
    [`${reader} post nowhere`, postForm({ type: 'local', due: undefined, places: [], cards: 0, reader })] as const,
    [`${reader} activity`, activityForm(openTime, 2, 'all', reader)] as const,
    ...ownTextKeys.flatMap((key) => {
      const form = ownTextForm(municipality, { language: 'en', key }, reader, undefined);
      return form ? [[`${reader} own text ${key}`, form] as const] : [];
    }),
  ]),
];
