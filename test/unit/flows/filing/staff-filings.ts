import { snowflakeInstant } from '../../../../src/core/ids.ts';
import type { Snowflake } from '../../../../src/core/ids.ts';
import { scenarioIds, subjects } from '../../../../src/core/practice/practice.ts';
import { RawText } from '../../../../src/core/raw-text.ts';
import { dayMs, hourMs } from '../../../../src/core/time.ts';
import { makeFileApproval } from '../../../../src/flows/approval/file-approval.ts';
import { makePauseIntake } from '../../../../src/flows/approval/pause-intake.ts';
import { makeAnswerRequests } from '../../../../src/flows/data-subject/answer-requests.ts';
import { makeEraseMyData } from '../../../../src/flows/data-subject/erase-my-data.ts';
import { makeJoinActivity } from '../../../../src/flows/posts/join-activity.ts';
import { makePosts } from '../../../../src/flows/posts/posts.ts';
import type { WrittenPost } from '../../../../src/flows/posts/posts.ts';
import { makePractise } from '../../../../src/flows/practice/training.ts';
import { makeStandardTexts } from '../../../../src/flows/standard-texts.ts';
import { makeReflect } from '../../../../src/flows/team/reflect.ts';
import { snowflake } from '../../../examples/cases.ts';
import type { FilingScene } from './filing-scene.ts';
import type { Filing } from './filing.ts';

const kim = snowflake(1);
const written = { platform: 'Discord', purpose: 'Oppdiktet formål', capacity: 'To ansatte' };
const greeting: WrittenPost = {
  type: 'local',
  text: 'Vi er på torget fredag fra klokka 18. Kom innom.',
  consent: 'nobody',
  toCards: true,
  channelIds: [],
};
const gamesNight = ({ now }: FilingScene): WrittenPost => ({
  ...greeting,
  type: 'activity',
  activity: {
    name: 'Spillkveld',
    place: 'Talekanalen',
    who: 'Kari',
    startsAt: now() + dayMs,
    endsAt: now() + dayMs + 2 * hourMs,
  },
});

/** Ola's draft; gives its number. */
async function drafted(at: FilingScene, post: WrittenPost): Promise<number> {
  const outcome = await makePosts(at).draftPost({ cause: at.earlier(), staff: at.ola }, post);
  if (outcome.kind !== 'kept') throw new Error(outcome.kind);
  return outcome.post.number;
}
/** An activity that Kari has approved, as somebody sees it who may come. */
async function announced(at: FilingScene) {
  const number = await drafted(at, gamesNight(at));
  await makePosts(at).approvePost({ cause: at.earlier(), staff: at.kari }, number);
  return { who: kim, municipalityId: at.eksempelvik.id, number };
}
/** An id Discord would make now. */
const pressedNow = ({ now }: FilingScene): Snowflake => {
  const zero = snowflakeInstant('00000000000000000' as Snowflake);
  return String(BigInt(now() - zero) << 22n) as Snowflake;
};

/** Ola's text; gives its id. */
async function textOfOla(at: FilingScene): Promise<string> {
  const press = { cause: at.earlier(), staff: at.ola };
  const outcome = await makeStandardTexts(at).writeStandardText(press, 'Takk', new RawText('Takk for at du skrev.'));
  if (outcome.kind !== 'written') throw new Error(outcome.kind);
  return outcome.text.id;
}

const onPaper = { account: kim, requester: 'self', proof: 'logged-in', receivedOn: '2026-11-20' } as const;
/** A request on paper about the one who has written; gives its number. */
async function registered(at: FilingScene): Promise<number> {
  const outcome = await makeAnswerRequests(at).register({ cause: at.earlier(), staff: at.kari }, onPaper);
  if (outcome.kind !== 'registered') throw new Error(outcome.kind);
  return outcome.number;
}

/** What staff do besides cases and settings. */
export const staffFilings: readonly Filing[] = [
  {
    from: 'standard-text-sent',
    anew: 'written anew',
    ready: (at) => (cause) =>
      makeStandardTexts(at).writeStandardText(at.press(cause), 'Hei', new RawText('Hei, vi er her.')),
  },
  {
    from: 'standard-text-approve',
    async ready(at) {
      const id = await textOfOla(at);
      return (cause) => makeStandardTexts(at).approveStandardText(at.press(cause), id);
    },
  },
  {
    from: 'standard-text-remove',
    async ready(at) {
      const id = await textOfOla(at);
      return (cause) => makeStandardTexts(at).takeOutStandardText(at.press(cause), id);
    },
  },
  {
    from: 'post-sent',
    anew: 'written anew',
    ready: (at) => (cause) => makePosts(at).draftPost(at.press(cause), greeting),
  },
  {
    from: 'activity-sent',
    anew: 'written anew',
    ready: (at) => (cause) => makePosts(at).draftPost(at.press(cause), gamesNight(at)),
  },
  {
    from: 'post-approve',
    async ready(at) {
      const number = await drafted(at, greeting);
      return (cause) => makePosts(at).approvePost(at.press(cause), number);
    },
  },
  {
    from: 'post-withdraw',
    async ready(at) {
      const number = await drafted(at, greeting);
      return (cause) => makePosts(at).withdrawPost(at.press(cause), number);
    },
  },
  {
    from: 'activity-join',
    async ready(at) {
      const activity = await announced(at);
      const { join } = makeJoinActivity(at);
      return (cause) => join({ ...activity, cause });
    },
  },
  {
    from: 'activity-leave',
    async ready(at) {
      const activity = await announced(at);
      const { join, leave } = makeJoinActivity(at);
      const joined = await join({ ...activity, cause: pressedNow(at) });
      if (joined.kind !== 'counted') throw new Error(joined.kind);
      return (cause) => leave({ ...activity, cause }, joined.receipt);
    },
  },
  {
    from: 'reflection-sent',
    anew: 'written anew',
    ready: (at) => (cause) => makeReflect(at).begin(cause, at.kari, { situation: 'En oppdiktet sak.' }),
  },
  {
    from: 'reflection-more-sent',
    anew: 'written anew',
    async ready(at) {
      const id = at.earlier();
      await makeReflect(at).begin(id, at.kari, { situation: 'En oppdiktet sak.' });
      return (cause) => makeReflect(at).finish(cause, at.kari, id, { conclusion: 'Vi ringer sammen.' });
    },
  },
  {
    from: 'practice',
    ready: (at) => (cause) => makePractise(at).finish(cause, at.kari, scenarioIds[0]),
  },
  {
    from: 'practice-tick',
    anew: 'turned back',
    ready: (at) => (cause) => makePractise(at).tick(cause, at.kari, subjects[0]),
  },
  {
    from: 'approval-form-sent',
    anew: 'written anew',
    ready: (at) => (cause) => makeFileApproval(at)({ cause, staff: at.kari, strategy: 2 }, 'purpose', written),
  },
  { from: '/pause', ready: (at) => (cause) => makePauseIntake(at)(cause, at.kari, 'pause') },
  {
    from: '/gjenoppta',
    async ready(at) {
      await makePauseIntake(at)(at.earlier(), at.kari, 'pause');
      return (cause) => makePauseIntake(at)(cause, at.kari, 'resume');
    },
  },
  {
    from: 'request-new-sent',
    anew: 'written anew',
    ready: (at) => (cause) => makeAnswerRequests(at).register(at.press(cause), onPaper),
  },
  ...(['show', 'copy'] as const).map((which): Filing => ({
    from: 'request-act',
    which,
    anew: 'each look is logged',
    async ready(at) {
      const number = await registered(at);
      return (cause) => makeAnswerRequests(at)[which](at.press(cause), number);
    },
  })),
  ...(['erase', 'close'] as const).map((which): Filing => ({
    from: 'request-act',
    which,
    async ready(at) {
      const number = await registered(at);
      return (cause) => makeAnswerRequests(at)[which](at.press(cause), number);
    },
  })),
  {
    from: 'request-answer-sent',
    async ready(at) {
      at.state.assessment = { severity: 'serious', categories: [], reasons: [], version: 'test' };
      await at.receive(at.message('noe alvorlig', kim));
      await makeEraseMyData(at)(at.earlier(), at.eksempelvik, kim);
      return (cause) => makeAnswerRequests(at).answer(at.press(cause), at.caseId, 'danger');
    },
  },
];
